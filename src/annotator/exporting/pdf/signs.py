"""What is drawn, not written: verdict signs, number badges, the lines of the eight colours."""

import math

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from annotator.exporting.pdf.sheet import CONTROL, INK, PAPER, TONES, Look
from annotator.exporting.pdf.type import Type

SIGN = 8.0
"""A verdict sign's width and height, px."""


def draw_verdict(painter: QPainter, tone: str, at: QPointF) -> None:
    """The sign of a verdict's tone with its top left corner at ``at``: ✓ ◐ ✕, ○ for none."""
    colour = QColor(TONES.get(tone, TONES["none"]))
    pen = QPen(colour, 1.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    box = QRectF(at.x() + 1, at.y() + 1, SIGN - 2, SIGN - 2)
    match tone:
        case "good":
            middle = QPointF(box.left() + 2, box.bottom() - 0.5)
            painter.drawPolyline(
                [QPointF(box.left() - 0.5, box.center().y() + 0.3), middle, box.topRight()]
            )
        case "bad":
            painter.drawLines(
                [QLineF(box.topLeft(), box.bottomRight()), QLineF(box.topRight(), box.bottomLeft())]
            )
        case "middling":
            painter.drawEllipse(box)
            painter.setBrush(colour)
            painter.drawPie(box, 90 * 16, 180 * 16)
        case _:
            painter.drawEllipse(box)


def badge_width(type: Type, text: str, px: float) -> float:
    """How wide a number's badge is."""
    advance = type.metrics(type.font(px, 600)).horizontalAdvance(text)
    return max(px * 1.5, float(advance) + px * 0.85)


def draw_badge(painter: QPainter, type: Type, text: str, at: QPointF, px: float) -> None:
    """A mark's number in its frame, top left corner at ``at``; a lock where ``text`` is empty."""
    height = px * 1.42
    box = QRectF(at.x(), at.y(), badge_width(type, text, px), height)
    painter.setPen(QPen(QColor(CONTROL), px * 0.085))
    painter.setBrush(QColor(PAPER))
    painter.drawRoundedRect(box, px * 0.42, px * 0.42)
    if not text:
        _draw_lock(painter, box, px)
        return
    font = type.font(px, 600)
    advance = type.metrics(font).horizontalAdvance(text)
    baseline = QPointF(box.center().x() - advance / 2, box.center().y() + px * 0.365)
    painter.setFont(font)
    painter.setPen(QColor(INK))
    painter.drawText(baseline, text)


def _draw_lock(painter: QPainter, box: QRectF, px: float) -> None:
    width, centre = px * 0.6, box.center()
    body = QRectF(centre.x() - width / 2, centre.y() - px * 0.06, width, px * 0.42)
    painter.setBrush(QColor(INK))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawRect(body)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(INK), px * 0.1))
    bow = QRectF(centre.x() - width * 0.3, centre.y() - px * 0.36, width * 0.6, px * 0.6)
    painter.drawArc(bow, 0, 180 * 16)


def draw_line(
    painter: QPainter, look: Look, start: QPointF, end: QPointF, width: float, colour: str = ""
) -> None:
    """A colour's own line from ``start`` to ``end``."""
    pen = QPen(QColor(colour or look.line), width * (1.5 if look.round else 1))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap if look.round else Qt.PenCapStyle.FlatCap)
    if look.dashes:
        pen.setDashPattern([max(0.01, part) for part in look.dashes])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if look.shape == "wave":
        painter.drawPath(_wave(start, end, width))
        return
    shift = _across(start, end) * width
    if look.shape == "double":
        painter.drawLine(start - shift, end - shift)
        painter.drawLine(start + shift, end + shift)
        return
    painter.drawLine(start, end)


def _across(start: QPointF, end: QPointF) -> QPointF:
    return QPointF(0, 1) if abs(end.x() - start.x()) > abs(end.y() - start.y()) else QPointF(1, 0)


def _wave(start: QPointF, end: QPointF, width: float) -> QPainterPath:
    length = math.dist((start.x(), start.y()), (end.x(), end.y()))
    steps = max(1, round(length / (2.5 * width)))
    step = (end - start) / steps
    across = _across(start, end) * width * 1.6
    path = QPainterPath(start)
    for at in range(steps):
        side = across if at % 2 else -across
        path.quadTo(start + step * (at + 0.5) + side, start + step * (at + 1))
    return path
