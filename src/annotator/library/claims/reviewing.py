"""Asking somebody to look a verdict over, and what they say."""

from typing import TYPE_CHECKING

from annotator.errors import InvalidValue
from annotator.i18n import _
from annotator.library.claims import people, writing
from annotator.model import Claim
from annotator.store import Store, trail

if TYPE_CHECKING:
    from annotator.library.library import Library


def ask(library: "Library", claim: Claim, reviewer: str) -> None:
    """Put a claim to somebody, or to whoever looks it over, for review."""
    store = library.store
    with store.write(_("request for review")) as batch:
        fields: writing.Fields = {"status": "to review"}
        if reviewer.strip():
            fields["reviewer"] = people.found_or_made(store, batch, reviewer)
            writing.refuse_own(store, _giver(store, claim), fields["reviewer"])
        asked = fields.get("reviewer") or (claim.reviewer.id if claim.reviewer else None)
        batch.touch("claims", claim.id, **fields)
        step = claim.status, writing.person_name(store, asked)
        trail.write(batch, {"claim": claim.id}, "asked", *step)


def send_back(library: "Library", claim: Claim, comment: str) -> None:
    """Say what is still missing; it stands in the claim's thread, too."""
    comment = said_missing(comment)
    with library.store.write(_("sending back")) as batch:
        batch.touch("claims", claim.id, status="sent back")
        writing.comment(batch, claim.id, comment)
        why = comment.splitlines()[0]
        trail.write(batch, {"claim": claim.id}, "sent back", claim.status, "sent back", why)


def said_missing(comment: str) -> str:
    """What is said to be missing. Raises ``InvalidValue`` where nothing is."""
    comment = comment.strip()
    if not comment:
        raise InvalidValue(_("Say what is missing; a claim is sent back with a comment."))
    return comment


def approve(library: "Library", claim: Claim) -> None:
    """Say that the verdict holds."""
    store = library.store
    writing.refuse_unjudged(claim, claim.verdict.name if claim.verdict else "")
    assert claim.verdict is not None
    giver = _giver(store, claim)
    writing.refuse_own(store, giver, store.identity.person)
    named = claim.reviewer.id if claim.reviewer else ""
    if named == giver and writing.asks_for_other(store):  # named before they gave it
        named = ""
    status = "set aside" if claim.verdict.is_outcome else "checked"
    with store.write(_("approval")) as batch:
        batch.touch("claims", claim.id, status=status, reviewer=named or batch.author)
        trail.write(batch, {"claim": claim.id}, "approved", claim.status, status)


def _giver(store: Store, claim: Claim) -> str:
    return trail.verdict_giver(store.connection, claim.id)
