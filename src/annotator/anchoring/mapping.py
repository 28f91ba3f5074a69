"""Carries passages from one text to the next along the pieces both share."""

from bisect import bisect_right
from dataclasses import dataclass, field

from annotator.anchoring.differing import Piece, common_pieces


@dataclass(frozen=True, slots=True)
class Carried:
    """Where a passage went: ``[start, end)`` of the new text, its unchanged code points, and
    whether all of it is unchanged. ``kept`` 0 means: what stands there replaced it."""

    start: int
    end: int
    kept: int
    whole: bool


@dataclass(frozen=True, slots=True)
class Mapping:
    """One diff of two texts, asked about many passages."""

    old: str = field(repr=False)
    new: str = field(repr=False)
    pieces: tuple[Piece, ...] = field(repr=False)

    @classmethod
    def between(cls, old: str, new: str) -> "Mapping":
        """The mapping from an old text to a new one."""
        return cls(old, new, tuple(common_pieces(old, new)))

    def carry(self, start: int, end: int) -> Carried:
        """Where ``old[start:end]`` went."""
        inside = self._overlapping(start, end)
        kept = sum(min(end, p.old + p.size) - max(start, p.old) for p in inside)
        if not inside:
            return Carried(*self._gap(start), kept=0, whole=False)
        first, last = inside[0], inside[-1]
        new_start = first.new + max(0, start - first.old)
        new_end = last.new + min(last.size, end - last.old)
        if start < first.old:
            new_start = self._reaching_back(start, first)
        if end > last.old + last.size:
            new_end = self._reaching_on(end, last)
        return Carried(new_start, new_end, kept, kept == end - start == new_end - new_start)

    def inserted(self, start: int, end: int) -> bool:
        """Whether nothing, or next to nothing, of ``new[start:end]`` stood in the old text."""
        shared = sum(
            max(0, min(end, p.new + p.size) - max(start, p.new))
            for p in self.pieces[self._first_new(start) :]
            if p.new < end
        )
        return shared * 4 <= end - start

    def _first_new(self, at: int) -> int:
        return max(0, bisect_right(self.pieces, at, key=lambda p: p.new) - 1)

    def _overlapping(self, start: int, end: int) -> tuple[Piece, ...]:
        low = max(0, bisect_right(self.pieces, start, key=lambda p: p.old) - 1)
        high = bisect_right(self.pieces, end - 1, key=lambda p: p.old)
        return tuple(p for p in self.pieces[low:high] if p.old + p.size > start)

    def _gap(self, at: int) -> tuple[int, int]:
        """What stands in the new text between the pieces around ``at``."""
        index = bisect_right(self.pieces, at, key=lambda p: p.old)
        before = self.pieces[index - 1] if index else Piece(0, 0, 0)
        after = self.pieces[index].new if index < len(self.pieces) else len(self.new)
        return before.new + before.size, after

    def _reaching_back(self, start: int, first: Piece) -> int:
        """The start of a passage whose first words were replaced: as much of what replaced them as
        they were of what was replaced."""
        low, _ = self._gap(max(0, first.old - 1))
        index = self.pieces.index(first)
        previous = self.pieces[index - 1] if index else Piece(0, 0, 0)
        replaced = first.old - (previous.old + previous.size)
        share = (first.old - start) / replaced if replaced else 1.0
        return first.new - round((first.new - low) * share)

    def _reaching_on(self, end: int, last: Piece) -> int:
        low, high = last.new + last.size, self._gap(last.old + last.size)[1]
        index = self.pieces.index(last)
        next_old = self.pieces[index + 1].old if index + 1 < len(self.pieces) else len(self.old)
        replaced = next_old - (last.old + last.size)
        share = (end - last.old - last.size) / replaced if replaced else 1.0
        return low + round((high - low) * share)
