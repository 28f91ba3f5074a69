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
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from annotator.i18n import _
from annotator.model.claims import CLAIM_KINDS, STATUSES
from annotator.ui.board.cells import ClaimCells
from annotator.ui.board.drawing import verdict_width
from annotator.ui.board.model import COLUMNS, ClaimModel
from annotator.ui.board.state import BoardState
from annotator.ui.cards import wording
from annotator.ui.cards.text import measure
from annotator.ui.table.view import RowTable
from annotator.ui.theme import Theme

WIDTHS = {"number": 44, "claimant": 88, "assignee": 58}
"""px at 100 %, numbers where no claim is linked; kind, verdict, sources and status are as wide as
their words."""
WIDEST_VERDICT = 150


class ClaimTable(RowTable):
    """Arrows go from claim to claim; Shift and Ctrl choose several. ``edit_wanted``: a column of
    the current row was double-clicked. ``menu_wanted``: a place on the screen."""

    edit_wanted = Signal(str)
    menu_wanted = Signal(QPoint)
    left_out = (
        (690, "assignee"), (620, "kind"), (560, "sources"), (470, "claimant"), (390, "status"),
    )  # fmt: skip
    usual = "number"

    def __init__(self, theme: Theme, state: BoardState, parent: QWidget | None = None) -> None:
        super().__init__(theme, state, ClaimModel(), ClaimCells(theme), parent)
        self.claims: ClaimModel = self._model
        self.setAccessibleName(_("Claims"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.doubleClicked.connect(lambda index: self.edit_wanted.emit(COLUMNS[index.column()]))
        self.selectionModel().selectionChanged.connect(self._tell)
        self.selectionModel().currentRowChanged.connect(self._tell)
        state.chosen_changed.connect(self.show_chosen)
        self.follow(theme)

    def widths(self) -> dict[str, int]:
        theme = self.theme
        names = [v.name for v in self._state.library.verdicts()] if self._state.library else []
        verdict = max((verdict_width(theme, name) for name in names), default=0)
        words = [wording.status_name(status) for status in STATUSES]
        kinds = [wording.kind_name(kind) for kind in CLAIM_KINDS]
        return {
            **{name: theme.px(wide) for name, wide in WIDTHS.items()},
            "number": max(theme.px(WIDTHS["number"]), self._linked_width()),
            "kind": max(measure(theme, kind, "ui") for kind in kinds) + theme.px(14),
            "verdict": min(max(verdict, theme.px(90)), theme.px(WIDEST_VERDICT)) + theme.px(9),
            "sources": measure(theme, _("4 · 2 origins"), "ui") + theme.px(10),
            "status": max(measure(theme, word, "ui") for word in words) + theme.px(14),
        }

    def _place_columns(self) -> None:
        super()._place_columns()
        self.claims.hidden = tuple(
            name for at, name in enumerate(COLUMNS) if self.isColumnHidden(at)
        )

    def _linked_width(self) -> int:
        """What the numbers of linked claims need, px; 0 where there are none."""
        linked = [row.pair.others[-1].label for row in self._state.rows if row.pair]
        longest = max(linked, key=len, default="")
        return measure(self.theme, f"↔ {longest}", "small") + self.theme.px(14) if linked else 0

    # Chosen ones

    def show_chosen(self) -> None:
        if self._showing or self._here() == (set(self._state.chosen), self._state.current):
            return
        self._showing = True
        model, selection = self.claims, QItemSelection()
        for id in self._state.chosen:
            index = model.index(model.place(id), 0)
            selection.select(index, index)
        flags = QItemSelectionModel.SelectionFlag
        chosen = self.selectionModel()
        current = model.index(model.place(self._state.current), self.key_column())
        chosen.setCurrentIndex(current, flags.NoUpdate)
        chosen.select(selection, flags.ClearAndSelect | flags.Rows)
        self.scrollTo(current)
        self._showing = False

    def key_column(self) -> int:
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

    # Mouse

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
