"""Very long blocks cut into several.

A window lays a paragraph out whole: one of a million letters takes it minutes. A block is cut
where a line, a sentence or a word ends, else between two signs that are not one to a reader.
"""

import re
import unicodedata
from collections.abc import Iterator

LONGEST = 20_000
"""Code points of a block, at most."""

_WORD = 4_000  # what is laid out costs the square of its longest word
_WITHIN = 0.25  # of a piece, from its end: where a good place to cut is looked for
_PLACES = (
    re.compile(r"\n"),
    re.compile(r"[.!?…][\"'”’»)\]]*(?=\s)|[。！？][」』”’）]*"),
    re.compile(r"[ \t]+"),
)
_JOINERS = frozenset("\u200c\u200d")
_FLAGS = range(0x1F1E6, 0x1F200)
_SKINS = range(0x1F3FB, 0x1F400)
_JAMO = range(0x1160, 0x1200)  # vowels and last consonants
_TAGS = range(0xE0020, 0xE0080)


def ends(text: str) -> Iterator[int]:
    """Where the pieces of a block's text end; they are of about one size."""
    start = 0
    while len(text) - start > LONGEST:
        left = len(text) - start
        size = -(-left // -(-left // LONGEST))
        start = _end(text, start, start + size)
        yield start
    yield len(text)


def _end(text: str, start: int, end: int) -> int:
    """The best place for a cut not after ``end``; sooner where there is none but in a word."""
    low = end - int((end - start) * _WITHIN)
    for place in _PLACES:
        found = [match.end() for match in place.finditer(text, low, end)]
        if found:
            return found[-1]
    end = min(end, start + _WORD)
    return next((at for at in range(end, start, -1) if _apart(text, at)), end)


def _apart(text: str, at: int) -> bool:
    """Whether the signs on both sides are two to a reader (UAX #29, in short)."""
    before, after = text[at - 1], text[at]
    if unicodedata.category(after).startswith("M") or _JOINERS & {before, after}:
        return False
    if ord(after) in _FLAGS:
        return _flags_before(text, at) % 2 == 0
    return not any(ord(after) in follows for follows in (_SKINS, _TAGS, _JAMO))


def _flags_before(text: str, at: int) -> int:
    """How many halves of flags stand before a place without a gap."""
    first = at
    while first and ord(text[first - 1]) in _FLAGS:
        first -= 1
    return at - first
