"""Pictures of areas within the page itself, so that it stays one file that loads nothing."""

from base64 import b64encode
from collections.abc import Callable
from dataclasses import replace

from annotator.exporting.area_pictures import draw
from annotator.exporting.document import ExportArticle, ExportDocument, ExportMark
from annotator.exporting.factcheck.content import has_claims
from annotator.exporting.markdown.pictures import with_each

_MOST = 1 << 20
"""Bytes of a picture; larger ones are drawn coarser."""


def with_pictures(
    document: ExportDocument, notice: Callable[[str], None] | None = None
) -> ExportDocument:
    """The document with the pictures of areas that have claims, as ``data:`` addresses."""

    def pictured(article: ExportArticle, mark: ExportMark) -> ExportMark:
        drawn = draw(article, mark, notice, _MOST) if has_claims(mark) else None
        if drawn is None:
            return mark
        return replace(mark, picture=f"data:image/png;base64,{b64encode(drawn).decode()}")

    return with_each(document, pictured)
