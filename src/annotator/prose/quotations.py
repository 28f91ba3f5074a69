"""Quotations: the words inside quotation marks of any kind, inches and apostrophes told apart.

A quotation ends at the line it begins in. Where a line opens one that is not closed and the next
line opens one again (a long speech set in paragraphs), it reaches to the line's end.
"""

import re
from bisect import bisect_left
from dataclasses import dataclass

from annotator.prose.word_lists import words

_CLOSERS = {
    "“": "”“", "”": "”", "„": "“”", "‟": "”", "‘": "’", "‚": "‘’", "‹": "›", "›": "‹",
    "«": "»", "»": "«", '"': '"', "'": "'", "「": "」", "『": "』",
}  # fmt: skip
"""Each opening mark → the marks that close it."""
_SIGN = re.compile(f"[{re.escape(''.join({*''.join(_CLOSERS.values()), *_CLOSERS}))}]")
_ELIDED = re.compile(
    r"(?:\d0s|em|til|tis|twas|cause|n|round|bout|cos|ere|s)\b", re.IGNORECASE
)  # '90s, 'em
_OPENS_AFTER = frozenset(" \t\u00a0([{—–-/:,;“‘\"'«‹„>\u202f…")
_AHEAD = 8
_FOLLOWING = re.compile(r" ([^\W\d_A-Z][\w-]*)")
_NO_NOUNS = words(
    "and or but nor so yet he she it they we i you who which that this is was are were be has had "
    "have will would said says say told in on at to of for as by with from when while where if "
    "because after before about into than then also not the a an"
)
"""These follow a quotation, not a possessive."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """The words quoted, ``text[start:end]``; ``outer_start``, ``outer_end`` have the marks in.

    ``depth`` is 0 for a quotation, 1 for one inside it. ``closed`` is False where its closing mark
    is left out because it goes on in the next paragraph.
    """

    start: int
    end: int
    outer_start: int
    outer_end: int
    depth: int = 0
    closed: bool = True


def quotations(text: str) -> list[Quotation]:
    """The quotations of a text in order of where they begin, those inside others, too."""
    found: list[Quotation] = []
    start = 0
    lines = text.split("\n")
    for number, line in enumerate(lines):
        goes_on = number + 1 < len(lines) and _opens_speech(line, lines[number + 1])
        found += _of_line(text, start, start + len(line), goes_on)
        start += len(line) + 1
    return sorted(found, key=lambda quotation: (quotation.start, quotation.depth))


def _opens_speech(line: str, following: str) -> bool:
    """Whether the next paragraph begins with an opening mark, as a speech that goes on does."""
    mark = following.lstrip()[:1]
    return mark in {"“", '"', "‘", "«", "„"} and mark in line


def _of_line(text: str, low: int, high: int, goes_on: bool) -> list[Quotation]:
    signs = [match.start() for match in _SIGN.finditer(text, low, high)]
    opened: list[int] = []
    found: list[Quotation] = []
    for index, at in enumerate(signs):
        depth = _closed_by(text, low, high, signs, index, opened)
        if depth is not None:
            begin = opened[depth]
            del opened[depth:]
            if at > begin + 1:
                found.append(Quotation(begin + 1, at, begin, at + 1, depth))
        elif _opens(text, low, high, at, opened):
            opened.append(at)
    if goes_on and opened and text[opened[0]] != "'":
        begin = opened[0]
        inside = [q for q in found if q.outer_start < begin]
        later = [q for q in found if q.outer_start > begin]
        found = [*inside, *later, Quotation(begin + 1, high, begin, high, closed=False)]
    elif opened:  # what was never closed was no quotation: what is inside it stands for itself
        found = [_raised(quotation, opened) for quotation in found]
    return found


def _raised(quotation: Quotation, never_closed: list[int]) -> Quotation:
    depth = max(0, quotation.depth - bisect_left(never_closed, quotation.outer_start))
    return Quotation(
        quotation.start, quotation.end, quotation.outer_start, quotation.outer_end, depth
    )


def _closed_by(
    text: str, low: int, high: int, signs: list[int], index: int, opened: list[int]
) -> int | None:
    """Which open quotation, counted from the outermost, the sign closes."""
    at = signs[index]
    for depth in range(len(opened) - 1, max(-1, len(opened) - 4), -1):
        if text[at] in _CLOSERS[text[opened[depth]]] and _may_close(
            text, low, high, signs, index, opened[depth]
        ):
            return depth
    return None


def _may_close(text: str, low: int, high: int, signs: list[int], index: int, opened: int) -> bool:
    at = signs[index]
    sign = text[at]
    if sign not in "’'\"“":
        return True
    before = text[at - 1] if at > low else " "
    after = text[at + 1] if at + 1 < high else " "
    if sign in "’'":
        if after.isalnum() or (before.isspace() and sign == "'"):
            return False
        return not _possessive(text, high, signs, index)
    if sign == "“":  # closes „ but may as well open a quotation inside “
        return text[opened] == "„" or (not before.isspace() and not after.isalnum())
    return not before.isspace() or after.isspace() or not after.isalnum()


def _possessive(text: str, high: int, signs: list[int], index: int) -> bool:
    """Whether ’ after an s belongs to "the sheriffs’ plan": another one closes further on."""
    at = signs[index]
    if text[at - 2 : at] in {"’n", "'n"}:
        return True  # rock ’n’ roll
    if not _owns(text, high, at):
        return False
    for later in signs[index + 1 : index + _AHEAD]:
        after = text[later + 1] if later + 1 < high else " "
        if text[later] in "‘“„":
            return False
        if text[later] == text[at] and not after.isalnum() and not _owns(text, high, later):
            return not text[later - 1].isspace()
    return False


def _owns(text: str, high: int, at: int) -> bool:
    """Whether ’ stands as in "the sheriffs’ plan": after an s, before what may be a noun."""
    if text[at - 1] not in "sS":
        return False
    following = _FOLLOWING.match(text, at + 1, high)
    return following is not None and following[1] not in _NO_NOUNS


def _opens(text: str, low: int, high: int, at: int, opened: list[int]) -> bool:
    sign = text[at]
    if sign not in _CLOSERS or at + 1 >= high:
        return False
    before = text[at - 1] if at > low else " "
    after = text[at + 1]
    if sign == '"':
        return before in _OPENS_AFTER and not after.isspace()
    if sign == "'":
        starts = before in _OPENS_AFTER and (after.isalnum() or after in '"“‘[$£€¡¿…')
        return starts and not _ELIDED.match(text, at + 1)
    if sign in "»›”":  # »German« and ”Swedish” open with what closes elsewhere
        return before in _OPENS_AFTER and not after.isspace() and not opened
    return not (sign == "‘" and _ELIDED.match(text, at + 1) and before.isalnum())
