"""Runs of rows → paragraphs: by leading, indents, type and where a line ends before it must.

A line *ends early* where the first word of the next one would still have had room in it: somebody
broke it on purpose. In prose that ends a paragraph; in verse, lists and tables it ends a line.
"""

import re
from dataclasses import dataclass, field
from itertools import pairwise

from annotator.pdf.runs import Row, Run

_INDENT = 0.7  # em
_DEEPEST_INDENT = 6.0
_ENDED = re.compile(r"[.!?:;…。！？؟]['\"”’»)\]]*\d{0,3}$")
_ITEM = re.compile(
    r"(?:[•‣◦▪■●○·–—*\-\u2212\uf0b7]|\(?(?:\d{1,3}|[a-zA-Z]|[ivxlIVXL]{1,5})[.)])\s+\S"
)
_BULLET = re.compile(r"[•‣◦▪■●○\uf0b7]\s*\S")
_QUOTES = "\"'“‘«(―—–"
_LEADERS = re.compile(r"(?:\. ?){4,} ?\w{1,6}$")
"""Dots that lead to a page number."""
_NARROW = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]")


@dataclass(slots=True)
class Paragraph:
    """Rows of one paragraph; ``breaks[i]`` says that the line break before row i stays."""

    rows: list[Row]
    breaks: list[bool] = field(default_factory=lambda: [False])
    centred: bool = False


@dataclass(slots=True)
class _Shape:
    """What holds for a whole run."""

    left: float
    right: float
    leading: float
    widest: float  # from line to line within a paragraph
    centred: bool
    listing: bool  # most lines end early: verse, addresses, tables
    early: list[bool]
    words: list[str]


def page_paragraphs(runs: list[Run], units: str) -> list[Paragraph]:
    """The paragraphs of all runs; one that goes on in the next column is one."""
    found: list[Paragraph] = []
    for run in runs:
        here = paragraphs(run, units)
        if found and _goes_on(found[-1], here[0], units):
            found[-1].rows += here[0].rows
            found[-1].breaks += here[0].breaks
            here = here[1:]
        found += here
    return found


def _goes_on(one: Paragraph, other: Paragraph, units: str) -> bool:
    """Whether a paragraph at the foot of a column ends at the head of the one beside it."""
    above, below = one.rows[-1], other.rows[0]
    if below.y >= above.y or min(above.x1, below.x1) > max(above.x0, below.x0):
        return False
    if abs(above.size - below.size) > 0.03 * above.size or _looks(above) != _looks(below):
        return False
    if above.first.angle != below.first.angle or one.centred or other.centred:
        return False
    words = units[above.last.start : above.last.end]
    begins = units[below.first.start]
    return above.last.hyphen or (begins.islower() and not _ENDED.search(words))


def paragraphs(run: Run, units: str) -> list[Paragraph]:
    """The paragraphs of a run."""
    words = [" ".join(units[ln.start : ln.end] for ln in row.lines) for row in run.rows]
    shape = _shape(run, words)
    found = [Paragraph([run.rows[0]], centred=shape.centred)]
    for at in range(1, len(run.rows)):
        current = found[-1]
        if _begins(run.rows, at, current, shape):
            found.append(Paragraph([run.rows[at]], centred=shape.centred))
        else:
            current.breaks.append(_stays(run.rows, at, shape))
            current.rows.append(run.rows[at])
    return found


