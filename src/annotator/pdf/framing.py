"""Boxes of letters seen from their line, and quads made of them.

A line's frame: x along the line, y towards the next line, in points of user space.
"""

from annotator.model import Quad
from annotator.pdf.page_text import PageLine
from annotator.pdf.space import Box, Rect, Space

_HEIGHT = 1.2  # em, of a letter's room


def framed(line: PageLine, box: Box) -> tuple[float, float, float, float]:
    """(from, to, top, bottom) of a letter's box in its line's frame."""
    cos, sin = line.direction
    x0, y0, x1, y1 = box
    if line.slanted:
        return _slanted(line, box)
    ax, ay = x0 * cos + y0 * sin, x0 * sin - y0 * cos
    bx, by = x1 * cos + y1 * sin, x1 * sin - y1 * cos
    return min(ax, bx), max(ax, bx), min(ay, by), max(ay, by)


def _slanted(line: PageLine, box: Box) -> tuple[float, float, float, float]:
    """PDFium's box stands straight around a slanted letter: the letter is inside, about its
    middle."""
    cos, sin = line.direction
    x0, y0, x1, y1 = box
    middle_x, middle_y = (x0 + x1) / 2, (y0 + y1) / 2
    height = _HEIGHT * line.size
    if abs(cos) > abs(sin):
        width = (x1 - x0 - height * abs(sin)) / abs(cos)
    else:
        width = (y1 - y0 - height * abs(cos)) / abs(sin)
    along, down = middle_x * cos + middle_y * sin, middle_x * sin - middle_y * cos
    half = max(0.0, width) / 2
    return along - half, along + half, down - height / 2, down + height / 2


def quad_of(line: PageLine, start: float, end: float, top: float, bottom: float) -> Quad:
    """The quad of a stretch of a line, given in its frame."""
    cos, sin = line.direction
    corners = ((start, top), (end, top), (start, bottom), (end, bottom))
    ax, bx, cx, dx = (x * cos + y * sin for x, y in corners)
    ay, by, cy, dy = (x * sin - y * cos for x, y in corners)
    return ax, ay, bx, by, cx, cy, dx, dy


def around(space: Space, quad: Quad) -> Rect:
    """The rectangle a quad is seen in."""
    points = [space.to_shown(quad[at], quad[at + 1]) for at in range(0, 8, 2)]
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)


def holds(box: Box, x: float, y: float, slack: float) -> bool:
    """Whether a point is in a box, or no farther from it than ``slack``."""
    return box[0] - slack <= x <= box[2] + slack and box[1] - slack <= y <= box[3] + slack


def distance(box: Box, x: float, y: float) -> float:
    """How far a point is from a box, squared."""
    across = max(box[0] - x, 0.0, x - box[2])
    down = max(box[1] - y, 0.0, y - box[3])
    return across * across + down * down


def near(box: Box, quad: Quad) -> bool:
    """Whether a box and a quad may have anything in common."""
    xs, ys = quad[0::2], quad[1::2]
    return box[0] <= max(xs) and min(xs) <= box[2] and box[1] <= max(ys) and min(ys) <= box[3]


def inside(quad: Quad, box: Box) -> bool:
    """Whether the middle of a box that has room is in a quad."""
    if box[2] <= box[0] or box[3] <= box[1]:
        return False
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    ring = ((quad[0], quad[1]), (quad[2], quad[3]), (quad[6], quad[7]), (quad[4], quad[5]))
    turns = [
        (bx - ax) * (y - ay) - (by - ay) * (x - ax)
        for (ax, ay), (bx, by) in zip(ring, ring[1:] + ring[:1], strict=True)
    ]
    return all(turn <= 0 for turn in turns) or all(turn >= 0 for turn in turns)
