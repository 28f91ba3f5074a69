"""The table itself: columns as wide as there is room, rows as the state has them."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from annotator.ui.kit import Themed
from annotator.ui.table.cells import Cells
from annotator.ui.table.header import Header
from annotator.ui.table.rows import RowModel
from annotator.ui.table.state import TableState
from annotator.ui.theme import Theme

LEAST = 120
"""px at 100 %: the column that takes what the others leave is no narrower."""


class RowTable(Themed, QTableView):
    """Arrows go from row to row, titles sort. ``left_out``: columns that go where the table is
    narrower than so many px at 100 %; ``usual``: what the rows are sorted by unless told."""

    left_out: tuple[tuple[int, str], ...] = ()
    usual = ""

    def __init__(
        self, theme: Theme, state: TableState, model: RowModel, cells: Cells,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._state, self._model, self._showing = state, model, False
        model.setParent(self)
        cells.setParent(self)
        self.cells = cells
        self._header = Header(theme, cells.columns, self.usual, self)
        self._set_up()
        self.setModel(model)
        self.setItemDelegate(cells)
        self._header.sectionClicked.connect(lambda at: state.sort(cells.columns[at]))
        state.rows_changed.connect(self._show_rows)
        state.asked_changed.connect(self._show_order)

    def _set_up(self) -> None:
        self.setHorizontalHeader(self._header)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    # For those who make a table

    def widths(self) -> dict[str, int]:
        """How wide columns are, px; the one that is not named takes what they leave."""
        raise NotImplementedError

    def show_chosen(self) -> None:
        """Show which rows the state has chosen."""
        raise NotImplementedError

    def key_column(self) -> int:
        """The column that keys go along."""
        return 0

    # Look

    def retheme(self) -> None:
        px = self.theme.px
        self.verticalHeader().setDefaultSectionSize(self.cells.row_height())
        self.verticalScrollBar().setSingleStep(px(26))
        self._header.setFixedHeight(px(32))
        self._place_columns()
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_columns()

    def _place_columns(self) -> None:
        if not hasattr(self, "theme"):
            return
        px = self.theme.px
        width = self.width() - px(13)  # the same with and without scroll bar
        gone = {name for limit, name in self.left_out if width < px(limit)}
        widths = self.widths()
        taken = sum(wide for name, wide in widths.items() if name not in gone)
        for at, name in enumerate(self.cells.columns):
            self.setColumnHidden(at, name in gone)
            wide = widths.get(name, max(px(LEAST), width - taken))
            if name not in gone and self.columnWidth(at) != wide:
                self.setColumnWidth(at, wide)

    # Rows and their order

    def _show_rows(self) -> None:
        at = self.verticalScrollBar().value()
        self._showing = True
        self._model.set_rows(self._state.rows)
        self._showing = False
        self._place_columns()
        self.verticalScrollBar().setValue(at)
        self.show_chosen()

    def _show_order(self) -> None:
        self._header.show_order(self._state.order, self._state.descending)

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        home, end = Qt.Key.Key_Home, Qt.Key.Key_End
        if event.key() in (home, end) and not event.modifiers():
            row = 0 if event.key() == home else self._model.rowCount() - 1
            self.setCurrentIndex(self._model.index(row, self.key_column()))
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters are commands here; “/” looks for words."""
