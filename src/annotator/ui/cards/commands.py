"""What cards ask for, done: marks changed, links shown and opened, editors opened."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QUrl, Signal, SignalInstance
from PySide6.QtGui import QDesktopServices, QGuiApplication

from annotator.errors import InvalidValue
from annotator.i18n import _
from annotator.library import ArticleSession
from annotator.model import Claim
from annotator.model.links import normalise_link
from annotator.ui.cards import wording
from annotator.ui.cards.claim_commands import ClaimCommands
from annotator.ui.cards.deck import Deck
from annotator.ui.cards.editing import Editing
from annotator.ui.cards.list import CardList
from annotator.ui.cards.parts import Verb
from annotator.ui.cards.questions import is_question
from annotator.ui.cards.saving import Saver, Write
from annotator.ui.theme import Theme


class Commands(QObject):
    """Acts for the cards on the session. ``said`` is a short message of what was done.
    ``passage_wanted``, ``beside_wanted``: an article, a mark in it or "", start and end or None."""

    chosen = Signal(str)
    said = Signal(str)
    menu_wanted = Signal(str)
    claim_menu_wanted = Signal(str)
    comment_menu_wanted = Signal(str)
    passage_wanted = Signal(str, str, object, object)
    beside_wanted = Signal(str, str, object, object)

    def __init__(
        self, theme: Theme, deck: Deck, cards: CardList, saver: Saver,
        open_url: Callable[[QUrl], bool] = QDesktopServices.openUrl,
    ) -> None:  # fmt: skip
        super().__init__(cards)
        self._deck, self._cards, self._saver, self._open_url = deck, cards, saver, open_url
        self.editing = editing = Editing(theme, deck, cards, saver)
        editing.chosen.connect(self.chosen)
        editing.acted.connect(self.act)
        self.claims = claims = ClaimCommands(theme, deck, cards, saver)
        claims.begun.connect(editing.begin_claim)
        self._doers: dict[str, Callable[[str], object]] = {
            Verb.NOTE: editing.begin_note, Verb.TAGS: editing.begin_tags,
            Verb.CLAIM: self.add_claim, Verb.EDIT_CLAIM: editing.begin_claim,
            Verb.JUDGE: editing.begin_verdict,
            Verb.SOURCE: editing.begin_source, Verb.EDIT_SOURCE: editing.begin_evidence,
            Verb.PREVIEW: editing.preview, Verb.UNFOLD: self._unfold, Verb.FOLLOW: self._unfold,
            Verb.OPEN: self._open, Verb.COPY_LINK: self._copy_link,
            Verb.REMOVE_SOURCE: self._remove_source, Verb.MENU: self.menu_wanted.emit,
            Verb.COPY: self.copy_quote, Verb.DELETE: self.delete,
            Verb.COMMENT: editing.begin_comment, Verb.COMMENT_MENU: self.comment_menu_wanted.emit,
            Verb.RESOLVE: lambda id: self.resolve(id, True),
            Verb.REOPEN: lambda id: self.resolve(id, False),
            Verb.CLAIM_MENU: self.claim_menu_wanted.emit, Verb.PLACES: claims.show_places,
            Verb.ASK: claims.ask_for_review, Verb.APPROVE: claims.approve,
            Verb.SEND_BACK: claims.send_back,
            Verb.GO: lambda id: self._lead(id, self.passage_wanted),
            Verb.BESIDE: lambda id: self._lead(id, self.beside_wanted),
        }  # fmt: skip

    def act(self, verb: str, id: str) -> None:
        """Do what a card asks for."""
        if self._deck.session is not None:
            self._doers[verb](id)

    @property
    def _session(self) -> ArticleSession:
        assert self._deck.session is not None
        return self._deck.session

    def enter(self, id: str) -> None:
        """Write on a card: its claim, where it has one, else its note; a question is answered."""
        annotation = self._session.annotation(id)
        if annotation.claims:
            self.editing.begin_claim(annotation.claims[0].id)
        elif is_question(annotation):
            self.editing.begin_comment(id)
        else:
            self.editing.begin_note(id)

    def choose(self, id: str) -> None:
        """Make a card the current one for the user: it is told to others."""
        self.editing.choose(id)
        self.chosen.emit(id)

    def add_claim(self, id: str) -> None:
        """Make a claim, or another one, of a passage and open it."""
        made: list[Claim] = []
        session, inspecting = self._session, self._session.library.inspecting
        if self._saver.save(
            lambda: made.append(
                session.add_claim(id, **inspecting.mark_claim_fields(session.id, id))
            )
        ):
            self.editing.begin_claim(made[0].id)

    # Links

    def _unfold(self, what: str) -> None:
        self._deck.unfolded = "" if self._deck.unfolded == what else what
        self._cards.remeasure(self._deck.current)

    def _address(self, what: str) -> str:
        found = self._deck.find_evidence(what)
        return found[1].source.url if found else what

    def _open(self, what: str) -> None:
        try:
            address = normalise_link(self._address(what))
        except InvalidValue as error:
            self.said.emit(str(error))
            return
        if not self._open_url(QUrl(address)):
            self.said.emit(_("No browser could be opened; copy the link instead."))

    def _lead(self, evidence: str, signal: SignalInstance) -> None:
        """To the very passage that evidence is, or that it quotes."""
        where = self._session.library.ledger.where(evidence)
        if where is None:
            self.said.emit(_("This passage is not in the library any more."))
        else:
            signal.emit(*where)

    def _copy_link(self, what: str) -> None:
        self._copy(self._address(what), _("Link copied."))

    def _remove_source(self, id: str) -> None:
        self._saver.save(lambda: self._session.remove_evidence(id))

    # Comments

    def resolve(self, target: str, resolved: bool) -> None:
        """Say that the thread on an annotation or a claim is settled, or that it is not."""
        if self._saver.save(lambda: self._session.resolve(target, resolved)):
            self._deck.unfolded = ""
            self._cards.remeasure(self._deck.current)

    def remove_comment(self, id: str) -> None:
        """Put a comment into the trash."""
        self._saver.save(lambda: self._session.remove_comment(id))

    def copy_comment(self, id: str) -> None:
        """The words of a comment to the clipboard."""
        found = self._deck.find_comment(id)
        if found is not None:
            self._copy(found[2].text, _("Comment copied."))

    # Marks

    def change(self, id: str, **fields: object) -> None:
        """Change colour, style or privacy of a mark."""
        self._saver.save(lambda: self._session.update(id, **fields))

    def delete(self, id: str) -> None:
        """Put a mark into the trash and go on to the next one."""
        ids = self._cards.ids()
        at = ids.index(id)
        following = ids[at + 1] if at + 1 < len(ids) else ids[at - 1] if at else ""
        write: Write = lambda: self._session.delete(id)  # noqa: E731 - typed, and short
        if self._saver.save(write) and following and self._deck.has(following):
            self.choose(following)

    def copy_quote(self, id: str) -> None:
        """The passage, or a page note's text, to the clipboard."""
        annotation = self._session.annotation(id)
        self._copy(annotation.quote or annotation.note, _("Quote copied."))

    def copy_markdown(self, id: str) -> None:
        """The whole card as Markdown to the clipboard."""
        self._copy(wording.markdown_of(self._deck.view(id)), _("Copied as Markdown."))

    def _copy(self, text: str, message: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.said.emit(message)
