"""A number that the text has as headline or caption have it, and again with another number: "Fares
will rise by 12 percent", and elsewhere "Fares rise by 15 percent". Few rules: only where the whole
sentence says the same."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from annotator.checking.content_words import content_words
from annotator.checking.figure_rows import differing
from annotator.checking.parts import BODY, HEADLINE, SOURCE
from annotator.checking.placed_figures import SMALL, Placed, agrees
from annotator.checking.rows import Row
from annotator.prose.dates import dates
from annotator.prose.figures import figures

_FRONT_WORDS, _BODY_WORDS = 2, range(3, 8)
"""Content words of sentences that are compared; of two of the text all must be alike."""
_LONGEST = 120
"""Code points of a sentence that says one thing."""
_MOST_FRONT, _MOST_BODY = 40, 400
_APART = re.compile(
    r"\b(?:last|next|previous(?:ly)?|earlier|ago|since|first|second|initially|originally|plan(?:s|ned)?"
    r"|wants?|wanted|propos\w+|fear\w*|instead|than|not|never|no|another|other|others|more|further"
    r"|already|so\sfar|then|later|now|still|yet|once|would|could|may|might|should|if|as|while"
    r"|scene|spot|hospital|similar|claim\w*|said|says|each|every|per|only|of\s(?:them|these|those|which|whom))\b"
    r"|n[’']t\b|[“”\"‘?;:]",
    re.IGNORECASE,
)
"""Another time, a plan, a part, somebody's word: then two numbers may both be right."""


def retold(placed: Sequence[Placed]) -> Iterator[Row]:
    """Pairs of numbers of the article whose sentences say the same otherwise."""
    own = [one for one in placed if one.part != SOURCE and not one.figure.vague]
    body = [one for one in own if one.part == BODY and _may_be_compared(one)][:_MOST_BODY]
    amounts = {one.amount for one in own if one.part == BODY}
    for one in [one for one in own if one.part != BODY and one.amount in amounts][:_MOST_FRONT]:
        rival = next((other for other in body if _say_the_same(one, other)), None)
        if rival is not None:
            yield differing(one, rival)
    yield from _within(body)


def _may_be_compared(one: Placed) -> bool:
    start, end = one.side.sentence(one.figure.start)
    return end - start <= _LONGEST and not one.figure.upper and not one.figure.scale


def _say_the_same(one: Placed, other: Placed) -> bool:
    """Whether the text's sentence has every word of the other one, and none beside: "in the city"
    is another thing."""
    if not (len(one.words) >= _FRONT_WORDS and one.words <= other.words) or one.figure.upper:
        return False
    return content_words(_sentence(other)) <= one.words and _differ(one, other)


def _within(body: Sequence[Placed]) -> Iterator[Row]:
    """Two sentences of the text that differ in nothing but the number."""
    alike: dict[tuple[str, frozenset[str]], list[Placed]] = defaultdict(list)
    for one in body:
        if len(one.words) in _BODY_WORDS and _is_telling(one):
            alike[one.figure.unit, one.words].append(one)
    for group in alike.values():
        if len(group) == 2 and _differ(*group):  # more are a list of many things
            yield differing(*group)


def _is_telling(one: Placed) -> bool:
    """Measures, and small numbers, are said of many things alike."""
    return one.figure.unit == "%" or (not one.figure.unit and one.figure.value >= SMALL)


def _differ(one: Placed, other: Placed) -> bool:
    if one.figure.unit != other.figure.unit or agrees(one, other) or agrees(other, one):
        return False
    said, again = _sentence(one), _sentence(other)
    if len(figures(said)) != 1 or len(figures(again)) != 1:
        return False
    apart = (_APART.search(again), one.part != HEADLINE and _APART.search(said))
    return not any(apart) and _days(said) == _days(again)


def _days(text: str) -> list[object]:
    return [(d.year, d.month, d.day, d.weekday, d.relative) for d in dates(text)]


def _sentence(one: Placed) -> str:
    return one.side.text[slice(*one.side.sentence(one.figure.start))]
