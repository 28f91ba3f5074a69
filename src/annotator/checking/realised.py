"""Whether what a number speaks of happened or only may: the nearest word that says so (English)."""

import re
from dataclasses import dataclass

from annotator.prose.word_lists import words

MAY = words(
    "threat threats threaten threatens threatened threatening may might could would can "
    "planned plan plans planning propose proposes proposed proposal expected expects expect "
    "alleged allegedly alleges seek seeks seeking sought demand demands demanded demanding "
    "face faces faced facing potential potentially possible possibly risk risks risking sue "
    "sues suing looming looms if warns warn warned warning fears feared liable claims intends "
    "intend projected forecast predicted wants hopes will shall should"
)
"""It may happen, or somebody says it will."""

DID = words(
    "cost costs paid pays settled awarded lost spent received won ordered fined collected earned "
    "raised donated gave granted bought sold killed died injured wounded destroyed convicted "
    "took stole"
)
"""It happened."""

_MODAL = words("may might could would can will shall should")
_WORD = re.compile(rf"(?<![\w-])(?:{'|'.join(sorted(MAY | DID))})(?![\w-])", re.IGNORECASE)
_MONTH = re.compile(r"May")
_BEFORE, _AFTER = 70, 40
"""Code points before and after a number in which the word is looked for, within the sentence."""
_MODAL_REACH = 24


@dataclass(frozen=True, slots=True)
class Cue:
    """The word at ``[start, end)``; ``happened`` is whether it says that it did."""

    start: int
    end: int
    word: str
    happened: bool


def cue(text: str, start: int, end: int, sentence: tuple[int, int]) -> Cue | None:
    """What the words around ``[start, end)`` say of it; None where none says anything."""
    low, high = max(sentence[0], start - _BEFORE), min(sentence[1], end + _AFTER)
    found = [
        match
        for match in _WORD.finditer(text, low, high)
        if (match.end() <= start or match.start() >= end) and _is_cue(text, match)
    ]
    if not found:
        return None
    nearest = min(found, key=lambda match: max(start - match.end(), match.start() - end))
    for other in found:
        behind = nearest.start() - other.end()
        if 0 <= behind <= _MODAL_REACH and other[0].lower() in _MODAL:
            nearest = other  # "could cost"
            break
    word = nearest[0].lower()
    return Cue(nearest.start(), nearest.end(), word, word in DID)


def _is_cue(text: str, match: re.Match[str]) -> bool:
    """The month is none."""
    return match[0] != "May" or not text[match.end() : match.end() + 2].strip().isdigit()
