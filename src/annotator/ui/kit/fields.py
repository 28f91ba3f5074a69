"""Fields: search, links."""

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from annotator.errors import InvalidValue
from annotator.i18n import _
from annotator.model.links import normalise_link
from annotator.ui.kit import paint
from annotator.ui.kit.base import Themed
from annotator.ui.kit.buttons import IconButton
from annotator.ui.kit.chips import KeyCap
from annotator.ui.kit.labels import Label
from annotator.ui.theme import Theme


def bare(edit: QLineEdit) -> QLineEdit:
    """Takes a line edit's own frame off; whoever holds it paints one."""
    edit.setProperty("bare", "true")
    edit.setFrame(False)
    return edit


class Framed(Themed, QWidget):
    """A field's frame around other widgets; accented while the focus is within."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lit = False

    def watch(self, edit: QWidget) -> None:
        """Follows the focus of this child."""
        edit.installEventFilter(self)
        self.setFocusProxy(edit)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.lit = event.type() == QEvent.Type.FocusIn
            self.update()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, lit = self.theme, self.lit
        border = theme.colour("accent" if lit else "control")
        paint.rounded(
            QPainter(self),
            QRectF(self.rect()),
            theme.px(8),
            theme.colour("paper"),
            border,
            2.0 if lit else 1.0,
        )


class SearchField(Framed):
    """A search line: looking glass, text, its key, a cross when there is text.

    ``changed`` at every letter, ``submitted`` on Enter, ``left_down`` on Down (to the results),
    ``escaped`` on Esc in an empty field; Esc in a full one empties it.
    """

    changed = Signal(str)
    submitted = Signal(str)
    left_down = Signal()
    escaped = Signal()

    def __init__(
        self, theme: Theme, placeholder: str, *, key: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._icon = QLabel()
        self.edit = bare(QLineEdit())
        self.edit.setPlaceholderText(placeholder)
        self.edit.setAccessibleName(placeholder)
        self._key = KeyCap(theme, key)
        self._has_key = bool(key)
        self._clear = IconButton(theme, "x", _("Clear"), size=22, token="secondary")
        for widget, stretch in ((self._icon, 0), (self.edit, 1), (self._key, 0), (self._clear, 0)):
            self._row.addWidget(widget, stretch)
        self.watch(self.edit)
        self.edit.textChanged.connect(self._changed)
        self.edit.returnPressed.connect(lambda: self.submitted.emit(self.text()))
        self._clear.clicked.connect(self.clear)
        self._show_ends()
        self.follow(theme)

    def text(self) -> str:
        """What is asked for, stripped."""
        return self.edit.text().strip()

    def set_text(self, text: str) -> None:
        """Asks for something else."""
        self.edit.setText(text)

    def clear(self) -> None:
        """Empties the field and stays in it."""
        self.edit.clear()
        self.edit.setFocus()

    def retheme(self) -> None:
        theme = self.theme
        self._row.setContentsMargins(theme.px(9), 0, theme.px(6), 0)
        self._row.setSpacing(theme.px(8))
        self._icon.setPixmap(theme.pixmap("search", "secondary", 14))
        self.edit.setFont(theme.font("ui"))
        self.setFixedHeight(theme.px(32))
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and self._key_pressed(event):
            return True
        return super().eventFilter(watched, event)

    def _key_pressed(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Down:
            self.left_down.emit()
            return True
        if event.key() == Qt.Key.Key_Escape:
            if self.edit.text():
                self.edit.clear()
            else:
                self.escaped.emit()
            return True
        return False

    def _changed(self) -> None:
        self._show_ends()
        self.changed.emit(self.text())

    def _show_ends(self) -> None:
        full = bool(self.edit.text())
        self._clear.setVisible(full)
        self._key.setVisible(self._has_key and not full)


class LinkField(Themed, QWidget):
    """A web address, DOI or arXiv id, checked for form as it is typed.

    The line under it says what the text was understood as, or what is wrong with it.
    ``submitted`` carries the normalised link on Enter.
    """

    changed = Signal(str)
    submitted = Signal(str)

    def __init__(self, theme: Theme, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.edit = QLineEdit()
        self.edit.setPlaceholderText(_("https://… or a DOI or arXiv id"))
        self.edit.setAccessibleName(name or _("Link"))
        self._hint = Label(theme, "", "small", "secondary", wrap=True)
        self._hint.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addWidget(self.edit)
        column.addWidget(self._hint)
        self.setFocusProxy(self.edit)
        self.edit.textChanged.connect(self._check)
        self.edit.returnPressed.connect(self._submit)
        self.follow(theme)

    def text(self) -> str:
        """What was typed."""
        return self.edit.text().strip()

    def set_text(self, text: str) -> None:
        """Puts a link in."""
        self.edit.setText(text)

    def link(self) -> str:
        """The link in its usual form, "" for an empty field. Raises ``InvalidValue``."""
        return normalise_link(self.text()) if self.text() else ""

    def hint(self) -> str:
        """What the line under the field says."""
        return "" if self._hint.isHidden() else self._hint.text()

    def retheme(self) -> None:
        self.edit.setFont(self.theme.font("ui"))

    def _check(self) -> None:
        try:
            link = self.link()
        except InvalidValue as error:
            self._say(str(error), "middling")
        else:
            self._say(link if link != self.text() else "", "secondary")
        self.changed.emit(self.text())

    def _say(self, text: str, token: str) -> None:
        self._hint.setText(text)
        self._hint.set_token(token)
        self._hint.setVisible(bool(text))
        self.edit.setAccessibleDescription(text)

    def _submit(self) -> None:
        try:
            link = self.link()
        except InvalidValue:
            return
        self.submitted.emit(link)

    def sizeHint(self) -> QSize:
        return QSize(self.theme.px(260), super().sizeHint().height())
