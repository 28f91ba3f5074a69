"""How a claim is painted in the table."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from annotator.store.board import ClaimRow
from annotator.ui.board import drawing
from annotator.ui.board.model import COLUMNS, cell_text, linked_text
from annotator.ui.table.cells import NUDGE, SIDE, Cells

LINKED_LINES = 2
"""What is linked takes so many lines below a number."""


class ClaimCells(Cells):
    """Three lines of a statement; below a number the one it is linked with."""

    columns = COLUMNS
    lines = 3

    def paint_cell(self, painter: QPainter, room: QRectF, row: ClaimRow, column: str) -> None:
        if column == "verdict" and row.verdict is not None:
            room = room.adjusted(0, -1, self.theme.px(SIDE - 2), 0)
            drawing.verdict(painter, self.theme, room, row.verdict)
        else:
            self._paint_words(painter, room, row, column)

    def _paint_words(self, painter: QPainter, room: QRectF, row: ClaimRow, column: str) -> None:
        text = cell_text(row, column)
        if column == "statement":
            self.texts.draw(painter, text, room, role="serif", most=self.lines)
            return
        token = "secondary" if column == "number" else "ink"
        if column == "sources" and row.no_source:
            token = "middling"
        room = room.adjusted(0, self.theme.px(NUDGE), self.theme.px(SIDE - 2), 0)
        most = 1 if column == "number" else self.lines
        below = self.texts.draw(painter, text, room, token=token, most=most)
        if column == "number" and row.pair:
            room, linked = room.adjusted(0, below, 0, 0), linked_text(row)
            self.texts.draw(
                painter, linked, room, role="small", token="secondary", most=LINKED_LINES
            )  # fmt: skip
