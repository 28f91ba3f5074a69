"""Dozens here, hundreds there: numbers told roughly, against those of the text."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from annotator.checking.content_words import WORD, plain
from annotator.checking.figure_rows import differing
from annotator.checking.parts import BODY, HEADLINE, SOURCE
from annotator.checking.placed_figures import Placed, counted
from annotator.checking.rows import Row

_REACH = 20
"""Hundreds are fewer than 20 hundreds."""
_HUNDRED, _THOUSAND = 100, 1000
"""Dozens and scores are fewer than the first; from the second on nobody counts closely."""
_REACH_OF_THOUSANDS = 100
_MOST = 200
_NEAR = 40


def other_sizes(placed: Sequence[Placed]) -> Iterator[tuple[Placed, Row]]:
    """(the first figure, the row) of pairs of which one is rough: what headline, standfirst and
    captions count and the text counts as many more or fewer."""
    body = [one for one in placed if one.part == BODY and not one.figure.unit][:_MOST]
    amounts = {other.amount for other in body}
    for one in placed:
        if one.part in (BODY, SOURCE) or one.figure.unit or one.amount in amounts:
            continue
        rivals = [other for other in body if _count_the_same(one, other)]
        if rivals and not any(_overlap(one, other) for other in rivals):
            nearest = max(rivals, key=lambda other: len(one.words & other.words))
            shared = one.words & nearest.words
            yield one, differing(_with_word(one, shared), _with_word(nearest, shared))


def _count_the_same(one: Placed, other: Placed) -> bool:
    """Whether one of them is rough, and they share enough words, the nearest among them."""
    if not (one.figure.vague or other.figure.vague):
        return False
    needed = 2 if one.part == HEADLINE else 3
    return len(one.words & other.words) >= needed and bool(counted(one) & counted(other))


def _with_word(one: Placed, shared: frozenset[str]) -> Placed:
    """The figure up to the word that tells what is counted: "Hundreds of people were hurt"."""
    text, end = one.side.text, one.figure.end
    high = min(one.side.sentence(one.figure.start)[1], end + _NEAR)
    ends = (word.end() for word in WORD.finditer(text, end, high) if plain(word[0]) in shared)
    return replace(one, figure=replace(one.figure, end=next(ends, end)))


def _overlap(one: Placed, other: Placed) -> bool:
    if one.figure.vague and other.figure.vague:
        low, high = sorted((one.figure.value, other.figure.value))
        far = low * (_REACH_OF_THOUSANDS if low >= _THOUSAND else 1)
        return high < _HUNDRED or high <= far
    (low, high), (least, most) = _span(one), _span(other)
    return low <= most and least <= high


def _span(one: Placed) -> tuple[Decimal, Decimal]:
    figure = one.figure
    if figure.vague and figure.value < _HUNDRED:
        return figure.value, Decimal(2 * _HUNDRED)
    if figure.vague or figure.bound in {"over", "least"}:
        reach = _REACH_OF_THOUSANDS if figure.value >= _THOUSAND else _REACH
        return figure.value, figure.value * reach
    if figure.bound in {"under", "most"}:
        return figure.value / _REACH, figure.value
    return figure.value, figure.upper or figure.value
