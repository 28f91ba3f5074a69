"""The passage of an article that somebody means by its words."""

from annotator.anchoring import find_quote
from annotator.errors import NotFound
from annotator.i18n import _, ngettext
from annotator.library.session import ArticleSession
from annotator.model.locators import block_at


def find_passage(
    session: ArticleSession, quote: str, prefix: str = "", nth: int | None = None
) -> tuple[int, int, int]:
    """(start, end, places) of a quote, runs of white space counting as one space.

    Of several places ``nth`` (from 1) is taken, else the first in the article's own text. Raises
    ``NotFound`` where the words do not stand in the article.
    """
    places = find_quote(session.article.text, quote, prefix)
    if not places:
        raise NotFound(_("These words are not in the article: “{quote}”.").format(quote=quote))
    if nth is not None and not 1 <= nth <= len(places):
        raise NotFound(
            ngettext(
                "These words stand in the article {count} time; there is no place {nth}.",
                "These words stand in the article {count} times; there is no place {nth}.",
                len(places),
            ).format(count=len(places), nth=nth)
        )
    blocks = session.article.blocks
    own = [place for place in places if blocks[block_at(blocks, place[0])].main]
    chosen = places[nth - 1] if nth is not None else (own or places)[0]
    return (*chosen, len(places))
