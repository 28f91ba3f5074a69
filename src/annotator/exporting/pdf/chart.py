"""How many claims got which verdict, and how far the work is: a drawn bar with its legend."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from annotator.exporting.pdf.sheet import ACCENT, CONTROL, HAIRLINE, SECONDARY, TONES
from annotator.exporting.pdf.type import Type
from annotator.exporting.pdf.words import Run, Words
from annotator.exporting.tally import Share, Tally

_BAR, _LINE, _GAP = 10.0, 3.0, 2.0
_SWATCH = 7.0
_ROW = 16.0
"""px of a row of the legend."""
_FILLS = {**TONES, "none": ACCENT, "outcome": CONTROL, "open": HAIRLINE, "rest": HAIRLINE}


@dataclass(frozen=True, slots=True)
class _Entry:
    words: Words
    fill: QColor
    at: QPointF


class Chart:
    """A chart set to a width; ``height`` is what it takes, px."""

    def __init__(self, type: Type, counted: Tally, width: float) -> None:
        self._width = width
        self._verdicts = [(colour(share), share.count) for share in counted.shares]
        self._progress = [
            (QColor(ACCENT), counted.checked), (QColor(CONTROL), counted.set_aside),
            (QColor(HAIRLINE), counted.open),
        ]  # fmt: skip
        self._caption = type.set([Run(counted.progress, 600)], width, 12, 1.4)
        self._legend = list(self._entries(type, counted.shares))

    def _entries(self, type: Type, shares: Sequence[Share]) -> Sequence[_Entry]:
        made = []
        x, y = 0.0, _BAR + _LINE + 8 + self._caption.height + 3
        for share in shares:
            runs = [Run(f"{share.name} ", colour=SECONDARY), Run(str(share.count), 600)]
            words = type.set(runs, self._width - _SWATCH - 5, 11, 1.4)
            needed = _SWATCH + 5 + words.right_of(0) + 16
            if x and x + needed - 16 > self._width:
                x, y = 0.0, y + _ROW
            made.append(_Entry(words, colour(share), QPointF(x, y)))
            x += needed
        return made

    @property
    def height(self) -> float:
        """px from its top to the end of the legend."""
        last = self._legend[-1] if self._legend else None
        return (last.at.y() + last.words.height if last else _BAR) + 10

    def draw(self, painter: QPainter, at: QPointF) -> None:
        """Draw it with its top left corner at ``at``."""
        painter.save()
        painter.setPen(Qt.PenStyle.NoPen)
        _bar(painter, self._verdicts, QRectF(at.x(), at.y(), self._width, _BAR))
        top = at.y() + _BAR + 3
        _bar(painter, self._progress, QRectF(at.x(), top, self._width, _LINE))
        for entry in self._legend:
            place = at + entry.at
            middle = place.y() + entry.words.lines[0].height / 2
            painter.setBrush(entry.fill)
            box = QRectF(place.x(), middle - _SWATCH / 2, _SWATCH, _SWATCH)
            painter.drawRoundedRect(box, 1.5, 1.5)
        painter.restore()
        self._caption.draw(painter, at + QPointF(0, _BAR + _LINE + 8))
        for entry in self._legend:
            entry.words.draw(painter, at + entry.at + QPointF(_SWATCH + 5, 0))


def _bar(painter: QPainter, parts: Sequence[tuple[QColor, int]], box: QRectF) -> None:
    shown = [(fill, count) for fill, count in parts if count]
    total = sum(count for _fill, count in shown)
    room = box.width() - _GAP * max(0, len(shown) - 1)
    x = box.left()
    for fill, count in shown:
        width = room * count / total
        painter.setBrush(fill)
        painter.drawRoundedRect(QRectF(x, box.top(), width, box.height()), 1.5, 1.5)
        x += width + _GAP


def colour(share: Share) -> QColor:
    """What a share is drawn in: its tone's colour, paler the nearer it is to the middle of the
    scale."""
    full = QColor(_FILLS.get(share.tone, ACCENT))
    parts = (full.red(), full.green(), full.blue())
    return QColor(*(round(255 - (255 - part) * share.strength) for part in parts))
