"""How cells are painted: their ground, and a few lines of words."""

from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from annotator.ui.kit import paint
from annotator.ui.table.rows import ROW
from annotator.ui.table.texts import Texts
from annotator.ui.theme import Theme

TOP, SIDE = 9, 8
"""px at 100 %: the air over a row's words, and at both sides of a cell's."""
NUDGE = 2
"""px at 100 % that small type stands lower: its first line shares a base with the serif's."""


class Cells(QStyledItemDelegate):
    """Rows are all as high as so many ``lines`` of the serif: nothing is measured to lay them
    out."""

    columns: tuple[str, ...] = ()
    lines = 1

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme, self.texts = theme, Texts(theme)

    def paint_cell(self, painter: QPainter, room: QRectF, row: Any, column: str) -> None:
        """Paint what a cell says within ``room``."""
        raise NotImplementedError

    def row_height(self) -> int:
        """The height of every row, px."""
        return self.lines * round(14.5 * self.theme.scale * 1.42) + 2 * self.theme.px(TOP)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        return QSize(0, self.row_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        box, px = QRectF(option.rect), self.theme.px
        painter.save()
        self._paint_ground(painter, option, box)
        room = box.adjusted(px(SIDE), px(TOP), -px(SIDE), -px(TOP))
        self.paint_cell(painter, room, index.data(ROW), self.columns[index.column()])
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, box: QRectF) -> None:
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
