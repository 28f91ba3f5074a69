"""What is selected on pages, and the caret in their text."""

from PySide6.QtCore import QMimeData, QPointF, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QPainter, QRegion
from PySide6.QtWidgets import QApplication, QWidget

from annotator.library import ArticleSession
from annotator.model.text import without_blanks
from annotator.ui.caret import nudged
from annotator.ui.document_view import Area, Passage
from annotator.ui.pages.area_drag import adjusted, by_on_page, on_page
from annotator.ui.pages.marked import MarkedPages
from annotator.ui.theme import Theme

NUDGE = 3.0
"""Points that a key moves an area, or an edge of it."""
_Mode = QPainter.CompositionMode


class SelectedPages(MarkedPages):
    """Pages with a selection along the text, or a rectangle that was drawn. ``area_moved`` (id,
    ``Area``): an area is to be there."""

    selection_changed = Signal()
    caret_moved = Signal(int)
    end_dragged = Signal(str, int, int)
    area_moved = Signal(str, object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self._anchor = self._caret = 0
        self.drawing_from: QPointF | None = None
        super().__init__(theme, parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._blink = QTimer(self)
        self._blink.timeout.connect(self._turn_caret)
        self._caret_on = False

    def set_session(self, session: ArticleSession | None) -> None:
        blocks = session.article.blocks if session else ()
        own = (block.start for block in blocks if block.main and block.start < block.end)
        self._anchor = self._caret = next(own, 0)
        super().set_session(session)
        self.selection_changed.emit()

    @property
    def text(self) -> str:
        """The article's text, "" without one."""
        return self.session.article.text if self.session else ""

    def selection(self) -> Passage | None:
        """See ``DocumentView``."""
        start, end = sorted((self._anchor, self._caret))
        text = self.text
        start, end = without_blanks(text, start, end)
        return (start, end) if start < end else None

    def selected_rects(self) -> list[QRect] | None:
        """See ``Surface``; of a drawn area its rectangle."""
        corner = self.viewport().pos() - self.scrolled
        if self.selected_area():
            rect = self.stack.from_page(self.draft.page, self.draft.rect)
            return [rect.toAlignedRect().translated(corner)]
        passage = self.selection()
        if passage is None:
            return None
        start, end = self.visible_range()
        return self.rectangles(max(start, passage[0]), min(end, passage[1]))

    def selected_area(self) -> Area | None:
        """The rectangle that was drawn and awaits its mark."""
        return self.draft if self.drawing_from is None else None

    def select(self, anchor: int, caret: int) -> None:
        """Select from one offset to another, where the caret then is."""
        length = len(self.text)
        anchor, caret = max(0, min(length, anchor)), max(0, min(length, caret))
        had_area, self.draft = self.draft is not None, None
        if (anchor, caret) == (self._anchor, self._caret) and not had_area:
            return
        moved_caret = caret != self._caret
        self._anchor, self._caret = anchor, caret
        self._show_caret()
        self.viewport().update()
        self.selection_changed.emit()
        if moved_caret:
            self.caret_moved.emit(caret)

    def set_selection(self, start: int, end: int) -> None:
        """Select a passage."""
        self.select(start, end)

    def clear_selection(self) -> None:
        """Select nothing; the caret stays."""
        self.select(self._caret, self._caret)

    @property
    def anchor(self) -> int:
        """Where the selection began; the caret where nothing is selected."""
        return self._anchor

    def caret(self) -> int:
        """Where the caret stands."""
        return self._caret

    def set_caret(self, offset: int) -> None:
        """See ``DocumentView``."""
        self.select(offset, offset)

    def still_point(self) -> QPointF:
        """See ``PageCanvas``: the caret, if it is in sight."""
        place = self.places.caret(self._caret).center() - QPointF(self.scrolled)
        inside = self.viewport().rect().contains(place.toPoint())
        return place if inside and self.text else super().still_point()

    def nudge_end(self, which: str, step: int) -> None:
        """See ``DocumentView``."""
        mark = self.mark(self.current) if self.session else None
        if mark is None:
            self.nudge_area("w" if which == "start" else "e", step, 0)
            return
        blocks = self.session.article.blocks
        start, end = nudged(self.text, blocks, (mark.start, mark.end), which, step)
        if (start, end) != (mark.start, mark.end):
            self.end_dragged.emit(mark.id, start, end)

    def nudge_area(self, grip: str, right: int, down: int) -> None:
        """See ``DocumentView``."""
        area = self.current_area()
        if area is None:
            return
        page, rect = self.session.area(area)
        by = by_on_page(right * NUDGE, down * NUDGE, self.turn)
        moved = adjusted(rect, on_page(grip, self.turn), by, self.stack.sizes[page])
        if moved != rect:
            self.area_moved.emit(area.id, Area(page, moved))

    def copy(self) -> None:
        """Copy the words that are selected."""
        passage = self.selection()
        if passage:
            data = QMimeData()
            data.setText(self.text[slice(*passage)])
            QGuiApplication.clipboard().setMimeData(data)

    # Painting

    def paint_selection(self, painter: QPainter) -> None:
        passage = self.selection()
        if passage:
            seen = self.visible_range()
            start, end = max(passage[0], seen[0]), min(passage[1], seen[1])
            region = QRegion()  # letters of two directions overlap, and twice inverted is as before
            for rect in self.places.rectangles(start, end) if start < end else ():
                region |= QRegion(rect.adjusted(0, -1, 0, 1).toAlignedRect())
            for part in region:
                self._invert(painter, part)
        elif self._caret_on and self.session:
            line = self.places.caret(self._caret)
            if not line.isNull():
                ink = self.theme.colour("ink") if self.recolour else Qt.GlobalColor.black
                painter.fillRect(line.adjusted(-1, -1, 1, 1), ink)

    def _invert(self, painter: QPainter, rect: QRect) -> None:
        """Paper becomes the accent and ink the paper, whatever is printed there."""
        dark = self.recolour is not None and self.theme.tokens.dark
        painter.save()
        painter.setCompositionMode(_Mode.CompositionMode_Difference)
        painter.fillRect(rect, Qt.GlobalColor.white)
        mode = _Mode.CompositionMode_Multiply if dark else _Mode.CompositionMode_Screen
        painter.setCompositionMode(mode)
        painter.fillRect(rect, self.theme.colour("accent"))
        painter.restore()

    def _show_caret(self) -> None:
        """Show it at once, and let it blink from now on."""
        self._caret_on = self.hasFocus()
        period = QApplication.cursorFlashTime()
        if self._caret_on and period > 0:
            self._blink.start(period // 2)
        else:
            self._blink.stop()

    def _turn_caret(self) -> None:
        self._caret_on = not self._caret_on
        line = self.places.caret(self._caret).translated(-QPointF(self.scrolled))
        self.viewport().update(line.toAlignedRect().adjusted(-3, -3, 3, 3))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._show_caret()
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._caret_on = False
        self._blink.stop()
        self.viewport().update()
