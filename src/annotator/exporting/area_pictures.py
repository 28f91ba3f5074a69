"""What is seen in areas of pages, drawn for an export."""

from collections.abc import Callable

from annotator.errors import PasswordNeeded, UnreadableFile
from annotator.exporting import wording
from annotator.exporting.document import ExportArticle, ExportMark
from annotator.i18n import _

_SCALES = (2.0, 1.0, 0.5)
"""px a point, the first that keeps to a limit."""


def draw(
    article: ExportArticle, mark: ExportMark, notice: Callable[[str], None] | None,
    most: int | None = None,
) -> bytes | None:  # fmt: skip
    """The area as PNG, coarser where it would have more than ``most`` bytes; None for a mark on
    words, and where the page is damaged, of which ``notice`` is told. Raises ``PasswordNeeded``
    where the article is locked."""
    if mark.annotation.kind != "area" or article.area_picture is None:
        return None
    try:
        for scale in _SCALES:
            drawn = article.area_picture(mark.annotation.id, scale)
            if most is None or len(drawn) <= most:
                break
    except PasswordNeeded:
        raise
    except UnreadableFile:
        if notice:
            notice(
                _(
                    "Page {page} of “{title}” is damaged; the picture of an area is left out."
                ).format(page=mark.page, title=article.article.title)
            )
        return None
    return drawn


def area_label(where: str) -> str:
    """What stands for the picture where it is not shown: ``Area on p. 3``."""
    return _("Area on {where}").format(where=where) if where else _("Area")


def cited(where: str) -> str:
    """How an area is cited where marks on words are cited, too: ``Area, p. 3``."""
    return _("Area, {where}").format(where=where) if where else _("Area")


def label_of(mark: ExportMark) -> str:
    """``area_label`` of a mark."""
    return area_label(wording.locator(mark))
