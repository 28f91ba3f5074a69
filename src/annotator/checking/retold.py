"""A quotation that a source has in other words: too unlike, letter by letter, for the quote check,
but with the same words that matter and some of them in a row."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from annotator.checking.content_words import content_words
from annotator.checking.parts import SOURCE, Side
from annotator.checking.wording import tokens
from annotator.prose.quotations import quotations
from annotator.prose.sentences import sentences

_SHARED, _MOSTLY = 3, 0.6
"""Words of meaning that both must have, and what share of the shorter one's they must be."""
_RUN = 4
"""Words that both have one after the other."""


@dataclass(frozen=True, slots=True)
class _Passage:
    """``[start, end)`` of a source; ``quoted``: it stands in quotation marks there."""

    start: int
    end: int
    quoted: bool
    words: frozenset[str]


class Retellings:
    """What a source quotes or says, to be asked quotation by quotation."""

    def __init__(self, side: Side) -> None:
        self._text = side.text
        self._passages = list(_passages(side))

    def nearest(self, quote: str) -> tuple[int, int] | None:
        """The passage that says it in other words, one in quotation marks before others."""
        wanted = content_words(quote)
        if len(wanted) < _SHARED:
            return None
        near = [(p.quoted, len(p.words & wanted), p) for p in self._passages if _near(p, wanted)]
        for _quoted, _count, passage in sorted(near, key=lambda n: n[:2], reverse=True):
            if _run(quote, self._text[passage.start : passage.end]) >= _RUN:
                return passage.start, passage.end
        return None


def _passages(side: Side) -> Iterator[_Passage]:
    for low, high in side.parts[SOURCE].ranges:
        text = side.text[low:high]
        quoted = [(q.start, q.end) for q in quotations(text) if q.depth == 0]
        for is_quoted, places in ((True, quoted), (False, sentences(text))):
            for start, end in places:
                words = content_words(text, start, end)
                if len(words) >= _SHARED:
                    yield _Passage(low + start, low + end, is_quoted, words)


def _near(passage: _Passage, wanted: frozenset[str]) -> bool:
    shared = len(passage.words & wanted)
    return shared >= _SHARED and shared >= _MOSTLY * min(len(passage.words), len(wanted))


def _run(quote: str, passage: str) -> int:
    """How many words stand in the same order in both without another between them."""
    one, other = (
        [token.form.casefold() for token in tokens(text) if token.is_word]
        for text in (quote, passage)
    )
    return SequenceMatcher(None, one, other, autojunk=False).find_longest_match().size
