"""The text of the article behind its fact-check in Markdown, where it is asked for."""

from collections import defaultdict

from annotator.exporting.document import ExportArticle
from annotator.exporting.factcheck.article_text import labels
from annotator.exporting.markdown import whole
from annotator.exporting.markdown.inline import Sign
from annotator.exporting.markdown.text import escape
from annotator.exporting.shown import placed
from annotator.i18n import _


def article_text(article: ExportArticle, several: bool) -> list[str]:
    """The article's own text as blocks, passages of claims marked, with the claims' numbers after
    them. ``several``: other articles' texts stand beside it, so that it says which one it is."""
    heading = f"## {_('The article’s text')}"
    named = f" · {escape(article.article.title)}" if several else ""
    return [f"{heading}{named}", whole.text(article, _signs(article), 3)]


def _signs(article: ExportArticle) -> whole.Signs:
    signs: dict[int, list[Sign]] = defaultdict(list)
    known = labels(article)
    for mark, pieces in placed(article):
        numbers = ", ".join(known[mark.annotation.id])
        for piece in pieces if numbers else ():
            sign = f"<sup>{numbers}</sup>" if piece is pieces[-1] else ""
            signs[piece.block].append(Sign(piece.start, piece.end, sign))
    return signs
