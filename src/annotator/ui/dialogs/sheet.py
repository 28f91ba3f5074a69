"""What every sheet shares: a heading, a body that scrolls where there is little room, a row of
buttons, and being freed when closed."""

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QFont, QFontDatabase, QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from annotator.ui.kit import Label, OutlineButton
from annotator.ui.theme import Theme

_AROUND = 40
"""What stays free around a sheet within its window, in px."""


class Sheet(QDialog):
    """A window-modal dialog opened with ``open()``. ``body`` is where its content goes, ``width``
    how wide it would like to be in px at 100 %.

    Esc closes it, Enter (Ctrl+Enter from a field of several lines) presses the default button.
    """

    def __init__(self, theme: Theme, title: str, parent: QWidget, width: int = 480) -> None:
        super().__init__(parent)
        self.theme, self._width = theme, width
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        column = QVBoxLayout(self)
        column.addWidget(Label(theme, title, "title"))
        self._scroll = _Scroll()
        self.body = QVBoxLayout(self._scroll.widget())
        # Room for the ring around a field that has the focus, which the scroll area would clip.
        self.body.setContentsMargins(1, 1, 1, 1)
        column.addWidget(self._scroll, 1)
        self.foot = QVBoxLayout()
        column.addLayout(self.foot)
        self.buttons = QHBoxLayout()
        self.buttons.addStretch(1)
        column.addLayout(self.buttons)
        # Later: what is scrolled has its place only after it was laid out. A timer of its own,
        # since a single shot at a sheet that is closed meanwhile would keep it in memory.
        self._looking = QTimer(self, interval=0, singleShot=True)
        self._looking.timeout.connect(self._look_at_focus)
        self._space_out()
        theme.changed.connect(self._rescale)
        QShortcut(QKeySequence("Ctrl+Return"), self, self._press_default)

    def _space_out(self) -> None:
        px = self.theme.px
        self.layout().setContentsMargins(px(24), px(20), px(24), px(20))
        self.layout().setSpacing(px(16))
        for layout in (self.body, self.foot, self.buttons):
            layout.setSpacing(px(8))

    def _rescale(self) -> None:
        self._space_out()
        if self.isVisible():
            self._find_room()

    def add_button(self, text: str, default: bool = False) -> QPushButton:
        """A button at the lower right; the default one acts on Enter."""
        button = OutlineButton(self.theme, text)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setDefault(default)
        button.setAutoDefault(default)
        self.buttons.addWidget(button)
        return button

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Enter on a button presses that one, not the default one.
        focus, keys = self.focusWidget(), (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() in keys and isinstance(focus, QPushButton):
            focus.click()
        else:
            super().keyPressEvent(event)

    def _press_default(self) -> None:
        for button in self.findChildren(QPushButton):
            if button.isDefault() and button.isEnabled():
                button.click()
                return

    def room(self) -> QSize:
        """How large it may be: within its window."""
        size = self.parentWidget().window().size()
        return QSize(max(280, size.width() - _AROUND), max(240, size.height() - _AROUND))

    def sizeHint(self) -> QSize:
        width = min(self.theme.px(self._width), self.room().width())
        layout = self.layout()
        by_width = layout.hasHeightForWidth()
        height = layout.totalHeightForWidth(width) if by_width else layout.totalSizeHint().height()
        margins = layout.contentsMargins()
        inner = width - margins.left() - margins.right()
        height += self._scroll.height_at(inner) - self._scroll.sizeHint().height()
        return QSize(width, min(height, self.room().height()))

    def grow(self) -> None:
        """Make room for what has come in, as far as there is some."""
        self.body.activate()
        self._scroll.updateGeometry()
        self.layout().activate()
        self.resize(self.width(), max(self.height(), self.sizeHint().height()))
        self._looking.start()

    def _look_at_focus(self) -> None:
        self._scroll.show_whole(self.focusWidget())

    def showEvent(self, event: QShowEvent) -> None:
        if not event.spontaneous():
            self._find_room()
        super().showEvent(event)

    def _find_room(self) -> None:
        self.setMinimumWidth(min(self.theme.px(300), self.room().width()))
        self.resize(self.sizeHint())
        self._looking.start()


def fixed_font(theme: Theme) -> QFont:
    """For text in which every letter counts."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    font.setPixelSize(theme.px(12))
    return font


class _Scroll(QScrollArea):
    """As high as its content where there is room."""

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(True)
        self.setWidget(QWidget())
        self.viewport().setAutoFillBackground(False)
        self.widget().setAutoFillBackground(False)

    def show_whole(self, widget: QWidget | None) -> None:
        """Scroll so that this part of the content is in sight."""
        if widget is not None:
            self.ensureWidgetVisible(widget)

    def height_at(self, width: int) -> int:
        """How high the content is, set to this width (in px)."""
        layout = self.widget().layout()
        if layout.hasHeightForWidth():
            return layout.totalHeightForWidth(width)
        return layout.totalSizeHint().height()

    def sizeHint(self) -> QSize:
        return self.widget().sizeHint()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, min(120, self.widget().minimumSizeHint().height()))
