"""The quote check: do the quoted words occur in a text?"""

import re
from dataclasses import dataclass
from itertools import islice

from annotator.anchoring.searching import changed_places
from annotator.checking.differing import Difference, differences
from annotator.checking.quoted import QuotedPassage, article_quotations
from annotator.checking.wording import Token, Wording, tokens, without_ends
from annotator.model import Selectors
from annotator.prose.figures import figures

__all__ = [
    "Difference",
    "QuoteCheck",
    "QuoteChecker",
    "QuotedPassage",
    "article_quotations",
    "check_quote",
]

EXACT, DIFFERS, MISSING = "exact", "differs", "missing"

FUZZY_MIN = 12
"""Code points of the shortest quote looked for in other words: shorter ones fit anywhere."""
ALIKE = 0.62
"""Likeness of letters (0 to 1) that a passage needs; unrelated English has about 0.45."""
SHARED = 0.5
"""Share of the quote's words that must be in the passage."""
LEFT_OUT = 3_000
"""Code points that an ellipsis stands for at most."""
INSERTED = 80
"""Code points that words in brackets stand for at most."""

_ELLIPSIS = re.compile(
    r"\[\s*(?:\.\s*){2,}\]|\[\s*…\s*\]|\((?:\.\s*){3,}\)|\(…\)|…|\.(?:\s?\.){2,}"
)
_LETTERS = re.compile(r"\[(\w{1,3})\](?=\w)|(?<=\w)\[(\w{1,4})\]")  # [T]he, question[s]
_SOFT = str.maketrans("[]", "\u00ad\u00ad")  # hyphens that are nothing in a word
_INSERTED = re.compile(r"\[([^\[\]]{0,200})\]")
_STARTS = 200
_CONTEXT = 40


@dataclass(frozen=True, slots=True)
class QuoteCheck:
    """Whether a quote occurs in a text.

    ``state``: ``exact``, ``differs`` (``[start, end)`` is the passage nearest to it and
    ``differences`` the two word by word) or ``missing`` (no place). ``score`` is the likeness, 0 to
    1. ``before`` are words directly before the passage that bound the number it begins with
    ("up to"), which the quote leaves out.
    """

    state: str
    start: int | None = None
    end: int | None = None
    score: float = 0.0
    differences: tuple[Difference, ...] = ()
    before: str = ""


@dataclass(frozen=True, slots=True)
class _Part:
    """Words that must stand together; ``gap`` is how far behind the part before, in code points."""

    tokens: list[Token]
    gap: int


class QuoteChecker:
    """Checks quotes against one text, which it takes apart once."""

    def __init__(self, text: str) -> None:
        self._wording = Wording(text)

    def check(self, quote: str) -> QuoteCheck:
        """The quote in the text. Kinds of quotation marks and dashes, blanks, punctuation at the
        ends and the case of the first letter make no difference; words around an ellipsis must
        follow each other, words in brackets may stand for others."""
        whole = _Part(without_ends(tokens(quote)), 0)
        if not whole.tokens:
            return QuoteCheck(MISSING)
        readings = [[whole], _parts(quote)] if _cut(quote) else [[whole]]
        for parts in readings:
            place = self._place(parts, exactly=True)
            if place:
                return self._exact(place)
        return self._differing(quote, readings[-1])

    def _exact(self, place: tuple[int, int]) -> QuoteCheck:
        start, end = place
        low = max(0, start - _CONTEXT)
        text = self._wording.text
        before = next(
            (
                text[low + figure.start : start].strip()
                for figure in figures(text[low:end])
                if low + figure.number_start == start and figure.qualifier
            ),
            "",
        )
        return QuoteCheck(EXACT, start, end, 1.0, before=before)

    def _place(self, parts: list[_Part], exactly: bool) -> tuple[int, int] | None:
        """The shortest passage in which the parts follow each other."""
        if not parts:
            return None
        best: tuple[int, int] | None = None
        for at in islice(self._wording.find(parts[0].tokens), _STARTS):
            end = self._end(parts, at, exactly)
            if end is not None:
                start = self._wording.tokens[at].start
                if best is None or end - start < best[1] - best[0]:
                    best = start, end
                if len(parts) == 1:
                    break
        return best

    def _end(self, parts: list[_Part], at: int, exactly: bool) -> int | None:
        end = 0
        for part in parts:
            if part is not parts[0]:
                found = next(self._wording.find(part.tokens, at), None)
                if found is None or self._wording.tokens[found].start - end > part.gap:
                    return None
                at = found
            passage = self._wording.tokens[at : at + len(part.tokens)]
            if exactly and not _same_case(part.tokens, passage):
                return None
            at += len(part.tokens)
            end = passage[-1].end
        return end

    def _differing(self, quote: str, parts: list[_Part]) -> QuoteCheck:
        """The nearest passage, where one is near enough."""
        plain = " ".join(quote[p.tokens[0].start : p.tokens[-1].end] for p in parts)
        if len(plain) < FUZZY_MIN and len(parts[0].tokens) < 2:
            return QuoteCheck(MISSING)
        place = self._place(parts, exactly=False) or self._nearest(plain)
        if place is None:
            return QuoteCheck(MISSING)
        text = self._wording.text
        quoted = [token for part in parts for token in part.tokens]
        passage = without_ends(tokens(text, *place))
        pieces = differences(quote, quoted, text, passage)
        score = round(_alike(plain, text[slice(*place)]), 4)
        return QuoteCheck(DIFFERS, passage[0].start, passage[-1].end, min(score, 0.9999), pieces)

    def _nearest(self, plain: str) -> tuple[int, int] | None:
        text = self._wording.text
        if len(plain) < FUZZY_MIN:
            return None
        best, place = 0.0, None
        for start, end in changed_places(text, Selectors(-1, -1, plain, "", "")):
            passage = text[start:end]
            score = _alike(plain, passage)
            if score > best and score >= ALIKE and _shared(plain, passage) >= SHARED:
                best, place = score, (start, end)
        return self._whole_words(*self._widened(plain, *place)) if place else None

    def _widened(self, plain: str, start: int, end: int) -> tuple[int, int]:
        """The passage with the words near it that the quote has, too: letters alone cut it off
        where much was left out."""
        reach = len(plain) // 2 + _CONTEXT
        near = tokens(self._wording.text, max(0, start - reach), end + reach)
        dense = _densest(tokens(plain), near)
        if dense is None or dense[1] <= start or dense[0] >= end:
            return start, end
        return min(start, dense[0]), max(end, dense[1])

    def _whole_words(self, start: int, end: int) -> tuple[int, int]:
        text = self._wording.text
        while start > 0 and text[start - 1].isalnum() and text[start].isalnum():
            start -= 1
        while end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
            end += 1
        return start, end


