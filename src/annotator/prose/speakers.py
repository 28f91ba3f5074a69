"""Those in a sentence who can say something: names, "officials", pronouns."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from annotator.prose.attribution_words import (
    BETWEEN,
    DOCUMENTS,
    HEDGED,
    PERSONS,
    PRONOUNS,
    SAYING,
)
from annotator.prose.names import NameMention
from annotator.prose.quotations import Quotation
from annotator.prose.word_lists import words

_NOUN = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_WORD_BEFORE = re.compile(r"[\w’'-]+\s$")
QUOTED = "\x00"
"""What stands for each letter of a quotation, and its marks."""
_WHOSE = re.compile(r"[^\W\d_](?:[’']s|s[’'])$")
_SHORTENED = words(
    "it's that's there's he's she's what's who's here's how's where's let's"
) | words("it’s that’s there’s he’s she’s what’s who’s here’s how’s where’s let’s")
"""No possessives, but "is" and "has"."""
_BEGINS = words("the a an some many several other one two most")
_VERBS = words(SAYING) | words(HEDGED)
_CLAUSE = re.compile(r"\b(?:when|if|how|why|before|after|until|unless)\s$", re.IGNORECASE)
STOP = words(
    "that the a an and but or if when while as because so in on at for of to with from by than is "
    "are was were be it this its their his her your my our which what how why"
)


@dataclass(frozen=True, slots=True)
class Source:
    """Who may say something, at ``[start, end)``; ``document``: a study, a report."""

    start: int
    end: int
    text: str
    named: bool
    pronoun: bool = False
    document: bool = False


class Clauses:
    """A text without its quotations, and who may say something in it."""

    def __init__(self, text: str, sources: Sequence[Source]) -> None:
        self.text = text
        self._sources = sorted(sources, key=lambda source: (source.start, source.end))
        self._starts = [source.start for source in self._sources]

    @property
    def first(self) -> Source | None:
        """The one the sentence begins with."""
        return self._sources[0] if self._sources else None

    def between(self, low: int, high: int) -> list[Source]:
        """Those that start in ``[low, high)``, in order."""
        return self._sources[bisect_left(self._starts, low) : bisect_left(self._starts, high)]


def clauses(text: str, found: Sequence[NameMention], inside: Iterable[Quotation]) -> Clauses:
    """A sentence as attributions are looked for in it: what is quoted is the speaker's own."""
    bare = _without_quotations(text, inside)
    named = [name for name in found if bare[name.start] != QUOTED]
    return Clauses(bare, [*_named(bare, named), *_unnamed(bare, named)])


def _without_quotations(text: str, inside: Iterable[Quotation]) -> str:
    parts, at = [], 0
    for quotation in inside:
        if quotation.depth == 0 and quotation.outer_start >= at:
            length = quotation.outer_end - quotation.outer_start
            parts += [text[at : quotation.outer_start], QUOTED * length]
            at = quotation.outer_end
    return "".join([*parts, text[at:]])


def _named(text: str, found: Iterable[NameMention]) -> Iterator[Source]:
    for name in found:
        yield Source(name.start, name.end, text[name.start : name.end], True)


def _unnamed(text: str, named: Iterable[NameMention]) -> Iterator[Source]:
    """Nouns such as "officials" with the words before them, and pronouns."""
    covered = bytearray(len(text))
    for name in named:
        covered[name.start : name.end] = b"\x01" * (name.end - name.start)
    for match in _NOUN.finditer(text):
        word, start, end = match[0].lower(), match.start(), match.end()
        single = _singular(word).removeprefix("co-")
        if covered[start]:
            continue
        if word in PRONOUNS and not _CLAUSE.search(text, max(0, start - 8), start):
            yield Source(start, end, match[0], False, pronoun=True)
        elif single in PERSONS or single in DOCUMENTS:
            start = _phrase_start(text, start, covered)
            yield Source(start, end, text[start:end], False, document=single in DOCUMENTS)


def _singular(word: str) -> str:
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith("sses"):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def _phrase_start(text: str, start: int, covered: bytearray) -> int:
    """Where "some American officials" begins: at most three words before the noun, and whose they
    are: "the former president’s officials", "Jane Roe’s officials"."""
    for _ in range(3):
        before = _WORD_BEFORE.search(text[max(0, start - 24) : start])
        word = before[0].strip().lower() if before else ""
        if before and word in _BEGINS:
            return start - len(before[0])
        if before and _WHOSE.search(word) and word not in _SHORTENED:
            return _owner_start(text, start - len(before[0]), covered)
        if not word.replace("-", "").isalpha() or word in STOP | BETWEEN | _VERBS:
            break
        start -= len(before[0]) if before else 0
    return start


def _owner_start(text: str, start: int, covered: bytearray) -> int:
    if not covered[start]:
        return _phrase_start(text, start, covered)
    while start and covered[start - 1]:
        start -= 1
    return start
