"""Text in lines, as cells and cards show it."""

from collections import OrderedDict
from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from annotator.ui.cards.text import Lines, Run, soft
from annotator.ui.kit import is_rtl
from annotator.ui.theme import Theme

KEPT = 600


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
