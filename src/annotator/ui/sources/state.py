"""Which sources the face shows, in which order, and which one is current."""

from PySide6.QtCore import QObject, Signal

from annotator.library import Library
from annotator.library.garbage import garbage_left_alone
from annotator.ui.sources.rows import ANY, SourceRow, chosen, ordered, rows_of
from annotator.ui.table.state import Attempt, TableState


class SourcesState(TableState):
    """``current_changed``: another source is looked at."""

    current_changed = Signal()
    usual = "title"

    def __init__(self, attempt: Attempt, parent: QObject | None = None) -> None:
        super().__init__(attempt, parent)
        self.all: list[SourceRow] = []
        self.kind, self.words = ANY, ""
        self.current = ""

    def set_library(self, library: Library | None) -> None:
        """Another library, or none."""
        self.take_library(library)
        self.kind, self.words, self.current = ANY, "", ""
        self.asked_changed.emit()
        self.refresh()

    def refresh(self) -> None:
        """Ask the library anew."""
        known, self.all = self.all, []
        if self.library is not None:
            self.attempt(lambda: self._load(known))
        self._show()

    def _load(self, known: list[SourceRow]) -> None:
        with garbage_left_alone():  # thousands of rows are made, none of them is garbage
            self.all = rows_of(self.library.ledger.sources(), known)

    def _show(self) -> None:
        self.rows = ordered(chosen(self.all, self.kind, self.words), self.order, self.descending)
        ids = [row.id for row in self.rows]
        before = self.current
        if before not in ids:
            self.current = ids[0] if ids else ""
        self.rows_changed.emit()
        if self.current != before:
            self.current_changed.emit()

    # What is asked for

    def ask(self, *, kind: str | None = None, words: str | None = None) -> None:
        """Show only a kind of sources, or those with words in them."""
        asked = (self.kind if kind is None else kind, self.words if words is None else words)
        if asked != (self.kind, self.words):
            self.kind, self.words = asked
            self.asked_changed.emit()
            self._show()

    def ask_all(self) -> None:
        """Show all of them."""
        self.ask(kind=ANY, words="")

    @property
    def filtered(self) -> bool:
        """Whether some may be left out."""
        return bool(self.kind or self.words)

    def sort(self, column: str) -> None:
        """Sort by a column; again turns it round. The newest and most used come first."""
        first = column in ("used", "accessed")
        self.descending = not self.descending if column == self.order else first
        self.order = column
        self.asked_changed.emit()
        self._show()

    # The one looked at

    def row(self, id: str = "") -> SourceRow | None:
        """A row, the current one unless told which."""
        wanted = id or self.current
        return next((row for row in self.rows if row.id == wanted), None)

    def choose(self, id: str) -> None:
        """Look at a source."""
        if id != self.current:
            self.current = id
            self.current_changed.emit()
