"""Which claims the board shows, in which order, and which of them are chosen."""

from collections.abc import Sequence
from dataclasses import fields, replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from annotator.library import Library
from annotator.library.claims.filtering import BoardCounts, ClaimFilter
from annotator.library.garbage import garbage_left_alone
from annotator.store.board import ClaimRow
from annotator.ui.table.state import Attempt, TableState

NOTHING_ASKED = ClaimFilter()


class BoardState(TableState):
    """``chosen_changed``: other claims are chosen, or another one of them is current."""

    chosen_changed = Signal()
    usual = "number"

    def __init__(self, attempt: Attempt, parent: QObject | None = None) -> None:
        super().__init__(attempt, parent)
        self.asked = NOTHING_ASKED
        self.counts: BoardCounts | None = None
        self.chosen: tuple[str, ...] = ()
        self.current = ""
        self._by_id: dict[str, ClaimRow] = {}

    def set_library(self, library: Library | None) -> None:
        """Another library, or none."""
        self.take_library(library)
        self.asked = NOTHING_ASKED
        self.choose((), "")
        self.asked_changed.emit()
        self.refresh()

    def refresh(self) -> None:
        """Ask the library anew."""
        if self.library is None:
            self.rows, self.counts, self._by_id = [], None, {}
        else:
            self.attempt(self._load)
        self._keep_chosen()
        self.rows_changed.emit()

    def _load(self) -> None:
        claims = self.library.claims
        with garbage_left_alone():  # thousands of rows are made, none of them is garbage
            self.counts = claims.counts()
            self.rows = claims.rows(self.asked, self.order, self.descending)
        self._by_id = {row.id: row for row in self.rows}

    def _keep_chosen(self) -> None:
        kept = tuple(id for id in self.chosen if id in self._by_id)
        current = self.current if self.current in self._by_id else next(iter(kept), "")
        if not current and self.rows:
            current, kept = self.rows[0].id, (self.rows[0].id,)
        self.choose(kept, current)

    # What is asked for

    def ask(self, **wanted: Any) -> None:
        """Filter by these fields of ``ClaimFilter``, too."""
        asked = replace(self.asked, **wanted)
        if asked != self.asked:
            self.asked = asked
            self.asked_changed.emit()
            self.refresh()

    def ask_only(self, **wanted: Any) -> None:
        """Filter by these fields and no others."""
        usual = {field.name: getattr(NOTHING_ASKED, field.name) for field in fields(ClaimFilter)}
        self.ask(**(usual | wanted))

    @property
    def filtered(self) -> bool:
        """Whether some claims may be left out."""
        return self.asked != NOTHING_ASKED

    def sort(self, order: str) -> None:
        """Sort by a column; again turns it round."""
        self.descending = order == self.order and not self.descending
        self.order = order
        self.asked_changed.emit()
        self.refresh()

    # Chosen claims

    def row(self, id: str) -> ClaimRow | None:
        """The row of a claim that is shown."""
        return self._by_id.get(id)

    def choose(self, ids: Sequence[str], current: str) -> None:
        """Choose claims; ``current`` is the one looked at in full."""
        if (tuple(ids), current) != (self.chosen, self.current):
            self.chosen, self.current = tuple(ids), current
            self.chosen_changed.emit()

    def chosen_rows(self) -> list[ClaimRow]:
        """What is to be changed, in the order shown."""
        ids = set(self.chosen or (self.current,))
        return [row for row in self.rows if row.id in ids]

    def show(self, id: str) -> None:
        """Make a claim current; where the filter leaves it out, all are shown."""
        if id not in self._by_id and self.filtered:
            self.ask_only()
        if id in self._by_id:
            self.choose((id,), id)

    @property
    def me(self) -> str:
        """The id of who works here."""
        return self.library.store.identity.person if self.library else ""
