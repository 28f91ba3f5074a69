"""The marks' numbers beside the text or the page."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from annotator.ui.kit import paint
from annotator.ui.theme import Theme

BETWEEN = 2.0
"""px between numbers that stand under each other."""


@dataclass(frozen=True, slots=True)
class Badge:
    """A mark's number (None: private) where it stands in the document."""

    rect: QRectF
    id: str
    number: int | None


class Badges:
    """Numbers in document coordinates; ``badges`` are those placed last."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self.badges: list[Badge] = []

    def stack(self, begins: Iterable[tuple[float, str, int | None]], left: float) -> None:
        """Place numbers at ``left``: each (middle of its line, id, number) beside its line, under
        the one before where they would meet. The topmost comes first."""
        bottom = float("-inf")
        for middle, id, number in begins:
            size = paint.badge_size(self.theme, number)
            top = max(round(middle - size.height() / 2), bottom + BETWEEN)
            self.badges.append(Badge(QRectF(QPointF(left, top), size), id, number))
            bottom = top + size.height()

    def paint_badges(self, painter: QPainter, current: str, seen: QRectF) -> None:
        """Paint the numbers that can be seen, the current mark's filled."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for badge in self.badges:
            if badge.rect.intersects(seen):
                paint.badge(painter, self.theme, badge.rect, badge.number, badge.id == current)

    def at(self, point: QPointF) -> str:
        """The mark whose number is there, "" for none."""
        return next((badge.id for badge in self.badges if badge.rect.contains(point)), "")


def number_room(theme: Theme, count: int, gap: float, beside: float) -> float:
    """How wide a gutter must be for the numbers of that many marks, px: ``gap`` before them and
    ``beside`` after, both px at 100 %."""
    return theme.px(gap) + paint.badge_size(theme, count).width() + theme.px(beside)
