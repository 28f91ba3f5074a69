"""The figures of a text's parts, with what they count and whether it happened."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from annotator.checking.content_words import WORD, content_words, plain
from annotator.checking.parts import Side
from annotator.checking.realised import Cue, cue
from annotator.checking.rows import Mention
from annotator.prose.figures import Figure, figures

_NEAR = 80
"""Code points before and after a number in which the words are that say what it is of."""
_CLAUSE = 40
_STOP = re.compile(r"[,;:.()—–\n]")
_YEAR = re.compile(r"\b((?:19|20)\d\d)\b")
_BEGINS_WITH_YEAR = re.compile(r"(?:In|Since|During|At|By)\s(?:[\w’'-]+\s){0,3}?((?:19|20)\d\d)\b")
SMALL = 100
"""Below this a number is a small one: many things are counted by it."""
CASUALTIES = frozenset({"hurt", "kill"})
"""The forms of all words that count casualties."""
_TOLD_ANEW = 2
"""How many times as many casualties may still be those of the same event."""
_LOOSE = Decimal("1.25")
"""By how much "more than 400" may be exceeded."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A figure where it stands. ``words`` are the content words near it in its sentence, ``head``
    those directly behind it (what is counted), ``near`` these and some more ("40 people were
    hurt"), ``lead`` those directly before it ("to seat")."""

    part: str
    side: Side
    figure: Figure
    words: frozenset[str]
    head: frozenset[str]
    near: frozenset[str]
    lead: frozenset[str]
    cue: Cue | None

    @property
    def amount(self) -> tuple[str, Decimal, Decimal | None]:
        """What makes two figures the same amount; a share of a whole is a percentage."""
        figure = self.figure
        if figure.unit == "share":
            return "%", plain_value(figure.value * 100), None
        upper = None if figure.upper is None else plain_value(figure.upper)
        return figure.unit, plain_value(figure.value), upper

    def mention(self, with_cue: bool = False) -> Mention:
        """The figure as a mention, with the words up to its cue where that is what matters."""
        start, end = self.figure.start, self.figure.end
        if with_cue and self.cue:
            start, end = min(start, self.cue.start), max(end, self.cue.end)
        word = self.cue.word if self.cue else ""
        return Mention(self.part, start, end, self.side.text[start:end], self.side.label, word)


def placed_figures(side: Side) -> Iterator[Placed]:
    """The figures of all parts, part by part."""
    for part in side.parts.values():
        for start, end in part.ranges:
            for figure in figures(side.text[start:end]):
                moved = replace(
                    figure,
                    start=figure.start + start,
                    end=figure.end + start,
                    number_start=figure.number_start + start,
                )
                yield _place(side, part.name, moved)


def _place(side: Side, part: str, figure: Figure) -> Placed:
    low, high = side.sentence(figure.start)
    near = (max(low, figure.start - _NEAR), min(high, figure.end + _NEAR))
    before = content_words(side.text, near[0], figure.start)
    after = content_words(side.text, figure.end, near[1])
    head, lead = _head(side.text, figure.end, high), _lead(side.text, low, figure.start)
    near_it = lead | _behind(side.text, figure.end, high, 5)
    found = cue(side.text, figure.start, figure.end, (low, high))
    return Placed(part, side, figure, before | after, head, near_it, lead, found)


def _head(text: str, start: int, end: int) -> frozenset[str]:
    """What is counted: the one or two words directly behind the number."""
    behind = text[start : min(end, start + _CLAUSE)].split(maxsplit=1)
    skipped = bool(behind) and behind[0] in {"of", "more", "other"}
    return _behind(text, start, end, 3 if skipped else 2)


def _behind(text: str, start: int, end: int, most: int) -> frozenset[str]:
    """What the first words behind the number say, in its clause."""
    clause = _STOP.split(text[start : min(end, start + _CLAUSE)])[0]
    return frozenset(form for word in clause.split()[:most] if len(form := plain(word)) > 2)


def counted(one: Placed) -> frozenset[str]:
    """The first word behind the figure that tells something, and those directly before it."""
    text, start = one.side.text, one.figure.end
    high = min(one.side.sentence(one.figure.start)[1], start + _CLAUSE)
    found = (plain(word[0]) for word in WORD.finditer(text, start, high))
    return one.lead | frozenset([next(filter(None, found), "")]) - {""}


def same_casualties(one: Placed, other: Placed) -> bool:
    """Whether both count the dead, or the hurt, and the second sentence has all that the first says
    behind its number: "14 people were killed in the crash", not "three died at the scene"."""
    if one.figure.unit or not CASUALTIES & one.near & other.near:
        return False
    low, high = sorted((one.figure.value, other.figure.value))
    text, end = one.side.text, one.figure.end
    told = content_words(text, end, one.side.sentence(one.figure.start)[1])
    alike = _people(one) == _people(other) and high <= _TOLD_ANEW * low
    return alike and told <= other.words


def _people(one: Placed) -> str:
    """The word behind the number where it says nothing: "people", "were"."""
    behind = one.side.text[one.figure.end : one.figure.end + _CLAUSE].split(maxsplit=1)
    return behind[0] if behind and behind[0] in {"people", "persons"} else ""


def _lead(text: str, low: int, start: int) -> frozenset[str]:
    """The last two words before the number, in its clause."""
    clause = _STOP.split(text[max(low, start - _CLAUSE) : start])[-1]
    return frozenset(form for word in clause.split()[-2:] if len(form := plain(word)) > 2)


def plain_value(value: Decimal) -> Decimal:
    """Without zeros at the end, so that its digits are those that count."""
    return value.normalize()


def agrees(one: Placed, other: Placed) -> bool:
    """Whether the amount is the other one, rounded as much as its own words say."""
    if one.amount[0] != other.amount[0]:
        return False
    low, high = _span(one)
    scale = 100 if other.figure.unit == "share" else 1
    lower, upper = other.figure.value, other.figure.upper or other.figure.value
    return low <= upper * scale and lower * scale <= high


def _span(one: Placed) -> tuple[Decimal, Decimal]:
    """From where to where an amount may be when it is told as this figure."""
    value = one.amount[1]
    bound = one.figure.bound
    if bound in {"over", "least"}:
        return value, value * _LOOSE
    if bound in {"under", "most"}:
        return value / _LOOSE, value
    _sign, digits, exponent = value.as_tuple()
    half = Decimal(5).scaleb(int(exponent) - 1)
    if not bound and len(digits) == 1 and abs(value) >= SMALL:
        half /= 10  # 500 for 512 is another number where nothing says "about"
    return value - half, value + half


def of_one_time(one: Placed, other: Placed) -> bool:
    """Whether nothing says that a figure of headline or caption is of another year than one of the
    text, of which a sentence may begin with what was in another year."""
    low, high = other.side.sentence(other.figure.start)
    sentence = other.side.text[low:high]
    start, end = one.side.sentence(one.figure.start)
    years = set(_YEAR.findall(one.side.text[start:end]))
    begun = _BEGINS_WITH_YEAR.match(sentence)
    return years <= set(_YEAR.findall(sentence)) and (begun is None or begun[1] in years)
