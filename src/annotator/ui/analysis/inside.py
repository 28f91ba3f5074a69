"""The inside check of the open article, in the cards' place."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from annotator.checking.rows import Mention, Row
from annotator.library import ArticleSession
from annotator.library.inspecting.analysis import INSIDE
from annotator.ui.analysis.inside_panel import InsidePanel
from annotator.ui.analysis.thinking import Thinking

if TYPE_CHECKING:
    from annotator.ui.window import MainWindow


class Inside(QObject):
    """Joins the panel to the window. The panel's object lives as long as the window."""

    def __init__(self, window: "MainWindow", parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        self.session: ArticleSession | None = None
        self._shown_of = ""
        self.panel = InsidePanel(window.theme, self._label, window.actions_.key_text("look.inside"))
        self.panel.gone_to.connect(self.go_to)
        self.panel.claim_wanted.connect(self.claim)
        self.panel.dismissed.connect(self.dismiss)
        self.panel.taken_back.connect(self.take_back)
        self.panel.claim_chosen.connect(self._show_claim)
        self.thinking = Thinking(self)
        self.thinking.found.connect(lambda _kind: self.refresh())

    def set_session(self, session: ArticleSession | None) -> None:
        """Another article is open, or none; None also while the panel is put away."""
        self.session = session
        self.refresh()

    def refresh(self) -> None:
        """Show what is found now; what is not known yet is found out first."""
        session = self.session
        if session is None:
            self.thinking.forget()
            return
        analysis = session.library.inspecting.analysis(session.id, sources=True)
        if analysis.has(INSIDE):
            inspecting = session.library.inspecting
            rows, limits = inspecting.inside(session.id), inspecting.limits(session.id)
            self.panel.show_rows(rows, session.id != self._shown_of, limits)
            self._shown_of = session.id
        else:
            if session.id != self._shown_of:
                self.panel.show_busy()
            self.thinking.want(INSIDE, analysis)

    def _label(self, claim: str) -> str:
        return self.session.library.claims.get(claim).label if self.session else ""

    # What one does there

    def go_to(self, mention: Mention, article: str) -> None:
        """Read where a mention stands, here or in the source's article."""
        window = self._window
        if mention.part == "source":
            window.going.to_article(article)
            window.reader.scroll_to(mention.start)
        else:
            window.going.to_offset(mention.start)
        if window.panes.arrangement == "single":
            window.panes.show_pane("centre")
        window.reader.set_selection(mention.start, mention.end)

    def claim(self, row: Row) -> None:
        """Make a row the claim that it suggests."""
        session = self.session
        if session is not None:
            inspecting, id = session.library.inspecting, session.id
            self._window.desk.attempt(
                lambda: inspecting.claim_of_row(id, row, inspecting.row_said_by(id, row))
            )

    def dismiss(self, row: Row) -> None:
        """Put a row aside."""
        session = self.session
        if session is not None:
            inspecting = session.library.inspecting
            self._window.desk.attempt(lambda: inspecting.dismiss_row(session.id, row))

    def take_back(self, row: Row) -> None:
        """Offer a row again."""
        session = self.session
        if session is not None:
            inspecting = session.library.inspecting
            self._window.desk.attempt(lambda: inspecting.take_row_back(session.id, row))

    def _show_claim(self, claim: str) -> None:
        """Show the card of the claim a row has become."""
        session = self.session
        if session is None:
            return
        passages = session.library.claims.passages(claim)
        here = next((one for one in passages if one.article == session.id), None)
        if here is not None:
            self._window.inspecting.show_inside(False)
            self._window.going.to_annotation(here.annotation)
