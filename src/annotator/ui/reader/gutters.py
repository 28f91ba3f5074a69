"""Beside the text: paragraph numbers on its left, the marks' numbers on its right."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from annotator.library import ArticleSession
from annotator.library.marks import Mark
from annotator.typesetting.setting import Setting
from annotator.ui.kit import paint
from annotator.ui.theme import Theme

LEFT_GAP, RIGHT_GAP = 18.0, 27.0  # px at 100 %, from the column
BETWEEN, BESIDE = 2.0, 3.0  # px between numbers; at 100 %, from a number to the page's edge
LOOK_BACK = 400.0
"""px above the sight from which numbers are placed, so that they stand still while scrolling."""


@dataclass(frozen=True, slots=True)
class Badge:
    """A mark's number (None: private) where it stands in the document."""

    rect: QRectF
    id: str
    number: int | None


class Gutters:
    """Paints both gutters in document coordinates; ``badges`` are those painted last."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self.badges: list[Badge] = []
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
        self, setting: Setting, session: ArticleSession, marks: Iterable[Mark], right: float
    ) -> None:
        """Find room for the marks' numbers, each beside the line where its mark begins, under the
        one before where they would meet."""
        left, bottom = right + self.theme.px(RIGHT_GAP), float("-inf")
        self.badges = []
        if setting is not self._setting:
            self._setting, self._lines = setting, {}
        begins = [(mark, self._first_line(setting, mark)) for mark in marks]
        for mark, line in sorted(begins, key=lambda b: (b[1].top(), b[0].start)):
            if line.isEmpty():
                continue
            number = session.number(mark.id)
            size = paint.badge_size(self.theme, number)
            top = max(round(line.center().y() - size.height() / 2), bottom + BETWEEN)
            self.badges.append(Badge(QRectF(QPointF(left, top), size), mark.id, number))
            bottom = top + size.height()

    def _first_line(self, setting: Setting, mark: Mark) -> QRectF:
        """The line a mark begins on. Lines stay where they are as long as the text is set so."""
        key = (mark.start, mark.end)
        if key not in self._lines:
            self._lines[key] = _first_line(setting, mark)
        return self._lines[key]

    def paint_badges(self, painter: QPainter, current: str, seen: QRectF) -> None:
        """Paint the numbers that can be seen, the current mark's filled."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for badge in self.badges:
            if badge.rect.intersects(seen):
                paint.badge(painter, self.theme, badge.rect, badge.number, badge.id == current)

    def at(self, point: QPointF) -> str:
        """The mark whose number is there, "" for none."""
        return next((badge.id for badge in self.badges if badge.rect.contains(point)), "")


def number_room(theme: Theme, count: int) -> float:
    """How wide the right gutter must be for the numbers of that many marks, px."""
    return theme.px(RIGHT_GAP) + paint.badge_size(theme, count).width() + theme.px(BESIDE)


def _first_line(setting: Setting, mark: Mark) -> QRectF:
    end = min(mark.end, mark.start + 1)
    found = setting.rectangles(mark.start, end) or setting.rectangles(mark.start, mark.end)
    return found[0] if found else QRectF()
