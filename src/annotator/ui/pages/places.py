"""Code points of the text ↔ places on the pages, in px of the stack."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QPointF, QRectF

from annotator.model import Page
from annotator.pdf import Box, PageGeometry
from annotator.ui.marks.painting import is_sideways
from annotator.ui.pages.stack import Stack

MOST_KEPT = 4_000
"""Passages whose rectangles are kept."""
Geometries = Callable[[int], PageGeometry | None]
"""The geometry of a page (from 0); None where it is not at hand yet."""


class Places:
    """``known`` gives what is at hand at once, ``loaded`` waits for it. Painting asks the one, who
    jumps or selects the other."""

    def __init__(
        self, pages: Sequence[Page], stack: Stack, known: Geometries, loaded: Geometries
    ) -> None:
        self.pages, self.stack = pages, stack
        self.known, self._loaded = known, loaded
        self._starts = [page.start for page in pages]
        self._kept: dict[tuple[int, int], list[QRectF]] = {}
        self._lines: dict[int, list[tuple[int, int, float, float]]] = {}

    def page_of(self, offset: int) -> int:
        """The page an offset stands on (from 0)."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def parts(self, start: int, end: int) -> Iterator[tuple[int, int, int]]:
        """(page, from, to): a passage page by page, in offsets of the page."""
        for number in range(self.page_of(start), len(self.pages)):
            page = self.pages[number]
            if page.start >= end:
                return
            first, last = max(start, page.start), min(end, page.end)
            if first < last:
                yield number, first - page.start, last - page.start

    def rectangles(self, start: int, end: int) -> list[QRectF]:
        """Where a passage is, line by line, on pages whose geometry is at hand."""
        kept = self._kept.get((start, end))
        return kept if kept is not None else self._rectangles(start, end, self.known)

    def sure_rectangles(self, start: int, end: int) -> list[QRectF]:
        """The same; waits for the geometry where it is not at hand."""
        return self._rectangles(start, end, self._loaded)

    def _rectangles(self, start: int, end: int, geometries: Geometries) -> list[QRectF]:
        found: list[QRectF] = []
        whole = True
        for page, first, last in self.parts(start, end):
            geometry = geometries(page)
            whole = whole and geometry is not None
            if geometry is not None:
                rects = geometry.rectangles(first, last)
                found += [self.stack.from_page(page, rect) for rect in rects]
        if whole:
            self._keep(start, end, found)
        return found

    def _keep(self, start: int, end: int, found: list[QRectF]) -> None:
        """What is painted is asked for again with every stroke of the caret."""
        if len(self._kept) >= MOST_KEPT:
            self._kept.clear()
        self._kept[start, end] = found

    def edge(self, offset: int, after: bool) -> QRectF:
        """A stroke across the line where a passage begins or (``after``) ends: upright, but where
        the line runs up or down the page; null where the page is not at hand."""
        at = offset - 1 if after else offset
        page = self.page_of(at)
        geometry = self.known(page) if self.pages and at >= 0 else None
        edge = geometry.edge(at - self.pages[page].start, after) if geometry else None
        return self.stack.from_page(page, edge) if edge else QRectF()

    def lie(self, offset: int) -> int:
        """How far the line an offset stands on is turned as it is seen here: 0, 90, 180 or 270
        degrees, clockwise; 0 where the page is not at hand."""
        page = self.page_of(offset)
        geometry = self.known(page) if self.pages else None
        lines, inside = (geometry.lines, offset - self.pages[page].start) if geometry else ((), 0)
        at = bisect_right(lines, inside, key=lambda line: line.start) - 1
        return (geometry.rotation - lines[at].angle + self.stack.turn) % 360 if at >= 0 else 0

    def caret(self, offset: int) -> QRectF:
        """Where the caret stands at an offset: before its letter, or after the one before it."""
        page = self.pages[self.page_of(offset)] if self.pages else None
        if page is None:
            return QRectF()
        here = self.edge(offset, after=False) if offset < page.end else QRectF()
        return self.edge(offset, after=True) if here.isNull() else here

    def nearest(self, point: QPointF) -> int:
        """The offset at which the caret stands when one clicks there."""
        page, x, y = self.stack.on_page(point)
        geometry = self._loaded(page)
        return self.pages[page].start + (geometry.nearest(x, y) if geometry else 0)

    def offset_at(self, point: QPointF) -> int | None:
        """The code point painted at a point; None beside the text."""
        page, x, y = self.stack.on_page(point)
        geometry = self._loaded(page)
        found = geometry.offset_at(x, y) if geometry else None
        return None if found is None else self.pages[page].start + found

    def offsets_between(self, top: float, bottom: float) -> tuple[int, int]:
        """What stands between two heights of the stack: whole pages where no geometry is at hand,
        else from the first to the last line seen."""
        seen = self.stack.pages_between(top, bottom)
        if not seen:
            return (0, 0)
        start, _end = self._seen(seen[0], top, bottom)
        _start, end = self._seen(seen[-1], top, bottom)
        return start, max(start, end)

    def _seen(self, number: int, top: float, bottom: float) -> tuple[int, int]:
        """What of a page stands between two heights; where no line does, its two ends crossed."""
        page, rows = self.pages[number], self._rows(number)
        if not rows:
            return page.start, page.end
        seen = [(row[0], row[1]) for row in rows if row[3] > top and row[2] < bottom]
        start = min((start for start, _end in seen), default=page.end - page.start)
        end = max((end for _start, end in seen), default=0)
        return page.start + start, page.start + end

    def _rows(self, page: int) -> list[tuple[int, int, float, float]]:
        """(start, end, top, bottom) of a page's lines, in the stack; none while its geometry is
        not at hand."""
        geometry = self.known(page)
        if geometry is None:
            return []
        if page not in self._lines:
            rects = (self._line_rect(page, line.box, geometry) for line in geometry.lines)
            self._lines[page] = [
                (line.start, line.end, rect.top(), rect.bottom())
                for line, rect in zip(geometry.lines, rects, strict=True)
            ]
        return self._lines[page]

    def _line_rect(self, page: int, box: Box, geometry: PageGeometry) -> QRectF:
        return self.stack.from_page(page, geometry.space.rect_of(box))

    def line_step(self, offset: int, along: float, step: int) -> int:
        """The offset under or over a caret: on the next line (1) or the one before (-1), as near to
        ``along`` (px of the stack; see ``along``) as it goes; over to the next page at the last."""
        page = self.page_of(offset)
        geometry = self._loaded(page)
        if geometry is None:
            return offset
        ends = [line.end for line in geometry.lines]
        at = bisect_left(ends, offset - self.pages[page].start) + step
        while not (geometry and 0 <= at < len(geometry.lines)):
            page += step
            if not 0 <= page < len(self.pages):
                return offset
            geometry = self._loaded(page)
            lines = geometry.lines if geometry else ()
            at = 0 if step > 0 else len(lines) - 1
        rect = self._line_rect(page, geometry.lines[at].box, geometry)
        if is_sideways(self.edge(self.pages[page].start + geometry.lines[at].start, after=False)):
            inside = min(max(along, rect.top() + 0.5), rect.bottom() - 0.5)
            return self.nearest(QPointF(rect.center().x(), inside))
        inside = min(max(along, rect.left() + 0.5), rect.right() - 0.5)
        return self.nearest(QPointF(inside, rect.center().y()))

    def along(self, offset: int) -> float:
        """How far along its line a caret stands, px of the stack."""
        stroke = self.caret(offset)
        return stroke.y() if is_sideways(stroke) else stroke.x()
