"""What is said of a claim on its card beside what it says itself."""

from collections.abc import Sequence

from annotator.i18n import _, ngettext
from annotator.library.edits import today
from annotator.model import Claim, TrailEntry
from annotator.model.pairs import SAID
from annotator.ui.cards.claim_facts import ClaimFacts
from annotator.ui.cards.phrases import date_text, joined
from annotator.ui.cards.text import Run


def elsewhere_text(facts: ClaimFacts) -> str:
    """``also in 2 other passages``, or nothing."""
    count = facts.elsewhere
    words = ngettext("also in {n} other passage", "also in {n} other passages", count)
    return words.format(n=count) if count else ""


def passages_text(facts: ClaimFacts) -> str:
    """``2 passages``, or nothing where a claim stands in one alone."""
    count = facts.elsewhere + 1
    return ngettext("{n} passage", "{n} passages", count).format(n=count) if count > 1 else ""


def link_runs(claim: Claim) -> list[Run]:
    """What the two linked claims ask: ``C13: that they said it ↔ C14: that it is so``."""
    if claim.pair is None:
        return []
    asked = (_("that they said it"), _("that it is so"))
    own, other = asked if claim.pair.asks == SAID else asked[::-1]
    return [
        Run(claim.label, "small_strong"), Run(f": {own} ↔ ", "small", "secondary"),
        Run(claim.pair.labels, "small_strong"), Run(f": {other}", "small", "secondary"),
    ]  # fmt: skip


def people_text(claim: Claim, trail: Sequence[TrailEntry]) -> str:
    """Who works on a claim, and who is to look it over or has approved of it."""
    approved = approval(claim, trail)
    who = approved.who if approved else claim.reviewer.name if claim.reviewer else ""
    looks = _("approved by {name}") if approved else _("reviewer: {name}")
    return joined(
        _("with {name}").format(name=claim.assignee.name or _("somebody"))
        if claim.assignee
        else "",
        looks.format(name=who or _("somebody")) if approved or claim.reviewer else "",
    )


def approval(claim: Claim, trail: Sequence[TrailEntry]) -> TrailEntry | None:
    """The step that says the claim is right as it stands, while that holds."""
    if claim.status not in ("checked", "set aside"):
        return None
    steps = [step for step in trail if step.action in ("verdict", "asked", "sent back", "approved")]
    return steps[-1] if steps and steps[-1].action == "approved" else None


def dates_text(claim: Claim) -> str:
    """As of when a verdict holds, and when to look again."""
    as_of = date_text(claim.as_of)
    again = "" if due_text(claim) else date_text(claim.check_again)
    return joined(
        _("as of {date}").format(date=as_of) if as_of and claim.verdict else "",
        _("check again {date}").format(date=again) if again else "",
    )


def due_text(claim: Claim) -> str:
    """That a claim is to be looked at again, where its day has come."""
    if not claim.check_again or claim.check_again > today():
        return ""
    return _("check again: due since {date}").format(date=date_text(claim.check_again))


def conclusion_of(claim: Claim | None) -> str:
    """What was concluded in words, where the library has no scale; else nothing."""
    verdict = claim.verdict if claim else None
    return verdict.name if verdict and not verdict.id else ""
