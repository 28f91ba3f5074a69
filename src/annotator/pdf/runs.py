"""Lines → rows → runs of rows that stand one under the other, in the order they are read.

The order in which a page is drawn is nearly always the order in which it is read, so it is kept but
where the page plainly says otherwise: what stands above something in the same column is read before
it. Columns beside each other stay in the order they are drawn.
"""

import heapq
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from annotator.pdf.line import Line

_MOST_LEADING = 2.7  # em; typescript is set at 2.3
_RECENT = 12
_MOST_RUNS = 400


@dataclass(slots=True)
class Row:
    """Lines on one baseline, close to each other."""

    lines: list[Line]
    x0: float
    x1: float
    y: float  # the baseline
    size: float  # of its longest line's letters

    @classmethod
    def of(cls, line: Line) -> "Row":
        """A row of one line."""
        return cls([line], line.x0, line.x1, line.y, line.size)

    @property
    def first(self) -> Line:
        """The line it begins with."""
        return self.lines[0]

    @property
    def last(self) -> Line:
        """The line it ends with."""
        return self.lines[-1]

    def add(self, line: Line) -> None:
        """Another line at its end."""
        self.lines.append(line)
        self.size = max(self.lines, key=lambda each: each.end - each.start).size
        self.x0, self.x1 = min(self.x0, line.x0), max(self.x1, line.x1)


@dataclass(slots=True)
class Run:
    """Rows one under the other in one column, of one size of type."""

    rows: list[Row]
    x0: float
    x1: float
    top: float
    bottom: float

    def add(self, line: Line) -> None:
        """Another line below or at the end of the last one."""
        if self.continues(line):
            self.rows[-1].add(line)
        else:
            self.rows.append(Row.of(line))
        self.x0, self.x1 = min(self.x0, line.x0), max(self.x1, line.x1)
        self.bottom = max(self.bottom, line.bottom)

    def continues(self, line: Line) -> bool:
        """Whether the line goes on where the last row ends, on the same baseline."""
        row = self.rows[-1]
        if abs(line.y - row.y) > 0.35 * max(line.size, row.size):
            return False
        gap = row.x0 - line.x1 if line.rtl else line.x0 - row.x1
        return -0.3 * line.size < gap < 1.0 * line.size

    def takes(self, line: Line) -> bool:
        """Whether the line is the next one below the last row, in the same type."""
        row = self.rows[-1]
        if line.angle != row.first.angle or line.slanted or row.first.slanted:
            return False
        if self.continues(line):
            return True
        larger, smaller = max(line.size, row.size), min(line.size, row.size)
        if larger > 1.12 * smaller and not _share_size(line, row.first):
            return False
        down = line.y - row.y
        if not 0.5 * smaller < down <= _MOST_LEADING * larger:
            return False
        return min(line.x1, self.x1) - max(line.x0, self.x0) > 0


def _share_size(one: Line, other: Line) -> bool:
    """Whether two lines have type of one size, as far as is known; one may begin in small
    capitals."""
    return (
        one.sizes[0] <= 1.05 * other.sizes[1]
        and other.sizes[0] <= 1.05 * one.sizes[1]
        and max(one.sizes[1], other.sizes[1]) < 1.5 * min(one.sizes[0], other.sizes[0])
    )


def ordered_runs(lines: list[Line]) -> list[Run]:
    """The runs of a page in reading order; lines turned otherwise than most come last."""
    runs = _runs(lines)
    order = _order(runs)
    if order != list(range(len(runs))):  # what was drawn apart may now stand together
        runs = _runs([line for index in order for line in _lines(runs[index])])
        runs = [runs[index] for index in _order(runs)]
    return runs


def _lines(run: Run) -> Iterator[Line]:
    for row in run.rows:
        yield from row.lines


def _runs(lines: list[Line]) -> list[Run]:
    runs: list[Run] = []
    for line in lines:
        run = _home(runs, line)
        if run is None:
            runs.append(Run([Row.of(line)], line.x0, line.x1, line.top, line.bottom))
        else:
            run.add(line)
    return [part for run in runs for part in _parted(run)]


def _parted(run: Run) -> list[Run]:
    """A run without gaps much wider than its leading; its first gap was taken unseen."""
    if len(run.rows) < 3:
        return [run]
    downs = [below.y - above.y for above, below in pairwise(run.rows)]
    widest = 1.7 * sorted(downs)[len(downs) // 3]
    cuts = [at for at, down in enumerate(downs, 1) if down > widest]
    edges = [0, *cuts, len(run.rows)]
    return [_run(run.rows[start:end]) for start, end in pairwise(edges)] if cuts else [run]


def _run(rows: list[Row]) -> Run:
    x0, x1 = min(row.x0 for row in rows), max(row.x1 for row in rows)
    top = min(line.top for line in rows[0].lines)
    bottom = max(line.bottom for line in rows[-1].lines)
    return Run(rows, x0, x1, top, bottom)


def _home(runs: list[Run], line: Line) -> Run | None:
    """The run it belongs to: the last one, or one that is drawn in turns with others."""
    if not runs:
        return None
    if runs[-1].takes(line):
        return runs[-1]
    for run in runs[-2 : -_RECENT - 2 : -1]:
        if run.takes(line) and _alike(run, line) and not _covered(run, runs, line):
            return run
    return None


def _alike(run: Run, line: Line) -> bool:
    row = run.rows[-1]
    return line.y - row.y < 2.4 * line.size and (
        abs(line.x0 - row.x0) < 2 * line.size or abs(line.x1 - row.x1) < 2 * line.size
    )


def _covered(run: Run, runs: list[Run], line: Line) -> bool:
    """Whether a later run stands between the run and the line."""
    return any(
        other is not run
        and other.rows[0].first.angle == line.angle
        and other.top > run.bottom - line.size
        and other.bottom < line.top + line.size
        and min(other.x1, line.x1) > max(other.x0, line.x0)
        for other in runs[-_RECENT:]
    )


def _order(runs: list[Run]) -> list[int]:
    """The runs' places in reading order: by the angle of most, then drawn order held to what is
    above."""
    if len(runs) > _MOST_RUNS:
        return list(range(len(runs)))
    weights: dict[int, int] = {}
    for run in runs:
        angle = run.rows[0].first.angle
        weights[angle] = weights.get(angle, 0) + sum(ln.end - ln.start for ln in _lines(run))
    angles = sorted(weights, key=lambda angle: -weights[angle])
    return [
        index
        for angle in angles
        for index in _sorted_down(
            runs, [at for at, run in enumerate(runs) if run.rows[0].first.angle == angle]
        )
    ]


def _sorted_down(runs: list[Run], members: list[int]) -> list[int]:
    """Topological order: who is above goes first; else as drawn."""
    waits = dict.fromkeys(members, 0)
    below: dict[int, list[int]] = {index: [] for index in members}
    for one in members:
        for other in members:
            if one != other and _is_above(runs[one], runs[other]):
                below[one].append(other)
                waits[other] += 1
    ready = [index for index in members if not waits[index]]
    heapq.heapify(ready)
    found = []
    while ready:
        index = heapq.heappop(ready)
        found.append(index)
        for other in below[index]:
            waits[other] -= 1
            if not waits[other]:
                heapq.heappush(ready, other)
    return found


def _is_above(one: Run, other: Run) -> bool:
    overlap = min(one.x1, other.x1) - max(one.x0, other.x0)
    if overlap <= 0.1 * min(one.x1 - one.x0, other.x1 - other.x0):
        return False
    slack = 0.4 * min(one.rows[-1].size, other.rows[0].size)
    return one.bottom <= other.top + slack and one.top < other.top
