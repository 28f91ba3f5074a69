"""Two ways to say where something is on a page, and the way between them.

*User space* is the page's own: points (1/72 inch), y upwards, as its contents, its annotations and
their QuadPoints are written, whatever the page's box or rotation. *Shown* is what a reader sees:
points from the top left corner of the page's visible box, y downwards, turned as the page is
(PDF 32000-1:2008, 8.3.2, 14.11.2).
"""

from dataclasses import dataclass

Rect = tuple[float, float, float, float]
"""(x, y, width, height), shown points."""
Box = tuple[float, float, float, float]
"""(x0, y0, x1, y1), user space, x0 ≤ x1 and y0 ≤ y1."""


@dataclass(frozen=True, slots=True)
class Space:
    """``box`` is the visible box in user space, ``rotation`` 0, 90, 180 or 270 (degrees,
    clockwise)."""

    box: Box
    rotation: int = 0

    @property
    def size(self) -> tuple[float, float]:
        """(width, height) as shown."""
        x0, y0, x1, y1 = self.box
        width, height = x1 - x0, y1 - y0
        return (height, width) if self.rotation in (90, 270) else (width, height)

    def to_shown(self, x: float, y: float) -> tuple[float, float]:
        """Where a point of user space is seen."""
        x0, y0, x1, y1 = self.box
        match self.rotation:
            case 90:
                return y - y0, x - x0
            case 180:
                return x1 - x, y - y0
            case 270:
                return y1 - y, x1 - x
        return x - x0, y1 - y

    def to_user(self, x: float, y: float) -> tuple[float, float]:
        """Which point of user space is seen there."""
        x0, y0, x1, y1 = self.box
        match self.rotation:
            case 90:
                return y + x0, x + y0
            case 180:
                return x1 - x, y + y0
            case 270:
                return x1 - y, y1 - x
        return x + x0, y1 - y

    def rect_of(self, box: Box) -> Rect:
        """A box of user space as it is seen."""
        (ax, ay), (bx, by) = self.to_shown(box[0], box[1]), self.to_shown(box[2], box[3])
        return min(ax, bx), min(ay, by), abs(bx - ax), abs(by - ay)

    def box_of(self, rect: Rect) -> Box:
        """What is seen in a rectangle, in user space."""
        x, y, width, height = rect
        (ax, ay), (bx, by) = self.to_user(x, y), self.to_user(x + width, y + height)
        return min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)


def common_part(one: Box, other: Box) -> float:
    """How much two boxes have in common, as a part of what both cover: 1 for the same, 0 for two
    that do not meet."""
    wide = min(one[2], other[2]) - max(one[0], other[0])
    high = min(one[3], other[3]) - max(one[1], other[1])
    both = max(0.0, wide) * max(0.0, high)
    all_ = _ground(one) + _ground(other) - both
    return both / all_ if all_ > 0 else 0.0


def _ground(box: Box) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])