def check_quote(quote: str, text: str) -> QuoteCheck:
    """Whether the quote occurs in the text; see ``QuoteChecker`` for many quotes and one text."""
    return QuoteChecker(text).check(quote)


def _cut(quote: str) -> bool:
    return bool(_ELLIPSIS.search(quote) or "[" in quote)


def _parts(quote: str) -> list[_Part]:
    """The quote between its ellipses and bracketed words, "[T]he" read as "The".

    The offsets are the quote's: nothing is taken out of it.
    """
    plain = _LETTERS.sub(lambda found: found[0].translate(_SOFT), quote)
    breaks = [(found.start(), found.end(), LEFT_OUT) for found in _ELLIPSIS.finditer(plain)]
    breaks += [
        (found.start(), found.end(), INSERTED)
        for found in _INSERTED.finditer(plain)
        if not _ELLIPSIS.fullmatch(found[0])
    ]
    parts: list[_Part] = []
    at, gap = 0, 0
    for start, end, reach in [*sorted(breaks), (len(plain), len(plain), 0)]:
        found = without_ends(tokens(plain, at, max(at, start)))
        if found:
            parts.append(_Part(found, gap))
            gap = 0
        at, gap = max(at, end), max(gap, reach)
    return parts


def _same_case(quoted: list[Token], passage: list[Token]) -> bool:
    first, *rest = zip(quoted, passage, strict=True)
    return first[0].form[1:] == first[1].form[1:] and all(a.form == b.form for a, b in rest)


def _alike(quote: str, passage: str) -> float:
    from rapidfuzz.distance import Indel

    return Indel.normalized_similarity(quote.casefold(), passage.casefold())


def _densest(quoted: list[Token], near: list[Token]) -> tuple[int, int] | None:
    """From the first to the last token that both have in this order, stray ones left out."""
    from rapidfuzz.distance import LCSseq

    left, right = ([token.form.casefold() for token in side] for side in (quoted, near))
    common = [
        at
        for step in LCSseq.opcodes(left, right)
        if step.tag == "equal"
        for at in range(step.dest_start, step.dest_end)
    ]
    best, span = 0.0, None
    low = 0  # where the best run that ends here begins
    for index, at in enumerate(common):
        if index and _worth(index - low, at - 1 - common[low]) <= 0:
            low = index
        worth = _worth(index - low + 1, at - common[low])
        if worth > best:
            best, span = worth, (near[common[low]].start, near[at].end)
    return span


def _worth(shared: int, length: int) -> float:
    return shared * 2 - length * 0.7


def _shared(quote: str, passage: str) -> float:
    wanted = {token.form.casefold() for token in tokens(quote) if token.is_word}
    there = {token.form.casefold() for token in tokens(passage)}
    return len(wanted & there) / len(wanted) if wanted else 0.0
