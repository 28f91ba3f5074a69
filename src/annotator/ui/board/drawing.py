"""A verdict, as the board's views paint it."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from annotator.model import Verdict
from annotator.ui.cards.text import Lines, Run, elided, measure
from annotator.ui.kit import paint
from annotator.ui.theme import Theme, tint

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


BEFORE, AFTER, LEAST_AFTER = 8 + 13 + 5, 8, 4
"""px at 100 %: what stands before a verdict's name (air, sign, air), and the air after it."""


def verdict_width(theme: Theme, name: str) -> int:
    """How wide a verdict's chip is, px."""
    return measure(theme, name, "small_strong") + theme.px(BEFORE + AFTER)


def in_one_line(theme: Theme, name: str, width: float) -> bool:
    """Whether a verdict's name can be read in one line of a chip so many px wide."""
    return measure(theme, name, "small_strong") + theme.px(BEFORE + LEAST_AFTER) <= width


def narrowest(theme: Theme, name: str) -> int:
    """How narrow it may get, px: a line of it still holds the longest word."""
    widest = max(measure(theme, word, "small_strong") for word in name.split() or [""])
    return widest + theme.px(BEFORE + LEAST_AFTER)


def verdict_height(theme: Theme, lines: int = 1) -> int:
    """How high it is, px."""
    step = _name_in_lines(theme, "x", lines).height(theme.px(100))
    return round(theme.metrics("small_strong").height()) + (lines - 1) * step + theme.px(6)


def verdict(painter: QPainter, theme: Theme, rect: QRectF, given: Verdict, lines: int = 1) -> None:
    """A verdict at the top left of ``rect``: sign and name on a tint of its tone. Where its name
    is too wide for ``rect``, it takes up to so many ``lines``."""
    lines = 1 if in_one_line(theme, given.name, rect.width()) else lines
    width = min(rect.width(), verdict_width(theme, given.name))
    box = QRectF(rect.left(), rect.top(), width, verdict_height(theme, lines))
    colour, side = theme.tone(given.tone), theme.px(13)
    paint.rounded(painter, box, theme.px(6), tint(colour))
    first = verdict_height(theme)
    sign = QRectF(box.left() + theme.px(8), box.top() + round((first - side) / 2), side, side)
    paint.drawn.paint(painter, paint.VERDICT_ICONS[given.tone], colour, sign)
    room = box.adjusted(theme.px(BEFORE), 0, -theme.px(LEAST_AFTER), 0)
    painter.setFont(theme.font("small_strong"))
    painter.setPen(colour)
    if lines == 1:
        painter.drawText(room, LEFT, elided(theme, given.name, "small_strong", room.width()))
        return
    name = _name_in_lines(theme, given.name, lines, given.tone)
    height = name.height(room.width())
    name.draw(painter, room.left(), room.top() + (room.height() - height) / 2, room.width())


def _name_in_lines(theme: Theme, name: str, lines: int, tone: str = "none") -> Lines:
    words = Lines(theme)
    words.set([Run(name, "small_strong", "secondary" if tone == "none" else tone)], lines)
    return words
