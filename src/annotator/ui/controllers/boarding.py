"""Between the faces of the window: reading and the board of claims, and the way from one to the
other."""

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from annotator.ui.actions import Handler
from annotator.ui.board import commands
from annotator.ui.controllers.sourcing import SOURCES
from annotator.ui.faces import READ
from annotator.ui.kit import Popover
from annotator.ui.places import Place

if TYPE_CHECKING:
    from annotator.ui.board.face import BoardFace
    from annotator.ui.window import MainWindow

CLAIMS = "claims"


class Boarding:
    """The menu *Claims*, and which face is shown. The board is made when it is first asked for."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window

    def handlers(self) -> Mapping[str, Handler]:
        """The commands' ids and what they do."""
        on_board = {
            spec.id: partial(self._run, spec.id)
            for spec in commands.commands()
            if spec.scope == commands.SCOPE
        }
        return {
            **on_board,
            "claims.show": self.show_claim,
            "view.read": lambda: self.show(READ),
            "view.claims": lambda: self.show(CLAIMS),
            "edit.find": self._find,
        }

    def make(self) -> "BoardFace":
        """The board, joined to the window."""
        from annotator.ui.board.face import BoardFace

        window = self._window
        board = BoardFace(window.theme, window.preferences, window.desk.attempt, window)
        for view in board.views():
            window.actions_.attach(commands.SCOPE, view)
        board.view_made.connect(lambda view: window.actions_.attach(commands.SCOPE, view))
        window.panes.covered.connect(board.board.set_covered)
        board.place_wanted.connect(self.go_to)
        board.beside_wanted.connect(self._open_beside)
        board.inspector_wanted.connect(lambda: window.panes.show_pane("right"))
        board.chosen_changed.connect(self.enable)
        board.link_wanted.connect(window.opening.link)
        board.said.connect(window.status.set_hint)
        board.failed.connect(window.messages.fail)
        board.view_changed.connect(
            lambda view: window.actions_.set_checked(f"claims.as.{view}", True)
        )
        return board

    def _board(self) -> "BoardFace":
        return self._window.faces.face(CLAIMS)

    def _run(self, command: str) -> None:
        self._board().run(command)

    # Faces

    def show(self, name: str) -> None:
        """Bring a face to the front."""
        window = self._window
        if not self.commit():
            window.top.show_face(window.faces.current)
            self._say_unfinished()
            return
        for asking in window.findChildren(Popover):
            if asking.is_modal:
                asking.dismiss()  # it is about something that is out of sight next
        window.faces.show(name)
        if window.panes.arrangement == "single":
            window.panes.show_pane("centre")

    def _say_unfinished(self) -> None:
        """Why the board cannot be left; what could not be written has been said already."""
        on_board = self._window.faces.current == CLAIMS
        section = self._board().inspector.unfinished() if on_board else None
        if section is not None:
            self._window.messages.inform(section.to_finish())
            section.go_on()  # last: the message moves what is beside it

    def face_changed(self, name: str) -> None:
        """Another one is in front."""
        window = self._window
        window.top.show_face(name)
        window.actions_.set_checked(f"view.{name}", True)
        self.enable()

    def enable(self) -> None:
        """Say what can be done on the face that is in front."""
        window = self._window
        board = window.faces.current == CLAIMS
        window.actions_.set_conditions(board=board, claim=board and self._board().has_chosen())

    @property
    def reading(self) -> bool:
        """Whether the article is what one looks at."""
        return self._window.faces.current == READ

    def commit(self) -> bool:
        """Save what is being written on any face; False where that was not possible."""
        faces = self._window.faces
        board = self._board() if faces.is_made(CLAIMS) else None
        saved = [
            self._window.cards.commit(), board is None or board.inspector.commit(),
            self._window.sourcing.commit(),
        ]  # fmt: skip
        return all(saved)

    # From claims to passages and back

    def place(self) -> Place | None:
        """Which face is in front and the claim that is chosen there, None while one reads."""
        if self.reading:
            return None
        face = self._window.faces.current
        return Place("", 0, face=face, claim=self._board().state.current if face == CLAIMS else "")

    def back_to(self, place: Place) -> None:
        """Bring back the face of such a place."""
        self.show(place.face)
        if place.face == CLAIMS and self._window.faces.current == CLAIMS:
            self._board().show_claim(place.claim)
        else:
            self._window.faces.centre.setFocus()

    def show_claim(self, id: str = "") -> None:
        """Show a claim on the board, that of the current mark unless told."""
        session, current = self._window.desk.session, self._window.desk.current
        claims = session.annotation(current).claims if session and current else ()
        wanted = id or (claims[0].id if claims else "")
        if wanted:
            self.show(CLAIMS)
            self._board().show_claim(wanted)

    def go_to(
        self, article: str, annotation: str, passage: tuple[int, int] | int | None = None
    ) -> None:
        """Read where a claim, or what was found about it, stands: at a mark, else at a passage or
        a code point."""
        start, end = passage if isinstance(passage, tuple) else (passage, None)
        self._window.sourcing.go_to(article, annotation, start, end)

    def _open_beside(
        self, article: str, annotation: str, passage: tuple[int, int] | None = None
    ) -> None:
        """Read what an entry of the ledger leads to next to its claim."""
        start, end = passage or (None, None)
        self._window.beside.open(article, annotation, start, end)

    def _find(self) -> None:
        window = self._window
        if self.reading:
            beside = window.beside.has_focus()
            window.beside.pane.open_find() if beside else window.reader.open_find()
        elif window.faces.current == CLAIMS:
            self._run("claims.filter")
        elif window.faces.current == SOURCES:
            window.sourcing.filter()
