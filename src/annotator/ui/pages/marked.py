"""Pages with what is marked on them: highlights through which the page is seen, areas, numbers."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from annotator.events import Changes
from annotator.library import ArticleSession
from annotator.library.marks import Mark
from annotator.model import Annotation
from annotator.model.colours import LINES
from annotator.ui.document_view import Area
from annotator.ui.marks.areas import is_sign
from annotator.ui.marks.badges import Badges, number_room
from annotator.ui.marks.ends import edges
from annotator.ui.marks.painting import MarkPainter
from annotator.ui.marks.shown import ShownMarks
from annotator.ui.marks.tints import TintPainter
from annotator.ui.pages.area_drag import SIDE, AreaDrag, grips
from annotator.ui.pages.canvas import PageCanvas
from annotator.ui.theme import Theme, icons, mix
from annotator.ui.theme.tokens import LIGHT, LIGHT_MARKS

BADGE_GAP, BESIDE = 8.0, 6.0  # px at 100 %, from the page to its marks' numbers, and after these
SPILL = 14
"""px that marks and knobs reach over their lines."""
WASH, VEIL = 0.45, 0.28
"""How much of an area's colour lies over it: on light pages, and in the dark."""
OUTLINE, CURRENT_OUTLINE, CASING = 2.0, 2.5, 1.5
"""px: the line round an area, the current one's; what shows of the line under it on each side."""
_Mode = QPainter.CompositionMode


