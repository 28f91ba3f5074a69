"""The claims as a table."""

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from annotator.i18n import _
from annotator.model.claims import STATUSES
from annotator.ui.board.cells import SIDE, ClaimCells
from annotator.ui.board.drawing import verdict_width
from annotator.ui.board.model import COLUMNS, ClaimModel
from annotator.ui.board.state import BoardState
from annotator.ui.cards import wording
from annotator.ui.cards.text import measure
from annotator.ui.kit import Themed, paint
from annotator.ui.theme import Theme

WIDTHS = {"number": 44, "kind": 70, "claimant": 88, "assignee": 58}
"""px at 100 %; verdict, sources and status are as wide as their words."""
WIDEST_VERDICT = 150
LEFT_OUT = ((690, "assignee"), (620, "kind"), (560, "sources"), (470, "claimant"), (390, "status"))
"""Columns that go where the table is narrower than so many px at 100 %."""


class _Header(QHeaderView):
    """Titles in quiet capitals; a chevron says what the rows are sorted by."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self.order, self.descending = "number", False
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setAccessibleName(_("Columns of the table"))
        self.setMinimumSectionSize(theme.px(24))

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        theme, box = self._theme, rect.toRectF()
        painter.fillRect(box, theme.colour("paper"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, theme.colour("control"))
        sorted_by = COLUMNS[section] == self.order
        title = self.model().headerData(section, Qt.Orientation.Horizontal)
        painter.setFont(theme.font("caps"))
        usual = self.order == "number" and not self.descending
        painter.setPen(theme.colour("ink" if sorted_by and not usual else "secondary"))
        room = box.adjusted(theme.px(SIDE), 0, -2, 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, title)
        if sorted_by and not usual:
            side = theme.px(11)
            left = room.left() + painter.fontMetrics().horizontalAdvance(title) + theme.px(3)
            name = "chevron-down" if self.descending else "chevron-up"
            place = paint.centred(box, side)
            place.moveLeft(min(left, box.right() - side))
            paint.icon(painter, theme, name, "ink", place)


class ClaimTable(Themed, QTableView):
    """Arrows go from claim to claim; Shift and Ctrl choose several. ``edit_wanted``: a column of
    the current row was double-clicked. ``menu_wanted``: a place on the screen."""

    edit_wanted = Signal(str)
    menu_wanted = Signal(QPoint)

    def __init__(self, theme: Theme, state: BoardState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self.claims = ClaimModel(self)
        self.cells = ClaimCells(theme, self)
        self._header = _Header(theme, self)
        self._set_up()
        self.setModel(self.claims)
        self.setItemDelegate(self.cells)
        self._header.sectionClicked.connect(lambda at: state.sort(COLUMNS[at]))
        self.doubleClicked.connect(lambda index: self.edit_wanted.emit(COLUMNS[index.column()]))
        self.selectionModel().selectionChanged.connect(self._tell)
        self.selectionModel().currentRowChanged.connect(self._tell)
        self._showing = False
        state.rows_changed.connect(self._show_rows)
        state.asked_changed.connect(self._show_order)
        state.chosen_changed.connect(self._show_chosen)
        self.follow(theme)

    def _set_up(self) -> None:
        self.setAccessibleName(_("Claims"))
        self.setHorizontalHeader(self._header)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)

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
        """The statement takes what the others leave."""
        if not hasattr(self, "theme"):
            return
        width = self.width() - self.theme.px(13)  # the same with and without scroll bar
        gone = {name for limit, name in LEFT_OUT if width < self.theme.px(limit)}
        widths = self._widths()
        taken = sum(wide for name, wide in widths.items() if name not in gone)
        for at, name in enumerate(COLUMNS):
            self.setColumnHidden(at, name in gone)
            wide = widths.get(name, max(self.theme.px(120), width - taken))
            if name not in gone and self.columnWidth(at) != wide:
                self.setColumnWidth(at, wide)

    def _widths(self) -> dict[str, int]:
        theme = self.theme
        names = [v.name for v in self._state.library.verdicts()] if self._state.library else []
        verdict = max((verdict_width(theme, name) for name in names), default=0)
        words = [wording.status_name(status) for status in STATUSES]
        return {
            **{name: theme.px(wide) for name, wide in WIDTHS.items()},
            "verdict": min(max(verdict, theme.px(90)), theme.px(WIDEST_VERDICT)) + theme.px(9),
            "sources": measure(theme, _("4 · 2 origins"), "ui") + theme.px(10),
            "status": max(measure(theme, word, "ui") for word in words) + theme.px(14),
        }

    # Rows, order, chosen ones

    def _show_rows(self) -> None:
        at = self.verticalScrollBar().value()
        self._showing = True
        self.claims.set_rows(self._state.rows)
        self._showing = False
        self._place_columns()
        self.verticalScrollBar().setValue(at)
        self._show_chosen()

    def _show_order(self) -> None:
        self._header.order, self._header.descending = self._state.order, self._state.descending
        self._header.viewport().update()

    def _show_chosen(self) -> None:
        if self._showing or self._here() == (set(self._state.chosen), self._state.current):
            return
        self._showing = True
        model, selection = self.claims, QItemSelection()
        for id in self._state.chosen:
            index = model.index(model.place(id), 0)
            selection.select(index, index)
        flags = QItemSelectionModel.SelectionFlag
        chosen = self.selectionModel()
        current = model.index(model.place(self._state.current), self._column())
        chosen.setCurrentIndex(current, flags.NoUpdate)
        chosen.select(selection, flags.ClearAndSelect | flags.Rows)
        self.scrollTo(current)
        self._showing = False

    def _column(self) -> int:
        """The column that keys go along: the statement unless another one was gone to."""
        now = self.currentIndex().column()
        return now if now > 0 else COLUMNS.index("statement")

    def _here(self) -> tuple[set[str], str]:
        ids = {self.claims.claim(i.row()).id for i in self.selectionModel().selectedRows()}
        index = self.currentIndex()
        return ids, self.claims.claim(index.row()).id if index.isValid() else ""

    def _tell(self, *_what: object) -> None:
        if self._showing:
            return
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        ids = [self.claims.claim(row).id for row in rows]
        index = self.currentIndex()
        current = self.claims.claim(index.row()).id if index.isValid() else ""
        if ids and current not in ids:
            current = ids[0]
        self._showing = True
        self._state.choose(ids, current)
        self._showing = False

    def column(self) -> str:
        """The column of the current cell."""
        index = self.currentIndex()
        return COLUMNS[index.column()] if index.isValid() else "statement"

    def cell(self, id: str, column: str) -> QRect:
        """Where a claim's cell is, in the viewport; brought into sight."""
        place = self.claims.place(id)
        at = COLUMNS.index(column)
        if self.isColumnHidden(at):
            at = COLUMNS.index("statement")
        index = self.claims.index(place, at)
        self.scrollTo(index)
        return self.visualRect(index)

    # Keys and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        home, end = Qt.Key.Key_Home, Qt.Key.Key_End
        if event.key() in (home, end) and not event.modifiers():
            row = 0 if event.key() == home else self.claims.rowCount() - 1
            self.setCurrentIndex(self.claims.index(row, self._column()))
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters are commands here; “/” looks for words."""

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            self.menu_wanted.emit(event.globalPos())
        else:
            rect = self.cell(self._state.current, self.column())
            self.menu_wanted.emit(self.viewport().mapToGlobal(rect.bottomLeft()))

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        index = super().moveCursor(action, modifiers)
        return index if index.isValid() else self.currentIndex()
