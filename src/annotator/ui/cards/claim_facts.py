"""What the library knows of the claims on a card beside what they say themselves."""

from collections.abc import Mapping
from dataclasses import dataclass

from annotator.library import Library
from annotator.model import Annotation, Claim, TrailEntry

SAID, SO = "said", "so"
"""What one of two linked claims asks: did they say it; is it so."""


@dataclass(frozen=True, slots=True)
class ClaimFacts:
    """``elsewhere`` counts the other passages a claim stands in. Where it is one of two linked
    claims, ``asks`` is ``SAID`` or ``SO`` and ``partner`` the label of the other (``C14``).
    ``trail`` is what became of it, the oldest step first."""

    elsewhere: int = 0
    asks: str = ""
    partner: str = ""
    trail: tuple[TrailEntry, ...] = ()


NOTHING = ClaimFacts()
Facts = Mapping[str, ClaimFacts]
"""By the id of a claim."""


def facts_of(library: Library, annotation: Annotation, *, trails: bool) -> dict[str, ClaimFacts]:
    """What is known of an annotation's claims; their trails only where these are asked for."""
    ids = [claim.id for claim in annotation.claims]
    standing = library.claims.standing(ids)
    known = library.claims.trails(ids) if trails else {}
    facts = {}
    for claim in annotation.claims:
        places = {place.annotation for place in standing.get(claim.id, ())} - {annotation.id}
        asks, partner = _link(library, annotation, claim)
        trail = tuple(known.get(claim.id, ()))
        facts[claim.id] = ClaimFacts(len(places), asks, partner, trail)
    return facts


def _link(library: Library, annotation: Annotation, claim: Claim) -> tuple[str, str]:
    """What a linked claim asks, and which claim asks the other thing."""
    beside = {other.id: other for other in annotation.claims}
    if claim.attribution:
        said = beside.get(claim.attribution) or library.claims.get(claim.attribution)
        return SO, said.label
    so = next((other for other in annotation.claims if other.attribution == claim.id), None)
    return (SAID, so.label) if so else ("", "")
