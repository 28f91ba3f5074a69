"""Notes set to a width and stacked beside their passages."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter

from annotator.exporting.pdf.notes import Paragraph
from annotator.exporting.pdf.sheet import Look
from annotator.exporting.pdf.signs import SIGN, badge_width, draw_badge, draw_line, draw_verdict
from annotator.exporting.pdf.type import Type
from annotator.exporting.pdf.words import Words

BADGE = 9.5
SIZE, PAGE_SIZE = 11.4, 12.8
"""px of a note's type beside a text and on a page of its own: 8.55 and 9.6 points."""
LEADING = 1.42
PARAGRAPH_GAP = 3.0
NOTE_GAP = 8.0
BAR = 3.0
BAR_ROOM = 11.0
"""From the bar's left to the words."""

LinkBox = tuple[QRectF, str]


@dataclass(frozen=True, slots=True)
class Part:
    """A line of a note; ``top`` is px from the note's top."""

    words: Words
    line: int
    top: float
    tone: str | None = None
    badge: bool = False


class SetNote:
    """A note set in lines. ``label`` stands in its badge: a number, ``""`` for a lock, None for no
    badge. ``look`` colours its bar, None leaves it out."""

    def __init__(self, parts: Sequence[Part], label: str | None, look: Look | None) -> None:
        self.parts = parts
        self.label = label
        self.look = look

    @property
    def height(self) -> float:
        """Of all its lines, px."""
        return self.below(len(self.parts))

    @property
    def reach(self) -> float:
        """How far its longest line goes from where words begin, px."""
        return max((part.words.right_of(part.line) for part in self.parts), default=0.0)

    def below(self, part: int) -> float:
        """Where the line before ``part`` ends, px from the top."""
        if part == 0:
            return 0.0
        last = self.parts[part - 1]
        return last.top + last.words.lines[last.line].height

    def draw(
        self, painter: QPainter, type: Type, at: QPointF, first: int = 0, last: int | None = None
    ) -> None:
        """Draw lines ``[first, last)`` at ``at``, the left end of the bar."""
        shown = self.parts[first:last]
        if not shown:
            return
        height = shown[-1].top - shown[0].top + shown[-1].words.lines[shown[-1].line].height
        if self.look:
            _draw_bar(painter, self.look, at, height)
        for part in shown:
            corner = at + QPointF(BAR_ROOM, part.top - shown[0].top)
            self._draw_part(painter, type, part, corner)

    def _draw_part(self, painter: QPainter, type: Type, part: Part, at: QPointF) -> None:
        painter.save()
        x = 0.0
        middle = part.words.lines[part.line].height / 2
        if part.badge and self.label is not None:
            draw_badge(painter, type, self.label, at + QPointF(0, middle - BADGE * 0.71), BADGE)
            x = badge_width(type, self.label, BADGE) + 4
        if part.tone is not None:
            draw_verdict(painter, part.tone, at + QPointF(x, middle - SIGN / 2))
        painter.restore()
        part.words.draw(painter, at, part.line, part.line + 1)

    def links(self, at: QPointF, first: int = 0, last: int | None = None) -> list[LinkBox]:
        """Where its links are when it is drawn so."""
        shown = self.parts[first:last]
        return [
            link
            for part in shown
            for link in part.words.links(
                at + QPointF(BAR_ROOM, part.top - shown[0].top), part.line, part.line + 1
            )
        ]


def set_note(
    type: Type,
    paragraphs: Iterable[Paragraph],
    width: float,
    label: str | None = None,
    look: Look | None = None,
    limit: float = math.inf,
    size: float = SIZE,
) -> SetNote:
    """Set a note's paragraphs to ``width``, its badge before the first, in type of ``size`` px;
    where more than ``limit`` px are of no use, no more of them."""
    parts: list[Part] = []
    top = 0.0
    for at, paragraph in enumerate(paragraphs):
        badge = at == 0 and label is not None
        indent = badge_width(type, label or "", BADGE) + 4 if badge else 0.0
        indent += SIGN + 4 if paragraph.tone is not None else 0.0
        words = type.set(
            paragraph.runs, width, size, LEADING, first_indent=indent, limit=limit - top
        )
        top += PARAGRAPH_GAP if parts else 0.0
        for number, line in enumerate(words.lines):
            first = number == 0
            tone = paragraph.tone if first else None
            parts.append(Part(words, number, top + line.top, tone, badge and first))
        top += words.height
        if top > limit:
            break
    return SetNote(parts, label, look)


def stack(
    wanted: Sequence[float], heights: Sequence[float], top: float, bottom: float
) -> list[float] | None:
    """Where notes of these heights go so that each is near where it is wanted, in order, none
    over another, all between ``top`` and ``bottom``; None where there is no room."""
    places: list[float] = []
    y = top
    for want, height in zip(wanted, heights, strict=True):
        y = max(y, want)
        places.append(y)
        y += height + NOTE_GAP
    limit = bottom
    for at in range(len(places) - 1, -1, -1):
        places[at] = min(places[at], limit - heights[at])
        limit = places[at] - NOTE_GAP
    return None if places and places[0] < top - 0.01 else places


def _draw_bar(painter: QPainter, look: Look, at: QPointF, height: float) -> None:
    painter.fillRect(QRectF(at.x(), at.y(), BAR, height), QColor(look.ground))
    x = at.x() + BAR / 2
    draw_line(painter, look, QPointF(x, at.y()), QPointF(x, at.y() + height), 0.45)
