"""The words of a text, as names are looked for among them."""

import re
from dataclasses import dataclass

_WORD = re.compile(r"[^\W\d_]+(?:[.&’'‑-](?=[^\W\d_])[^\W\d_]+)*\.?")
_CONTRACTED = re.compile(r"[’'](?:s|re|ll|ve|d|m|t)$")
_ARTICLED = re.compile(r"(?:al|el|as|ash|ibn)[-‑][A-Z]")
_SENTENCE_END = frozenset(".!?:;“\"‘«„•…*|>(['—")
_ABBREVIATION = re.compile(
    r"(?:\b[A-Z]|\b(?:Mr|Mrs|Ms|Dr|Prof|Gov|Sen|Rep|Gen|Lt|Col|Sgt|St|Rev|Jr))\.$"
)


@dataclass(frozen=True, slots=True)
class Word:
    """``text`` at ``[start, end)``; ``begins``: a sentence begins with it."""

    start: int
    end: int
    text: str
    begins: bool

    @property
    def capital(self) -> bool:
        """Whether it is written as names are; "al-Masri" is, too."""
        return self.text[0].isupper() or bool(_ARTICLED.match(self.text))

    @property
    def bare(self) -> str:
        """Without \"’s\" and its like."""
        return _CONTRACTED.sub("", self.text)


def name_tokens(text: str) -> list[Word]:
    """The words of a text in order."""
    found = []
    for match in _WORD.finditer(text):
        word, start, end = match[0], match.start(), match.end()
        if word.endswith(".") and not _ABBREVIATION.search(word[-6:]) and "." not in word[:-1]:
            word, end = word[:-1], end - 1
        found.append(Word(start, end, word, _begins(text, start)))
    return found


def _begins(text: str, start: int) -> bool:
    at = start - 1
    while at >= 0 and start - at < 8 and text[at] in ' \t\u00a0”’")]':
        at -= 1
    if at < 0 or text[at] == "\n":
        return True
    if text[at] == "." and _ABBREVIATION.search(text[max(0, at - 5) : at + 1]):
        return False
    return text[at] in _SENTENCE_END
