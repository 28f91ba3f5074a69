"""What the board's views paint alike: text in lines, and a verdict."""

from collections import OrderedDict
from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from annotator.model import Verdict
from annotator.ui.cards.text import Lines, Run, elided, measure, soft
from annotator.ui.kit import is_rtl, paint
from annotator.ui.theme import Theme, tint

KEPT = 600
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class Texts:
    """Sets text to a width and keeps what was set last: views paint the same cells again and
    again."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._kept: OrderedDict[tuple[object, ...], Lines] = OrderedDict()

    def lines(self, runs: Sequence[Run], most: int) -> Lines:
        """Text of at most ``most`` lines."""
        key = (*runs, most)
        lines = self._kept.get(key)
        if lines is None:
            lines = Lines(self._theme)
            shown = [Run(soft(run.text), run.role, run.token) for run in runs]
            lines.set(shown, most, bool(runs) and is_rtl(runs[0].text))
            self._kept[key] = lines
            if len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        else:
            self._kept.move_to_end(key)
        return lines

    def draw(
        self, painter: QPainter, text: str, rect: QRectF, *, role: str = "ui", token: str = "ink",
        most: int = 1,
    ) -> int:  # fmt: skip
        """Paint text from the top left of ``rect``; its height, px."""
        lines = self.lines([Run(text, role, token)], most)
        lines.draw(painter, rect.left(), rect.top(), rect.width())
        return lines.height(rect.width())


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
