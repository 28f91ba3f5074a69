"""The same name spelt otherwise."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from annotator.checking.parts import SOURCE, Side
from annotator.checking.rows import Mention, Row, against, in_order
from annotator.prose.attribution_words import HEDGED, SAYING
from annotator.prose.names import NameMention
from annotator.prose.word_lists import words

_SHORTEST = 4
"""Letters of a name's word in which one may be wrong."""
_SHORTEST_IN_OFFICE = 3
"""The same, where both have the same office: there is one "Mayor Ann Lee" or "Mayor Anna Lee"."""
_OF_MANY = words("Mr Mrs Ms Miss Dr Sir Lady Lord Prince Princess Prof Professor Saint St Sen Rep")
_SHORTEST_ALONE = 5
"""Letters of a surname that stands alone."""
_VERBS = words(SAYING) | words(HEDGED)
_ENDINGS = ("s", "es", "n", "an", "ian", "i", "ish", "ese", "er", "ers", "’s", "'s")


@dataclass(frozen=True, slots=True)
class Named:
    """A name where it stands."""

    part: str
    side: Side
    name: NameMention

    @property
    def mention(self) -> Mention:
        text = self.side.text[self.name.start : self.name.end]
        return Mention(self.part, self.name.start, self.name.end, text, self.side.label)


def spellings(found: Sequence[Named]) -> Iterator[Row]:
    """Two spellings of what is most likely one name, each pair once."""
    first: dict[str, Named] = {}
    for one in found:
        first.setdefault(one.name.name, one)
    buckets: dict[tuple[str, ...], list[Named]] = defaultdict(list)
    for one in first.values():
        for common in _buckets(one.name):
            buckets[common].append(one)
    seen: set[frozenset[str]] = set()
    for bucket in buckets.values():
        for a, b in _pairs(bucket):
            pair = frozenset(_differing(a.name, b.name))
            if pair not in seen and _one_letter_apart(a.name, b.name):
                seen.add(pair)
                yield _row(a, b)
    yield from _alone([one for one in found if one.part != SOURCE], seen)


def _row(a: Named, b: Named) -> Row:
    mentions = in_order([a.mention, b.mention])
    return Row(a.name.name, mentions, "name", against(*mentions), "fact")


def _alone(found: Sequence[Named], seen: set[frozenset[str]]) -> Iterator[Row]:
    """A surname of somebody who says something, that nobody has, beside one that is one letter off:
    "Robert Meier", then "Meyer said"."""
    whole = [one for one in found if " " in one.name.name]
    known = {word for one in whole for word in one.name.name.split()}
    people: dict[str, list[Named]] = defaultdict(list)
    for one in whole:
        if one.name.kind in ("", "person"):
            people[one.name.name.split()[-1][0]].append(one)
    for one in found:
        word = one.name.name
        if " " in word or len(word) < _SHORTEST_ALONE or word in known or not _speaks(one):
            continue
        for other in people[word[0]][:_BUCKET]:
            pair = frozenset(_differing(other.name, one.name))
            if pair not in seen and _one_letter_apart(other.name, one.name):
                seen.add(pair)
                yield _row(other, one)


def _speaks(one: Named) -> bool:
    """Whether it stands beside "said" or its like."""
    text, name = one.side.text, one.name
    before = re.findall(r"\w+", text[max(0, name.start - 16) : name.start])[-1:]
    behind = re.findall(r"\w+", text[name.end : name.end + 16])[:1]
    return not _VERBS.isdisjoint(before + behind)


def _buckets(name: NameMention) -> Iterator[tuple[str, ...]]:
    """What two spellings of one name have in common: the other words, or title and initial."""
    parts = name.name.split()
    if len(parts) > 1:
        for left_out in range(len(parts)):
            yield (*parts[:left_out], "*", *parts[left_out + 1 :])
    if name.title:
        yield (name.title.split()[-1], "title", parts[-1][0])


_BUCKET = 40


def _pairs(bucket: list[Named]) -> Iterator[tuple[Named, Named]]:
    few = bucket[:_BUCKET]  # names as alike as these are no names any more
    for index, a in enumerate(few):
        for b in few[index + 1 :]:
            yield a, b


def _differing(a: NameMention, b: NameMention) -> tuple[str, ...]:
    """The two words in which names differ, () where there are not just two."""
    left, right = a.name.split(), b.name.split()
    if len(left) != len(right):
        left, right = left[-1:], right[-1:]
    differing = [(x, y) for x, y in zip(left, right, strict=True) if x != y]
    return differing[0] if len(differing) == 1 else ()


def _one_letter_apart(a: NameMention, b: NameMention) -> bool:
    differing = _differing(a, b)
    if not differing:
        return False
    x, y = differing
    letters = x.replace("’", "").replace("'", "") + y.replace("’", "").replace("'", "")
    shortest = _SHORTEST_IN_OFFICE if _in_one_office(a, b) else _SHORTEST
    if min(len(x), len(y)) < shortest or not letters.isalpha():
        return False
    if x[0] != y[0] or _inflected(x, y):
        return False
    return _distance(x.casefold(), y.casefold()) == 1


def _in_one_office(a: NameMention, b: NameMention) -> bool:
    """Whether a title that few have stands before both names, of which one word is the same."""
    whole = " " in a.name and " " in b.name
    return whole and a.title == b.title != "" and a.title.rstrip(".") not in _OF_MANY


def _inflected(x: str, y: str) -> bool:
    short, long = sorted((x, y), key=len)
    return any(short + ending == long for ending in _ENDINGS) or x.casefold() == y.casefold()


def _distance(x: str, y: str) -> int:
    from rapidfuzz.distance import OSA

    return OSA.distance(x, y, score_cutoff=2)