class MarkedPages(ShownMarks, PageCanvas):
    """Paints what is in sight. ``drag`` is an end of the current mark on its way, ``area_drag`` the
    current area, ``draft`` an area that is being drawn."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self.area_drag: AreaDrag | None = None
        self.draft: Area | None = None
        self.numbers = Badges(theme)
        self._painter = MarkPainter(theme)
        super().__init__(theme, parent)

    def set_session(self, session: ArticleSession | None) -> None:
        self.forget_marks()
        self.area_drag = self.draft = None
        super().set_session(session)

    def apply(self, changes: Changes) -> None:
        """Show what a change touched."""
        if self.session is None or self.session.id not in changes.articles:
            return
        if self.current and not self.session.has(self.current):
            self.current = ""
        if self.number_room() > self.stack.right:
            self.lay_out_again()
        for rect in self._touched(changes.annotations):
            self.viewport().update(rect)

    def _touched(self, ids: Iterable[str]) -> list[QRect]:
        """Where marks that changed are and were, and all numbers, for every number after a new
        mark is another."""
        port, (start, end), rects = self.viewport().rect(), self.visible_range(), []
        for id in ids:
            shown = [m for m in (self.session.mark_before(id), self.mark(id)) if m is not None]
            if not shown:
                return [port]  # an area, or one that has no place
            for mark in shown:
                first, last = max(start, mark.start), min(end, mark.end)
                rects += self.rectangles(first, last) if first < last else []
        lines = [rect.adjusted(-SPILL, -SPILL, SPILL, SPILL) for rect in rects]
        seen = self.seen()
        pages = self.stack.pages_between(seen.top(), seen.bottom())
        edge = min((self.stack.rect(page).right() for page in pages), default=0.0)
        return [*lines, port.adjusted(round(edge - self.scrolled.x()), 0, 0, 0)]

    def number_room(self) -> float:
        count = len(self.session.ids()) if self.session else 0
        return max(self.theme.px(44), number_room(self.theme, count, BADGE_GAP, BESIDE))

    def set_current(self, annotation_id: str) -> None:
        """The mark whose ends are shown; "" for none."""
        if annotation_id != self.current:
            self.current, self.drag, self.area_drag = annotation_id, None, None
            self.viewport().update()

    # Marks

    def area_rect(self, annotation: Annotation) -> QRectF | None:
        """Where an area is in the stack, as it is shown; None while that is not at hand."""
        if self.area_drag and self.area_drag.id == annotation.id:
            area = self.area_drag.area
            return self.stack.from_page(area.page, area.rect)
        known = self.session.known_area(annotation)
        return self.stack.from_page(*known) if known else None

    def current_area(self) -> Annotation | None:
        """The current mark, if it is an area."""
        if not self.current or self.session is None or not self.session.has(self.current):
            return None
        annotation = self.session.annotation(self.current)
        return annotation if annotation.kind == "area" else None

    def reveal(self, annotation_id: str) -> bool:
        """See ``DocumentView``."""
        annotation, seen = self.session.annotation(annotation_id), self.seen()
        if annotation.kind == "area":
            rect = self.stack.from_page(*self.session.area(annotation))
            far = not seen.intersects(rect)
        else:
            start = self.session.anchor(annotation_id).start
            rects = self.places.sure_rectangles(start, start + 1) if start is not None else []
            rect = rects[0] if rects else QRectF()
            far = bool(rects) and not seen.contains(rect.center())
        if far:
            self.show_rect(rect, "centre")
        return far

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self.theme.colour("chrome"))
        if self.session is None or not self.stack.sizes:
            return
        painter.translate(-QPointF(self.scrolled))
        seen = QRectF(event.rect()).translated(QPointF(self.scrolled))
        pages = self.stack.pages_between(seen.top() - 2, seen.bottom() + 2)
        for page in pages:
            self.paint_page(painter, page)
        self._paint_marks(painter, pages)
        self.paint_selection(painter)
        self._place_numbers()
        self.numbers.paint_badges(painter, self.current, seen)
        mark = self.current_mark()
        if mark:
            self._painter.paint_handles(painter, edges(self.places, mark.start, mark.end))
        self._paint_grips(painter)

    def _paint_marks(self, painter: QPainter, pages: range) -> None:
        if not pages:
            return
        start = self.places.pages[pages[0]].start
        end = self.places.pages[pages[-1]].end
        marks = self.marks_shown(start, end) if end > start else []
        painter.save()
        self._paint_tints(painter, marks, (start, end))
        self._painter.apart = self.look.apart
        self._painter.see_through = self.blend
        self._painter.ground = self.mark_colour
        self._painter.lie = self.places.lie
        self._painter.paint(painter, self.places, marks, (start, end))
        found = [hit for hit in self.found if hit[0] < end and hit[1] > start]
        self._painter.paint_found(painter, self.places, found, self.found_current)
        for page in pages:
            for annotation in self.session.areas_on(page):
                self._paint_area(painter, annotation)
        if self.draft:
            self._paint_draft(painter)
        painter.restore()

    def _paint_tints(self, painter: QPainter, marks: Sequence[Mark], clip: tuple[int, int]) -> None:
        tints = TintPainter(self.theme.tokens if self.recolour else LIGHT)
        tints.see_through, tints.lie = self.blend, self.places.lie
        if self.tints.between(*clip):
            tints.spare(self.places, marks, clip)
        tints.paint(painter, self.places, self.tints, clip, self.theme.colour("accent"))

    @property
    def blend(self) -> QPainter.CompositionMode:
        """How a mark's ground lies over a page so that the page is seen through it."""
        lighten, multiply = _Mode.CompositionMode_Lighten, _Mode.CompositionMode_Multiply
        return lighten if self._is_dark else multiply

    @property
    def _is_dark(self) -> bool:
        """Whether pages are dark, and not the window alone."""
        return self.recolour is not None and self.theme.tokens.dark

    def mark_colour(self, colour: str) -> QColor:
        """A mark's ground; on a page in its own colours always the light one. In the dark it is
        darker than elsewhere, for the ink of a page is seldom quite black, nor white then."""
        if not self.recolour:
            return QColor(LIGHT_MARKS[colour])
        ground = self.theme.mark(colour)
        return ground.darker(125) if self.theme.tokens.dark else ground

    def _paint_area(self, painter: QPainter, annotation: Annotation) -> None:
        rect = self.area_rect(annotation)
        if rect is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_wash(painter, rect, annotation.colour)
        edge = self._paint_outline(painter, rect, annotation)
        if is_sign(annotation):
            icons.paint(painter, "sticky-note", edge, rect.adjusted(3, 3, -3, -3))
        painter.restore()

    def _paint_wash(self, painter: QPainter, rect: QRectF, colour: str) -> None:
        """In the dark pictures stay as they are, a white scan next to dark paper: what is seen on
        both covers them a little. On light pages what is printed stays as strong as it is."""
        if self._is_dark:
            veil = mix(LIGHT_MARKS[colour], LINES[colour], 0.5)
            veil.setAlphaF(VEIL)
            painter.fillRect(rect, veil)
            return
        painter.setCompositionMode(self.blend)
        painter.fillRect(rect, mix(self.mark_colour(colour), "#ffffff", WASH))
        painter.setCompositionMode(_Mode.CompositionMode_SourceOver)

    def _paint_outline(self, painter: QPainter, rect: QRectF, annotation: Annotation) -> QColor:
        """The line round an area and the colour it got. In the dark it is light for dark paper, and
        lies on a dark one for pictures, which stay light."""
        current, colour = annotation.id == self.current, annotation.colour
        dark = QColor(LIGHT.accent if current else LINES[colour])
        light = QColor(self.theme.tokens.accent if current else LIGHT_MARKS[colour])
        width = CURRENT_OUTLINE if current else OUTLINE
        lines = [(dark, width)]
        if self._is_dark:
            lines = [(dark, width + 2 * CASING), (light, width)]
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for line, wide in lines:
            painter.setPen(QPen(line, wide))
            painter.drawRoundedRect(rect, 2, 2)
        return lines[-1][0]

    def _paint_grips(self, painter: QPainter) -> None:
        area = self.current_area()
        rect = self.area_rect(area) if area else None
        if rect is None:
            return
        painter.save()
        painter.setPen(QPen(self.theme.colour("paper"), 1.5))
        painter.setBrush(self.theme.colour("accent"))
        for place in grips(rect).values():
            painter.drawRect(QRectF(place.x() - SIDE / 2, place.y() - SIDE / 2, SIDE, SIDE))
        painter.restore()

    def _paint_draft(self, painter: QPainter) -> None:
        rect = self.stack.from_page(self.draft.page, self.draft.rect)
        painter.save()
        wash = QColor(self.theme.colour("accent"))
        wash.setAlphaF(0.14)
        painter.fillRect(rect, wash)
        painter.setPen(QPen(self.theme.colour("accent"), 1.5, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(rect)
        painter.restore()

    def paint_selection(self, painter: QPainter) -> None:
        """What is selected, and the caret: for the view that has them."""

    # Numbers

    def _place_numbers(self) -> None:
        """Beside the page, each at the line where its mark begins."""
        seen, self.numbers.badges = self.seen(), []
        room = self.stack.right - self.theme.px(BADGE_GAP) - self.theme.px(BESIDE)
        for page in self.stack.pages_between(seen.top(), seen.bottom()):
            found = sorted(self._begins(page), key=lambda b: (b[0], self.session.index(b[1])))
            begins = ((top, id, self.session.number(id)) for top, id in found)
            self.numbers.stack(
                begins, self.stack.rect(page).right() + self.theme.px(BADGE_GAP), room
            )

    def _begins(self, page: int) -> list[tuple[float, str]]:
        """(height, id) of the marks and areas that begin on a page."""
        part = self.places.pages[page]
        areas = ((self.area_rect(area), area.id) for area in self.session.areas_on(page))
        found = [(rect.top() + 8, id) for rect, id in areas if rect is not None]
        marks = self.marks_shown(part.start, part.end) if part.end > part.start else []
        for mark in marks:
            if mark.start >= part.start:
                rects = self.places.rectangles(mark.start, mark.start + 1)
                found += [(rects[0].center().y(), mark.id)] if rects else []
        return found