def _shape(run: Run, words: list[str]) -> _Shape:
    rows = run.rows
    early = _early(rows, words)
    downs = sorted(b.y - a.y for a, b in pairwise(rows))
    leading = downs[len(downs) // 3] if downs else 0.0
    even = sum(abs(down - leading) < 0.03 * leading for down in downs) > 0.7 * len(downs) > 2
    widest = (1.08 if even else 1.25) * leading + 0.1 * rows[0].size
    centred = _is_centred(rows)
    listing = len(rows) >= 4 and sum(early) > 0.55 * (len(rows) - 1) and not centred
    return _Shape(run.x0, run.x1, leading, widest, centred, listing, early, words)


def _early(rows: list[Row], words: list[str]) -> list[bool]:
    """For each row, whether the one before ends though the first word here would have had room."""
    lefts, rights = [row.x0 for row in rows], [row.x1 for row in rows]
    found = [False]
    for at in range(1, len(rows)):
        near = slice(max(0, at - 8), at + 8)
        if rows[at - 1].first.rtl:
            room = lefts[at - 1] - min(lefts[near])
        else:
            room = max(rights[near]) - rights[at - 1]
        found.append(room > _needed(rows[at], words[at]) + 1.2 * rows[at].size)
    return found


def _needed(row: Row, words: str) -> float:
    """How long its first word is, about."""
    first = 1 if _NARROW.match(words) else len(words.split(" ", 1)[0])
    return (row.x1 - row.x0) * first / max(1, len(words))


def _is_centred(rows: list[Row]) -> bool:
    if len(rows) < 2:
        return False
    size = rows[0].size
    middles = [(row.x0 + row.x1) / 2 for row in rows]
    lefts = [row.x0 for row in rows]
    ragged = sum(left - min(lefts) > 0.5 * size for left in lefts) * 2 >= len(lefts)
    return max(middles) - min(middles) < size and max(lefts) - min(lefts) > size and ragged


def _begins(rows: list[Row], at: int, current: Paragraph, shape: _Shape) -> bool:
    """Whether a paragraph begins at a row."""
    before, row = rows[at - 1], rows[at]
    if before.last.hyphen:
        return False
    down = row.y - before.y
    ended = bool(_ENDED.search(shape.words[at - 1]))
    goes_on = not ended and shape.words[at][0].islower()
    if down > (1.5 * shape.leading if goes_on else shape.widest):
        return True
    if (
        row.first.raised
        or _BULLET.match(shape.words[at])
        or (_looks(before) != _looks(row) and not goes_on)
    ):
        return True
    if shape.centred or goes_on:
        return False
    if _ITEM.match(shape.words[at]) and _is_item(current, row, at, shape):
        return True
    if _indented(rows, at, current, shape):
        return True
    in_item = _BULLET.match(shape.words[at - len(current.rows)]) is not None
    return shape.early[at] and ended and (not shape.listing or in_item)


def _looks(row: Row) -> tuple[bool, bool]:
    return all(line.bold for line in row.lines), row.first.rtl


def _is_item(current: Paragraph, row: Row, at: int, shape: _Shape) -> bool:
    """Whether a line that begins like an item is one, not a sentence's "5. " by chance."""
    if shape.early[at] or _ENDED.search(shape.words[at - 1]):
        return True
    first = current.rows[0]
    return len(current.rows) > 1 and row.x0 < current.rows[-1].x0 - 0.3 * first.size


def _indented(rows: list[Row], at: int, current: Paragraph, shape: _Shape) -> bool:
    row, size = rows[at], rows[at].size
    if row.first.rtl:
        depth = [each.x1 - row.x1 for each in current.rows]
    else:
        depth = [row.x0 - each.x0 for each in current.rows]
    if len(depth) > 1:  # against the paragraph's own edge, its first line aside
        edge = depth[-1]
        if edge < -_INDENT * size:
            return True
        return _INDENT * size < edge < _DEEPEST_INDENT * size and not shape.listing
    if _INDENT * size < depth[0] < _DEEPEST_INDENT * size:
        return not _hangs(rows, at, shape)
    return False


def _hangs(rows: list[Row], at: int, shape: _Shape) -> bool:
    """Whether the row is the second line of a hanging paragraph (an item, a reference)."""
    if _ITEM.match(shape.words[at - 1]):
        return True
    following = rows[at + 1] if at + 1 < len(rows) else None
    if following is None:
        return not shape.early[at]
    return not shape.early[at] and abs(following.x0 - rows[at - 1].x0) > 0.3 * rows[at].size


def _stays(rows: list[Row], at: int, shape: _Shape) -> bool:
    """Whether the line break before a row is part of what was written."""
    before, row = rows[at - 1], rows[at]
    if before.last.hyphen:
        return False
    if _LEADERS.search(shape.words[at - 1]):
        return True
    if any(line.gaps for line in before.lines) and any(line.gaps for line in row.lines):
        return True
    if shape.listing:
        return shape.early[at] or shape.words[at].lstrip(_QUOTES)[:1].isupper()
    if shape.centred or not shape.early[at]:
        return False
    room = max(each.x1 for each in rows) - before.x1
    begins = shape.words[at][:1]
    return room > 0.3 * (shape.right - shape.left) and (begins.isupper() or begins.isdigit())
