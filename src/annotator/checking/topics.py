"""What mentions have in common, in words that a reader knows again: as they stand, names whole."""

import re
from collections.abc import Iterator

from annotator.checking.content_words import WORD, plain
from annotator.checking.parts import Side
from annotator.prose.names import names

_POSSESSIVE = re.compile(r"[’']s?$")
_MOST = 2
Range = tuple[int, int]


def topic_words(side: Side, place: Range, shared: frozenset[str], reach: int) -> str:
    """The words of the sentence around a place, not those in it, whose forms are in ``shared``:
    the two nearest, not further than ``reach`` code points, in the order of the text. A word of a
    name stands for the whole name."""
    start, end = place
    low, high = side.sentence(start)
    found = {
        span: max(start - span[1], span[0] - end)
        for span in _terms(side.text, low, high, shared)
        if span[1] <= start or span[0] >= end
    }
    near = [span for span in sorted(found, key=lambda span: found[span]) if found[span] <= reach]
    words = [_POSSESSIVE.sub("", side.text[slice(*span)]) for span in sorted(near[:_MOST])]
    return ", ".join(dict.fromkeys(words))


def _terms(text: str, low: int, high: int, shared: frozenset[str]) -> Iterator[Range]:
    """Each shared word once, where it stands first; the name that it is of in its place."""
    named = [(name.start + low, name.end + low) for name in names(text[low:high])]
    seen: set[str] = set()
    for match in WORD.finditer(text, low, high):
        form = plain(match[0])
        if form in shared and form not in seen:
            seen.add(form)
            yield next((n for n in named if n[0] <= match.start() < n[1]), match.span())
