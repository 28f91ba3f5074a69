"""The same number with another unit: "2 percent" and "two percentage points", miles and kilometres,
dollars and euros."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from annotator.checking.figure_rows import differing
from annotator.checking.parts import BODY, SOURCE
from annotator.checking.placed_figures import Placed, counted, of_one_time
from annotator.checking.rows import Row
from annotator.prose.word_lists import words

_FAMILIES = (
    frozenset({"%", "percentage points"}),
    words("m km miles feet yards inches cm mm"),
    words("g kg tons pounds"),
    words("litres gallons barrels"),
    words("acres hectares"),
    words("°C °F"),
    words("$ € £ ¥ ₹ ₽ CHF yuan"),
)
"""Units that are taken for each other. Tons and tonnes, A$ and $ are left out: they may be meant to
be the same."""
_SHARED, _SHARED_WITHIN = 2, 3
"""Content words that headline and text must share; two places of the text, or a source."""
_MOST = 60


def other_units(placed: Sequence[Placed]) -> Iterator[tuple[Placed, Row]]:
    """(the first figure, the row) of pairs that differ in their unit alone. An amount that the text
    has in just this unit, too, is no question."""
    body = [one for one in placed if one.part == BODY]
    amounts = {one.amount for one in body}
    by_value: dict[tuple[Decimal, Decimal | None], list[Placed]] = defaultdict(list)
    for one in body:
        by_value[one.figure.value, one.figure.upper].append(one)
    for one in placed:
        if one.figure.vague or (one.part != BODY and one.amount in amounts):
            continue
        others = by_value[one.figure.value, one.figure.upper][:_MOST]
        rival = next((other for other in others if _are_rivals(one, other)), None)
        if rival is not None:
            yield one, differing(one, rival)


def _are_rivals(one: Placed, other: Placed) -> bool:
    pair = {one.figure.unit, other.figure.unit}
    if len(pair) != 2 or not any(pair <= family for family in _FAMILIES):
        return False
    needed = _SHARED_WITHIN if one.part in (BODY, SOURCE) else _SHARED
    if len(one.words & other.words) < needed or not of_one_time(one, other):
        return False
    if one.part != BODY:
        return bool(one.near & other.near)
    apart = one.figure.end < other.side.sentence(other.figure.start)[0]
    return apart and bool(counted(one) & counted(other))
