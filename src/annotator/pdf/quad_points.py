"""QuadPoints as they are found in files, put in order.

The standard says one order, the program that everybody copied writes another, others write any.
"""

from itertools import islice
from math import isfinite

from annotator.model.embedded import Quad
from annotator.pdf.space import Box, Space

Point = tuple[float, float]
_FARTHEST = 1e6
_READING: dict[int, Point] = {0: (1, 0), 90: (0, 1), 180: (-1, 0), 270: (0, -1)}
"""Which way one reads in user space on a page that is turned so."""


def ordered(values: tuple[float, ...], rotation: int) -> Quad | None:
    """Eight numbers in any order as upper left, upper right, lower left, lower right of the line;
    None for what is no quadrilateral. ``rotation`` is the page's."""
    if len(values) != 8 or not all(isfinite(each) and abs(each) < _FARTHEST for each in values):
        return None
    first, second, third, fourth = zip(values[0::2], values[1::2], strict=True)
    if _dot(_from(first, second), _from(third, fourth)) < 0:  # around, not line by line
        third, fourth = fourth, third
    along, reading = _from(first, second), _READING.get(rotation, (1, 0))
    if -_dot(along, reading) > abs(_cross(along, reading)):  # against the way one reads
        first, second, third, fourth = second, first, fourth, third
        along = _from(first, second)
    if _cross(along, _from(first, third)) > 0:  # the line's foot is named first
        first, second, third, fourth = third, fourth, first, second
    if abs(_cross(_from(first, second), _from(first, third))) < 1e-3:
        return None
    return (*first, *second, *third, *fourth)


def around(box: Box, space: Space) -> Quad | None:
    """The quadrilateral of a box, as it is seen on the page."""
    x, y, width, height = space.rect_of(box)
    corners = ((x, y), (x + width, y), (x, y + height), (x + width, y + height))
    flat = tuple(value for corner in corners for value in space.to_user(*corner))
    return ordered(flat, space.rotation)


def box_of(quads: tuple[Quad, ...]) -> Box:
    """The box around them; at least one."""
    across = [value for quad in quads for value in islice(quad, 0, None, 2)]
    up = [value for quad in quads for value in islice(quad, 1, None, 2)]
    return min(across), min(up), max(across), max(up)


def _from(one: Point, other: Point) -> Point:
    return other[0] - one[0], other[1] - one[1]


def _dot(one: Point, other: Point) -> float:
    return one[0] * other[0] + one[1] * other[1]


def _cross(one: Point, other: Point) -> float:
    return one[0] * other[1] - one[1] * other[0]
