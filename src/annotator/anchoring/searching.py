"""Where a quote may stand: its exact occurrences, and places where changed words may be it."""

import heapq
from collections import Counter
from collections.abc import Iterator

from annotator.anchoring import weights
from annotator.model import Selectors

_SEEDS = 96
_COMMON_SEED = 64
_REGIONS = 8
_DRIFT = 24
_WHOLE = 160
_END = 48
_PARTED_WORD = 0.03


def occurrences(text: str, exact: str, hint: int | None) -> list[int]:
    """Where the exact words start; of very many those nearest to ``hint`` (else the first)."""
    starts = list(_all(text, exact))
    if len(starts) > weights.OCCURRENCES:
        starts = sorted(
            heapq.nsmallest(weights.OCCURRENCES, starts, lambda at: abs(at - (hint or 0)))
        )
    return starts


def _all(text: str, words: str) -> Iterator[int]:
    at = text.find(words) if words else -1
    while at >= 0:
        yield at
        at = text.find(words, at + 1)


def changed_places(text: str, selectors: Selectors) -> list[tuple[int, int]]:
    """Places (start, end) where the quote may stand in changed words, the likeliest first.

    Short pieces of the quote and its context that stand in the text vote for where the quote would
    begin; the regions with most votes are aligned letter by letter.
    """
    exact = selectors.exact
    slack = _DRIFT + len(exact) // 3
    places: dict[tuple[int, int], None] = {}
    for at in _voted(text, selectors):
        low, high = max(0, at - slack), min(len(text), at + len(exact) + slack)
        place = align(exact, text[low:high])
        if place:
            places[low + place[0], low + place[1]] = None
    return list(places)


def _voted(text: str, selectors: Selectors) -> list[int]:
    around = selectors.prefix + selectors.exact + selectors.suffix
    size = 4 if _dense(selectors.exact) else 8
    step = max(1, len(around) // _SEEDS)
    votes: Counter[int] = Counter()
    for at in range(0, max(1, len(around) - size + 1), step):
        begin = len(selectors.prefix) - at
        for hit in _few(text, around[at : at + size]):
            votes[(hit + begin) // _DRIFT] += 1
    for bucket in list(votes):  # a vote may fall to either side of a border
        votes[bucket] += votes.get(bucket + 1, 0)
    best = heapq.nlargest(_REGIONS, votes, key=lambda bucket: votes[bucket])
    return [bucket * _DRIFT + _DRIFT // 2 for bucket in best]


def _few(text: str, seed: str) -> list[int]:
    """Where a seed stands; nowhere when it stands in so many places that it tells nothing."""
    hits: list[int] = []
    for hit in _all(text, seed):
        hits.append(hit)
        if len(hits) > _COMMON_SEED:
            return []
    return hits


def _dense(exact: str) -> bool:
    """Whether it is a script that says in two signs what others say in a word."""
    return sum("\u2e80" <= char <= "\ud7ff" for char in exact) * 2 > len(exact)


def align(exact: str, region: str) -> tuple[int, int] | None:
    """Where in a short piece of text the quote fits best, as (start, end) in it."""
    from rapidfuzz import fuzz

    if not region:
        return None
    if len(exact) <= _WHOLE:
        found = fuzz.partial_ratio_alignment(exact, region)
        return _refined(exact, region, found.dest_start, found.dest_end) if found else None
    head = fuzz.partial_ratio_alignment(exact[:_END], region)
    if head is None:
        return None
    tail = fuzz.partial_ratio_alignment(exact[-_END:], region[head.dest_start :])
    if tail is None or tail.dest_end <= 0:
        return None
    return head.dest_start, head.dest_start + tail.dest_end


def _refined(exact: str, region: str, start: int, end: int) -> tuple[int, int]:
    """The ends moved to the word borders nearby at which the quote fits best: an alignment of
    equal length cuts off what was put in."""
    from rapidfuzz.distance import Indel

    reach = max(8, len(exact) // 3)
    borders = _borders(region)

    def fits(begin: int, stop: int) -> float:
        parted = (begin not in borders) + (stop not in borders)
        return Indel.normalized_similarity(exact, region[begin:stop]) - _PARTED_WORD * parted

    for _ in range(2):  # a better start may show a better end
        ends = [end, *(at for at in borders if abs(at - end) <= reach and at > start)]
        end = max(ends, key=lambda at: fits(start, at))
        starts = [start, *(at for at in borders if abs(at - start) <= reach and at < end)]
        start = max(starts, key=lambda at: fits(at, end))
    return start, end


def _borders(region: str) -> frozenset[int]:
    return frozenset(
        at
        for at in range(len(region) + 1)
        if at in (0, len(region)) or region[at - 1].isalnum() != region[at].isalnum()
    )
