"""Quotations inside an article beside the sources that they are said to come from."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from annotator.library.ledger.checks import Checks
from annotator.library.ledger.texts import Texts
from annotator.library.session import ArticleSession
from annotator.model import Article, Source
from annotator.store import sources

if TYPE_CHECKING:
    from annotator.checking.quoted import QuotedPassage
    from annotator.checking.quotes import QuoteCheck

_SEVERAL = re.compile(r"[;,]|\band\b")
_FOUND = ("exact", "differs")
REMEMBERED = 4
"""Articles whose quotations are kept."""


class Quoted(NamedTuple):
    """A quotation of an article and how its words stand in a source: where that is in the text of
    ``source``, if it is found."""

    passage: "QuotedPassage"
    label: str
    check: "QuoteCheck"
    source: Source


class _Given(NamedTuple):
    """A source that a quotation is attributed to; ``certain`` where its words must be in it."""

    source: Source
    certain: bool


class Passages:
    """The quotations inside the articles that were asked about last. To take an article apart is
    work, and who edits marks and claims asks again and again."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[Article, list[QuotedPassage]]] = {}

    def of(self, article: Article) -> "list[QuotedPassage]":
        """Those of an article as it is now."""
        from annotator.checking.quoted import article_quotations

        id = article.id or ""
        before = self._known.pop(id, None)
        found = before[1] if before and before[0] is article else article_quotations(article)
        self._known[id] = (article, found)
        if len(self._known) > REMEMBERED:
            del self._known[next(iter(self._known))]
        return found


def quotations(
    session: ArticleSession, texts: Texts, checks: Checks, passages: Passages
) -> list[Quoted]:
    """The quotations of an open article that are attributed to a source whose text is in the
    library, in order, each beside the source that has it best."""
    known = [
        source
        for source in sources.by_use(session.library.store.connection)
        if texts.article_of(source) != session.id
    ]
    found = (
        _best(session, passage, [*_brought(session, passage), *_said_by(passage, known)], checks)
        for passage in passages.of(session.article)
    )
    return [each for each in found if each]


def _brought(session: ArticleSession, passage: "QuotedPassage") -> Iterator[_Given]:
    """Evidence of claims that stand on the quotation, or on the sentence it is in."""
    for mark in session.marks_between(passage.start, passage.end):
        for claim in session.annotation(mark.id).claims:
            whole = mark.start <= passage.start and mark.end >= passage.end
            yield from (_Given(entry.source, whole) for entry in claim.evidence)


def _said_by(passage: "QuotedPassage", known: list[Source]) -> Iterator[_Given]:
    """Sources by, or about, the one who is said to have said it."""
    wanted = _names(passage.speaker) if passage.named else []
    if not wanted:
        return
    for source in known:
        if any(_is_same(wanted, _names(by)) for by in _SEVERAL.split(_by(source))):
            yield _Given(source, True)
        elif set(wanted) <= set(_names(source.title)):
            yield _Given(source, False)


def _by(source: Source) -> str:
    return f"{source.author};{source.publisher}"


def _is_same(speaker: list[str], author: list[str]) -> bool:
    """Whether one is named as the other, with or without office and first name."""
    if not author or author[-1] != speaker[-1]:
        return False
    return set(author) <= set(speaker) or set(speaker) <= set(author)


def _names(text: str) -> list[str]:
    """The words of a name that tell it from others, the last name last."""
    words = re.findall(r"\w+", text)
    return [word.casefold() for word in words if len(word) > 2 and word[0].isupper()]


def _best(
    session: ArticleSession, passage: "QuotedPassage", given: list[_Given], checks: Checks
) -> Quoted | None:
    """The source that has the words, or comes nearest; None where no text is here, or where those
    that need not have them do not."""
    words = session.article.text[passage.start : passage.end]
    found: list[Quoted] = []
    for source, certain in given:
        check = None if source.article == session.id else checks.check(words, source)
        if check and (certain or check.state in _FOUND):
            found.append(Quoted(passage, source.label, check, source))
    return max(found, key=lambda each: each.check.score, default=None)
