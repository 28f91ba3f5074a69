"""The text against itself: digits that changed places, casualties counted anew. Few rules, for a
text counts many things."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from annotator.checking.figure_rows import differing
from annotator.checking.parts import BODY, SOURCE
from annotator.checking.placed_figures import CASUALTIES, Placed
from annotator.checking.rows import Row

_DIGITS = 3
"""Digits that count, without zeros at the end, from which a swap is more than chance."""
_FEW = 6
"""More numbers of one thing are a table or a count of votes."""
_WORD = re.compile(r"\s([^\W\d_]{4,})")
_DEFINITE = re.compile(r"\b(?:the|all)\s$", re.IGNORECASE)
_OTHER_TIME = re.compile(
    r"\b(?:similar|earlier|previous|previously|last|another|other|since|ago|(?:19|20)\d\d)\b",
    re.IGNORECASE,
)


def other_counts(placed: Sequence[Placed]) -> Iterator[Row]:
    """Pairs of numbers of the article of which one most likely is a slip."""
    own = [one for one in placed if one.part != SOURCE and _is_count(one)]
    yield from _swapped([one for one in own if not one.figure.vague])
    yield from _casualties(own)


def _is_count(one: Placed) -> bool:
    figure = one.figure
    return not (figure.upper or figure.scale) and figure.value == int(figure.value)


def _with_thing(one: Placed) -> Placed:
    """The figure with the word behind it: numbers of one text are told apart by it."""
    word = _WORD.match(one.side.text, one.figure.end)
    end = word.end() if word else one.figure.end
    return replace(one, figure=replace(one.figure, end=end))


# -- digits that changed places -------------------------------------------------------------------


def _swapped(own: Sequence[Placed]) -> Iterator[Row]:
    of_one_thing: dict[tuple[str, str], list[Placed]] = defaultdict(list)
    for one in own:
        word = _WORD.match(one.side.text, one.figure.end)
        if word and len(_digits(one).rstrip("0")) >= _DIGITS:
            of_one_thing[one.figure.unit, word[1].lower()].append(one)
    for group in of_one_thing.values():
        times = Counter(one.figure.value for one in group)
        if len(times) <= _FEW:
            first = {one.figure.value: one for one in reversed(group)}
            for a, b in combinations(reversed(first.values()), 2):
                once = min(times[a.figure.value], times[b.figure.value]) == 1
                if once and BODY in (a.part, b.part) and _is_swap(_digits(a), _digits(b)):
                    yield differing(_with_thing(a), _with_thing(b))


def _digits(one: Placed) -> str:
    return str(int(one.figure.value))


def _is_swap(one: str, other: str) -> bool:
    """Whether two digits side by side changed places."""
    at = [index for index, (a, b) in enumerate(zip(one, other, strict=False)) if a != b]
    if len(one) != len(other) or len(at) != 2 or at[1] != at[0] + 1:
        return False
    return one[at[0]] == other[at[1]] and one[at[1]] == other[at[0]]


# -- casualties -----------------------------------------------------------------------------------


def _casualties(own: Sequence[Placed]) -> Iterator[Row]:
    """ "The 45 injured", of whom another number was told before, and not this one."""
    counted = sorted((one for one in own if not one.figure.unit), key=lambda one: one.figure.start)
    for at, one in enumerate(counted):
        before = counted[:at]
        sort = CASUALTIES & one.head
        if one.part != BODY or not sort or not _is_definite(one):
            continue
        begin = one.side.sentence(one.figure.start)[0]
        told = [other for other in before if other.figure.end <= begin]
        same = [other for other in told if sort & other.near and _is_of_now(other)]
        if same and not any(_explains(other, one) for other in before) and not _is_sum(same, one):
            yield differing(_with_thing(same[-1]), _with_thing(one))


def _is_definite(one: Placed) -> bool:
    text, start = one.side.text, one.figure.start
    return not (one.figure.bound or one.figure.vague) and bool(
        _DEFINITE.search(text[max(0, start - 6) : start])
    )


def _is_of_now(one: Placed) -> bool:
    start, end = one.side.sentence(one.figure.start)
    return not _OTHER_TIME.search(one.side.text[start:end])


def _explains(other: Placed, one: Placed) -> bool:
    """Whether the number was told before, exactly, as a bound or roughly."""
    value = one.figure.value
    if other.figure.bound in {"least", "over", "about", "near"}:
        return bool(other.near & one.head & CASUALTIES) and other.figure.value <= value
    return other.figure.value == value


def _is_sum(same: Sequence[Placed], one: Placed) -> bool:
    """Whether what was told apart before is counted together."""
    values = [other.figure.value for other in same]
    return one.figure.value == sum(values) or any(
        a + b == one.figure.value for a, b in combinations(values, 2)
    )
