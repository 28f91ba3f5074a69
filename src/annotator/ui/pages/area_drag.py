"""The current area's edges, and an area on its way to another place or size. Rectangles of pages
are (x, y, width, height), points."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt

from annotator.ui.document_view import Area

Rect = tuple[float, float, float, float]
SIDE = 9.0
"""px a grip is wide."""
REACH = 5.0
"""px around a grip, and beside an edge, that still take hold of it."""
LEAST = 6.0
"""Points that an area stays wide and high."""
ALL = "all"
_QUARTER_BACK = str.maketrans("nesw", "wnes")
_CURSORS = {
    "nw": Qt.CursorShape.SizeFDiagCursor, "se": Qt.CursorShape.SizeFDiagCursor,
    "ne": Qt.CursorShape.SizeBDiagCursor, "sw": Qt.CursorShape.SizeBDiagCursor,
    "n": Qt.CursorShape.SizeVerCursor, "s": Qt.CursorShape.SizeVerCursor,
    "w": Qt.CursorShape.SizeHorCursor, "e": Qt.CursorShape.SizeHorCursor,
    ALL: Qt.CursorShape.SizeAllCursor,
}  # fmt: skip


def cursor(grip: str) -> Qt.CursorShape:
    """What the pointer looks like over a grip."""
    return _CURSORS[grip]


def grips(rect: QRectF) -> dict[str, QPointF]:
    """Where an area is taken hold of to change its size: corners, and the middles of its sides
    where these are long enough."""
    middle = rect.center()
    found = {
        "nw": rect.topLeft(), "ne": rect.topRight(), "sw": rect.bottomLeft(),
        "se": rect.bottomRight(),
    }  # fmt: skip
    if rect.width() > 4 * SIDE:
        found |= {"n": QPointF(middle.x(), rect.top()), "s": QPointF(middle.x(), rect.bottom())}
    if rect.height() > 4 * SIDE:
        found |= {"w": QPointF(rect.left(), middle.y()), "e": QPointF(rect.right(), middle.y())}
    return found


def grip_at(rect: QRectF, point: QPointF) -> str:
    """What of an area a point takes hold of: a grip, its edge (``all`` of it), "" for nothing."""
    for name, place in grips(rect).items():
        off = point - place
        if max(abs(off.x()), abs(off.y())) <= SIDE / 2 + REACH / 2:
            return name
    outer = rect.adjusted(-REACH, -REACH, REACH, REACH)
    inner = rect.adjusted(REACH, REACH, -REACH, -REACH)
    return ALL if outer.contains(point) and not inner.contains(point) else ""


def on_page(grip: str, turn: int) -> str:
    """What is taken hold of on a page that is turned so far, as the page itself has it."""
    for _quarter in range(turn // 90):
        grip = grip if grip == ALL else grip.translate(_QUARTER_BACK)
    return grip


def by_on_page(right: float, down: float, turn: int) -> tuple[float, float]:
    """A way on the screen as a way on a page that is turned so far."""
    for _quarter in range(turn // 90):
        right, down = down, -right
    return right, down


def adjusted(rect: Rect, grip: str, by: tuple[float, float], size: tuple[float, float]) -> Rect:
    """An area of a page of that size with a grip moved by so many points: it stays on its page,
    and an area."""
    x0, y0, x1, y1 = rect[0], rect[1], rect[0] + rect[2], rect[1] + rect[3]
    dx, dy = by
    if grip == ALL:
        dx, dy = _within(dx, -x0, size[0] - x1), _within(dy, -y0, size[1] - y1)
        return x0 + dx, y0 + dy, rect[2], rect[3]
    if "w" in grip:
        x0 = _within(x0 + dx, 0.0, x1 - LEAST)
    if "e" in grip:
        x1 = _within(x1 + dx, x0 + LEAST, size[0])
    if "n" in grip:
        y0 = _within(y0 + dy, 0.0, y1 - LEAST)
    if "s" in grip:
        y1 = _within(y1 + dy, y0 + LEAST, size[1])
    return x0, y0, x1 - x0, y1 - y0


def _within(value: float, low: float, high: float) -> float:
    return max(low, min(value, high))


@dataclass(slots=True)
class AreaDrag:
    """An area whose ``grip`` was taken at ``taken`` (points of its page); ``area`` is where it
    would be now."""

    id: str
    grip: str
    taken: tuple[float, float]
    before: Area
    size: tuple[float, float]
    area: Area

    def to(self, x: float, y: float) -> None:
        """The pointer is at these points of the page now."""
        by = x - self.taken[0], y - self.taken[1]
        rect = adjusted(self.before.rect, self.grip, by, self.size)
        self.area = Area(self.before.page, rect)

    @property
    def moved(self) -> bool:
        """Whether it is elsewhere."""
        return self.area != self.before
