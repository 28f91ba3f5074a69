"""Who stands behind a reporting verb: “…,” said the operator’s chief, Olaf Renz."""

import re
from collections.abc import Sequence

from annotator.prose.attribution_words import BETWEEN, HEDGED, SAYING
from annotator.prose.speakers import STOP, Clauses, Source
from annotator.prose.word_lists import words

NEAR = 60
"""How far behind the verb who speaks may begin, in code points."""
_BEGIN = re.compile(
    r"\s+(?:(?:the|an?|one|another|our|their|his|her|its)\s)?(?:(?:[\w-]+\s){0,3}[\w-]+[’']s?\s)?"
)
"""“said the union’s”."""
_DESCRIBED = re.compile(
    r"\s+(?:(?:the|an?)\s)?(?P<who>[a-z][\w’'-]*(?:\s[a-z][\w’'-]*){0,4})(?P<apart>,?)\s"
)
"""“said goalkeeper ”, “said the plumber, ”."""
_THING = re.compile(r"\s+(?:the|an?|one|another|our|their|his|her|its)\s(?=[a-z])")
_PART = re.compile(r"[\w’'-]+")
_FEW = 4
"""Words of who is not named."""
_ENDS = re.compile(r"\s*(?:[,.;:!?()]|$)")
_OWNS = re.compile(r"[’']s?\s")
_BETWEEN = frozenset({" ", ", ", " of "})
_NO_PART = (
    STOP
    | BETWEEN
    | words(
        f"{SAYING} {HEDGED} yesterday today tomorrow last next early late before during about into "
        "over under only near outside inside behind beside across against between among through "
        "without within who whom whose not no he she they you we i"
    )
)
"""No words between a verb and who speaks."""


def one_phrase(text: str, first: Source, near: Sequence[Source]) -> Source:
    """The name that ``first`` is one phrase with, if there is one: “police chief Jane Roe”."""
    at = first
    for other in near:
        if other.start >= at.end and text[at.end : other.start] in _BETWEEN:
            if other.named:
                return other
            at = other
    return first


def widest(near: Sequence[Source], source: Source) -> Source:
    """The phrase that a source begins: of “Italy’s prime minister” that, not “Italy”."""
    around = (s for s in near if s.start <= source.start and s.end >= source.end)
    return max(around, key=lambda s: s.end - s.start, default=source)


def named_behind(sentence: Clauses, source: Source) -> Source:
    """Who “the lake’s keeper, Ada Quill,” is: the person named behind somebody’s office."""
    text = sentence.text
    if source.named or not re.search(r"[’']s?\s", source.text):
        return source
    for other in sentence.between(source.end, source.end + 3):
        tied = text[source.end : other.start] == ", " and _ends(text, other)
        if tied and other.named and " " in other.text:
            return other
    return source


def subject_after(sentence: Clauses, end: int, anybody: bool) -> Source | None:
    """Who stands behind a verb that ends at ``end``. ``anybody``: whatever they are."""
    begin = _BEGIN.match(sentence.text, end)
    near = sentence.between(end + 1, end + NEAR)
    for source in near:
        if begin and source.start <= begin.end():
            whole = widest(near, source)
            if whole.named:
                return _owned(sentence.text, whole, near)
            return one_phrase(sentence.text, whole, near)
    return _described(sentence, near, end) or (_not_named(sentence, end) if anybody else None)


def _owned(text: str, owner: Source, near: Sequence[Source]) -> Source:
    """Whoever follows as somebody's: of “Ireland’s Mary Roe” that is Mary Roe."""
    behind = (s for s in near if s.named and _OWNS.fullmatch(text, owner.end, s.start))
    return next(behind, owner)


def _described(sentence: Clauses, near: Sequence[Source], end: int) -> Source | None:
    """“said goalkeeper Olaf Renz”, “said the plumber, Olaf Renz”: the name behind what somebody
    is."""
    text = sentence.text
    for other in near:
        found = _DESCRIBED.fullmatch(text, end, other.start)
        if found is None or not other.named or " " not in other.text:
            continue
        apart = bool(found["apart"])
        if _NO_PART.isdisjoint(found["who"].split()) and (not apart or _ends(text, other)):
            return other
    return None


def _not_named(sentence: Clauses, end: int) -> Source | None:
    """“said the plumber in a letter”: what somebody is."""
    begin = _THING.match(sentence.text, end)
    if begin is None:
        return None
    last = at = begin.end()
    for _word in range(_FEW):
        word = _PART.match(sentence.text, at)
        if word is None or word[0].lower() in _NO_PART:
            break
        last, at = word.end(), word.end() + 1
    start = end + len(begin[0]) - len(begin[0].lstrip())
    return Source(start, last, sentence.text[start:last], False) if last > begin.end() else None


def _ends(text: str, source: Source) -> bool:
    return _ENDS.match(text, source.end) is not None
