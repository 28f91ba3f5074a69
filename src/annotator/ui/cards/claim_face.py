"""The claims on a card, from top to bottom."""

from typing import TYPE_CHECKING

from annotator.i18n import _
from annotator.model import Claim
from annotator.model.evidence_words import meter
from annotator.ui.cards import claim_words, wording
from annotator.ui.cards.head_part import HeadPart
from annotator.ui.cards.links_part import LinksPart
from annotator.ui.cards.note_part import NotePart
from annotator.ui.cards.parts import Link, RulePart, TextPart, Verb
from annotator.ui.cards.text import Run
from annotator.ui.cards.views import CardView, Form
from annotator.ui.kit import is_rtl

if TYPE_CHECKING:
    from annotator.ui.cards.card import Card
    from annotator.ui.cards.face import Face

REASON_LINES = 2
ANOTHER = "Ctrl+Shift+Return"


class ClaimFace:
    """Stacks the claims of a passage; ``face`` stacks what is not of claims."""

    def __init__(self, card: "Card", view: CardView, face: "Face") -> None:
        self._card, self._view, self._face = card, view, face
        self._open = view.form == Form.OPEN

    def build(self) -> HeadPart | None:
        """Stack them; the piece with the number on it."""
        view, annotation, first = self._view, self._view.annotation, None
        for at, claim in enumerate(annotation.claims):
            if at:
                self._card.add(self._card.take(RulePart), 8)
            head = self._add_claim(claim, at)
            first = first or head
        if annotation.note or view.editing == "note":
            self._card.add(self._card.take(RulePart), 8)
            self._face.add_note(view, gap=7)
        self._face.add_origin(annotation)
        self._face.add_sources(view, annotation.sources, of_claim=False)
        self._face.add_editor("source:" + annotation.id, gap=8)
        self._face.threads.add(annotation)
        return first

    def _add_claim(self, claim: Claim, at: int) -> HeadPart:
        editing = self._view.editing == "claim:" + claim.id
        head = self._add_head(claim, at, editing=editing)
        if at == 0:
            self._add_mark()
        if editing:
            self._face.add_editor(self._view.editing, 4)
            return head
        self._add_words(claim)
        self._face.add_sources(self._view, claim.evidence, of_claim=True)
        self._face.add_editor("source:" + claim.id, gap=8)
        self._add_links(claim, at)
        self._add_more(claim)
        self._face.threads.add(claim)
        return head

    def _add_head(self, claim: Claim, at: int, *, editing: bool) -> HeadPart:
        view, annotation = self._view, self._view.annotation
        shows = self._open and not editing
        opens = (Verb.CLAIM_MENU, claim.id) if at else (Verb.MENU, annotation.id)
        head = self._card.take(HeadPart).fill(
            annotation.id, number=view.number, private=annotation.private, first=at == 0,
            open=self._open, verdict=None if editing else chip_of(claim), claim=claim.id,
            title=_("claim {label}").format(label=claim.label) if editing else "",
            right="" if editing else wording.claim_line(claim),
            hint=("", ANOTHER, _("another here")) if editing else None,
            edits=(Verb.EDIT_CLAIM, claim.id) if shows else None,
            menu=opens if shows else None,
        )  # fmt: skip
        self._card.add(head, 7 if at else 0)
        return head

    def _add_mark(self) -> None:
        """What is to be said of the passage itself: under the first claim's head."""
        view, annotation = self._view, self._view.annotation
        trouble = wording.trouble_text(view)
        words = [_("private, never handed in")] if annotation.private else []
        if trouble[0] or annotation.tags or words:
            below = self._card.take(HeadPart).fill(
                annotation.id, first=False, open=self._open, trouble=trouble,
                tags=() if view.editing == "note" else annotation.tags,
                right=words[0] if words else "",
            )  # fmt: skip
            self._card.add(below, 4)
        self._face.add_quote(view)
        self._face.add_candidates(view)

    # What a claim says

    def _add_words(self, claim: Claim) -> None:
        aside = claim.status == "set aside"
        if self._view.shows_statements:
            runs = [Run(claim.statement, "strong", "secondary" if aside else "ink")]
            self._text(runs, 5, rtl=is_rtl(claim.statement))
        conclusion = claim_words.conclusion_of(claim)
        if conclusion:
            self._text([Run(_("Conclusion") + "  ", "small", "secondary"), Run(conclusion)], 4,
                       rtl=is_rtl(conclusion))  # fmt: skip
        self._add_said_by(claim)
        self._text(claim_words.link_runs(claim), 3)
        self._text([Run(claim_words.due_text(claim), "small_strong", "middling")], 3)
        if self._open:
            said = wording.joined(
                claim_words.people_text(claim, self._view.of(claim.id).trail),
                claim_words.dates_text(claim),
            )
            self._text([Run(said, "small", "secondary")], 3)
            self._add_reasoning(claim)
        elif aside:
            reason = [Run(wording.plain(claim.reasoning), "small", "secondary")]
            self._text(reason, 3, most=REASON_LINES)

    def _text(self, runs: list[Run], gap: float, *, most: int = 0, rtl: bool = False) -> None:
        """Words, where there are any."""
        if any(run.text for run in runs):
            self._card.add(self._card.take(TextPart).fill(runs, most=most, rtl=rtl), gap)

    def _add_said_by(self, claim: Claim) -> None:
        date, facts = wording.date_text(claim.claimed), self._view.of(claim.id)
        count = wording.sources_text(len(claim.evidence))
        count = "" if self._open else wording.joined(count, claim_words.passages_text(facts))
        if not (claim.claimant or date or count):
            return
        who = wording.claimant_name(claim.claimant)
        runs = [Run(_("said by") + " ", "small", "secondary")] if who else []
        runs += [Run(who, "small_strong")] if who else []
        said = _("said on {date}").format(date=date) if not who else f", {date}"
        runs += [Run(said, "small", "secondary")] if date else []
        self._card.add(self._card.take(TextPart).fill(runs, right=count), 4)

    def _add_reasoning(self, claim: Claim) -> None:
        if claim.reasoning:
            part = self._card.take(NotePart)
            self._card.add(part.fill(claim.reasoning, Verb.EDIT_CLAIM, claim.id, open=True), 5)

    # What can be done with it

    def _add_links(self, claim: Claim, at: int) -> None:
        if self._view.editing:
            return
        source, missing = (_("+ Add source"), Verb.SOURCE, claim.id), is_unsourced(claim)
        if self._open:
            links = self._links(claim, source, at)
            words = "" if self._says_below(claim) else _meter(claim)
            part = self._card.take(LinksPart)
            self._card.add(part.fill(links, words=words, warning=missing, reachable=True), 7)
        elif missing:
            words = _meter(claim)
            part = self._card.take(LinksPart).fill(right=[source], words=words, warning=True)
            self._card.add(part, 5)

    def _says_below(self, claim: Claim) -> bool:
        """Whether there is room beside what leads on: the first row is full of links."""
        left, right = self._more(claim)
        return bool(left) and not right

    def _links(self, claim: Claim, source: Link, at: int) -> list[Link]:
        last = at == len(self._view.annotation.claims) - 1
        links = [source]
        links += [(_("+ Claim here"), Verb.CLAIM, self._view.id)] if last else []
        links += [] if claim.comments else [(_("+ Comment"), Verb.COMMENT, claim.id)]
        return links

    def _add_more(self, claim: Claim) -> None:
        """Where else it stands, its trail, and the review that is asked for."""
        if not self._open or self._view.editing:
            return
        left, right = self._more(claim)
        if left or right:
            words = _meter(claim) if self._says_below(claim) else ""
            part, warning = self._card.take(LinksPart), is_unsourced(claim)
            part.fill(left, right, words=words, warning=warning, reachable=True)
            self._card.add(part, 3)
        if self._view.unfolded == "trail:" + claim.id:
            self._add_trail(claim)

    def _more(self, claim: Claim) -> tuple[list[Link], list[Link]]:
        """What leads on from a claim, and the steps of its review."""
        facts = self._view.of(claim.id)
        elsewhere = claim_words.elsewhere_text(facts)
        left: list[Link] = [(elsewhere, Verb.PLACES, claim.id)] if elsewhere else []
        left += [(_("Trail"), Verb.UNFOLD, "trail:" + claim.id)] if facts.trail else []
        if claim.status != "to review":
            return left, []
        right = [(_("Send back…"), Verb.SEND_BACK, claim.id)]
        right += [(_("Approve"), Verb.APPROVE, claim.id)] if claim.verdict else []
        return left, right

    def _add_trail(self, claim: Claim) -> None:
        from annotator.ui.board.inspector.reasoning import (
            step_runs,
            step_why,
        )  # once somebody looks

        for step in self._view.of(claim.id).trail:
            self._text(step_runs(step, claim.label), 3)
            self._text([Run(step_why(step), "small", "secondary")], 1)


def _meter(claim: Claim) -> str:
    """How much was brought to a claim, from how many origins; or that nothing was, yet."""
    if is_unsourced(claim):
        return _("no source yet")
    count = len(claim.evidence)
    return meter(count, claim.origins) if count else ""


def is_unsourced(claim: Claim) -> bool:
    """Whether a claim lacks a source: one that is set aside needs none."""
    return not claim.evidence and claim.status != "set aside"


def chip_of(claim: Claim) -> tuple[str, str]:
    """A claim's verdict as (name, tone) for its chip, ("", "none") without one; a conclusion in
    words stands below in full."""
    if claim.verdict is None:
        return "", "none"
    name = _("Concluded") if claim_words.conclusion_of(claim) else claim.verdict.name
    return name, claim.verdict.tone
