"""The lists in the left pane: what of the board to look at, with how many claims each."""

from collections.abc import Callable

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QVBoxLayout, QWidget

from annotator.i18n import _, ngettext
from annotator.ui.board.filters import Ask, article_asks, claimant_asks, general_asks
from annotator.ui.board.state import BoardState
from annotator.ui.kit import Themed, plain_tip
from annotator.ui.shelf.list_view import PaneList
from annotator.ui.shelf.section_delegate import SectionDelegate
from annotator.ui.shelf.section_model import ENTRY, Entry
from annotator.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


class PlaceModel(QAbstractListModel):
    """Sections that fold, and what can be asked for in each."""

    def __init__(self, state: BoardState, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self.folded: set[str] = set()
        self._rows: list[tuple[Entry, Ask | None]] = []

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def entry(self, row: int) -> Entry:
        """What stands at a row."""
        return self._rows[row][0]

    def ask_at(self, row: int) -> Ask | None:
        """What is asked for there; None for a section's title."""
        return self._rows[row][1]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        entry, ask = self._rows[index.row()]
        if role == ENTRY:
            return entry
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return _speech(entry, entry.key in self.folded)
        if role == Qt.ItemDataRole.ToolTipRole and ask is not None:
            return plain_tip(entry.text)
        return None

    def fold(self, section: str) -> None:
        """Close or open a section."""
        self.folded ^= {section}
        self.refresh()

    def refresh(self) -> None:
        """Count anew."""
        rows: list[tuple[Entry, Ask | None]] = []
        for section, title, asks in self._sections():
            if not asks:
                continue
            rows.append((Entry("section", section, title, len(asks)), None))
            if section not in self.folded:
                rows += [(self._entry(ask), ask) for ask in asks]
        self._take(rows)

    def _sections(self) -> list[tuple[str, str, list[Ask]]]:
        counts = self._state.counts
        if counts is None:
            return []
        return [
            ("claims", _("Claims"), general_asks(counts, self._state.me)),
            ("article", _("Article"), article_asks(counts)),
            ("claimant", _("Said by"), claimant_asks(counts)),
        ]

    def _entry(self, ask: Ask) -> Entry:
        # A count of none is told, too: as with collections.
        current = ask.holds(self._state.asked)
        return Entry("collection", "", ask.text, ask.count, current=current)

    def _take(self, rows: list[tuple[Entry, Ask | None]]) -> None:
        before, self._rows = self._rows, rows
        if [entry.text for entry, _ask in before] == [entry.text for entry, _ask in rows]:
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self.endResetModel()


def _speech(entry: Entry, folded: bool) -> str:
    if entry.kind == "section":
        return f"{entry.text}, {_('collapsed') if folded else _('expanded')}"
    count = ngettext("{n} claim", "{n} claims", entry.count).format(n=entry.count)
    now = _("current") if entry.current else ""
    return ", ".join(part for part in (entry.text, count, now) if part)


class PlaceList(PaneList):
    """Click or Enter asks for what stands there; titles fold."""

    def __init__(self, theme: Theme, model: PlaceModel, choose: Callable[[Ask], None]) -> None:
        super().__init__(_("Claims by kind, article and who said so"))
        self._choose = choose
        self.setItemDelegate(SectionDelegate(theme, model, self))
        self.setModel(model)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.opened.connect(self._open)
        self.follow(theme)

    def _open(self, index: QModelIndex) -> None:
        ask = self.model().ask_at(index.row())
        if ask is not None:
            self._choose(ask)
        else:
            self.model().fold(self.model().entry(index.row()).key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentIndex().row()
        title = row >= 0 and self.model().ask_at(row) is None
        if title and event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            key = self.model().entry(row).key
            if (key in self.model().folded) == (event.key() == Qt.Key.Key_Right):
                self.model().fold(key)
        else:
            super().keyPressEvent(event)


class Places(Themed, QWidget):
    """The lists of the left pane. ``chosen``: something was asked for."""

    chosen = Signal()

    def __init__(self, theme: Theme, state: BoardState) -> None:
        super().__init__()
        self._state = state
        self.model = PlaceModel(state, self)
        self.list = PlaceList(theme, self.model, self._choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list)
        self.setFocusProxy(self.list)
        state.rows_changed.connect(self.model.refresh)
        state.asked_changed.connect(self.model.refresh)
        self.follow(theme)

    def _choose(self, ask: Ask) -> None:
        self._state.ask_only(**ask.wanted)
        self.chosen.emit()
