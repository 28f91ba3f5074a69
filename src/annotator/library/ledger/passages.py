"""Passages of other articles in the library as sources."""

from contextlib import suppress

from annotator.errors import InvalidValue, NotFound
from annotator.i18n import _
from annotator.library import edits
from annotator.library.edits import Place
from annotator.library.ledger.fields import Fields
from annotator.library.quoted_passage import find_passage
from annotator.library.session import ArticleSession
from annotator.model import Annotation, Article
from annotator.model.links import normalise_link
from annotator.store import annotations
from annotator.store.operations import Batch


def described(article: Article, annotation: str) -> Fields:
    """What is read off the article that a passage stands in."""
    details = article.details
    url = ""
    with suppress(InvalidValue):  # as the saved page says; it need not be one
        url = normalise_link(details.url) if details.url else ""
    return {
        "annotation": annotation, "title": article.title, "author": details.names,
        "publisher": details.place, "published": details.published[:10], "url": url,
        "accessed": (details.saved or article.added)[:10],
    }  # fmt: skip


def place(session: ArticleSession, quote: str, start: int | None, end: int | None) -> Place:
    """Where the passage stands: at ``[start, end)``, else where the quote does. Raises
    ``NotFound`` where the words are not in the article just so; then the nearest are named."""
    if start is None or end is None:
        start, end = _find(session, quote)
    return session.place(start, end)


def _find(session: ArticleSession, quote: str) -> tuple[int, int]:
    from annotator.checking.quotes import EXACT, check_quote

    text = session.article.text
    try:
        start, end, _places = find_passage(session, quote)
    except NotFound:
        found = check_quote(quote, text)
        if found.start is None or found.end is None:
            raise
        if found.state == EXACT:  # other quotation marks or dashes, words left out at an ellipsis
            return found.start, found.end
        raise NotFound(
            _(
                "These words are not in the article: “{quote}”; the nearest it has are: “{near}”."
            ).format(quote=quote, near=" ".join(text[found.start : found.end].split()))
        ) from None
    return start, end


def marked(session: ArticleSession, batch: Batch, place: Place) -> str:
    """The mark on exactly that passage: this author's, else anybody's, else a new one; its id."""
    start, end = place.selectors.start, place.selectors.end
    known = session.same_range(start, end) or _anybodys(session, start, end)
    if known is not None:
        return known.id
    connection, version = session.library.store.connection, session.article.version or ""
    just_made = annotations.on_range(connection, version, start, end)
    return just_made or edits.add_annotation(batch, session.article, place, {})


def _anybodys(session: ArticleSession, start: int, end: int) -> Annotation | None:
    for mark in session.marks_between(start, end):
        if (mark.start, mark.end) == (start, end):
            return session.annotation(mark.id)
    return None
