"""How the rows of the checklist are painted."""

from PySide6.QtCore import QModelIndex, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QFontMetricsF, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from annotator.ui.kit import is_rtl, paint
from annotator.ui.kit.row_cells import RowDelegate, row_ground
from annotator.ui.review.model import ROW, Row
from annotator.ui.shelf.article_delegate import pair
from annotator.ui.theme import Theme

SIDE, AIR, HEAD, HEAD_TEXT, HEAD_FOOT, MORE = 10, 5, 34, 14, 6, 26  # px at 100 %
LINES = 3
"""A statement's lines at most; the rest is in its card."""


class LineDelegate(RowDelegate):
    """Rows as wide as ``width`` px: headings, sentences over some lines."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(theme, parent)
        self.folded: set[str] = set()

    def sizeHint(self, option: QStyleOptionViewItem | None, index: QModelIndex) -> QSize:
        row: Row = index.data(ROW)
        if row.kind != "line":
            return QSize(0, self.theme.px(HEAD if row.kind == "rule" else MORE))
        above, below = self._texts(row)
        height = (len(above) + len(below)) * self._pitch()
        return QSize(0, round(height) + 2 * self.theme.px(AIR))

    def _pitch(self) -> float:
        return QFontMetricsF(self.theme.font("ui")).height() * 1.15

    def _texts(self, row: Row) -> tuple[list[str], list[str]]:
        room = max(1, self.width - 2 * self.theme.px(SIDE))
        above = self._broken(row.text, "ui", room)
        return above, self._broken(row.below, "small", room) if row.below else []

    def _broken(self, text: str, role: str, room: int) -> list[str]:
        font = self.theme.font(role)
        layout = QTextLayout(text, font)
        layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
        layout.beginLayout()
        found: list[str] = []
        while (line := layout.createLine()).isValid():
            line.setLineWidth(room)
            start, length = line.textStart(), line.textLength()
            if len(found) == LINES - 1 and start + length < len(text):
                elide = Qt.TextElideMode.ElideRight
                found.append(QFontMetrics(font).elidedText(text[start:], elide, room))
                break
            found.append(text[start : start + length].rstrip())
        layout.endLayout()
        return found

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        row: Row = index.data(ROW)
        box = QRectF(option.rect)
        box.setWidth(self.width)
        painter.save()
        self._paint_ground(painter, box, option, row)
        if row.kind == "rule":
            self._paint_rule(painter, box, row)
        elif row.kind == "more":
            self._paint_more(painter, box, row)
        else:
            self._paint_line(painter, box, row)
        painter.restore()

    def _paint_ground(
        self, painter: QPainter, box: QRectF, option: QStyleOptionViewItem, row: Row
    ) -> None:
        theme, radius = self.theme, self.theme.px(6)
        if row.kind != "rule":
            row_ground(painter, theme, box, option, radius)
        elif option.state & QStyle.StateFlag.State_HasFocus:
            paint.focus_ring(painter, box.adjusted(0, theme.px(8), 0, 0), theme, radius)

    def _paint_rule(self, painter: QPainter, box: QRectF, row: Row) -> None:
        theme = self.theme
        line = box.adjusted(theme.px(SIDE), 0, -theme.px(SIDE), -theme.px(HEAD_FOOT))
        line.setTop(line.bottom() - theme.px(HEAD_TEXT))
        side = theme.px(13)
        name = "chevron-right" if row.rule in self.folded else "chevron-down"
        place = QRectF(line.left() - theme.px(3), line.center().y() - side / 2, side, side)
        paint.icon(painter, theme, name, "secondary", place)
        painter.setFont(theme.font("small_strong"))
        painter.setPen(theme.colour("ink"))
        pair(painter, line.adjusted(side, 0, 0, 0), row.text, str(row.count), theme.px(8))

    def _paint_more(self, painter: QPainter, box: QRectF, row: Row) -> None:
        painter.setFont(self.theme.font("small_strong"))
        painter.setPen(self.theme.colour("accent"))
        side = self.theme.px(SIDE)
        painter.drawText(box.adjusted(side, 0, -side, 0), Qt.AlignmentFlag.AlignVCenter, row.text)

    def _paint_line(self, painter: QPainter, box: QRectF, row: Row) -> None:
        theme, pitch = self.theme, self._pitch()
        y = box.top() + theme.px(AIR)
        for texts, role, token in zip(
            self._texts(row), ("ui", "small"), ("ink", "secondary"), strict=True
        ):
            painter.setFont(theme.font(role))
            painter.setPen(theme.colour(token))
            for text in texts:
                place = QRectF(box.left(), y, box.width(), pitch)
                place.adjust(theme.px(SIDE), 0, -theme.px(SIDE), 0)
                rtl = is_rtl(text)
                side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
                painter.drawText(place, side | Qt.AlignmentFlag.AlignVCenter, text)
                y += pitch
