"""A question for a password, in the window."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from annotator.i18n import _
from annotator.ui.kit import Label, LinkButton, OutlineButton, Themed, announce, paint
from annotator.ui.theme import Theme


class PasswordBar(Themed, QWidget):
    """Hidden until it asks. ``given`` carries what was typed, ``skipped`` tells that nobody will
    type anything. What was typed leaves the field as soon as the question does."""

    given = Signal(str)
    skipped = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = QLabel()
        self._text = Label(theme, wrap=True)
        self._wrong = Label(theme, "", "small", "bad", wrap=True)
        self.field = QLineEdit()
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.field.setInputMethodHints(
            Qt.InputMethodHint.ImhHiddenText | Qt.InputMethodHint.ImhSensitiveData
        )
        self.field.setPlaceholderText(_("Password"))
        self.field.returnPressed.connect(self._give)
        self.field.textEdited.connect(lambda _text: self._say_wrong(""))
        self._open = OutlineButton(theme, _("Open"), compact=True)
        self._open.clicked.connect(self._give)
        self._skip = LinkButton(theme, _("Skip"), role="ui")
        self._skip.clicked.connect(self.skipped)
        self._lay_out()
        self.hide()
        self.follow(theme)

    def _lay_out(self) -> None:
        self._row = QHBoxLayout(self)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(self._text)
        words.addWidget(self._wrong)
        words.addStretch(1)
        self._row.addWidget(self._icon)
        self._row.addLayout(words, 1)
        for widget in (self.field, self._open, self._skip):
            self._row.addWidget(widget)

    def ask(self, sentence: str, skip: str) -> None:
        """Put a question and the caret into its field; ``skip`` is the way not to answer."""
        self._text.setText(sentence)
        self._skip.setText(skip)
        self.field.clear()
        self._say_wrong("")
        self.field.setAccessibleName(_("Password: {question}").format(question=sentence))
        self.setAccessibleName(sentence)
        self.show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, sentence)

    def complain(self, sentence: str) -> None:
        """The password is another one: say so, and let it be typed anew."""
        self._say_wrong(sentence)
        self.field.selectAll()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, sentence, urgent=True)

    def complaint(self) -> str:
        """What it says to be wrong, "" for nothing."""
        return "" if self._wrong.isHidden() else self._wrong.text()

    def question(self) -> str:
        """What it asks, "" while it is hidden."""
        return "" if self.isHidden() else self._text.text()

    def put_away(self) -> None:
        """Ask nothing any more."""
        self.field.clear()
        self.hide()

    def _say_wrong(self, sentence: str) -> None:
        self._wrong.setText(sentence)
        self._wrong.setVisible(bool(sentence))
        self.field.setAccessibleDescription(sentence)

    def _give(self) -> None:
        if self.field.text():
            self.given.emit(self.field.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.skipped.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()  # a sheet would press its button
        else:
            super().keyPressEvent(event)

    def retheme(self) -> None:
        theme = self.theme
        self._row.setContentsMargins(theme.px(12), theme.px(7), theme.px(12), theme.px(7))
        self._row.setSpacing(theme.px(10))
        self._icon.setPixmap(theme.pixmap("lock", "ink"))
        self.field.setFont(theme.font("ui"))
        self.field.setFixedWidth(theme.px(180))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self.theme
        border = theme.colour("control") if theme.tokens.name == "contrast" else None
        ground = theme.colour("accent_ground")
        paint.rounded(QPainter(self), QRectF(self.rect()), theme.px(9), ground, border)
