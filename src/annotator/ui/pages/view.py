"""Pages as one works on them by keys; the whole of the view."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from annotator.i18n import _
from annotator.library import ArticleSession
from annotator.model.locators import page_label
from annotator.ui.caret import moved
from annotator.ui.pages.pointing import PointedPages
from annotator.ui.theme import Theme

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PagesView(PointedPages):
    """The pages of a ``DocumentView``. ``bar_entered``: Enter was pressed on a selection."""

    details_requested = Signal(str)
    bar_entered = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self._column: float | None = None
        super().__init__(theme, parent)
        self.page_changed.connect(self._describe)

    def _describe(self, page: int) -> None:
        """Whoever cannot see the page hears what it says; *Text* can be gone through."""
        pages = self.session.article.pages if self.session else ()
        words = _("Page {label}").format(label=page_label(pages, page + 1)) if pages else ""
        text = self.text[pages[page].start : pages[page].end] if 0 <= page < len(pages) else ""
        self.setAccessibleDescription(f"{words}. {text}" if text else words)

    def set_session(self, session: ArticleSession | None) -> None:
        self.crossed, self._column = frozenset(), None
        super().set_session(session)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        before = self.caret()
        if self.session is None:
            event.ignore()
        elif move := self.move_of(event):
            caret = moved(self.text, self.session.article.blocks, self.caret(), move)
            self._go(caret, move.extend)
        elif event.key() in _ENTER and not event.modifiers():
            self._enter()
        elif event.key() == Qt.Key.Key_Escape and self.cancel_drag():
            pass
        elif event.key() == Qt.Key.Key_Escape and (self.selection() or self.draft):
            self.clear_selection()
        elif not self._step(event):
            event.ignore()
        if self.caret() != before:
            self.cross()

    def _step(self, event: QKeyEvent) -> bool:
        """Arrows, Home and End, whole screens; whether the key was one of them."""
        key, modifiers = event.key(), event.modifiers()
        extend = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
        control = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
        steps = {
            Qt.Key.Key_Left: lambda: self.caret() - 1,
            Qt.Key.Key_Right: lambda: self.caret() + 1,
            Qt.Key.Key_Home: lambda: 0 if control else self._line_end(-1),
            Qt.Key.Key_End: lambda: len(self.text) if control else self._line_end(1),
        }
        lines = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        screens = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1, Qt.Key.Key_Space: 1}
        if not extend and (key in steps or key in lines) and not control:
            self._come_into_sight()
        if key in steps:
            self._go(steps[key](), extend)
        elif key in lines and not control:
            self._go_line(lines[key], extend)
        elif key == Qt.Key.Key_Space and self.hold_space(event):
            pass
        elif key in screens:
            self.go_screen(-1 if key == Qt.Key.Key_Space and extend else screens[key])
        else:
            return False
        return True

    def _go(self, caret: int, extend: bool) -> None:
        self._column = None
        self.select(self.anchor if extend else caret, caret)
        self.scroll_to(self.caret(), "nearest")

    def _go_line(self, step: int, extend: bool) -> None:
        kept = self._column
        column = kept if kept is not None else self.places.along(self.caret())
        self._go(self.places.line_step(self.caret(), column, step), extend)
        self._column = column

    def _line_end(self, side: int) -> int:
        """Where the caret's line begins (-1) or ends (1)."""
        page = self.places.page_of(self.caret())
        start, geometry = self.places.pages[page].start, self.session.geometry_of(page)
        for line in geometry.lines:
            if start + line.start <= self.caret() <= start + line.end:
                return start + (line.start if side < 0 else line.end)
        return self.caret()

    def _come_into_sight(self) -> None:
        """Where screens were scrolled, arrows go on in what is seen now."""
        start, end = self.visible_range()
        seen = self.places.caret(self.caret()).intersects(self.seen())
        if start < end and not seen and not start <= self.caret() <= end:
            self.set_caret(start)

    def _enter(self) -> None:
        if self.selection() or self.draft:
            self.bar_entered.emit()
        else:
            self.choose(self.session.marks_at(self.caret()))
