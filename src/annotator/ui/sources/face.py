"""The sources as a face of the window: its panes, its commands, its ear for changes."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QWidget

from annotator.ui.evidence.file_row import Ask, ask_for_file
from annotator.ui.sources.details import Details
from annotator.ui.sources.page import SourcesPage
from annotator.ui.sources.rows import UNDATED
from annotator.ui.sources.state import SourcesState
from annotator.ui.table.face import TableFace
from annotator.ui.theme import Theme

SEEN = (
    "sources", "evidence", "claims", "claim_passages", "annotations", "articles", "targets",
)  # fmt: skip
"""Tables whose rows the face shows something of."""


class SourcesFace(TableFace):
    """``place_wanted``, ``beside_wanted``: article, annotation or "", start and end or None.
    ``link_wanted``: an address. ``details_wanted``: the right pane is to be shown.
    ``current_changed``: another source, or none, is looked at."""

    place_wanted = Signal(str, str, object, object)
    beside_wanted = Signal(str, str, object, object)
    link_wanted = Signal(str)
    details_wanted = Signal()
    current_changed = Signal()
    failed = Signal(str, object, str)
    seen = SEEN
    menu = "sources"

    def __init__(
        self, theme: Theme, attempt: Callable[[Callable[[], object]], bool], window: QWidget,
        ask: Ask = ask_for_file,
    ) -> None:  # fmt: skip
        super().__init__(window)
        self._ask = ask
        self.state = SourcesState(attempt, self)
        self.page, self.details = SourcesPage(theme, self.state), Details(theme, self.state)
        self.centre, self.right, self.left = self.page, self.details, None
        self._handlers: dict[str, Callable[[], object]] = {
            "sources.go": self.go,
            "sources.look": self.look,
            "sources.link": self._open_link,
            "sources.edit": self.edit,
            "sources.filter": self.filter,
            "sources.undated": lambda: self.state.ask(kind=UNDATED),
            "sources.all": self.state.ask_all,
        }
        self._connect()

    def _connect(self) -> None:
        table, details, state = self.page.table, self.details, self.state
        table.entered.connect(self.go)
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        table.customContextMenuRequested.connect(self._menu_asked)
        details.known.link_wanted.connect(self.link_wanted)
        details.known.place_wanted.connect(self.place_wanted)
        details.known.beside_wanted.connect(self.beside_wanted)
        details.known.keep_wanted.connect(self._keep)
        details.uses.wanted.connect(self.place_wanted)
        details.left.connect(self.page.focus_rows)
        details.failed.connect(self.failed)
        state.current_changed.connect(self.current_changed)
        state.rows_changed.connect(self.current_changed)

    # As a face

    def commit(self) -> bool:
        """Save what is being written; False where that was not possible."""
        return self.details.commit()

    # Commands

    def run(self, command: str) -> None:
        """Do one of the face's commands."""
        self._handlers[command]()

    def go(self) -> None:
        """Go to where the current source is first used."""
        row = self.state.row()
        if row is not None:
            use = row.use.uses[0]
            self.place_wanted.emit(use.article, use.annotation, None, None)

    def look(self) -> None:
        """Go into its details."""
        self.details_wanted.emit()
        self.details.setFocus()

    def edit(self) -> None:
        """Write what is known of it."""
        row = self.state.row()
        if row is not None:
            self.details_wanted.emit()
            self.details.edit("accessed" if row.undated else "")

    def _open_link(self) -> None:
        row = self.state.row()
        if row is not None and row.source.url:
            self.link_wanted.emit(row.source.url)

    def _keep(self) -> None:
        """Keep the bytes of the current source's file."""
        row, library = self.state.row(), self.state.library
        name = self._ask(self.details) if row and library else ""
        if name:
            self.state.attempt(lambda: library.ledger.store_file(row.id, Path(name)))
            self.details.refresh()

    def _menu_asked(self, at: QPoint) -> None:
        self.show_menu(self.page.table.viewport().mapToGlobal(at))
