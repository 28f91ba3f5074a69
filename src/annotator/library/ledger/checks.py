"""Whether quoted words stand in their source, and where."""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from annotator.anchoring import find_quote
from annotator.library.ledger.texts import Texts
from annotator.model import Evidence, Source

if TYPE_CHECKING:
    from annotator.checking.quotes import QuoteCheck, QuoteChecker
    from annotator.library.library import Library

_Key = TypeVar("_Key")
_Kept = TypeVar("_Kept")
_TEXTS, _ANSWERS = 3, 5_000
"""How many texts stay taken apart, and how many answers are remembered."""
_LONG, _AROUND = 100_000, 200
"""Code points from which on a text is long, and of what is looked at around a place in it."""


class Where(NamedTuple):
    """A place to go to: a passage of an article. ``annotation`` is the mark on it, "" where there
    is none; ``start`` and ``end`` are None where the words are not found there."""

    article: str
    annotation: str
    start: int | None
    end: int | None


class Checks:
    """Looks quotes up in the texts of their sources; what was looked up once costs nothing."""

    def __init__(self, library: "Library", texts: Texts) -> None:
        self._library = library
        self._texts = texts
        self._checkers: OrderedDict[str, QuoteChecker] = OrderedDict()
        self._answers: OrderedDict[tuple[str, str], QuoteCheck] = OrderedDict()

    def check(self, quote: str, source: Source) -> "QuoteCheck | None":
        """The quote in the source's text; None without a quote, or where that text is not in the
        library."""
        found = self._texts.find(source) if quote.strip() else None
        if found is None:
            return None
        key, read = found
        if (key, quote) not in self._answers:
            self._answers[key, quote] = self._look_up(quote, key, read)
            _shorten(self._answers, _ANSWERS)
        return self._answers[key, quote]

    def _look_up(self, quote: str, key: str, read: Callable[[], str]) -> "QuoteCheck":
        from annotator.checking.quotes import QuoteChecker

        checker = self._checkers.get(key)
        if checker is None:
            text = read()
            if found := _at_once(quote, text):
                return found
            checker = self._checkers[key] = QuoteChecker(text)
            _shorten(self._checkers, _TEXTS)
        self._checkers.move_to_end(key)
        return checker.check(quote)

    def where(self, entry: Evidence) -> Where | None:
        """Where in the library an entry leads to: the passage that it is, or the article that its
        source is, at the words quoted. None where there is nothing to go to."""
        source = entry.source
        if source.annotation:
            return self._passage(source)
        article = self._texts.article_of(source)
        if not article:
            return None
        found = self.check(entry.quote, source)
        return Where(article, "", *((found.start, found.end) if found else (None, None)))

    def _passage(self, source: Source) -> Where | None:
        article = self._texts.article_of(source)
        session = self._library.session(article) if article else None
        if session is None or not session.has(source.annotation):
            return None
        anchor = session.anchor(source.annotation)
        return Where(article, source.annotation, anchor.start, anchor.end)


def _at_once(quote: str, text: str) -> "QuoteCheck | None":
    """The check of words that stand in a long text just so: it need not be taken apart for them.
    None for all others."""
    from annotator.checking.quotes import check_quote

    places = find_quote(text, quote) if len(text) > _LONG else []
    if not places:
        return None
    low = max(0, places[0][0] - _AROUND)
    found = check_quote(quote, text[low : places[0][1] + _AROUND])
    if found.start is None or found.end is None or found.state != "exact":
        return None
    return replace(found, start=low + found.start, end=low + found.end)


def _shorten(kept: OrderedDict[_Key, _Kept], most: int) -> None:
    while len(kept) > most:
        kept.popitem(last=False)
