"""The board as a face of the window: its panes, its commands, its ear for changes."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from annotator.events import Changes
from annotator.library import Preferences
from annotator.ui.board.acts import Acts
from annotator.ui.board.board import Board
from annotator.ui.board.changing import Changing
from annotator.ui.board.commands import VIEWS
from annotator.ui.board.inspector import Inspector
from annotator.ui.board.joining import Joining
from annotator.ui.board.menus import choice_menu
from annotator.ui.board.model import COLUMNS, titles
from annotator.ui.board.places import Places
from annotator.ui.board.state import BoardState
from annotator.ui.table.face import TableFace
from annotator.ui.theme import Theme

if TYPE_CHECKING:
    from annotator.ui.board.columns import ColumnsView

SEEN = (
    "claims", "claim_passages", "evidence", "sources", "comments", "annotations", "annotation_tags",
    "tags", "articles", "people", "verdicts", "settings", "trail", "targets",
)  # fmt: skip
"""Tables whose rows the board shows something of."""


class BoardFace(TableFace):
    """``view_made``: one more widget in which the board's keys act. ``place_wanted``: article,
    annotation or "", and offset or None to go to. ``beside_wanted``: the same, to be read next to
    the current claim's passage. ``inspector_wanted``: the right pane is to be
    shown. ``chosen_changed``: other claims are chosen. ``said``: a passing word. ``failed``: a
    sentence, a way to try again, words that would be lost."""

    view_made = Signal(QWidget)
    place_wanted = Signal(str, str, object)
    beside_wanted = Signal(str, str, object)
    inspector_wanted = Signal()
    chosen_changed = Signal()
    view_changed = Signal(str)
    said = Signal(str)
    link_wanted = Signal(str)
    failed = Signal(str, object, str)
    seen = SEEN
    menu = "claims"

    def __init__(
        self, theme: Theme, preferences: Preferences,
        attempt: Callable[[Callable[[], object]], bool], window: QWidget,
    ) -> None:  # fmt: skip
        super().__init__(window)
        self.state = BoardState(attempt, self)
        self.acts = Acts(self.state)
        self.board = Board(theme, preferences, self.state)
        self.places = Places(theme, self.state)
        self.changing = Changing(theme, self.state, self.acts, self.board, window, self._guarded)
        self.joining = Joining(self.state, self.acts, self.changing)
        self.inspector = Inspector(theme, self.state)
        self.centre, self.left, self.right = self.board, self.places, self.inspector
        self._handlers = self._make_handlers()
        self._connect()

    def _connect(self) -> None:
        board, state = self.board, self.state
        board.table.edit_wanted.connect(self.changing.edit)
        board.table.menu_wanted.connect(self.show_menu)
        board.view_changed.connect(self.view_changed)
        board.view_made.connect(self.view_made)
        board.columns_made.connect(self._join_columns)
        self.places.chosen.connect(board.focus_rows)
        self.inspector.place_wanted.connect(self.place_wanted)
        self.inspector.beside_wanted.connect(self._read_beside)
        self.inspector.command_wanted.connect(self.run)
        self.inspector.failed.connect(self.failed)
        self.inspector.left.connect(board.focus_rows)
        self.inspector.menu_wanted.connect(self.show_menu)
        self.inspector.said.connect(self.said)
        self.inspector.link_wanted.connect(self.link_wanted)
        state.chosen_changed.connect(self.chosen_changed)
        state.rows_changed.connect(self.chosen_changed)

    def _make_handlers(self) -> dict[str, Callable[[], object]]:
        views = {f"claims.as.{view}": lambda v=view: self.board.show_view(v) for view in VIEWS}
        return {
            **views, **self.changing.handlers(), **self.joining.handlers(),
            "claims.passage": self.go_to_passage,
            "claims.inspect": self.inspect,
            "claims.evidence": lambda: self._inspect_then(self.inspector.add_evidence),
            "claims.comment": lambda: self._inspect_then(self.inspector.add_comment),
            "claims.status_back": lambda: self.changing.step_status(-1),
            "claims.status_on": lambda: self.changing.step_status(1),
            "claims.approve": self.acts.approve,
            "claims.remove": self.acts.remove,
            "claims.filter": self.filter,
            "claims.clear": self.state.ask_only,
            "claims.sort": self.sort,
        }  # fmt: skip

    # As a face

    def _join_columns(self, columns: "ColumnsView") -> None:
        columns.moved.connect(lambda ids, status: self._guarded(
            lambda: self.changing.move(ids, status)
        ))  # fmt: skip
        columns.menu_wanted.connect(self.show_menu)
        columns.opened.connect(self.go_to_passage)
        for column in columns.views():
            self.view_made.emit(column)

    def refresh(self, changes: Changes) -> None:
        super().refresh(changes)
        self.inspector.apply(changes)

    def entered(self) -> None:
        super().entered()
        self.board.restore_view()

    def has_chosen(self) -> bool:
        """Whether there is a claim to do something with."""
        return bool(self.state.current)

    def show_claim(self, id: str) -> None:
        """Make a claim the current one."""
        self.state.show(id)
        self.board.focus_rows()

    # Commands

    def run(self, command: str, at: QWidget | None = None) -> None:
        """Do one of the board's commands. What it asks for is asked at a widget, or the claim."""
        away = at is None and not self.board.isVisible()
        self.changing.ask_at(self.inspector if away else at)
        self._guarded(self._handlers[command])

    def _guarded(self, act: Callable[[], object]) -> None:
        """What the library does not accept is said in the window where no box can say it."""
        from annotator.errors import InvalidValue

        try:
            act()
        except InvalidValue as error:
            self.failed.emit(str(error), None, "")

    def go_to_passage(self) -> None:
        """Read where the current claim stands."""
        row = self.state.row(self.state.current)
        if row is not None and row.annotation:
            self.place_wanted.emit(row.article, row.annotation, None)

    def _read_beside(self, article: str, annotation: str, passage: object) -> None:
        self.go_to_passage()
        self.beside_wanted.emit(article, annotation, passage)

    def inspect(self) -> None:
        """Look at the current claim in full."""
        self.inspector_wanted.emit()
        self.inspector.setFocus()

    def _inspect_then(self, act: Callable[[], object]) -> None:
        self.inspector_wanted.emit()
        act()

    def sort(self) -> None:
        """Choose what to sort by."""
        names = titles()
        choices = [(name, names[name]) for name in COLUMNS]
        menu = choice_menu(self._window, choices, self.state.order, self.state.sort)
        header = self.board.table.horizontalHeader()
        menu.popup(header.mapToGlobal(header.rect().bottomLeft()))
