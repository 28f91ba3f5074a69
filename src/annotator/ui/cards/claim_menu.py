"""What can be done with a claim on a card."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

from annotator.i18n import _
from annotator.model import Claim
from annotator.ui.cards.claim_facts import ClaimFacts

if TYPE_CHECKING:
    from annotator.ui.cards.commands import Commands

Entry = tuple[str, Callable[[], object]]


def fill_claim_menu(
    menu: QMenu, claim: Claim, annotation: str, commands: "Commands"
) -> None:  # fmt: skip
    """Everything that can be done with ``claim`` on the card of ``annotation`` now."""
    facts = commands.claims.facts(annotation, claim.id)
    groups = (
        [(_("Edit claim"), partial(commands.editing.begin_claim, claim.id)),
         (_("Add source"), partial(commands.editing.begin_source, claim.id))],
        _review(claim, commands),
        _joining(claim, annotation, facts, commands),
        [(_("Show on the board"), partial(commands.claims.board_wanted.emit, claim.id))],
        [(_("Remove claim"), partial(commands.claims.remove, claim))],
    )  # fmt: skip
    for group in filter(None, groups):
        if not menu.isEmpty():
            menu.addSeparator()
        for text, do in group:
            action = menu.addAction(text)
            action.triggered.connect(lambda _checked=False, do=do: do())


def _review(claim: Claim, commands: "Commands") -> list[Entry]:
    claims = commands.claims
    if claim.status == "to review":
        back = (_("Send back…"), partial(claims.send_back, claim.id))
        approve = (_("Approve"), partial(claims.approve, claim.id))
        return [approve, back] if claim.verdict else [back]
    if claim.verdict:
        return [(_("Ask for review…"), partial(claims.ask_for_review, claim.id))]
    return []


def _joining(
    claim: Claim, annotation: str, facts: ClaimFacts, commands: "Commands"
) -> list[Entry]:  # fmt: skip
    claims = commands.claims
    entries: list[Entry] = []
    if facts.elsewhere:
        entries.append((_("Other passages…"), partial(claims.show_places, claim.id)))
    entries.append((_("Same claim as…"), partial(claims.same_as, claim)))
    if facts.elsewhere:
        split = partial(claims.split_off, claim, annotation)
        entries.append((_("Split off this passage"), split))
    if claim.pair is None:
        split = partial(claims.split_attribution, claim)
        entries.append((_("Split into attribution and fact"), split))
    return entries
