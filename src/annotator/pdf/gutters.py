"""Lines that run across the gutter between two columns are cut there.

PDFium makes one line of what stands on one baseline. A gutter is a wide blank at the same place in
several lines with much text on both sides of it; the narrow columns of a table are none, so that
a table keeps its rows. Numbers of lines are cut off, too.
"""

import re
from dataclasses import replace
from itertools import pairwise

from annotator.pdf.characters import Characters
from annotator.pdf.line import Line

_FEWEST_LINES = 3
_SIDE = 9.0  # em
_FEWEST_NUMBERS = 8
_NUMBER = re.compile(r"\d{1,5}(?=\s)")


def cut_at_gutters(lines: list[Line], characters: Characters) -> list[Line]:
    """The lines, those across a gutter in pieces from one column to the next."""
    gutters = _gutters(lines)
    numbered = _numbered(lines, characters.units)
    if not gutters and not numbered:
        return lines
    found: list[Line] = []
    for line in lines:
        places = sorted(
            place
            for angle, place in gutters
            if angle == line.angle and any(start < place < end for start, end in line.gaps)
        )
        if line.start in numbered:
            places.insert(0, sum(line.gaps[0]) / 2)
        found += _cut(line, places, characters) if places and not line.rtl else [line]
    return found


def _gutters(lines: list[Line]) -> list[tuple[int, float]]:
    """(angle, place in the frame) of each gutter."""
    wide = [
        (line.angle, start, end)
        for line in lines
        for before, start, end, after in _sides(line)
        if min(before, after) >= _SIDE * line.size
    ]
    found: list[tuple[int, float]] = []
    for angle, start, end in wide:
        place = (start + end) / 2
        if any(a == angle and start < p < end for a, p in found):
            continue
        if sum(a == angle and s < place < e for a, s, e in wide) >= _FEWEST_LINES:
            found.append((angle, place))
    return found


def _numbered(lines: list[Line], units: str) -> set[int]:
    """The starts of lines that begin with their number, on a page most of whose lines do."""
    numbers = [
        (line.start, int(match[0]))
        for line in lines
        if line.gaps and (match := _NUMBER.match(units, line.start, line.end))
    ]
    if len(numbers) < max(_FEWEST_NUMBERS, 0.6 * len(lines)):
        return set()
    steps = sum(after == before + 1 for (_, before), (_, after) in pairwise(numbers))
    return {start for start, _ in numbers} if steps >= 0.8 * (len(numbers) - 1) else set()


def _sides(line: Line) -> list[tuple[float, float, float, float]]:
    """(length of text before, from, to, length of text after) of each gap."""
    ends = [line.x0, *(edge for gap in line.gaps for edge in gap), line.x1]
    return [
        (ends[at - 1] - ends[at - 2], ends[at - 1], ends[at], ends[at + 1] - ends[at])
        for at in range(2, len(ends) - 1, 2)
    ]


def _cut(line: Line, places: list[float], characters: Characters) -> list[Line]:
    found: list[Line] = []
    start = line.start
    for place in places:
        cut = _first_after(line, start, place, characters)
        if cut is not None and cut > start:
            found.append(_piece(line, start, cut, characters))
            start = cut
    found.append(_piece(line, start, line.end, characters))
    return found


def _first_after(line: Line, start: int, place: float, characters: Characters) -> int | None:
    for unit in range(start, line.end):
        box = characters.box(unit)
        if line.across((box[0] + box[2]) / 2, (box[1] + box[3]) / 2)[0] > place:
            return unit
    return None


def _piece(line: Line, start: int, end: int, characters: Characters) -> Line:
    words = characters.units[start:end]
    start += len(words) - len(words.lstrip())
    end -= len(words) - len(words.rstrip())
    boxes = [characters.box(unit) for unit in (start, end - 1)]
    edges = [line.across(*point)[0] for b in boxes for point in ((b[0], b[1]), (b[2], b[3]))]
    x0, y0, x1, y1 = zip(*boxes, strict=True)
    return replace(
        line,
        start=start,
        end=end,
        hyphen=line.hyphen and end == line.end,
        x0=min(edges),
        x1=max(edges),
        box=(min(x0), min(y0), max(x1), max(y1)),
        gaps=tuple(gap for gap in line.gaps if min(edges) < gap[0] and gap[1] < max(edges)),
    )
