"""What every sheet shares: margins, a heading, a row of buttons, and being freed when closed."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from annotator.ui.kit import Label
from annotator.ui.theme import Theme


class Sheet(QDialog):
    """A window-modal dialog opened with ``open()``; ``body`` is where its content goes."""

    def __init__(self, theme: Theme, title: str, parent: QWidget, width: int = 480) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        px = theme.px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(22), px(18), px(22), px(16))
        column.setSpacing(px(12))
        column.addWidget(Label(theme, title, "title"))
        self.body = QVBoxLayout()
        self.body.setSpacing(px(8))
        column.addLayout(self.body, 1)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(px(8))
        self.buttons.addStretch(1)
        column.addLayout(self.buttons)
        self.setMinimumWidth(min(px(width), _room(parent)))

    def add_button(self, text: str, default: bool = False) -> QPushButton:
        """A button at the lower right; the default one acts on Enter."""
        button = QPushButton(text)
        button.setDefault(default)
        button.setAutoDefault(default)
        if default:
            button.setProperty("primary", True)
        self.buttons.addWidget(button)
        return button


def _room(parent: QWidget) -> int:
    return max(280, parent.window().width() - 40)
