"""The face *Sources*, and the ways from evidence to the very passage it is."""

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from annotator.ui.actions import Handler
from annotator.ui.faces import READ
from annotator.ui.sources import commands

if TYPE_CHECKING:
    from annotator.ui.sources.face import SourcesFace
    from annotator.ui.window import MainWindow

SOURCES = "sources"


class Sourcing:
    """The menu *Sources*. The face is made when it is first asked for."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window
        window.cards.commands.passage_wanted.connect(self.go_to)
        window.cards.commands.beside_wanted.connect(self._beside)
        window.cards.commands.editing.beside_wanted.connect(lambda: window.beside.choose())

    def handlers(self) -> Mapping[str, Handler]:
        """The commands' ids and what they do."""
        own = {spec.id: partial(self._run, spec.id) for spec in commands.commands()}
        return {**own, "view.sources": lambda: self._window.boarding.show(SOURCES)}

    def make(self) -> "SourcesFace":
        """The face, joined to the window."""
        from annotator.ui.sources.face import SourcesFace

        window = self._window
        face = SourcesFace(window.theme, window.desk.attempt, window)
        for view in face.views():
            window.actions_.attach(commands.SCOPE, view)
        window.panes.covered.connect(face.page.set_covered)
        window.faces.changed.connect(lambda _name: self.enable())
        face.place_wanted.connect(self.go_to)
        face.beside_wanted.connect(self._beside)
        face.link_wanted.connect(self._open_link)
        face.details_wanted.connect(lambda: window.panes.show_pane("right"))
        face.current_changed.connect(self.enable)
        face.failed.connect(window.messages.fail)
        return face

    def _face(self) -> "SourcesFace":
        return self._window.faces.face(SOURCES)

    def _run(self, command: str) -> None:
        self._face().run(command)

    def enable(self) -> None:
        """Say what can be done on the face."""
        window = self._window
        shown = window.faces.current == SOURCES
        current = shown and self._face().state.row() is not None
        window.actions_.set_conditions(sources=shown, source=current)

    def commit(self) -> bool:
        """Save what is being written there; False where that was not possible."""
        faces = self._window.faces
        return not faces.is_made(SOURCES) or self._face().commit()

    def filter(self) -> None:
        """Type words to look for among the sources."""
        self._run("sources.filter")

    # From evidence to its place

    def go_to(
        self, article: str, annotation: str = "", start: int | None = None, end: int | None = None
    ) -> None:
        """Read the very passage: a mark becomes the current one, words are selected; *back* leads
        here."""
        window = self._window
        with window.going.in_one():
            window.boarding.show(READ)
            window.going.to_hit(article, annotation or None)
            if not annotation and start is not None:
                window.going.to_offset(start)
                if end is not None:
                    window.reader.set_selection(start, end)
        if window.panes.arrangement == "single":
            window.panes.show_pane("centre")
        window.reader.setFocus()

    def _beside(self, article: str, annotation: str, start: object, end: object) -> None:
        self._window.boarding.show(READ)
        self._window.beside.open(article, annotation, start, end)

    def _open_link(self, link: str) -> None:
        self._window.opening.link(link)
