"""A text as the words and signs that a comparison of wording looks at.

How it is set makes no difference: quotation marks, blanks and soft hyphens are nothing, all dashes
are one sign, all apostrophes another.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

_TOKEN = re.compile(
    r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’ʼ\u00ad](?=\w)\w+)*|\w+|[^\w\s\u00ad\u200b\u2060]"
)
_MARKS = frozenset("“”„‟«»‹›‘’‚‛ʼ`´'\"")
_SAME = str.maketrans({**dict.fromkeys("‐‑‒–—―−", "-"), "…": "."})
_APOSTROPHE = str.maketrans({"’": "'", "ʼ": "'", "\u00ad": None})
_BETWEEN = "\x1f"


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a number or a sign at ``[start, end)``; ``form`` is what it is compared by, capitals
    kept."""

    start: int
    end: int
    form: str

    @property
    def is_word(self) -> bool:
        """Whether it is more than punctuation; signs of money and per cent count."""
        return any(map(str.isalnum, self.form)) or self.form in "$€£¥%°"


def tokens(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The tokens of a text in order."""
    stop = len(text) if end is None else end
    return [
        Token(*found.span(), _form(found[0]))
        for found in _TOKEN.finditer(text, start, stop)
        if found[0] not in _MARKS
    ]


def _form(word: str) -> str:
    if len(word) == 1 and not word.isalnum():
        return word.translate(_SAME)
    return word.translate(_APOSTROPHE)


def without_ends(found: list[Token]) -> list[Token]:
    """The tokens without punctuation at the ends: where a quotation puts it is but style."""
    low, high = 0, len(found)
    while low < high and not found[low].is_word:
        low += 1
    while high > low and not found[high - 1].is_word:
        high -= 1
    return found[low:high]


class Wording:
    """A text in which wordings are looked for, taken apart once."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens = tokens(text)
        self._joined = _joined(self.tokens)
        self._places: list[int] = []
        at = 0
        for token in self.tokens:
            self._places.append(at + 1)
            at += len(token.form.casefold()) + 1

    def find(self, wanted: list[Token], after: int = 0) -> Iterator[int]:
        """Indices of tokens, from ``after`` on, at which the wanted ones stand in this order,
        whatever their capitals."""
        sought = _joined(wanted)
        if after >= len(self._places) or not wanted:
            return
        at = self._joined.find(sought, self._places[after] - 1)
        while at >= 0:
            yield bisect_left(self._places, at + 1)
            at = self._joined.find(sought, at + 1)


def _joined(found: list[Token]) -> str:
    return _BETWEEN + "".join(token.form.casefold() + _BETWEEN for token in found)
