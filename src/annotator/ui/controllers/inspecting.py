"""Looking through the open article: sentences worth a look, voices, the inside check. All of it is
off until it is switched on, and made only then."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from annotator.events import Changes
from annotator.library import ArticleSession, Library
from annotator.ui.actions import Handler

if TYPE_CHECKING:
    from annotator.ui.analysis.inside import Inside
    from annotator.ui.analysis.looking import Looking
    from annotator.ui.window import MainWindow

MODES = ("worth", "voice")
MODE, THRESHOLD = "look.mode", "look.threshold"
"""Settings: what is tinted, by library; how many sentences are offered."""
REST_MS = 120
"""After an edit it is shown what became of suggestions once edits rest that long."""
EDGE = 8
"""Which part of what is in sight counts as its edge, above and below."""
WEIGHS = (
    "annotations", "targets", "claims", "claim_passages", "evidence", "sources", "suggestions",
    "block_roles", "article_versions", "articles",
)  # fmt: skip
"""Tables whose rows can change what is shown."""


class Inspecting(QObject):
    """The commands that look through an article."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._looking: Looking | None = None
        self._inside: Inside | None = None
        self._inside_shown = False
        self._covered = 0
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._refresh)
        window.desk.changed.connect(self._apply)
        window.desk.article_opened.connect(self._article_opened)
        window.desk.library_opened.connect(self._library_opened)
        window.panes.covered.connect(self._set_covered)
        window.faces.changed.connect(lambda _face: self._enable())

    def handlers(self) -> Mapping[str, Handler]:
        """The commands' ids and what they do."""
        return {
            "look.worth": lambda on: self._switch("worth" if on else ""),
            "look.voice": lambda on: self._switch("voice" if on else ""),
            "look.inside": lambda on: self.show_inside() if on else self._close_inside(),
            "look.next": lambda: self.looking.step(1),
            "look.previous": lambda: self.looking.step(-1),
            "look.claim": self.claim,
            "look.dismiss": self.dismiss,
        }

    @property
    def looking(self) -> "Looking":
        """What is tinted, joined to the window."""
        if self._looking is None:
            self._looking = self._make()
        return self._looking

    def _make(self) -> "Looking":
        from annotator.spotting import THRESHOLD as USUAL
        from annotator.ui.analysis.looking import Looking

        window = self._window
        threshold = float(window.preferences.get(THRESHOLD, USUAL))
        looking = Looking(window.theme, window.reader, window.actions_.key_text, threshold, self)
        looking.worth_bar.claim_wanted.connect(self.claim)
        looking.worth_bar.dismiss_wanted.connect(self.dismiss)
        looking.worth_bar.threshold_changed.connect(self._keep_threshold)
        looking.changed.connect(self._enable)
        looking.gone_to.connect(self._go_to)
        window.reader.caret_moved.connect(looking.come_to)
        for bar in looking.bars.values():
            bar.closed.connect(self._close)
            bar.set_covered(self._covered)
            window.centre.add_bar(bar)
        return looking

    # Switching on and off

    def _switch(self, mode: str) -> None:
        """The user wants to see it: where one pane is seen at a time, that is the article."""
        self.show(mode)
        if mode and self._window.panes.arrangement == "single":
            self._window.panes.show_pane("centre")

    def show(self, mode: str, keep: bool = True) -> None:
        """Tint sentences ``worth`` a look, each by its ``voice``, or nothing (``""``)."""
        window = self._window
        for name in MODES:
            window.actions_.set_checked(f"look.{name}", name == mode)
        if mode or self._looking is not None:
            looking = self.looking
            looking.set_mode(mode)
            if looking.session is not window.desk.session:
                looking.set_session(window.desk.session)
        if keep and window.desk.library is not None:
            path = str(window.desk.library.path.resolve())
            window.preferences.set(MODE, {**window.preferences.get(MODE, {}), path: mode})
        self._enable()

    def _close(self) -> None:
        self.show("")
        self._window.reader.setFocus()

    def _keep_threshold(self, threshold: float) -> None:
        self._window.preferences.set(THRESHOLD, threshold)

    def _set_covered(self, width: int) -> None:
        self._covered = width
        if self._looking is not None:
            for bar in self._looking.bars.values():
                bar.set_covered(width)

    def _enable(self) -> None:
        looking, window = self._looking, self._window
        reading = window.desk.session is not None and window.boarding.reading
        on = looking is not None and bool(looking.mode) and reading
        window.actions_.set_conditions(looking=on, suggestion=on and looking.at_hand is not None)

    # What lies open

    def _library_opened(self, library: Library) -> None:
        mode = self._window.preferences.get(MODE, {}).get(str(library.path.resolve()), "")
        if mode in MODES or self._looking is not None:
            # The window shows the article first.
            QTimer.singleShot(0, self, lambda: self.show(mode if mode in MODES else "", False))

    def _article_opened(self, session: ArticleSession | None) -> None:
        for part in (self._looking, self._inside):
            if part is not None:
                part.set_session(None)
        QTimer.singleShot(0, self, self._look_at_article)  # the window shows it first

    def _look_at_article(self) -> None:
        session = self._window.desk.session
        if self._looking is not None:
            self._looking.set_session(session)
        if self._inside is not None and self._inside_shown:
            self._inside.set_session(session)
            if session is None:
                self.show_inside(False)

    def _apply(self, changes: Changes) -> None:
        session = self._window.desk.session
        if session is None or not changes.touches(*WEIGHS):
            return
        if session.id in changes.articles or changes.touches("articles", "sources"):
            self._rest.start()

    def _refresh(self) -> None:
        for part in (self._looking, self._inside):
            if part is not None:
                part.refresh()

    def leave(self) -> None:
        """The window closes."""
        for part in (self._looking, self._inside):
            if part is not None:
                part.thinking.leave()

    # Inside check

    @property
    def inside(self) -> "Inside":
        """The inside check, joined to the window."""
        if self._inside is None:
            from annotator.ui.analysis.inside import Inside

            self._inside = Inside(self._window, self)
            self._inside.panel.closed.connect(self._close_inside)
            for command in ("look.worth", "look.voice", "look.inside"):  # also from within it
                self._inside.panel.addAction(self._window.actions_.action(command))
        return self._inside

    def show_inside(self, shown: bool = True) -> None:
        """Show the inside check in the cards' place, or the cards again."""
        window = self._window
        window.actions_.set_checked("look.inside", shown)
        if shown == self._inside_shown:
            return
        self._inside_shown = shown
        if shown:
            self.inside.set_session(window.desk.session)
            window.faces.cover(self.inside.panel)
            window.panes.show_pane("right")
            self.inside.panel.setFocus()
        else:
            self.inside.set_session(None)
            window.faces.cover(None)

    def show_cards(self) -> None:
        """Bring the cards into sight: something is to be written there."""
        self.show_inside(False)
        self._window.panes.show_pane("right")

    def _close_inside(self) -> None:
        self.show_inside(False)
        if self._window.panes.arrangement == "single":
            self._window.panes.show_pane("centre")
        self._window.reader.setFocus()

    # Suggestions

    def _go_to(self, start: int, end: int) -> None:
        reader = self._window.reader
        self._window.desk.set_current("")
        first, last = reader.visible_range()
        margin = (last - first) // EDGE  # at the edge a sentence is read without its neighbours
        reader.set_caret(start)
        if not (first + margin <= start and end <= last - margin):
            reader.scroll_to(start)

    def claim(self) -> None:
        """Make the suggestion at hand a claim, and write it."""
        at = self.looking.at_hand
        if at is not None:
            self._window.reader.set_selection(*at)
            self._window.actions_.run("mark.claim")

    def dismiss(self) -> None:
        """Put the suggestion at hand aside, and go on to the next."""
        at, session = self.looking.at_hand, self._window.desk.session
        if at is None or session is None:
            return
        inspecting = session.library.inspecting
        if self._window.desk.attempt(lambda: inspecting.dismiss(session.id, "spotting", *at)):
            self.looking.refresh()
            self.looking.step(1)
