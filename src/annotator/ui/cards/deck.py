"""Which annotations are shown, in what order, and what is going on with each card."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from PySide6.QtWidgets import QWidget

from annotator.library import ArticleSession
from annotator.model import Annotation, Claim, Comment, Evidence
from annotator.model.annotation import COLOURS
from annotator.ui.cards.claim_facts import Facts, facts_of
from annotator.ui.cards.estimates import Guess
from annotator.ui.cards.views import CardView, make_view
from annotator.ui.evidence.facts import Facts as EntryFacts
from annotator.ui.evidence.facts import facts_of as entry_facts

ORDERS = ("text", "newest", "colour")


@dataclass(frozen=True, slots=True)
class Choice:
    """What is shown: only a tag (and those below it), a colour, claims, private ones; "" and False
    for all. ``order`` is one of ``ORDERS``."""

    order: str = "text"
    tag: str = ""
    colour: str = ""
    claims: bool = False
    private: bool = False

    @property
    def all(self) -> bool:
        """Whether nothing is left out."""
        return self == Choice(order=self.order)

    def holds(self, annotation: Annotation) -> bool:
        """Whether the annotation is one of them."""
        return (
            (not self.tag or any(_under(path, self.tag) for path in annotation.tags))
            and (
                not self.colour or (annotation.colour == self.colour and annotation.kind != "page")
            )
            and (not self.claims or bool(annotation.claims))
            and (not self.private or annotation.private)
        )

    def _coloured(self, annotation: Annotation) -> bool:
        return annotation.colour == self.colour and annotation.kind != "page"


def _under(path: str, tag: str) -> bool:
    return path == tag or path.startswith(tag + "/")


class Deck:
    """The state behind the list of cards; no widget. A database is asked for claims alone."""

    def __init__(self) -> None:
        self.session: ArticleSession | None = None
        self.choice = Choice()
        self.compact = False
        self.current = ""
        self.unfolded = ""
        self.editing: dict[str, tuple[str, QWidget]] = {}
        self.more_of_claims = False  # whether claims are written with all of their fields
        self._facts: dict[tuple[str, bool], Facts] = {}
        self._entries: dict[str, EntryFacts] = {}

    def ids(self) -> list[str]:
        """The annotations to show, in order. Those being edited stay, whatever is filtered."""
        if self.session is None:
            return []
        ids = self.session.ids()
        if self.natural:
            return ids
        annotation = self.session.annotation
        shown = [id for id in ids if id in self.editing or self.choice.holds(annotation(id))]
        if self.choice.order == "newest":
            shown.sort(key=lambda id: annotation(id).created, reverse=True)
        elif self.choice.order == "colour":
            shown.sort(key=lambda id: COLOURS.index(annotation(id).colour))
        return shown

    @property
    def natural(self) -> bool:
        """Whether all annotations are shown in the order of the text."""
        return self.choice == Choice()

    def index(self, id: str) -> int | None:
        """An annotation's place in the order of the text."""
        return self.session.index(id) if self.session is not None and self.has(id) else None

    def choose(self, **fields: object) -> None:
        """Another order or filter."""
        self.choice = replace(self.choice, **fields)

    def view(self, id: str) -> CardView:
        """What the card of an annotation shows now."""
        assert self.session is not None
        return make_view(
            self.session, id, current=id == self.current, compact=self.compact,
            unfolded=self.unfolded, editing=self.editing[id][0] if id in self.editing else "",
            facts=self._facts_of(id), entries=self._entries_of(id),
        )  # fmt: skip

    def _facts_of(self, id: str) -> Facts:
        """Asked of the library once until something is written; the trail for one card only."""
        assert self.session is not None
        annotation, key = self.session.annotation(id), (id, id == self.current)
        if not annotation.claims:
            return {}
        if key not in self._facts:
            self._facts[key] = facts_of(self.session.library, annotation, trails=key[1])
        return self._facts[key]

    def _entries_of(self, id: str) -> EntryFacts:
        """What is known of the evidence on the open card; asked once until something is written."""
        if id != self.current or self.session is None:
            return {}
        annotation = self.session.annotation(id)
        entries = [*annotation.sources, *(e for claim in annotation.claims for e in claim.evidence)]
        if entries and id not in self._entries:
            self._entries = {id: entry_facts(self.session.library, entries)}
        return self._entries.get(id, {}) if entries else {}

    def forget_facts(self) -> None:
        """Something was written: what is known of claims and evidence may be another."""
        self._facts.clear()
        self._entries.clear()

    def editor(self, id: str) -> QWidget | None:
        """The editor that is open on a card."""
        return self.editing[id][1] if id in self.editing else None

    def has(self, id: str) -> bool:
        """Whether there is such an annotation."""
        return self.session is not None and self.session.has(id)

    def find_claim(self, id: str) -> tuple[Annotation, Claim] | None:
        """A claim by its id, and the annotation it stands on."""
        for annotation in self._annotations():
            for claim in annotation.claims:
                if claim.id == id:
                    return annotation, claim
        return None

    def find_evidence(self, id: str) -> tuple[Annotation, Evidence, bool] | None:
        """Evidence by its id, the annotation it is on, and whether a claim has it."""
        for annotation in self._annotations():
            of_claims = [evidence for claim in annotation.claims for evidence in claim.evidence]
            for evidence in (*annotation.sources, *of_claims):
                if evidence.id == id:
                    return annotation, evidence, evidence in of_claims
        return None

    def find_comment(self, id: str) -> tuple[Annotation, str, Comment] | None:
        """A comment by its id, the annotation whose card it is on, and what it is about: that or
        one of its claims."""
        for annotation in self._annotations():
            for target in (annotation, *annotation.claims):
                for comment in target.comments:
                    if comment.id == id:
                        return annotation, target.id, comment
        return None

    def _annotations(self) -> Iterator[Annotation]:
        """The current one first: it is nearly always the one that is meant."""
        if self.session is not None:
            if self.has(self.current):
                yield self.session.annotation(self.current)
            yield from self.session.annotations()

    def estimate(self, px: Callable[[float], int], width: int) -> Callable[[str], int]:
        """A guess at a card's height in px, at a card's width in px, from its words alone."""
        session = self.session
        assert session is not None
        guess = Guess(px, width, compact=self.compact)
        return lambda id: guess.of(session.annotation(id))

    def drop_missing(self) -> Iterable[QWidget]:
        """Forget what belongs to annotations that are gone; their editors."""
        gone = [id for id in self.editing if not self.has(id)]
        if self.current and not self.has(self.current):
            self.current = ""
        return [self.editing.pop(id)[1] for id in gone]
