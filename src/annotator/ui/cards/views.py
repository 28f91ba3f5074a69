"""What one card shows, worked out from the session alone; cards compare it to repaint little."""

from dataclasses import dataclass, field
from enum import StrEnum

from annotator.library import ArticleSession
from annotator.model import Anchor, AnchorState, Annotation
from annotator.model.locators import block_at
from annotator.ui.cards.claim_facts import NOTHING, ClaimFacts, Facts
from annotator.ui.evidence.facts import Facts as EntryFacts
from annotator.ui.kit import is_rtl


class Form(StrEnum):
    """How much of an annotation a card shows."""

    LINE = "line"
    NORMAL = "normal"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class CardView:
    """One annotation as its card shows it. ``unfolded`` is the id of the evidence whose link is
    shown; ``editing`` names what is being edited on the card, "" for nothing; ``candidates`` are
    the places that fit an ambiguous passage, as (how it is cited, score from 0 to 1). ``rtl``: the
    passage is read from right to left. ``locator`` is how its place is cited, "" where there is
    none; ``facts`` are what the library knows of its claims, ``entries`` what it knows of the
    evidence on an open card."""

    annotation: Annotation
    number: int | None
    anchor: Anchor
    form: Form
    unfolded: str = ""
    editing: str = ""
    candidates: tuple[tuple[str, float], ...] = ()
    rtl: bool = False
    locator: str = ""
    facts: Facts = field(default_factory=dict)
    entries: EntryFacts = field(default_factory=dict)

    def of(self, claim: str) -> ClaimFacts:
        """What the library knows of one of its claims."""
        return self.facts.get(claim, NOTHING)

    @property
    def id(self) -> str:
        """The annotation's id."""
        return self.annotation.id

    @property
    def placed(self) -> bool:
        """Whether it stands in the text just as it was made (a page note always does)."""
        return self.anchor.state == AnchorState.EXACT

    @property
    def shows_quote(self) -> bool:
        """Whether the passage stands on the card. A claim's statement takes its place, unless it
        still is the passage, or the passage cannot be seen in the article."""
        claims = self.annotation.claims
        if not self.annotation.quote:
            return False
        if not claims or self.anchor.start is None:
            return True
        return len(claims) == 1 and self.form != Form.OPEN and not self.shows_statements

    @property
    def shows_statements(self) -> bool:
        """Whether the claims' statements stand on the card."""
        claims = self.annotation.claims
        if self.form == Form.OPEN or len(claims) > 1:
            return True
        return any(_words(claim.statement) != _words(self.annotation.quote) for claim in claims)


def make_view(
    session: ArticleSession, id: str, *, current: bool, compact: bool, unfolded: str = "",
    editing: str = "", facts: Facts | None = None, entries: EntryFacts | None = None,
) -> CardView:  # fmt: skip
    """The view of an annotation; ``compact`` is the pane's one-line form."""
    annotation, anchor = session.annotation(id), session.anchor(id)
    return CardView(
        annotation, session.number(id), anchor,
        form_of(annotation, anchor, current=current or bool(editing), compact=compact),
        unfolded if current else "", editing, _candidates(session, anchor),
        _is_rtl(session, annotation, anchor), session.locator(id), facts or {},
        entries or {},
    )  # fmt: skip


def _is_rtl(session: ArticleSession, annotation: Annotation, anchor: Anchor) -> bool:
    if anchor.start is None:
        return is_rtl(annotation.quote)
    blocks = session.article.blocks
    return blocks[block_at(blocks, anchor.start)].dir == "rtl"


def _candidates(session: ArticleSession, anchor: Anchor) -> tuple[tuple[str, float], ...]:
    if anchor.state != AnchorState.AMBIGUOUS:
        return ()
    return tuple((session.locator_at(start), score) for start, _end, score in anchor.candidates[:4])


def form_of(annotation: Annotation, anchor: Anchor, *, current: bool, compact: bool) -> Form:
    """How a card shows an annotation."""
    if current:
        return Form.OPEN
    plain = anchor.state == AnchorState.EXACT and is_plain(annotation)
    return Form.LINE if compact or plain else Form.NORMAL


def is_plain(annotation: Annotation) -> bool:
    """Whether nothing is said about a mark, so that one line is enough for it."""
    said = annotation.note or annotation.claims or annotation.sources or annotation.private
    return not (said or annotation.comments) and annotation.kind == "highlight"


def _words(text: str) -> str:
    return " ".join(text.split())
