"""The bar that asks what to find and goes through the hits."""

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from annotator.i18n import _
from annotator.ui.kit import Framed, IconButton, Label, announce, bare, paint
from annotator.ui.theme import Theme

GAP = 10  # px at 100 %, around it


class FindBar(Framed):
    """Asks what to find. ``asked`` carries (query, case, words) at every letter, ``stepped`` 1 or
    -1, ``closed`` that it was closed. ``shown`` tells that it takes its strip over the text, or
    gives it back."""

    asked = Signal(str, bool, bool)
    stepped = Signal(int)
    closed = Signal()
    shown = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("find")
        self._room = parent.rect()
        self.edit = bare(QLineEdit())
        self.edit.setPlaceholderText(_("Find in the article"))
        self.edit.setAccessibleName(_("Find in the article"))
        self.count = Label(theme, "", "small", "secondary")
        self.case = IconButton(theme, "case-sensitive", _("Match case"), size=26, checkable=True)
        self.words = IconButton(theme, "whole-word", _("Whole words"), size=26, checkable=True)
        self.previous = IconButton(theme, "chevron-up", _("Previous"), key="Shift+F3", size=26)
        self.next = IconButton(theme, "chevron-down", _("Next"), key="F3", size=26)
        self.close_ = IconButton(theme, "x", _("Close"), key="Esc", size=26)
        row = QHBoxLayout(self)
        for widget in (
            self.edit, self.count, self.case, self.words, self.previous, self.next, self.close_
        ):  # fmt: skip
            row.addWidget(widget)
        self.watch(self.edit)
        self._connect()
        self.hide()
        self.follow(theme)

    def _connect(self) -> None:
        self.edit.textChanged.connect(self.ask)
        self.case.toggled.connect(self.ask)
        self.words.toggled.connect(self.ask)
        self.next.clicked.connect(lambda: self.stepped.emit(1))
        self.previous.clicked.connect(lambda: self.stepped.emit(-1))
        self.close_.clicked.connect(self.closed)

    def open(self, text: str = "") -> None:
        """Show it, asking for ``text`` where there is some."""
        self.show()
        self.raise_()
        self.shown.emit(True)
        if text:
            self.edit.setText(text)
        self.edit.selectAll()
        self.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.ask()

    def dismiss(self) -> None:
        """Hide it."""
        self.hide()
        self.shown.emit(False)

    def strip(self) -> int:
        """How high the strip is that it stands in, px."""
        return self.height() + 2 * self.theme.px(GAP)

    def show_count(self, current: int, count: int) -> None:
        """``current`` from 0; -1 for none."""
        if not self.edit.text().strip():
            words = ""
        elif not count:
            words = _("nothing found")
        else:
            words = _("{number} of {count}").format(number=current + 1, count=count)
        self.count.setText(words)
        self.count.set_token("secondary" if count or not words else "middling")
        if words:
            announce(self.edit, words)

    def ask(self) -> None:
        self.asked.emit(self.edit.text(), self.case.isChecked(), self.words.isChecked())

    def retheme(self) -> None:
        theme = self.theme
        self.layout().setContentsMargins(theme.px(12), theme.px(5), theme.px(6), theme.px(5))
        self.layout().setSpacing(theme.px(3))
        self.edit.setFont(theme.font("ui"))
        self.edit.setMinimumWidth(theme.px(60))
        self.setFixedHeight(theme.px(38))
        self.place(self._room)
        self.update()

    def place(self, room: QRect) -> None:
        """Put it into the upper right corner of ``room``, no wider than that."""
        gap, self._room = self.theme.px(GAP), room
        width = max(0, min(self.theme.px(410), room.width() - 2 * gap))
        self.setFixedWidth(width)
        self.move(room.right() - width - gap, room.top() + gap)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and self._pressed(event):
            return True
        return super().eventFilter(watched, event)

    def _pressed(self, event: QKeyEvent) -> bool:
        key, shift = event.key(), event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.stepped.emit(-1 if shift else 1)
        elif key == Qt.Key.Key_Escape:
            self.closed.emit()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.stepped.emit(1 if key == Qt.Key.Key_Down else -1)
        else:
            return False
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self.theme
        border = theme.colour("accent" if self.lit else "control")
        painter = QPainter(self)
        paint.rounded(painter, QRectF(self.rect()), theme.px(9), theme.colour("card"), border)
