"""The article with its marks: under the text, numbers beside it, the current mark's ends on it."""

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from annotator.events import Changes
from annotator.library import ArticleSession
from annotator.typesetting.grounds import paint_grounds
from annotator.ui.document_view import Passage
from annotator.ui.marks.ends import edges
from annotator.ui.marks.painting import MarkPainter
from annotator.ui.marks.shown import ShownMarks
from annotator.ui.marks.tints import TintPainter
from annotator.ui.text.canvas import Canvas
from annotator.ui.text.gutters import LOOK_BACK, Gutters
from annotator.ui.theme import Theme

SPILL = 12
"""px that marks and knobs reach over their lines."""


class MarkedCanvas(ShownMarks, Canvas):
    """Paints what is in sight, at a cost that knows nothing of the rest. The document is never
    edited to show a mark. ``drag`` is an end of the current mark on its way."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self.gutters = Gutters(theme)
        self._painter = MarkPainter(theme)
        self._numbers_stale = True
        super().__init__(theme, parent)
        self.visible_range_changed.connect(self.place_numbers_again)

    # What is shown

    def set_session(self, session: ArticleSession | None) -> None:
        self.forget_marks()
        super().set_session(session)

    def apply(self, changes: Changes) -> None:
        super().apply(changes)
        if self.current and self.session and not self.session.has(self.current):
            self.current = ""
        if self.session is None or self.session.id not in changes.articles:
            return
        self.place_numbers_again()
        for rect in self._touched(changes.annotations):
            self.viewport().update(rect)

    def _touched(self, ids: Iterable[str]) -> list[QRect]:
        """Where marks that changed are and were, with those they overlap, and all numbers, for
        every number after a new mark is another."""
        start, end = self.visible_range()
        passages: list[Passage] = []
        for id in ids:
            shown = (self.session.mark_before(id), self.mark(id))
            passages += [(mark.start, mark.end) for mark in shown if mark]
        seen = [p for p in passages if p[0] < end and p[1] > start]
        near = [(m.start, m.end) for p in seen for m in self.session.marks_between(*p)]
        bands = {self._band(max(start, p[0]), min(end, p[1])) for p in (*seen, *near)}
        numbers = round(self.page.margins.left + self.setting.style.measure)
        whole = self.viewport().rect()
        return [*filter(None, bands), whole.adjusted(numbers - self.scrolled.x(), 0, 0, 0)]

    def _band(self, start: int, end: int) -> QRect:
        """The lines of a passage over the column's whole width, with room for knobs."""
        rects = self.rectangles(start, end)
        if not rects:
            return QRect()
        top, bottom = min(r.top() for r in rects), max(r.bottom() for r in rects)
        return QRect(0, top - SPILL, self.viewport().width(), bottom - top + 2 * SPILL)

    def refresh(self) -> None:
        """Paint marks and numbers anew."""
        self.place_numbers_again()
        self.viewport().update()

    def set_current(self, annotation_id: str) -> None:
        """The mark whose ends are shown; "" for none."""
        if annotation_id != self.current:
            self.current, self.drag = annotation_id, None
            self.viewport().update()

    def place_numbers_again(self) -> None:
        """Marks or sight have changed."""
        self._numbers_stale = True

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.setting is None:
            QPainter(self.viewport()).fillRect(event.rect(), self.theme.colour("paper"))
            return
        for rect in event.region():
            self._paint_part(rect)

    def _paint_part(self, rect: QRect) -> None:
        painter = QPainter(self.viewport())
        painter.setClipRect(rect)
        painter.fillRect(rect, self.theme.colour("paper"))
        painter.translate(-QPointF(self.scrolled))
        seen = rect.translated(self.scrolled)
        if seen.left() < self.page.margins.left + self.setting.style.measure:
            self._paint_under(painter, seen)
            painter.end()
            super().paintEvent(QPaintEvent(rect))
            painter.begin(self.viewport())
            painter.setClipRect(rect)
            painter.translate(-QPointF(self.scrolled))
        self._paint_over(painter, seen)

    def _paint_under(self, painter: QPainter, seen: QRect) -> None:
        setting = self.setting
        top, bottom = seen.top() - SPILL, seen.bottom() + SPILL
        paint_grounds(painter, setting, top, bottom)
        start, end = setting.offsets_between(top, bottom)
        accent = self.theme.colour("accent")
        TintPainter(self.theme.tokens).paint(painter, setting, self.tints, (start, end), accent)
        self._painter.apart = self.page.look.apart
        in_sight = self.visible_range()
        marks = self.marks_shown(min(start, in_sight[0]), max(end, in_sight[1]))
        self._painter.paint(painter, setting, marks, (start, end))
        found = [hit for hit in self.found if hit[0] < end and hit[1] > start]
        self._painter.paint_found(painter, setting, found, self.found_current)

    def _paint_over(self, painter: QPainter, seen: QRect) -> None:
        setting, page = self.setting, self.page
        column = page.margins.left, page.margins.left + setting.style.measure
        page.paint(painter, setting, seen.top())
        if seen.left() < column[0]:
            blocks = setting.blocks_between(seen.top() - SPILL, seen.bottom() + SPILL)
            numbers = self.session.paragraphs
            self.gutters.paint_paragraphs(painter, setting, numbers, blocks, column[0])
        if self._numbers_stale:
            self._place_numbers(column[1])
        if seen.right() > column[1]:
            self.gutters.paint_badges(painter, self.current, QRectF(seen))
        mark = self.current_mark()
        if mark:
            self._painter.paint_handles(painter, edges(setting, mark.start, mark.end))

    def _place_numbers(self, right: float) -> None:
        top = self.scrolled.y()
        bottom = top + self.viewport().height() + SPILL
        start, end = self.setting.offsets_between(top - LOOK_BACK, bottom)
        marks = [mark for mark in self.marks_shown(start, end) if mark.start >= start]
        room = self.page.margins.right
        self.gutters.place(self.setting, self.session, marks, right, room)
        self._numbers_stale = False

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.place_numbers_again()
        super().resizeEvent(event)
