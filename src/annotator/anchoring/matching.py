"""A quote with its context → where it stands in a text, found by searching."""

import re
from collections.abc import Iterable, Sequence

from annotator.anchoring import weights
from annotator.anchoring.context import Place, weigh
from annotator.anchoring.searching import changed_places, occurrences
from annotator.model import Anchor, AnchorState, Selectors


def match_quote(
    text: str, quote: str, prefix: str = "", suffix: str = "", hint: int | None = None
) -> Anchor:
    """Where the quote stands, told apart by what stood before and after it.

    ``hint`` is the offset it was at, if known. Exact occurrences go before changed words; the
    state is ``exact`` (at the hint), ``moved``, ``changed``, ``ambiguous`` or ``lost``.
    """
    start = -1 if hint is None else hint
    return search(text, Selectors(start, start + len(quote), quote, prefix, suffix))


def search(text: str, selectors: Selectors) -> Anchor:
    """The anchor of a passage by its quote and context; a negative start means not known."""
    hint = selectors.start if selectors.start >= 0 else None
    exact = selectors.exact
    starts = occurrences(text, exact, hint)
    places = _ranked(weigh(text, selectors, at, at + len(exact), hint) for at in starts)
    if not any(place.enclosed for place in places) and _cut_out(text, selectors):
        return lost(places)
    if places and (anchor := _exact(text, places, selectors, hint)):
        return anchor
    if len(exact) < weights.FUZZY_MIN:
        return lost(places)
    found = (weigh(text, selectors, *place, hint) for place in changed_places(text, selectors))
    changed = _ranked(place for place in found if _believable(place, exact))
    changed = _apart(changed)
    if not changed:
        return _unsure(places) if places else lost(())
    return _decided(AnchorState.CHANGED, changed)


def lost(places: Sequence[Place]) -> Anchor:
    """Not found. The places are named all the same: somebody may know better."""
    return Anchor(AnchorState.LOST, None, None, 0.0, _candidates(places))


def _exact(text: str, places: list[Place], selectors: Selectors, hint: int | None) -> Anchor | None:
    """The verdict on exact occurrences; None where none can be believed.

    Words still at their old place are never called lost, whatever surrounds them now: the place
    itself speaks for them. Where they stand elsewhere too and nothing around either is known,
    likeness is chance: somebody has to look.
    """
    best = places[0]
    here = next((place for place in places if place.start == hint), None)
    if here and (len(places) == 1 or (here.supported and not _beats(best, here))):
        return _found(AnchorState.EXACT, here, places)
    if here and not best.supported:
        return _unsure(places)
    if not _trusted(best, selectors, hint, len(text)):
        return None
    return _decided(AnchorState.MOVED, places)


def _trusted(place: Place, selectors: Selectors, hint: int | None, length: int) -> bool:
    """Whether the same words elsewhere are the same passage, not another with equal words."""
    if place.supported:
        return True
    near = hint is None or abs(place.start - hint) <= max(
        weights.NEARBY, weights.NEARBY_SHARE * length
    )
    return near and len(selectors.exact) >= weights.FUZZY_MIN


def _believable(place: Place, exact: str) -> bool:
    if place.words < weights.SIMILAR or place.end <= place.start:
        return False
    alike = place.words >= weights.ALMOST_SAME and len(exact) >= weights.UNMISTAKABLE
    return place.well_supported or alike


def _cut_out(text: str, selectors: Selectors) -> bool:
    """Whether what stood before the passage is now followed by what stood after it."""
    before = selectors.prefix[-weights.SEAM :].rstrip()
    after = selectors.suffix[: weights.SEAM].lstrip()
    if min(len(before), len(after)) * 2 < weights.SEAM:
        return False
    return bool(re.search(re.escape(before) + r"\s*" + re.escape(after), text))


def _apart(places: list[Place]) -> list[Place]:
    """The places without those that overlap a better one: they are the same place."""
    kept: list[Place] = []
    for place in places:
        if all(place.end <= other.start or place.start >= other.end for other in kept):
            kept.append(place)
    return kept


def _decided(state: AnchorState, places: list[Place]) -> Anchor:
    best = places[0]
    if len(places) > 1 and not _beats(best, places[1]):
        return _unsure(places)
    return _found(state, best, places)


def _beats(best: Place, second: Place) -> bool:
    return best.score - second.score >= weights.CLEARLY


def _found(state: AnchorState, place: Place, places: list[Place]) -> Anchor:
    score = round(min(1.0, place.score), 4)
    return Anchor(state, place.start, place.end, score, _candidates(places))


def _unsure(places: list[Place]) -> Anchor:
    score = round(places[0].score, 4)
    return Anchor(AnchorState.AMBIGUOUS, None, None, score, _candidates(places))


def _ranked(places: Iterable[Place]) -> list[Place]:
    return sorted(places, key=lambda place: (-place.score, place.start))


def _candidates(
    places: Sequence[Place],
) -> tuple[tuple[int, int, float], ...]:
    return tuple(place.as_candidate() for place in places[: weights.CANDIDATES])
