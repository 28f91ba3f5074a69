"""The sources as a table."""

from PySide6.QtCore import QModelIndex, QObject, QRectF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QWidget

from annotator.i18n import _
from annotator.ui.kit import plain_tip
from annotator.ui.sources.rows import COLUMNS, SourceRow, cell_text, spoken, titles
from annotator.ui.sources.state import SourcesState
from annotator.ui.table.cells import NUDGE, Cells
from annotator.ui.table.rows import RowModel
from annotator.ui.table.view import RowTable
from annotator.ui.theme import Theme

WIDTHS = {"publisher": 138, "kind": 92, "used": 118, "accessed": 104}
"""px at 100 %; the title takes the rest."""


class SourceModel(RowModel):
    """Rows are ``SourceRow``s."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(titles(), parent)

    def text(self, row: SourceRow, column: str) -> str:
        return cell_text(row, column)

    def spoken(self, row: SourceRow, column: str) -> str:
        return spoken(row, column)

    def tip(self, row: SourceRow, column: str) -> str | None:
        return plain_tip(row.source.url or cell_text(row, column)) if column == "title" else None


class SourceCells(Cells):
    """Two lines of a title."""

    columns = COLUMNS
    lines = 2

    def paint_cell(self, painter: QPainter, room: QRectF, row: SourceRow, column: str) -> None:
        text = cell_text(row, column)
        if column == "title":
            self.texts.draw(painter, text, room, role="serif", most=self.lines)
            return
        token = "middling" if column == "accessed" and row.undated else "ink"
        room.translate(0, self.theme.px(NUDGE))
        self.texts.draw(painter, text, room, token=token, most=self.lines)


class SourceTable(RowTable):
    """Arrows go from source to source. ``entered``: Enter, or a double click: to where the current
    one was used."""

    entered = Signal()
    left_out = ((640, "kind"), (520, "publisher"), (400, "accessed"))
    usual = "title"

    def __init__(self, theme: Theme, state: SourcesState, parent: QWidget | None = None) -> None:
        super().__init__(theme, state, SourceModel(), SourceCells(theme), parent)
        self.sources: SourceModel = self._model
        self.setAccessibleName(_("Sources"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.doubleClicked.connect(lambda _index: self.entered.emit())
        self.selectionModel().currentRowChanged.connect(self._tell)
        state.current_changed.connect(self.show_chosen)
        self.follow(theme)

    def widths(self) -> dict[str, int]:
        return {name: self.theme.px(wide) for name, wide in WIDTHS.items()}

    def show_chosen(self) -> None:
        place = self.sources.place(self._state.current)
        if self._showing or place == self.currentIndex().row():
            return
        self._showing = True
        if place >= 0:
            self.setCurrentIndex(self.sources.index(place, 0))
        self._showing = False

    def _tell(self, index: QModelIndex) -> None:
        if not self._showing and index.isValid():
            self._showing = True
            self._state.choose(self.sources.rows[index.row()].id)
            self._showing = False
