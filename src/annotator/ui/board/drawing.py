"""A verdict, as the board's views paint it."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from annotator.model import Verdict
from annotator.ui.cards.text import elided, measure
from annotator.ui.kit import paint
from annotator.ui.theme import Theme, tint

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


def verdict_width(theme: Theme, name: str) -> int:
    """How wide a verdict's chip is, px."""
    return measure(theme, name, "small_strong") + theme.px(8 + 13 + 5 + 8)


def verdict_height(theme: Theme) -> int:
    """How high it is, px."""
    return round(theme.metrics("small_strong").height()) + theme.px(6)


def verdict(painter: QPainter, theme: Theme, rect: QRectF, given: Verdict) -> None:
    """A verdict at the top left of ``rect``: sign and name on a tint of its tone."""
    width = min(rect.width(), verdict_width(theme, given.name))
    box = QRectF(rect.left(), rect.top(), width, verdict_height(theme))
    colour, side = theme.tone(given.tone), theme.px(13)
    paint.rounded(painter, box, theme.px(6), tint(colour))
    sign = QRectF(
        box.left() + theme.px(8), box.top() + round((box.height() - side) / 2), side, side
    )
    paint.drawn.paint(painter, paint.VERDICT_ICONS[given.tone], colour, sign)
    room = box.adjusted(theme.px(8 + 13 + 5), 0, -theme.px(4), 0)
    painter.setFont(theme.font("small_strong"))
    painter.setPen(colour)
    painter.drawText(room, LEFT, elided(theme, given.name, "small_strong", room.width()))
