"""Words found on a page of one setting, in the text they were set from: blanks and hyphens at the
ends of lines come and go."""

from dataclasses import dataclass
from functools import cached_property

from annotator.anchoring import describe, match_quote
from annotator.model import Selectors

_LEFT_OUT = frozenset("-\u00ad\u2010\u2011\u200b\ufeff")
_NOT_KNOWN = -1
_AROUND = 64
"""Code points of context, as selectors have them."""


@dataclass(frozen=True)
class Words:
    """Words under a mark, and what stands around them on their page."""

    exact: str
    prefix: str = ""
    suffix: str = ""

    @property
    def unplaced(self) -> Selectors:
        """A passage that says what it is, not where."""
        end = _NOT_KNOWN + len(self.exact)
        prefix, suffix = self.prefix[-_AROUND:], self.suffix[:_AROUND]
        return Selectors(_NOT_KNOWN, end, self.exact, prefix, suffix)


class SetText:
    """The text of an article that PDFs were set from."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def _flat(self) -> tuple[str, list[int]]:
        return _squeezed(self._text)

    def find(self, words: Words) -> tuple[int, int] | None:
        """Where the words stand; None where that is nowhere, or may be in several places."""
        _flat, offsets = self._flat
        exact = squeezed(words.exact)
        span = self._span(exact, squeezed(words.prefix), squeezed(words.suffix)) if exact else None
        if not span:
            return None
        return offsets[span[0]], offsets[span[1] - 1] + 1

    def _span(self, exact: str, prefix: str, suffix: str) -> tuple[int, int] | None:
        """A place in the text without blanks: the only one of these words; the only one in these
        very surroundings, as far as these go on; else the one that is clearly most like."""
        for before, after in (("", ""), (prefix, suffix), (prefix, ""), ("", suffix)):
            at = _only(self._flat[0], before + exact + after)
            if at is not None:
                return at + len(before), at + len(before) + len(exact)
        anchor = match_quote(self._flat[0], exact, prefix[-_AROUND:], suffix[:_AROUND])
        if anchor.start is None or anchor.end is None or anchor.start >= anchor.end:
            return None
        return anchor.start, anchor.end

    def selectors(self, words: Words) -> Selectors:
        """The passage: with its place where that is certain."""
        place = self.find(words)
        return describe(self._text, *place) if place else words.unplaced


def _only(text: str, words: str) -> int | None:
    at = text.find(words)
    return at if at >= 0 and text.find(words, at + 1) < 0 else None


def squeezed(text: str) -> str:
    """The text without what may be different in another setting of it."""
    return _squeezed(text)[0]


def _squeezed(text: str) -> tuple[str, list[int]]:
    """The same with the place of each letter that is left."""
    kept = [(c, at) for at, c in enumerate(text) if not c.isspace() and c not in _LEFT_OUT]
    return "".join(c for c, _at in kept), [at for _c, at in kept]
