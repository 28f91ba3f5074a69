"""The second article: opened beside the first, its passages brought as evidence, closed."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QTimer

from annotator.errors import UserFacingError
from annotator.events import Changes
from annotator.i18n import _
from annotator.library import ArticleSession, Library
from annotator.model import Claim
from annotator.ui.actions import Handler
from annotator.ui.beside.commands import SCOPE
from annotator.ui.faces import READ

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from annotator.ui.beside.claim_choice import ClaimChoice
    from annotator.ui.beside.pane import BesidePane
    from annotator.ui.palette import Entry, Palette
    from annotator.ui.window import MainWindow

THREE_FROM, FOUR_FROM = 1_320, 1_720
"""px at 100 %: from the first on, both articles and the cards fit beside each other, from the
second on the library, too. In a narrower window the second article takes the cards' place."""
SHARE = 0.5


class Beside(QObject):
    """Where the second article stands depends on the window's width."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._library: Library | None = None
        self.pane: BesidePane | None = None
        self._choice: ClaimChoice | None = None
        self._articles: Palette | None = None
        self._way: tuple[bool, str] | None = None  # how it stands
        self._place_later = QTimer(self, singleShot=True, interval=0)
        self._place_later.timeout.connect(self._place)
        window.desk.changed.connect(self._apply)
        window.desk.article_opened.connect(self._article_opened)
        window.faces.changed.connect(lambda _name: self._place())
        window.centre.setAcceptDrops(True)
        window.centre.installEventFilter(self)

    def handlers(self) -> Mapping[str, Handler]:
        """The commands' ids and what they do."""
        return {
            "article.beside": self.choose,
            "article.close_beside": self.close,
            "article.swap_beside": self.swap,
            "mark.evidence": self.use,
        }

    @property
    def session(self) -> ArticleSession | None:
        """The second article, None while there is none."""
        return self.pane.session if self.pane is not None else None

    def _make(self) -> "BesidePane":
        from annotator.ui.beside.pane import BesidePane

        window = self._window
        pane = BesidePane(window.theme)
        pane.closed.connect(self.close)
        pane.use_wanted.connect(self.use)
        pane.swap_wanted.connect(self.swap)
        pane.view.view_made.connect(lambda view: window.actions_.attach(SCOPE, view))
        pane.view.zoomed.connect(window.viewing.zoom)
        pane.view.context_menu_requested.connect(self._show_menu)
        pane.view.link_chosen.connect(lambda link: window.opening.link(link, self.session))
        window.look.follow(pane)
        window.panes.installEventFilter(self)
        return pane

    # Opening and closing

    def choose(self) -> None:
        """Ask which article to open beside the first; one that made way for the cards comes
        back."""
        from annotator.ui.palette import Palette

        if self.session is not None and not self.pane.isVisible():
            self._place(showing=True)
            self.pane.setFocus()
            return
        if self._articles is None:
            self._articles = Palette(self._window.theme, self._window, [self._entries])
            self._articles.setAccessibleName(_("Open an article beside this one"))
            self._articles.field.edit.setPlaceholderText(_("Which article? Words of its title"))
        self._articles.summon()

    def _entries(self) -> "list[Entry]":
        from annotator.ui.palette import Entry

        library, first = self._window.desk.library, self._window.desk.session
        return [
            Entry(row.title, lambda id=row.id: self.open(id), row.site, icon="file-text")
            for row in (library.articles() if library else ())
            if first is None or row.id != first.id
        ]

    def open(
        self, article: str, annotation: str = "", start: int | None = None, end: int | None = None
    ) -> None:
        """Open an article beside the first, at a mark or between two code points. Without a first
        one, or where it is that, it is simply opened."""
        window = self._window
        first, library = window.desk.session, window.desk.library
        if library is None:
            return
        if first is None or first.id == article:
            window.sourcing.go_to(article, annotation, start, end)
            return
        window.desk.attempt(lambda: self._show(library, library.session(article)))
        if self.session is not None:
            self.pane.go_to(annotation, start, end)
            self.pane.setFocus()

    def _show(self, library: Library, session: ArticleSession) -> None:
        if self.pane is None:
            self.pane = self._make()
        before = self.session
        self._library = library
        self._place(showing=True)
        if before is not session:
            self.pane.set_session(session, self._window.paging.wanted and not _is_locked(session))
        if before is not None and before is not session:
            self._release(before.id)
        self._enable()

    def close(self) -> None:
        """Put the second article away."""
        session = self.session
        if session is None:
            return
        window = self._window
        held = self.has_focus()
        self.pane.set_session(None)
        self.pane.hide()
        window.centre.set_beside(None)
        self._uncover()
        window.panes.crowd(False)
        self._release(session.id)
        self._enable()
        if held:
            window.reader.setFocus()

    def make_way(self) -> None:
        """The cards are needed: where it stands in their place it goes, and stays open."""
        self._uncover()

    def _uncover(self) -> None:
        if self.pane is not None and self._window.faces.panel is self.pane:
            self._window.faces.cover(None)

    def _release(self, id: str) -> None:
        """Let go of an article, unless it lies open as the first one."""
        desk, library = self._window.desk, self._library
        first = desk.session
        if library is not None and library is desk.library and (first is None or first.id != id):
            library.release(id)

    def swap(self) -> None:
        """The second article becomes the first one, and the other way round."""
        window, second = self._window, self.session
        first = window.desk.session
        if first is None or second is None:
            return
        first_id, second_id = first.id, second.id
        self.close()
        window.going.to_article(second_id)
        self.open(first_id)

    def has_focus(self) -> bool:
        """Whether one works in it."""
        focus = self._window.focusWidget()
        pane = self.pane
        return bool(pane and focus and pane.session and pane.isAncestorOf(focus))

    def stops(self) -> "list[QWidget]":
        """What the focus goes to in turn."""
        shown = self.pane is not None and self.session and self.pane.isVisible()
        return self.pane.view.stops() if shown else []

    # Where it stands

    def _place(self, showing: bool = False) -> None:
        """Put it where there is room. What has its place stays there, and what is in front of it:
        a message that comes makes the panes lower, no more."""
        window, pane = self._window, self.pane
        if pane is None or not (showing or self.session):
            return
        panes, reading = window.panes, window.faces.current == READ
        wide, width = panes.arrangement == "wide", panes.width() / window.theme.scale
        beside = wide and width >= THREE_FROM
        way = beside, panes.arrangement
        if showing or (reading and way != self._way):
            self._way = way
            self._stand(beside)
        crowded = reading and wide and width < FOUR_FROM
        panes.crowd(crowded, SHARE if reading and not beside else 0)

    def _stand(self, beside: bool) -> None:
        window, pane = self._window, self.pane
        if beside:
            self._uncover()
            window.centre.set_beside(pane)
        else:
            window.centre.set_beside(None)
            window.faces.cover(pane)
            window.panes.show_pane("right")
        pane.show()

    # What lies open

    def _apply(self, changes: Changes) -> None:
        session = self.session
        if session is None:
            return
        if self._library is None or not self._library.is_open(session.id):
            self.close()  # it is in the trash now
        else:
            self.pane.apply(changes)

    def _article_opened(self, session: ArticleSession | None) -> None:
        """It is beside an article, never beside itself or nothing."""
        if self.session is not None and (session is None or session.id == self.session.id):
            self.close()

    def _enable(self) -> None:
        self._window.actions_.set_conditions(beside=self.session is not None)

    # Evidence

    def use(self) -> None:
        """Ask which claim of the first article what is selected is evidence for."""
        from annotator.ui.beside.claim_choice import ClaimChoice, claims_of

        window, first = self._window, self._window.desk.session
        if first is None or self.session is None:
            return
        view = self.pane.view
        if view.selection() is None:
            window.status.set_hint(_("Select the passage that is to be evidence first."))
            return
        window.status.set_hint("")
        view.bar.dismiss()
        if self._choice is None:
            self._choice = ClaimChoice(window.theme, window, self._bring)
        self._choice.ask(claims_of(first, window.desk.current), view.selection_in(window))

    def _bring(self, claim: Claim, stance: str) -> None:
        window, second = self._window, self.session
        passage = self.pane.view.selection() if second is not None else None
        library = window.desk.library
        if second is None or passage is None or library is None:
            return
        start, end = passage
        done = window.desk.attempt(
            lambda: library.ledger.add_from_article(
                claim.id, second.id, start=start, end=end, stance=stance
            )
        )
        if done:
            self.pane.view.clear_selection()
            self._tell(claim)

    def _tell(self, claim: Claim) -> None:
        window, first = self._window, self._window.desk.session
        if first is not None:
            window.desk.set_current(first.owner_of(claim.id))
        sentence = _("The passage is evidence for {claim} now.").format(claim=claim.label)
        window.messages.inform(sentence, _("Undo"), window.editing.undo)

    def _show_menu(self, at: QPoint, offset: int) -> None:
        from PySide6.QtWidgets import QMenu

        window = self._window
        menu = QMenu(window)
        for command in ("mark.evidence", "article.swap_beside", "article.close_beside"):
            menu.addAction(window.actions_.action(command))
        if link := self.pane.view.link_action(offset):
            menu.addSeparator()
            menu.addAction(*link)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    # Width, and articles dropped on the first one

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if watched is self._window.panes and kind == QEvent.Type.Resize:
            self._place_later.start()
        elif kind in (QEvent.Type.DragEnter, QEvent.Type.Drop) and self._dropped(event):
            return True
        return super().eventFilter(watched, event)

    def _dropped(self, event: QEvent) -> bool:
        from annotator.ui.shelf.article_model import dragged_articles

        ids = dragged_articles(event.mimeData())
        if len(ids) != 1 or self._window.desk.session is None:
            return False
        event.acceptProposedAction()
        if event.type() == QEvent.Type.Drop:
            QTimer.singleShot(0, self, lambda: self.open(ids[0]))
        return True


def _is_locked(session: ArticleSession) -> bool:
    """Whether its pages cannot be shown."""
    try:
        return bool(session.article.pages) and session.locked
    except UserFacingError:
        return False
