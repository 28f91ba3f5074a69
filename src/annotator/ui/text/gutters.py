"""Beside the text: paragraph numbers on its left, the marks' numbers on its right."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from annotator.library import ArticleSession
from annotator.library.marks import Mark
from annotator.typesetting.setting import Setting
from annotator.ui.marks.badges import Badges
from annotator.ui.theme import Theme

LEFT_GAP, RIGHT_GAP = 18.0, 27.0  # px at 100 %, from the column
BESIDE = 3.0  # px at 100 %, from a number to the page's edge
LOOK_BACK = 400.0
"""px above the sight from which numbers are placed, so that they stand still while scrolling."""


class Gutters(Badges):
    """Paints both gutters in document coordinates."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._setting: Setting | None = None
        self._lines: dict[tuple[int, int], QRectF] = {}

    def paint_paragraphs(
        self, painter: QPainter, setting: Setting, numbers: Sequence[int], blocks: Iterable[int],
        left: float,
    ) -> None:  # fmt: skip
        """Paint the ¶ numbers of these blocks, ending left of the column's ``left``."""
        painter.setFont(self.theme.font("key"))
        painter.setPen(self.theme.colour("secondary"))
        metrics = self.theme.metrics("key")
        right = left - self.theme.px(LEFT_GAP)
        for index in blocks:
            if numbers[index] and not setting.article.blocks[index].container("cell"):
                words = f"¶\u2009{numbers[index]}"
                x = right - metrics.horizontalAdvance(words)
                painter.drawText(QPointF(x, setting.baseline(index) - 1), words)

    def place(
        self, setting: Setting, session: ArticleSession, marks: Iterable[Mark], right: float,
        room: float,
    ) -> None:  # fmt: skip
        """Find places for the marks' numbers beside the lines where the marks begin; see ``stack``.
        ``right`` is the column's, ``room`` the width of the gutter there, px."""
        self.badges = []
        if setting is not self._setting:
            self._setting, self._lines = setting, {}
        begins = [(mark, self._first_line(setting, mark)) for mark in marks]
        shown = [(mark, line) for mark, line in begins if not line.isEmpty()]
        shown.sort(key=lambda begin: (begin[1].top(), begin[0].start))
        placed = ((line.center().y(), m.id, session.number(m.id)) for m, line in shown)
        gap, beside = self.theme.px(RIGHT_GAP), self.theme.px(BESIDE)
        self.stack(placed, right + gap, room - gap - beside)

    def _first_line(self, setting: Setting, mark: Mark) -> QRectF:
        """The line a mark begins on. Lines stay where they are as long as the text is set so."""
        key = (mark.start, mark.end)
        if key not in self._lines:
            self._lines[key] = _first_line(setting, mark)
        return self._lines[key]


def _first_line(setting: Setting, mark: Mark) -> QRectF:
    end = min(mark.end, mark.start + 1)
    found = setting.rectangles(mark.start, end) or setting.rectangles(mark.start, mark.end)
    return found[0] if found else QRectF()
