"""How an article's row is painted, and how high it is."""

from PySide6.QtCore import QModelIndex, QObject, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from annotator.store import ArticleRow
from annotator.ui.kit import progress
from annotator.ui.kit.row_cells import RowDelegate, row_ground
from annotator.ui.shelf import lines, wording
from annotator.ui.shelf.article_model import ROW
from annotator.ui.theme import Theme

PADDING, SIDE, GAP, RADIUS = 8, 10, 2, 8  # px at 100 %, as all below
TITLE_LINE, META_LINE, META_GAP = 17.0, 17.0, 3
BAR, BAR_GAP = 3, 6
TITLE_LINES = 2
KERNING = 0.05
"""By how much of its length a line may be shorter or longer than its signs by themselves."""


class _Advances(dict[str, float]):
    """How long words or signs are, px."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._metrics: QFontMetricsF | None = None

    def __missing__(self, words: str) -> float:
        if self._metrics is None:
            self._metrics = QFontMetricsF(self._theme.font("strong"))
        advance = self[words] = self._metrics.horizontalAdvance(words)
        return advance

    def clear(self) -> None:
        """The type is another."""
        self._metrics = None
        super().clear()


class ArticleDelegate(RowDelegate):
    """Rows as wide as ``width`` px. ``current`` is the id of the article that lies open."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(theme, parent)
        self.current = ""
        self._advances = _Advances(theme)
        self._heights: dict[tuple[int, bool], int] = {}

    def forget(self) -> None:
        """The type is another."""
        self._advances.clear()
        self._heights.clear()

    def height(self, row: ArticleRow) -> int:
        """How high a row is, px, with the gap under it."""
        looks = self._title_lines(row.title), bool(row.claims)
        if looks not in self._heights:
            self._heights[looks] = self._measure(*looks)
        return self._heights[looks]

    def _measure(self, title_lines: int, with_bar: bool) -> int:
        px = self.theme.px
        bar = px(BAR_GAP) + px(BAR) if with_bar else 0
        text = title_lines * self._title_pitch() + px(META_GAP) + px(META_LINE)
        return 2 * px(PADDING) + text + bar + px(GAP)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        return QSize(0, self.height(index.data(ROW)))

    def _title_pitch(self) -> int:
        return self.theme.px(TITLE_LINE)

    def _title_lines(self, title: str) -> int:
        room = self.width - 2 * self.theme.px(SIDE)
        fits = room <= 0 or self._roughly_fits(title, room)
        if fits is None:
            fits = self._advances[title] <= room
        return 1 if fits else TITLE_LINES

    def _roughly_fits(self, title: str, room: float) -> bool | None:
        """By its signs alone, which for a thousand titles takes an eighth of the time; None where
        it is too close to tell, or where signs are set differently beside one another."""
        if not title.isascii():
            return None
        rough = sum(map(self._advances.__getitem__, title))
        return None if abs(rough - room) < KERNING * rough else rough < room

    # Painting

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        row: ArticleRow = index.data(ROW)
        theme = self.theme
        box = QRectF(option.rect)
        box.setWidth(self.width)
        box.setHeight(box.height() - theme.px(GAP))
        painter.save()
        self._paint_ground(painter, box, option, row)
        side, top = theme.px(SIDE), theme.px(PADDING)
        inner = box.adjusted(side, top, -side, -top)
        self._paint_title(painter, inner, row)
        self._paint_meta(painter, inner, row)
        if row.claims:
            bar = QRectF(inner)
            bar.setTop(bar.bottom() - theme.px(BAR))
            progress.line(painter, theme, bar, row.claims_done / row.claims)
        painter.restore()

    def _paint_ground(
        self, painter: QPainter, box: QRectF, option: QStyleOptionViewItem, row: ArticleRow
    ) -> None:
        token = "selected" if row.id == self.current else ""
        radius = self.theme.px(RADIUS)
        row_ground(painter, self.theme, box, option, radius, token=token, chosen="accent_ground")

    def _paint_title(self, painter: QPainter, inner: QRectF, row: ArticleRow) -> None:
        painter.setFont(self.theme.font("strong"))
        painter.setPen(self.theme.colour("ink"))
        lines.draw(
            painter, inner.topLeft(), inner.width(), row.title,
            self._title_lines(row.title), self._title_pitch(),
        )  # fmt: skip

    def _paint_meta(self, painter: QPainter, inner: QRectF, row: ArticleRow) -> None:
        theme = self.theme
        top = self._title_lines(row.title) * self._title_pitch() + theme.px(META_GAP)
        place = QRectF(inner.topLeft() + QPointF(0, top), inner.size())
        place.setHeight(theme.px(META_LINE))
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("secondary"))
        pair(painter, place, wording.origin_text(row), wording.work_text(row), theme.px(8))


def pair(painter: QPainter, place: QRectF, left: str, right: str, gap: float) -> None:
    """Two texts in one line; the left one is elided where they do not both fit."""
    metrics = QFontMetricsF(painter.font())
    painter.drawText(place, _RIGHT, right)
    taken = metrics.horizontalAdvance(right) + gap if right else 0
    room = place.adjusted(0, 0, -taken, 0)
    shown = metrics.elidedText(left, Qt.TextElideMode.ElideRight, room.width() + 1)
    painter.drawText(room, _LEFT, shown.replace(" …", "…"))


_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
