"""Quoted words whose sentence goes on to take something back: "Nobody will lose a job", where the
text has "Nobody will lose a job if enough of us volunteer" (English)."""

import re
from collections.abc import Iterator

from annotator.checking.parts import BODY, Side
from annotator.prose.quotations import quotations

_FEWEST = 3
"""Words from which a quotation says something that can be taken back."""
_LIMITS = re.compile(
    r"\b(?:if|unless|until|but|except|although|though|provided|providing|only|once"
    r"|(?:as|so)\slong\sas)\b",
    re.IGNORECASE,
)
_TURNS = re.compile(
    r"\b(?:not|never|no|nobody|cannot|hardly|doubt|if|unless|until)\b|n[’']t\b", re.IGNORECASE
)


def whole_sentence(side: Side, start: int, end: int) -> tuple[int, int] | None:
    """What somebody said around the words at ``[start, end)`` of the text: from the first to the
    last quoted word of the sentence, where what was left out limits or turns them; else None."""
    text = side.text
    low, high = side.sentence(start)
    inside = [part for part in _quoted(side) if part[0] < high and part[1] > low]
    around = [(max(low, first), min(high, last)) for first, last in inside]
    if not around or len(text[start:end].split()) < _FEWEST:
        return None
    before = " ".join(text[first : min(last, start)] for first, last in around if first < start)
    behind = " ".join(text[max(first, end) : last] for first, last in around if last > end)
    if not (_TURNS.search(before) or _LIMITS.search(behind)):
        return None
    last = around[-1][1]
    return min(around[0][0], start), max(last - text[:last].endswith(","), end)


def _quoted(side: Side) -> Iterator[tuple[int, int]]:
    for low, high in side.parts[BODY].ranges:
        for quotation in quotations(side.text[low:high]):
            if quotation.depth == 0:
                yield low + quotation.start, low + quotation.end
