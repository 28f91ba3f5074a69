"""How a claim is painted in the table."""

from PySide6.QtCore import QModelIndex, QObject, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from annotator.store.board import ClaimRow
from annotator.ui.board import drawing
from annotator.ui.board.drawing import Texts
from annotator.ui.board.model import COLUMNS, ROW, cell_text
from annotator.ui.kit import paint
from annotator.ui.theme import Theme

LINES = 3
TOP, SIDE = 9, 8
"""px at 100 %: the air over a row's words, and at both sides of a cell's."""
NUDGE = 2
"""px at 100 % that small type stands lower: its first line shares a base with the serif's."""


class ClaimCells(QStyledItemDelegate):
    """Rows are all as high as three lines of a statement: nothing is measured to lay them out."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme, self.texts = theme, Texts(theme)

    def row_height(self) -> int:
        """The height of every row, px."""
        line = round(14.5 * self.theme.scale * 1.42)
        return LINES * line + 2 * self.theme.px(TOP)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        return QSize(0, self.row_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        row, column, box = index.data(ROW), COLUMNS[index.column()], QRectF(option.rect)
        painter.save()
        self._paint_ground(painter, option, box, index)
        px = self.theme.px
        inner = box.adjusted(px(SIDE), px(TOP), -px(SIDE), -px(TOP))
        if column == "verdict" and row.verdict is not None:
            drawing.verdict(
                painter, self.theme, inner.adjusted(0, -1, px(SIDE - 2), 0), row.verdict
            )
        else:
            self._paint_words(painter, inner, row, column)
        painter.restore()

    def _paint_ground(
        self, painter: QPainter, option: QStyleOptionViewItem, box: QRectF, index: QModelIndex
    ) -> None:
        theme = self.theme
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, theme.colour("accent_ground"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            hover = theme.colour("selected")
            hover.setAlphaF(0.4)
            painter.fillRect(box, hover)
        line = QRectF(box.left(), box.bottom() - 1, box.width(), 1)
        painter.fillRect(line, theme.colour("hairline"))
        if option.state & QStyle.StateFlag.State_HasFocus:
            paint.focus_ring(painter, box.adjusted(1, 1, -1, -2), theme, theme.px(5))

    def _paint_words(self, painter: QPainter, room: QRectF, row: ClaimRow, column: str) -> None:
        text = cell_text(row, column)
        if column == "statement":
            self.texts.draw(painter, text, room, role="serif", most=LINES)
            return
        token = "secondary" if column == "number" else "ink"
        if column == "sources" and not row.sources:
            token = "middling"
        room = room.adjusted(0, self.theme.px(NUDGE), self.theme.px(SIDE - 2), 0)
        most = 1 if column == "number" else LINES
        self.texts.draw(painter, text, room, token=token, most=most)
