"""The two ends of the current mark, dragged by mouse."""

from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QPointF, QRectF

from annotator.ui.marks.painting import HANDLE, knobs

_REACH = HANDLE + 4  # px around a knob that still take hold of it


@dataclass(slots=True)
class Drag:
    """An end (``start`` | ``end``) of a mark on its way; ``start`` and ``end`` are where it would
    stand now."""

    id: str
    which: str
    start: int
    end: int

    def to(self, offset: int) -> bool:
        """Move the end to a code point, at least one from the other end; whether that changed
        anything."""
        before = (self.start, self.end)
        if self.which == "start":
            self.start = min(offset, self.end - 1)
        else:
            self.end = max(offset, self.start + 1)
        return before != (self.start, self.end)


class Edges(Protocol):
    """Set text, or pages."""

    def edge(self, offset: int, after: bool) -> QRectF:
        """A line as high as the type where a passage begins or (``after``) ends."""


def edges(places: Edges, start: int, end: int) -> list[QRectF]:
    """Where the two ends of a passage are; of one that is not shown, an empty rectangle."""
    return [places.edge(start, after=False), places.edge(end, after=True)]


def end_at(ends: list[QRectF], point: QPointF) -> str:
    """Which end's knob or stroke a point takes hold of; "" for none."""
    for which, end, knob in zip(("start", "end"), ends, knobs(ends), strict=True):
        if end.isNull():
            continue
        offset = point - knob
        if abs(offset.x()) <= _REACH and abs(offset.y()) <= _REACH:
            return which
    return ""
