"""The lines of a page as they are drawn, each with its place in the frame it is read in."""

import re
from itertools import pairwise
from math import atan2, degrees

from annotator.pdf.bidi import is_rtl, page_direction
from annotator.pdf.characters import SOFT_HYPHEN, Characters, Look
from annotator.pdf.line import Line
from annotator.pdf.space import Box
from annotator.pdf.styles import styles_of

_LINE = re.compile(f"[^\r\n{SOFT_HYPHEN}]+{SOFT_HYPHEN}?")
_SQUARE = {0: (1.0, 0.0), 90: (0.0, 1.0), 180: (-1.0, 0.0), 270: (0.0, -1.0)}
_SLANT = 2.0  # degrees
_PARALLEL = 0.99  # cosine of the angle between two letters of a line
_WIDE_GAP = 1.2  # em


def read_lines(characters: Characters, visible: Box) -> list[Line]:
    """All lines in the order they are drawn, without what lies outside the visible box."""
    units = characters.units
    rtl = page_direction(units)
    found = []
    for match in _LINE.finditer(units):
        words = match[0]
        hyphen = words.endswith(SOFT_HYPHEN)
        start = match.start() + len(words) - len(words.lstrip())
        end = match.start() + len(words.rstrip()) - hyphen
        for first, last in _straight(characters, start, end) if start < end else ():
            found += _seen(characters, first, last, hyphen and last == end, visible, rtl)
    return found


def _straight(characters: Characters, start: int, end: int) -> list[tuple[int, int]]:
    """The pieces of a line that have one direction each: PDFium may go on round a corner."""
    first, last = characters.look(start), characters.stance(end - 1)
    if first.cos * last[1] + first.sin * last[2] > _PARALLEL:
        return [(start, end)]
    before = first.size, first.cos, first.sin
    edges = [start]
    for unit in range(start + 1, end):
        if characters.units[unit].isspace():
            continue
        here = characters.stance(unit)
        if before[1] * here[1] + before[2] * here[2] <= _PARALLEL:
            edges.append(unit)
        before = here
    words = characters.units
    pieces = pairwise([*edges, end])
    return [(low, low + len(words[low:high].rstrip())) for low, high in pieces]


def _seen(
    characters: Characters, start: int, end: int, hyphen: bool, visible: Box, rtl: bool | None
) -> list[Line]:
    line = _line(characters, start, end, hyphen, rtl)
    x0, y0, x1, y1 = line.box
    if x1 <= visible[0] or x0 >= visible[2] or y1 <= visible[1] or y0 >= visible[3]:
        return []
    slack = line.size
    if x0 > visible[0] - slack and x1 < visible[2] + slack:
        return [line]
    return [
        _line(characters, *piece, hyphen and piece[1] == end, rtl)
        for piece in _inside(characters, start, end, visible)
    ]


def _inside(characters: Characters, start: int, end: int, visible: Box) -> list[tuple[int, int]]:
    """The pieces of a line that lie in the box, at least by half of each letter."""
    pieces: list[tuple[int, int]] = []
    for unit in range(start, end):
        x0, y0, x1, y1 = characters.box(unit)
        x, y = (x0 + x1) / 2, (y0 + y1) / 2
        if not (visible[0] <= x <= visible[2] and visible[1] <= y <= visible[3]):
            continue
        if characters.units[unit].isspace() and not (pieces and pieces[-1][1] == unit):
            continue
        if pieces and pieces[-1][1] == unit:
            pieces[-1] = (pieces[-1][0], unit + 1)
        else:
            pieces.append((unit, unit + 1))
    return pieces


def _line(characters: Characters, start: int, end: int, hyphen: bool, rtl: bool | None) -> Line:
    look, looks = _looks(characters, start, end)
    boxes = [box for box in characters.rectangles(start, end + hyphen) if box[2] > box[0]]
    if not boxes:  # of vertical writing PDFium tells single letters only
        boxes = [characters.box(unit) for unit in range(start, end)]
    box = _around(boxes)
    upright = _is_upright(characters, start, end, look)
    cos, sin = (0.0, -1.0) if upright else (look.cos, look.sin)
    turned = degrees(atan2(sin, cos)) % 360
    angle = round(turned / 90) * 90 % 360
    slanted = abs((turned - angle + 180) % 360 - 180) > _SLANT
    if not slanted:
        cos, sin = _SQUARE[angle]
    line = Line(
        start, end, hyphen, angle, slanted, cos, sin, 0, 0, 0, look.size,
        (min(each.size for each in looks), max(each.size for each in looks)),
        all(each.bold for each in looks), all(each.italic for each in looks), look.fixed,
        is_rtl(characters.units[start:end], rtl), upright,
        looks[0].size < 0.85 * look.size and characters.units[start].isdigit(), box,
    )  # fmt: skip
    _place(line, characters, look, boxes)
    if len(boxes) > 1 and not slanted:
        line.styles = styles_of(characters, line)
    return line


def _looks(characters: Characters, start: int, end: int) -> tuple[Look, tuple[Look, ...]]:
    """The look that stands for the line (a number set high before it does not), and some of it."""
    first = characters.look(start)
    if abs(first.size - characters.stance(end - 1)[0]) < 0.1:
        if first.bold or first.italic:
            return first, (first, characters.look(end - 1))
        return first, (first,)
    looks = first, characters.look((start + end) // 2), characters.look(end - 1)
    return sorted(looks, key=lambda look: look.size)[1], looks


def _place(line: Line, characters: Characters, look: Look, boxes: list[Box]) -> None:
    line.y = line.across(look.x, look.y)[1]
    if line.upright:  # the origin of vertical writing stands in the middle of the column
        line.y += 0.35 * line.size
    if line.size <= 0:
        line.size = max(1.0, min(line.box[2] - line.box[0], line.box[3] - line.box[1]))
    if line.slanted:
        ends = [line.across(*characters.origin(unit))[0] for unit in (line.start, line.end - 1)]
        line.x0, line.x1 = ends[0], ends[1] + 0.5 * line.size
        return
    spans = sorted(line.span(box) for box in boxes)
    line.x0, line.x1 = spans[0][0], max(end for _, end in spans)
    if len(spans) > 1:
        line.gaps = _gaps(spans, _WIDE_GAP * line.size)


def _gaps(spans: list[tuple[float, float]], width: float) -> tuple[tuple[float, float], ...]:
    found, reached = [], spans[0][1]
    for start, end in spans[1:]:
        if start - reached >= width:
            found.append((reached, start))
        reached = max(reached, end)
    return tuple(found)


def _is_upright(characters: Characters, start: int, end: int, look: Look) -> bool:
    """Whether the letters stand one under the other while each looks up: vertical writing."""
    if end - start < 2 or characters.units[start] < "\u1100":
        return False
    (ax, ay), (bx, by) = characters.origin(start), characters.origin(end - 1)
    along = (bx - ax) * look.cos + (by - ay) * look.sin
    down = (bx - ax) * look.sin - (by - ay) * look.cos
    return down > 0.5 * look.size and abs(along) < 0.2 * down


def _around(boxes: list[Box]) -> Box:
    x0, y0, x1, y1 = zip(*boxes, strict=True)
    return min(x0), min(y0), max(x1), max(y1)
