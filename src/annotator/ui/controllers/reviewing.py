"""What is still open before something is handed in, and the way to each place."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from annotator.events import Changes
from annotator.library import ArticleSession, Library
from annotator.ui.actions import Handler
from annotator.ui.cards.parts import Verb
from annotator.ui.faces import READ

if TYPE_CHECKING:
    from annotator.library.review.line import Line
    from annotator.ui.review.panel import ChecklistPanel
    from annotator.ui.window import MainWindow

CLAIMS = "claims"
_FIELDS = ("authors", "site", "url", "published")
"""What of an article's details the checklist asks for, in the order in which it is asked."""


class Reviewing:
    """The checklist's panel, which stands in place of the lists at the left. It is made when it is
    first asked for."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window
        self._panel: ChecklistPanel | None = None
        self._shown = False
        window.desk.changed.connect(self._apply)
        window.desk.article_opened.connect(self._article_opened)
        window.desk.library_opened.connect(self._library_opened)

    def handlers(self) -> Mapping[str, Handler]:
        """The commands' ids and what they do."""
        return {
            "file.checklist": lambda _on=False: self.toggle(),
            "go.next_open": lambda: self.panel.step(1),
            "go.previous_open": lambda: self.panel.step(-1),
        }

    @property
    def panel(self) -> "ChecklistPanel":
        """The panel, joined to the window."""
        if self._panel is None:
            self._panel = self._make()
        return self._panel

    def _make(self) -> "ChecklistPanel":
        from annotator.ui.review.panel import ChecklistPanel

        window = self._window
        panel = ChecklistPanel(window.theme)
        panel.chosen.connect(self.go_to)
        panel.closed.connect(lambda: self.show(False))
        panel.hand_in_wanted.connect(window.opening.hand_in)
        panel.rules_wanted.connect(lambda: window.actions_.run("file.rules"))
        panel.changed.connect(self._count)
        return panel

    # Showing

    def toggle(self) -> None:
        """Show the checklist, or put it away where the keyboard is in it already."""
        self.show(not (self._shown and self._window.panes.is_shown("left")))

    def show(self, shown: bool = True, article: str | None = "") -> None:
        """Show the checklist or put it away. ``article``: what is looked at, None for the whole
        library, "" for what lies open."""
        window = self._window
        self._shown = shown
        window.actions_.set_checked("file.checklist", shown)
        if not shown:
            self._put_away()
            return
        session = window.desk.session
        own = session.id if session is not None else ""
        self.panel.set_place(window.desk.library, own)
        self.panel.look_at((own or None) if article in ("", own) else None)
        window.left.cover(self.panel)
        window.panes.show_pane("left")
        self.panel.setFocus()
        self._count()

    def show_for(self, article: str | None) -> None:
        """Show what is open in an article, or in the whole library (None)."""
        if article is not None:
            self._window.going.to_article(article)
        self.show(True, article)

    def _put_away(self) -> None:
        window = self._window
        held = self.panel.isAncestorOf(window.focusWidget() or window)
        self.panel.set_place(None, "")
        window.left.cover(None)
        window.actions_.set_conditions(checklist=False)
        if held:
            window.faces.centre.setFocus()

    def _count(self) -> None:
        lines = self.panel.list.lines.lines
        self._window.actions_.set_conditions(checklist=self._shown and bool(lines))

    # What lies open

    def _apply(self, changes: Changes) -> None:
        if self._shown:
            self.panel.apply(changes)

    def _article_opened(self, session: ArticleSession | None) -> None:
        if self._shown:
            self.panel.set_place(self._window.desk.library, session.id if session else "")

    def _library_opened(self, library: Library) -> None:
        if self._shown:
            self.panel.set_place(library, "")

    # To the place

    def go_to(self, line: "Line", stay: bool = False) -> None:
        """Go where a line says that something is open."""
        window = self._window
        if line.rule == "tag-unused":
            window.actions_.run("file.rules")
        elif line.claim and (window.faces.current == CLAIMS or not line.annotation):
            window.boarding.show(CLAIMS)
            window.faces.face(CLAIMS).show_claim(line.claim)
        elif line.article:
            self._read(line)
        if window.panes.arrangement == "single" and line.rule != "details":
            window.panes.show_pane("centre")

    def _read(self, line: "Line") -> None:
        window = self._window
        window.boarding.show(READ)
        window.going.to_hit(line.article, line.annotation or None)
        if line.start is not None and not line.annotation:
            window.going.to_offset(line.start)
        if line.annotation or line.start is not None:
            window.reader.setFocus()
        if line.evidence and window.cards.deck.unfolded != line.evidence:
            window.cards.commands.act(Verb.UNFOLD, line.evidence)
        if line.rule == "details":
            window.opening.details(self._missing(line.article), line.article)

    def _missing(self, article: str) -> str:
        """The first field that is empty."""
        library = self._window.desk.library
        details = library.article(article).details if library is not None else None
        return next((name for name in _FIELDS if not getattr(details, name, "")), "")
