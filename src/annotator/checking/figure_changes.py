"""Percent changes of one thing in the article and in a stored source: "fell by 38 percent", and the
source has "a fall of 21 percent". A source often names the thing a sentence earlier (English)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from annotator.checking.content_words import content_words
from annotator.checking.figure_rows import differing
from annotator.checking.parts import SOURCE
from annotator.checking.placed_figures import Placed, agrees
from annotator.checking.rows import Row
from annotator.prose.dates import dates
from annotator.prose.names import names
from annotator.prose.word_lists import words

_DOWN = words(
    "fell fall falls fallen falling dropped drop drops dropping declined decline declines "
    "declining decreased decrease decreases decreasing sank shrank shrunk reduction down lower"
)
_UP = words(
    "rose rise rises risen rising grew grow grows grown growing increased increase increases "
    "increasing climbed climb climbs jumped jump jumps growth up higher"
)
_ANY = "|".join(sorted(_DOWN | _UP, key=len, reverse=True))
_BEFORE = re.compile(rf"\b(?P<word>{_ANY})\s(?P<link>by\s|of\s)?$", re.IGNORECASE)
_NOUN = re.compile(r"\b(?:an?|the|this|that)\s(?:[a-z]+\s)?$", re.IGNORECASE)
_BEHIND = re.compile(r"\s(?P<word>lower|higher|fall|rise|drop|increase|decrease)\b", re.IGNORECASE)
_OF = re.compile(r"\s(?:in|of)\s(?:the\s)?(?P<thing>[^\W\d_][\w ’'-]*)")
_STOP = re.compile(r"[,;:()—–\n]\s?(?:and\s|but\s)?")
_ASIDE = re.compile(r"\s(?:at|in|on|from|near|across|for|since|between)\s")
_EMPTY = content_words("number level rate total average overall share amount") | content_words(
    " ".join(sorted(_DOWN | _UP))
)
_REACH = 90
_MOST = 60


@dataclass(frozen=True, slots=True)
class _Change:
    """``thing`` are the words for what changed, none where the sentence does not say; ``told``
    those of its sentence, ``around`` those of the sentence before it, too."""

    one: Placed
    down: bool
    thing: frozenset[str]
    told: frozenset[str]
    around: frozenset[str]
    place: tuple[int, int]


def other_changes(placed: Sequence[Placed]) -> Iterator[tuple[Placed, Row]]:
    """(the source's figure, the row) of changes of the article of which a source has another size,
    each size once for a source. One that the source has just so, too, is no question."""
    found = [change for one in placed if (change := _change(one))][: 2 * _MOST]
    own = [change for change in found if change.one.part != SOURCE][:_MOST]
    sources = [change for change in found if change.one.part == SOURCE][:_MOST]
    known = {(one.side.label, one.amount) for one in placed if one.part == SOURCE}
    seen = set()
    for a in own:
        for b in sources:
            key = (a.one.amount, b.one.side.label)
            told = (b.one.side.label, a.one.amount) in known
            if key not in seen and not told and _of_one_thing(a, b):
                seen.add(key)
                yield b.one, differing(_whole(a), _whole(b))


def are_changes(one: Placed, other: Placed) -> bool:
    """Whether both tell a change: then ``other_changes`` has said what there is to say."""
    return _change(one) is not None and _change(other) is not None


def _change(one: Placed) -> _Change | None:
    if one.figure.unit != "%" or one.figure.upper:
        return None
    text, start, end = one.side.text, one.figure.start, one.figure.end
    low, high = one.side.sentence(start)
    before = _BEFORE.search(text, max(low, start - _REACH), start)
    behind = _BEHIND.match(text, end, high)
    match = before or behind
    if match is None:
        return None
    at = before.start() if before else start
    is_noun = bool(before and before["link"] and before["link"].startswith("of"))
    begin, thing = _noun(text, low, at) if is_noun else _subject(text, low, at)
    if thing == "" and (of := _OF.match(text, end, high)):
        thing = _ASIDE.split(_STOP.split(of["thing"])[0])[0]
    told = content_words(text, low, high) - _EMPTY
    return _Change(
        one,
        match["word"].lower() in _DOWN,
        content_words(thing) - _EMPTY,
        told,
        told | (content_words(text, *_before(one, low)) - _EMPTY),
        (begin, max(end, behind.end() if behind and not before else end)),
    )


def _noun(text: str, low: int, at: int) -> tuple[int, str]:
    """Where "a fall of" begins; what fell is not said before it."""
    noun = _NOUN.search(text, max(low, at - _REACH), at)
    return (noun.start() if noun else at), ""


def _subject(text: str, low: int, at: int) -> tuple[int, str]:
    """Where the clause of a verb begins, and its words for what changed, "" where it is long."""
    begin = max([low, *(stop.end() for stop in _STOP.finditer(text, low, at))])
    return (at, "") if at - begin > _REACH else (begin, _ASIDE.split(text[begin:at])[0])


def _before(one: Placed, low: int) -> tuple[int, int]:
    """The sentence before, in the same block: what is spoken of there is spoken of here."""
    start, end = one.side.sentence(max(0, low - 2))
    return (start, end) if low and "\n" not in one.side.text[start:low] else (low, low)


def _of_one_thing(a: _Change, b: _Change) -> bool:
    """Whether both have the thing that changed and something more in common, and no other time and
    no other place."""
    if a.down != b.down or agrees(a.one, b.one) or agrees(b.one, a.one):
        return False
    around = b.told if b.thing else b.around
    if not a.thing or not (a.thing <= around and b.thing <= a.told):
        return False
    return bool((a.told - a.thing) & b.told or len(a.thing) > 1) and not _apart(a.one, b.one)


def _apart(a: Placed, b: Placed) -> bool:
    """Whether the two sentences have times, or names, of which none is the other's."""
    said, other = (one.side.text[slice(*one.side.sentence(one.figure.start))] for one in (a, b))
    for find in (_times, _named):
        mine, theirs = find(said), find(other)
        if mine and theirs and not mine & theirs:
            return True
    return False


def _times(text: str) -> set[object]:
    return {date.month or date.year or date.relative for date in dates(text)}


def _named(text: str) -> set[str]:
    return {word for name in names(text) for word in name.key.split()}


def _whole(change: _Change) -> Placed:
    """With what changed, so that it can be read alone."""
    start, end = change.place
    one = change.one
    return replace(one, figure=replace(one.figure, start=start, end=end))
