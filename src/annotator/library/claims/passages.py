"""The passages that a claim stands in, as they are cited."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from annotator.anchoring import resolve_all
from annotator.model import with_roles
from annotator.model.locators import cited_page, locator, page_label, paragraph_numbers
from annotator.store import annotations, articles, standing
from annotator.store.standing import Standing

if TYPE_CHECKING:
    from annotator.library.library import Library


@dataclass(frozen=True, slots=True)
class Passage:
    """A place where a claim stands. ``locator`` is how it is cited (``¶ 3``, ``p. 12``), "" where
    the words are lost; ``start`` is the offset in the article's text, None then."""

    annotation: str
    article: str
    title: str
    quote: str
    locator: str
    start: int | None


def of_claim(library: "Library", claim: str) -> list[Passage]:
    """The passages of a claim in the order they were added."""
    found = standing.of_claims(library.store.connection, [claim]).get(claim, [])
    return [_placed(library, place) for place in found]


def _placed(library: "Library", place: Standing) -> Passage:
    id, article = place.annotation, place.article
    start, locator = (
        _in_open(library, article, id)
        if library.is_open(article) and library.session(article).has(id)
        else _in_closed(library, article, id)
    )
    return Passage(id, article, place.title, place.quote, locator, start)


def _in_open(library: "Library", article: str, id: str) -> tuple[int | None, str]:
    session = library.session(article)
    return session.place_of(id), session.locator(id)


def _in_closed(library: "Library", id: str, annotation_id: str) -> tuple[int | None, str]:
    """Without opening the article: one passage is looked for, not all of its marks."""
    connection = library.store.connection
    article = library.article(id)
    found = annotations.load(connection, id, [annotation_id])
    target = found[0].target if found else None
    if target is None:
        return None, ""
    if found[0].kind == "area":
        return target.selectors.start, cited_page(page_label(article.pages, target.page))
    other = target.version != article.version
    previous = articles.text_of(connection, target.version) if other else None
    start = resolve_all(article.text, [target.selectors], previous)[0].start
    if start is None:
        return None, ""
    roles = articles.roles(connection, article.version or "")
    article = replace(article, blocks=with_roles(article.blocks, roles))
    return start, locator(article, paragraph_numbers(article.blocks), start)
