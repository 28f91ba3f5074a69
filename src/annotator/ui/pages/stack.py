"""How pages lie on the desk: one under the other, each in the middle, at one scale, turned alike.

Points and rectangles *of a page* are those of the page as its file has it, not as it is turned
here.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF

GAP = 14.0  # px between pages, and around them, whatever the scale
LEAST_SCALE, GREATEST_SCALE = 0.05, 16.0
Size = tuple[float, float]


class Fit(StrEnum):
    """How large pages are shown."""

    WIDTH = "width"
    PAGE = "page"
    SCALE = "scale"


@dataclass(frozen=True, slots=True)
class Stack:
    """Where each page is, in px of the whole stack. ``sizes`` are points, before turning; ``scale``
    is px a point; ``left`` and ``right`` the room kept beside the pages; ``turn`` is how far pages
    are turned: 0, 90, 180 or 270 degrees, clockwise."""

    sizes: Sequence[Size]
    scale: float
    width: float
    left: float = 0.0
    right: float = 0.0
    tops: Sequence[float] = field(default=())
    turn: int = 0

    @classmethod
    def of(
        cls,
        sizes: Sequence[Size],
        scale: float,
        room: float,
        left: float,
        right: float,
        turn: int = 0,
    ) -> "Stack":
        """The pages in a room so many px wide; wider ones make the stack wider."""
        turned = [turned_size(size, turn) for size in sizes]
        widest = max((width for width, _height in turned), default=0.0) * scale
        tops, at = [], GAP
        for _width, height in turned:
            tops.append(at)
            at += height * scale + GAP
        tops.append(at)
        return cls(sizes, scale, max(room, widest + left + right), left, right, tops, turn)

    @property
    def height(self) -> float:
        """Of all pages, px."""
        return self.tops[-1] if self.tops else 0.0

    def size(self, page: int) -> Size:
        """(width, height) of a page as it lies here, points."""
        return turned_size(self.sizes[page], self.turn)

    def rect(self, page: int) -> QRectF:
        """Where a page is (from 0)."""
        width, height = (side * self.scale for side in self.size(page))
        room = self.width - self.left - self.right
        return QRectF(self.left + max(0.0, (room - width) / 2), self.tops[page], width, height)

    def page_at(self, y: float) -> int:
        """The page at a height, or the one above the gap there."""
        found = bisect_right(self.tops, y, hi=len(self.sizes)) - 1
        return max(0, min(len(self.sizes) - 1, found))

    def pages_between(self, top: float, bottom: float) -> range:
        """The pages that can be seen between two heights."""
        if not self.sizes:
            return range(0)
        first = self.page_at(top)
        if self.rect(first).bottom() < top:
            first += 1
        return range(first, bisect_right(self.tops, bottom, hi=len(self.sizes)))

    def on_page(self, point: QPointF) -> tuple[int, float, float]:
        """(page, x, y) in points of the page nearest to a point of the stack."""
        page = self.page_at(point.y())
        rect = self.rect(page)
        below = page + 1
        if below < len(self.sizes) and point.y() > rect.bottom() + GAP / 2:
            page, rect = below, self.rect(below)
        return page, *self.to_page(page, point)

    def to_page(self, page: int, point: QPointF) -> tuple[float, float]:
        """Where a point of the stack is on this page (or beside it), points."""
        corner, (width, height) = self.rect(page).topLeft(), self.sizes[page]
        right, down = (point.x() - corner.x()) / self.scale, (point.y() - corner.y()) / self.scale
        match self.turn:
            case 90:
                return down, height - right
            case 180:
                return width - right, height - down
            case 270:
                return width - down, right
        return right, down

    def part_of(self, page: int, rect: QRectF) -> tuple[float, float, float, float]:
        """What of a page (x, y, width, height; points) a rectangle of the stack covers."""
        (ax, ay), (bx, by) = (self.to_page(page, p) for p in (rect.topLeft(), rect.bottomRight()))
        return min(ax, bx), min(ay, by), abs(bx - ax), abs(by - ay)

    def from_page(self, page: int, rect: Sequence[float]) -> QRectF:
        """A rectangle (x, y, width, height; points) of a page in the stack."""
        corner, scale = self.rect(page).topLeft(), self.scale
        x, y, width, height = turned_rect(rect, self.sizes[page], self.turn)
        return QRectF(corner.x() + x * scale, corner.y() + y * scale, width * scale, height * scale)


def turned_size(size: Size, turn: int) -> Size:
    """(width, height) of what is turned by 0, 90, 180 or 270 degrees."""
    return (size[1], size[0]) if turn % 180 else size


def turned_rect(rect: Sequence[float], size: Size, turn: int) -> tuple[float, float, float, float]:
    """Where a rectangle of a page of that size (before turning) is once the page is turned."""
    x, y, width, height = rect
    match turn:
        case 90:
            return size[1] - y - height, x, height, width
        case 180:
            return size[0] - x - width, size[1] - y - height, width, height
        case 270:
            return y, size[0] - x - width, height, width
    return x, y, width, height


def fitting_scale(fit: Fit, size: Size, room: Size, beside: float) -> float:
    """The scale at which a page of ``size`` points fits a room of so many px, ``beside`` of which
    are kept free beside it."""
    width = (room[0] - beside) / max(1.0, size[0])
    height = (room[1] - 2 * GAP) / max(1.0, size[1])
    wanted = min(width, height) if fit is Fit.PAGE else width
    return min(GREATEST_SCALE, max(LEAST_SCALE, wanted))
