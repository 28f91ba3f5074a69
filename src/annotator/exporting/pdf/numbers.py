"""Where the numbers above marks' ends stand: each at its own, none over another.

Where many marks end together, there is no room for a number each: those that would hang too far
from their ends share one, as ``1002–1014``.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from PySide6.QtCore import QPointF

from annotator.exporting.pdf.badges import HEIGHT, badge_width
from annotator.exporting.pdf.type import Type

_REACH = 50.0
"""px that a number may hang from its mark's end: two of four digits stand between."""
_GAP = 0.5
_RANGES = 3


@dataclass(frozen=True, slots=True)
class Number:
    """A mark's number (None: it is private) and its end on a page: ``x`` there, px, and the top
    of the badge. ``rtl``: it hangs to the left of it."""

    page: int
    x: float
    y: float
    value: int | None
    rtl: bool = False

    @property
    def way(self) -> float:
        """Along the line, as it is read."""
        return -self.x if self.rtl else self.x


@dataclass(slots=True)
class _Badge:
    """One or more numbers that share a badge; ``start`` is along the line, as it is read."""

    start: float
    y: float
    values: list[int] = field(default_factory=list)

    @property
    def text(self) -> str:
        return shared(self.values)


def hang(
    numbers: Sequence[Number], left: float, right: float, type: Type
) -> Iterator[tuple[int, QPointF, str]]:
    """(page, top left corner, text) of every badge; none goes beyond ``left`` or ``right``."""
    for page, rtl, row in _rows(numbers):
        limit = -left if rtl else right
        for badge in _row(row, limit, type):
            width = badge_width(type, badge.text)
            x = -badge.start - width if rtl else badge.start
            yield page, QPointF(x, badge.y), badge.text


def _rows(numbers: Sequence[Number]) -> Iterator[tuple[int, bool, list[Number]]]:
    """The numbers above one line each, as it is read."""
    for (page, rtl), group in groupby(
        sorted(numbers, key=lambda one: (one.page, one.rtl, one.y)),
        key=lambda one: (one.page, one.rtl),
    ):
        row: list[Number] = []
        for number in group:
            if row and number.y - row[0].y > HEIGHT / 2:
                yield page, rtl, sorted(row, key=lambda one: one.way)
                row = []
            row.append(number)
        yield page, rtl, sorted(row, key=lambda one: one.way)


def _row(numbers: Sequence[Number], limit: float, type: Type) -> list[_Badge]:
    placed: list[_Badge] = []

    def end(badge: _Badge) -> float:
        return badge.start + badge_width(type, badge.text)

    for number in numbers:
        values = [] if number.value is None else [number.value]
        wanted = number.way - 1
        free = end(placed[-1]) + _GAP if placed else wanted
        badge = _Badge(max(wanted, free), number.y, values)
        if placed and (badge.start - wanted > _REACH or end(badge) > limit):
            placed[-1].values += values
        else:
            placed.append(badge)
        while len(placed) > 1 and end(placed[-1]) > limit:
            placed[-2].values += placed.pop().values
        if end(placed[-1]) > limit:
            placed[-1].start -= end(placed[-1]) - limit
    return placed


def shared(values: Sequence[int]) -> str:
    """The text of a badge: ``7``, ``7–9``, ``7, 9``; ``""`` for private marks alone."""
    runs: list[list[int]] = []
    for value in sorted(values):
        if runs and value == runs[-1][-1] + 1:
            runs[-1].append(value)
        else:
            runs.append([value])
    if len(runs) > _RANGES:
        return f"{runs[0][0]}…{runs[-1][-1]}"
    return ", ".join(_run(run) for run in runs)


def _run(run: Sequence[int]) -> str:
    return str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}"
