"""A labelled field, and what is wrong with it right under it."""

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from annotator.ui.kit import Label, announce
from annotator.ui.theme import Theme


class Field(QWidget):
    """Label, editor and a line for a complaint. The label's text is the editor's name to screen
    readers, the complaint its description."""

    def __init__(self, theme: Theme, text: str, editor: QWidget, hint: str = "") -> None:
        super().__init__()
        self.editor = editor
        label = Label(theme, text, "small", "secondary")
        label.setBuddy(editor)
        self._wrong = Label(theme, "", "small", "bad", wrap=True)
        self._wrong.hide()
        editor.setAccessibleName(text)
        if hint and isinstance(editor, QLineEdit | QPlainTextEdit):
            editor.setPlaceholderText(hint)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        for widget in (label, editor, self._wrong):
            column.addWidget(widget)
        column.addStretch(1)
        self.setFocusProxy(editor)
        editor.installEventFilter(self)
        self._watch(editor)

    def _watch(self, editor: QWidget) -> None:
        if isinstance(editor, QComboBox):
            editor.currentTextChanged.connect(self.calm)
        elif isinstance(editor, QLineEdit | QPlainTextEdit):
            editor.textChanged.connect(self.calm)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, QLineEdit):
            QTimer.singleShot(0, watched, lambda: _turn(watched))
        return super().eventFilter(watched, event)

    def complain(self, sentence: str) -> None:
        """Say what is wrong, until something else is typed."""
        self._wrong.setText(sentence)
        self._wrong.show()
        self.editor.setAccessibleDescription(sentence)

    def speak(self) -> None:
        """Go to the field and say its complaint to a screen reader."""
        self.setFocus()
        announce(self.editor, self._wrong.text(), urgent=True)

    def calm(self) -> None:
        """Take the complaint back."""
        self._wrong.hide()
        self.editor.setAccessibleDescription("")

    def complaint(self) -> str:
        """What it says to be wrong, "" for nothing."""
        return "" if self._wrong.isHidden() else self._wrong.text()


def _turn(line: QLineEdit) -> None:
    """What is selected as a whole is so from its end, so that a long text shows its beginning."""
    if line.text() and line.selectedText() == line.text():
        line.setSelection(len(line.text()), -len(line.text()))
