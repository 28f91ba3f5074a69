"""Where the bar at the selection hides least: a pure function over rectangles (px)."""

from collections.abc import Iterable, Iterator, Sequence

from PySide6.QtCore import QPoint, QRect, QSize

SELECTED = 50
"""How many times worse it is to hide what is selected than other words."""
FAR = 8
"""px² of words that are rather hidden than the bar being a px further from the selection's end."""
NOT_BELOW = 4_000
"""px² of words that are rather hidden than the bar standing elsewhere than below, where it is
looked for."""


def best_place(
    size: QSize, room: QRect, selection: Sequence[QRect], words: Sequence[QRect], gap: int
) -> QPoint:
    """The upper left corner for a bar of that size, within ``room``. It comes under the end of the
    selection (in reading order; at least one rectangle), or above or beside it where it hides less
    there. ``words`` is all that should stay readable."""
    end = selection[-1]
    home = QPoint(end.right() - size.width() // 2, end.bottom() + gap)
    places = [QRect(place, size) for place in _places(size, room, selection, gap)]

    def harm(place: QRect) -> float:
        far = (place.topLeft() - home).manhattanLength()
        hidden = _common(place, words) + SELECTED * _common(place, selection)
        return hidden + FAR * far + (NOT_BELOW if place.top() < end.bottom() else 0)

    return min(places, key=harm).topLeft()


def _places(size: QSize, room: QRect, selection: Sequence[QRect], gap: int) -> Iterator[QPoint]:
    first, end, whole = selection[0], selection[-1], _around(selection)
    rightmost, lowest = room.right() + 1 - size.width(), room.bottom() + 1 - size.height()
    across = [end.right() - size.width() // 2, room.left(), rightmost]
    above = [rect.top() - gap - size.height() for rect in (first, whole)]
    for y in (end.bottom() + gap, whole.bottom() + gap, *above):
        for x in across:
            yield QPoint(_within(x, room.left(), rightmost), _within(y, room.top(), lowest))
    for x in (whole.right() + gap, whole.left() - gap - size.width()):
        y = end.center().y() - size.height() // 2
        yield QPoint(_within(x, room.left(), rightmost), _within(y, room.top(), lowest))


def _within(value: int, low: int, high: int) -> int:
    return max(low, min(value, high))


def _around(rects: Iterable[QRect]) -> QRect:
    whole = QRect()
    for rect in rects:
        whole = whole.united(rect)
    return whole


def _common(place: QRect, rects: Iterable[QRect]) -> int:
    """px² that a place has in common with them."""
    parts = (place.intersected(rect) for rect in rects)
    return sum(part.width() * part.height() for part in parts if part.isValid())
