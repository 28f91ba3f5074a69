"""Code points of the article ↔ positions in the document.

Qt counts UTF-16 units, and tables, pictures and blocks left out shift its positions. Where each
block begins is noted while the document is built; inside a block only characters beyond the Basic
Multilingual Plane (two units) make a difference.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Placed:
    """A block that is in the document: its index in the article, its slice of the text (code
    points), the document position of its first character."""

    index: int
    start: int
    end: int
    position: int


class PositionMap:
    """Both ways between ``article.text`` offsets and document positions.

    What is not shown maps to the nearest place that is: an offset in a block left out to the start
    of the next block shown (the end of the last where there is none), a position between blocks
    or on a picture to its block's end.
    """

    def __init__(self, text: str, placed: Sequence[Placed]) -> None:
        self._placed = sorted(placed, key=lambda block: block.start)
        self._starts = [block.start for block in self._placed]
        self._ordinals = {block.index: at for at, block in enumerate(self._placed)}
        by_position = sorted(range(len(self._placed)), key=lambda at: self._placed[at].position)
        self._by_position = by_position
        self._positions = [self._placed[at].position for at in by_position]
        self._wide = [match.start() for match in _ASTRAL.finditer(text)]

    @property
    def placed(self) -> Sequence[Placed]:
        """The blocks in the document, in the article's order."""
        return self._placed

    def ordinal(self, index: int) -> int | None:
        """Which of ``placed`` the article's block is; None when it is not shown."""
        return self._ordinals.get(index)

    def ordinal_at(self, offset: int) -> int:
        """Which of ``placed`` begins at or before the offset; -1 before the first."""
        return bisect_right(self._starts, offset) - 1

    def position(self, offset: int) -> int:
        """The document position of a code point."""
        if not self._placed:
            return 0
        at = self.ordinal_at(offset)
        if at < 0:
            return self._placed[0].position
        block = self._placed[at]
        if offset <= block.end:
            return block.position + self._units(block.start, offset)
        if at + 1 < len(self._placed):
            return self._placed[at + 1].position
        return block.position + self._units(block.start, block.end)

    def offset(self, position: int) -> int:
        """The code point at a document position; in the middle of one, that one."""
        if not self._placed:
            return 0
        at = max(0, bisect_right(self._positions, position) - 1)
        block = self._placed[self._by_position[at]]
        units = max(0, position - block.position)
        return min(block.end, self._code_point(block.start, units))

    def _units(self, start: int, end: int) -> int:
        return end - start + bisect_left(self._wide, end) - bisect_left(self._wide, start)

    def _code_point(self, start: int, units: int) -> int:
        first = bisect_left(self._wide, start)
        low, high = start, start + units
        if bisect_left(self._wide, high, first) == first:
            return high
        while low < high:  # the last code point that begins at or before so many units
            middle = (low + high + 1) // 2
            if middle - start + bisect_left(self._wide, middle, first) - first <= units:
                low = middle
            else:
                high = middle - 1
        return low
