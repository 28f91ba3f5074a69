"""Lines under marks: each colour has its own, so that colour is not all that tells them apart."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen


@dataclass(frozen=True, slots=True)
class Line:
    """``dashes``: lengths on and off in parts of ``width`` (px), none for a solid line."""

    dashes: tuple[float, ...] = ()
    width: float = 1.0
    double: bool = False
    wavy: bool = False


LINES = (
    Line(),
    Line(double=True),
    Line((5, 3)),
    Line((1.2, 2.2)),
    Line(wavy=True),
    Line((6, 3, 1.2, 3)),
    Line((6, 3, 1.2, 3, 1.2, 3)),
    Line((12, 4)),
)
"""In the order of the colours: solid, double, dashed, dotted, wavy, dash-dot, dash-dot-dot, long
dashes."""

RAISED = 3.0
"""px by which the line of a mark on another is higher."""
_WAVE, _SWING = 5.0, 1.3


def draw_line(
    painter: QPainter, rects: Sequence[QRectF], line: Line, colour: QColor, level: int = 0
) -> None:
    """Draw the line at the foot of each rectangle."""
    pen = QPen(colour, line.width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if line.dashes:
        pen.setDashPattern(list(line.dashes))
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for rect in rects:
        y = rect.bottom() + line.width / 2 - level * RAISED
        if line.wavy:
            painter.drawPath(_wave(rect.left(), rect.right(), y))
            continue
        painter.drawLine(QPointF(rect.left(), y), QPointF(rect.right(), y))
        if line.double:
            below = y + line.width * 2 + 0.25
            painter.drawLine(QPointF(rect.left(), below), QPointF(rect.right(), below))


def _wave(left: float, right: float, y: float) -> QPainterPath:
    path = QPainterPath(QPointF(left, y))
    for step in range(1, math.ceil((right - left) / _WAVE) + 1):
        x = min(right, left + step * _WAVE)
        swing = _SWING if step % 2 else -_SWING
        path.quadTo(QPointF((path.currentPosition().x() + x) / 2, y + swing * 2), QPointF(x, y))
    return path
