"""What is done to the claims on cards: review, passages, claims that are one or several."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QRect, Signal
from PySide6.QtWidgets import QMenu, QWidget

from annotator.errors import InvalidValue
from annotator.i18n import _
from annotator.library import ArticleSession, Library
from annotator.model import Claim
from annotator.ui.cards.claim_facts import ClaimFacts
from annotator.ui.cards.deck import Deck
from annotator.ui.cards.list import CardList
from annotator.ui.cards.phrases import joined, shortened
from annotator.ui.cards.saving import Saver
from annotator.ui.theme import Theme

if TYPE_CHECKING:
    from annotator.library.claims.passages import Passage
    from annotator.ui.board.ask import AskBox
    from annotator.ui.cards.claim_finder import ClaimFinder

Ask = Callable[[Claim], object]


class ClaimCommands(QObject):
    """Acts on the claims of the open article; what has to be asked for is asked at the card.

    ``begun``: a claim that is to be written. ``place_wanted``: an article and a mark in it.
    ``board_wanted``: a claim. ``said``: why something cannot be done.
    """

    begun = Signal(str)
    place_wanted = Signal(str, str)
    board_wanted = Signal(str)
    said = Signal(str)

    def __init__(self, theme: Theme, deck: Deck, cards: CardList, saver: Saver) -> None:
        super().__init__(cards)
        self._theme, self._deck, self._cards, self._saver = theme, deck, cards, saver

    @property
    def _session(self) -> ArticleSession:
        assert self._deck.session is not None
        return self._deck.session

    @property
    def _library(self) -> Library:
        return self._session.library

    def claim(self, id: str) -> Claim | None:
        """A claim of the open article."""
        found = self._deck.find_claim(id)
        return found[1] if found else None

    def facts(self, annotation: str, claim: str) -> ClaimFacts:
        """What the library knows of a claim on a mark."""
        return self._deck.view(annotation).of(claim)

    def _card_of(self, id: str) -> QWidget:
        """Where something about a claim, or a mark, is asked: its card."""
        found = self._deck.find_claim(id)
        return self._cards.card(found[0].id if found else id) or self._cards

    def _place(self, id: str) -> tuple[QWidget, QRect]:
        anchor = self._card_of(id)
        top = self._theme.px(34) if anchor is not self._cards else 0
        return anchor, QRect(0, top, anchor.width(), 1)

    def attempt(self, write: Callable[[], object]) -> bool:
        """Write; what is not acceptable is said, as no field is there to say it beside."""
        try:
            return self._saver.save(write)
        except InvalidValue as error:
            self.said.emit(str(error))
            return False

    def of_mark(self, annotation: str, do: Ask) -> None:
        """Do something to the claim of a mark; of several is asked which."""
        claims = self._session.annotation(annotation).claims
        if len(claims) == 1:
            do(claims[0])
        elif claims:
            shown = [(claim_name(claim), claim) for claim in claims]
            self._offer(
                annotation, [(text, lambda claim=claim: do(claim)) for text, claim in shown]
            )

    def _offer(self, id: str, choices: Sequence[tuple[str, Callable[[], object]]]) -> None:
        menu = QMenu(self._cards)
        menu.aboutToHide.connect(menu.deleteLater)
        for text, do in choices:
            action = menu.addAction(text.replace("&", "&&"))
            action.triggered.connect(lambda _checked=False, do=do: do())
        anchor, rect = self._place(id)
        menu.popup(anchor.mapToGlobal(rect.topLeft() + QPoint(self._theme.px(12), 0)))

    # Review

    def ask_for_review(self, id: str) -> None:
        """Have somebody look a verdict over."""
        claim, claims = self.claim(id), self._library.claims
        if claim is None:
            return
        name = claim.reviewer.name if claim.reviewer else ""
        box = self._box(
            id, _("Who looks {claim} over?").format(claim=claim.label), _("Ask for review"),
            (_("Name, or nobody in particular"), name),
            lambda who: claims.ask_for_review(id, who),
        )  # fmt: skip
        box.complete([person.name for person in claims.people() if person.name])

    def send_back(self, id: str) -> None:
        """Say what is missing."""
        claim = self.claim(id)
        if claim is not None:
            self._box(
                id, _("Send {claim} back").format(claim=claim.label), _("Send back"),
                (_("What is missing"), ""),
                lambda comment: self._library.claims.send_back(id, comment),
            )  # fmt: skip

    def _box(
        self, id: str, title: str, action: str, field: tuple[str, str],
        take: Callable[[str], object],
    ) -> "AskBox":  # fmt: skip
        from annotator.ui.board.ask import AskBox

        box = AskBox(
            self._theme, self._cards.window(), title, action, [field],
            lambda text: self._saver.save(lambda: take(text)),
        )  # fmt: skip
        box.open_by(*self._place(id))
        return box

    def approve(self, id: str) -> None:
        """Say that the verdict holds."""
        self.attempt(lambda: self._library.claims.approve(id))

    # Passages

    def show_places(self, id: str) -> None:
        """Where else a claim stands, to go there."""
        here = self._deck.find_claim(id)
        places = [
            place for place in self._library.claims.passages(id)
            if here is None or place.annotation != here[0].id
        ]  # fmt: skip
        self._offer(id, [
            (_place_name(place, self._session.id),
             lambda place=place: self.place_wanted.emit(place.article, place.annotation))
            for place in places
        ])  # fmt: skip

    def add_passage(self, annotation: str) -> None:
        """Let a claim that is there stand in a mark, too; which is looked for."""
        mark = self._session.annotation(annotation)
        have = {claim.id for claim in mark.claims}
        self.find(
            _("Add this passage to…"), mark.quote, have, annotation,
            lambda id: self._library.claims.add_passage(id, annotation),
        )  # fmt: skip

    def add_passage_at(self, start: int, end: int, done: Callable[[str], object]) -> None:
        """The same for a passage that is not marked yet; ``done`` is given its mark then."""
        session = self._session
        add = session.library.claims.add_passage_at
        self.find(
            _("Add this passage to…"), session.article.text[start:end], set(), "",
            lambda id: done(add(id, session.id, start, end)),
        )  # fmt: skip

    def find(
        self, title: str, near: str, without: set[str], at: str, take: Callable[[str], object],
        confirm: Callable[[Claim], str] | None = None,
    ) -> "ClaimFinder":  # fmt: skip
        """Let a claim be looked for. ``near``: words it may be like; ``at``: the mark or claim at
        whose card it is asked; ``confirm``: what is said before it is done."""
        from annotator.ui.cards.claim_finder import ClaimFinder

        finder = ClaimFinder(
            self._theme, self._cards.window(), self._library, title, near, without,
            lambda id: self.attempt(lambda: take(id)), confirm,
        )  # fmt: skip
        finder.open_by(*self._place(at))
        return finder

    # Claims that are one, claims that are several

    def same_as(self, claim: Claim) -> None:
        """Make a claim and another, which is looked for, one."""
        from annotator.ui.cards.claim_joining import kept

        self.find(
            _("{claim} is the same claim as…").format(claim=claim.label), claim.statement,
            {claim.id}, claim.id, lambda id: self._library.claims.merge(id, claim.id),
            lambda into: kept(self._library, into, claim),
        )  # fmt: skip

    def split_off(self, claim: Claim, annotation: str) -> None:
        """What this passage says gets a claim of its own, to be put into its own words."""
        made: list[Claim] = []
        split = self._library.claims.split
        if self.attempt(lambda: made.append(split(claim.id, [annotation]))):
            self.begun.emit(made[0].id)

    def split_attribution(self, claim: Claim) -> None:
        """Whether somebody said so, and whether it is so, are two questions."""
        self.attempt(lambda: self._library.claims.split_attribution(claim.id))

    def remove(self, claim: Claim) -> None:
        """Put a claim into the trash."""
        self.attempt(lambda: self._library.claims.remove(claim.id))


def claim_name(claim: Claim) -> str:
    """A claim in one line of a menu: ``C12  Particulate pollution …``."""
    return f"{claim.label}  {shortened(claim.statement)}"


def _place_name(place: "Passage", article: str) -> str:
    """A passage in one line of a menu; its article, where that is another one."""
    where = place.locator if place.article == article else place.title
    return joined(f"“{shortened(place.quote)}”", shortened(where, 40))
