"""Where each letter of a page stands, and which letter stands somewhere."""

import hashlib
from array import array
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from annotator.model import Quad
from annotator.pdf.framing import around, distance, framed, holds, inside, near, quad_of
from annotator.pdf.page_text import PageBlock, PageLine
from annotator.pdf.space import Box, Rect, Space


@dataclass(frozen=True)
class PageGeometry:
    """A page's text and the place of each letter. Plain data: may go between threads.

    Offsets are code points of the page's ``text``. ``boxes`` holds four numbers a code point
    (x0, y0, x1, y1, user space); a blank that stands for a line's end has no width.
    """

    text: str = field(repr=False)
    blocks: tuple[PageBlock, ...] = field(repr=False)
    lines: tuple[PageLine, ...] = field(repr=False)
    space: Space
    boxes: "array[float]" = field(repr=False)

    @cached_property
    def sha256(self) -> str:
        """The hash of the text, as in ``Page.sha256``."""
        return hashlib.sha256(self.text.encode()).hexdigest()

    @property
    def size(self) -> tuple[float, float]:
        """(width, height) as shown."""
        return self.space.size

    @property
    def rotation(self) -> int:
        """How far the page is turned: degrees, clockwise."""
        return self.space.rotation

    def to_shown(self, x: float, y: float) -> tuple[float, float]:
        """Where a point of user space is seen."""
        return self.space.to_shown(x, y)

    def to_user(self, x: float, y: float) -> tuple[float, float]:
        """Which point of user space is seen there."""
        return self.space.to_user(x, y)

    def box(self, offset: int) -> Box:
        """The room of one letter, user space."""
        x0, y0, x1, y1 = self.boxes[offset * 4 : offset * 4 + 4]
        return x0, y0, x1, y1

    def quads(self, start: int, end: int) -> tuple[Quad, ...]:
        """What a passage covers: one quad for each line, user space, in QuadPoints' order."""
        return tuple(quad_of(line, *span) for line, *span in self._spans(start, end))

    def rectangles(self, start: int, end: int) -> list[Rect]:
        """The same as it is seen: one rectangle for each line, shown points."""
        return [around(self.space, quad) for quad in self.quads(start, end)]

    def edge(self, offset: int, after: bool) -> Rect | None:
        """Where reading comes to a letter, or (``after``) leaves it, as it is seen: a stroke across
        its line, shown points; upright where the line lies, None where the letter is in none."""
        at = bisect_right(self.lines, offset, key=lambda line: line.start) - 1
        line = self.lines[at] if at >= 0 else None
        if line is None or offset >= line.end:
            return None
        start, end, top, bottom = framed(line, self.box(offset))
        place = end if self._reads_left(line, offset) != after else start
        return around(self.space, quad_of(line, place, place, top, bottom))

    def _spans(self, start: int, end: int) -> Iterator[tuple[PageLine, float, float, float, float]]:
        """(line, from, to, top, bottom) in the line's frame, piece by piece of what is read."""
        for line in self.lines:
            first, last = max(start, line.start), min(end, line.end)
            if first >= last:
                continue
            goes_on = line.hyphen and last == line.end and end > line.end
            for low, high in self._stretches(line, first, last):
                yield self._extent(line, low, high, goes_on and high == last)

    def _stretches(self, line: PageLine, first: int, last: int) -> Iterator[tuple[int, int]]:
        """Pieces of ``[first, last)`` that stand together on the line: where some of it is read
        against the line's direction, a passage may fall apart."""
        if (first, last) == (line.start, line.end) or not line.mixed:
            yield first, last
            return
        spots = sorted(range(line.start, line.end), key=lambda at: self._along(line, at))
        stretch: list[int] = []
        for at in (*spots, -1):
            if first <= at < last:
                stretch.append(at)
            elif stretch:
                yield min(stretch), max(stretch) + 1
                stretch = []

    def _along(self, line: PageLine, offset: int) -> float:
        x0, y0, x1, y1 = self.box(offset)
        return (x0 + x1) / 2 * line.direction[0] + (y0 + y1) / 2 * line.direction[1]

    def _extent(
        self, line: PageLine, first: int, last: int, hyphen: bool
    ) -> tuple[PageLine, float, float, float, float]:
        frames = [framed(line, self.box(at)) for at in range(first, last)]
        seen = [each for each in frames if each[1] > each[0]] or frames
        x0, x1, y0, y1 = zip(*seen, strict=True)
        start, end = min(x0), max(x1)
        if hyphen:
            edge = framed(line, line.box)
            start, end = (min(start, edge[0]), end) if line.rtl else (start, max(end, edge[1]))
        return line, start, end, min(y0), max(y1)

    def offset_at(self, x: float, y: float) -> int | None:
        """The letter that is painted at a point (shown), None where none is."""
        px, py = self.to_user(x, y)
        for line in self.lines:
            if not holds(line.box, px, py, 4.0):
                continue
            for at in range(line.start, line.end):
                if holds(self.box(at), px, py, 0.0):
                    return at
        return None

    def nearest(self, x: float, y: float) -> int:
        """The caret's place nearest to a point (shown): an offset from 0 to the text's length."""
        px, py = self.to_user(x, y)
        if not self.lines:
            return 0
        line = min(self.lines, key=lambda each: distance(each.box, px, py))
        target = px * line.direction[0] + py * line.direction[1]
        at = min(
            range(line.start, line.end), key=lambda each: abs(self._along(line, each) - target)
        )
        right = self._reads_left(line, at)
        return at + 1 if (self._along(line, at) < target) != right else at

    def _reads_left(self, line: PageLine, at: int) -> bool:
        """Whether a letter is read against the line's direction."""
        if not line.mixed:
            return line.rtl
        other = at + 1 if at + 1 < line.end else at - 1
        if other < line.start:
            return line.rtl
        return (self._along(line, other) < self._along(line, at)) == (other > at)

    def covered(self, quad: Quad) -> tuple[int, int] | None:
        """The passage under a quad: the letters whose middle it covers; None where none are."""
        found = [
            at
            for line in self.lines
            if near(line.box, quad)
            for at in range(line.start, line.end)
            if inside(quad, self.box(at))
        ]
        return (min(found), max(found) + 1) if found else None
