"""What the library knows of the claims on a card beside what they say themselves."""

from collections.abc import Mapping
from dataclasses import dataclass

from annotator.library import Library
from annotator.model import Annotation, TrailEntry


@dataclass(frozen=True, slots=True)
class ClaimFacts:
    """``elsewhere`` counts the other passages a claim stands in. ``trail`` is what became of it,
    the oldest step first."""

    elsewhere: int = 0
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
        facts[claim.id] = ClaimFacts(len(places), tuple(known.get(claim.id, ())))
    return facts
