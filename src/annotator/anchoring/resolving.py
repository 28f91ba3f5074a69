"""Selectors → anchors, from cheap to dear."""

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from annotator.anchoring import weights
from annotator.anchoring.context import similarity
from annotator.anchoring.matching import lost, search
from annotator.anchoring.searching import align, occurrences
from annotator.model import Anchor, AnchorState, Selectors
from annotator.model.making import maker

if TYPE_CHECKING:
    from annotator.anchoring.mapping import Carried, Mapping

_IN_PLACE = AnchorState.EXACT
_make_anchor = maker(Anchor)


def resolve_all(
    text: str, selectors: Sequence[Selectors], previous_text: str | None = None
) -> list[Anchor]:
    """Where each passage stands in ``text``, in the order given.

    ``previous_text`` is the text the selectors were made in, where it is at hand: one diff of the
    two then places all that are not where they were, and knows what was deleted. Without it, or
    where it is not the text of a selector, quotes are searched for.
    """
    resolver = _Resolver(text, previous_text)
    return [
        _make_anchor(_IN_PLACE, one.start, one.end, 1.0, ())
        if _unchanged_here(text, one)
        else resolver.resolve(one)
        for one in selectors
    ]


class _Resolver:
    def __init__(self, text: str, previous_text: str | None) -> None:
        self._text = text
        self._previous = previous_text

    @cached_property
    def _mapping(self) -> "Mapping | None":
        """The diff, made when the first passage needs it."""
        from annotator.anchoring.mapping import Mapping  # brings difflib

        return None if self._previous is None else Mapping.between(self._previous, self._text)

    def resolve(self, wanted: Selectors) -> Anchor:
        """Where a passage is that is not where it was."""
        if not wanted.exact:
            return lost(())
        previous = self._previous
        if previous is None or previous[wanted.start : wanted.end] != wanted.exact:
            return search(self._text, wanted)
        mapping = self._mapping
        return carried(mapping, wanted) if mapping else search(self._text, wanted)


def _unchanged_here(text: str, wanted: Selectors) -> bool:
    """Whether words and context are as they were, at the same place."""
    start, end, exact = wanted.start, wanted.end, wanted.exact
    return (
        start >= 0
        and end - start == len(exact) > 0
        and text.startswith(exact, start)
        and text.startswith(wanted.suffix, end)
        and text.endswith(wanted.prefix, 0, start)
    )


def carried(mapping: "Mapping", wanted: Selectors) -> Anchor:
    """The anchor of a passage whose old text is known, along the diff."""
    place = mapping.carry(wanted.start, wanted.end)
    if place.whole:
        state = _IN_PLACE if place.start == wanted.start else AnchorState.MOVED
        return _anchor(state, place.start, place.end, 1.0)
    return (
        _changed(mapping, wanted, place)
        or _moved_away(mapping, wanted)
        or _deleted(mapping, wanted)
    )


def _changed(mapping: "Mapping", wanted: Selectors, place: "Carried") -> Anchor | None:
    """Edited where it stands; None where too little of it is left to be the same passage."""
    at = _same_words(mapping, wanted, place)
    if at is not None:
        state = _IN_PLACE if at == wanted.start else AnchorState.MOVED
        return _anchor(state, at, at + len(wanted.exact), 1.0)
    if not place.kept and place.end - place.start > weights.WIDEST_GAP:
        return None
    start, end = _tightened(mapping.new, wanted.exact, place)
    here = mapping.new[start:end]
    alike = similarity(wanted.exact, here)
    if len(wanted.exact) < weights.FUZZY_MIN:
        enough = place.kept >= weights.KEPT * len(wanted.exact)
    else:
        enough = alike >= weights.SAME_PASSAGE
    return _anchor(AnchorState.CHANGED, start, end, alike) if enough and here.strip() else None


def _same_words(mapping: "Mapping", wanted: Selectors, place: "Carried") -> int | None:
    """Where the words stand unchanged after all: a diff may pair a repeated word with its twin.
    Either at the one place hereabouts, or at the one in the text where there was but one."""
    exact = wanted.exact
    if place.kept:
        near = max(0, place.start - len(exact)), place.end + len(exact)
        at = _only(mapping.new[near[0] : near[1]], exact)
        if at is not None:
            return near[0] + at
    if len(exact) < weights.FUZZY_MIN or _only(mapping.old, exact) is None:
        return None
    return _only(mapping.new, exact)


def _only(text: str, exact: str) -> int | None:
    """Where the words stand if it is one place."""
    at = text.find(exact)
    return at if at >= 0 and text.find(exact, at + 1) < 0 else None


def _tightened(text: str, exact: str, place: "Carried") -> tuple[int, int]:
    """The place without white space at its ends; of a long replacement the part like the quote."""
    start, end = place.start, place.end
    if not place.kept and end - start > len(exact) and (inner := align(exact, text[start:end])):
        start, end = start + inner[0], start + inner[1]
    here = text[start:end]
    return start + len(here) - len(here.lstrip()), max(start, end - len(here) + len(here.rstrip()))


def _moved_away(mapping: "Mapping", wanted: Selectors) -> Anchor | None:
    """A paragraph moved elsewhere: the same words among what is new in the text."""
    length = len(wanted.exact)
    starts = [
        at
        for at in occurrences(mapping.new, wanted.exact, wanted.start)
        if mapping.inserted(at, at + length)
    ]
    if not starts or length < weights.FUZZY_MIN:
        return None
    found = search(mapping.new, wanted)
    if found.start in starts or found.state is AnchorState.AMBIGUOUS:
        return found
    return None


def _deleted(mapping: "Mapping", wanted: Selectors) -> Anchor:
    """Lost, with the places that have the same words for somebody to choose from."""
    starts = occurrences(mapping.new, wanted.exact, wanted.start)[: weights.CANDIDATES]
    candidates = tuple((at, at + len(wanted.exact), 0.0) for at in starts)
    return Anchor(AnchorState.LOST, None, None, 0.0, candidates)


def _anchor(state: AnchorState, start: int, end: int, score: float) -> Anchor:
    score = round(score, 4)
    return Anchor(state, start, end, score, ((start, end, score),))
