"""What is seen in areas of pages, as pictures in a folder beside a Markdown file."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from urllib.parse import quote

from annotator.errors import PasswordNeeded, UnreadableFile
from annotator.exporting import wording
from annotator.exporting.document import ExportArticle, ExportDocument, ExportMark
from annotator.i18n import _

Pictures = dict[Path, bytes]
"""PNG files by where they go."""


def with_pictures(
    document: ExportDocument, path: Path, notice: Callable[[str], None] | None = None
) -> tuple[ExportDocument, Pictures]:
    """The document with a picture for each area, and these. They lie in ``<name>_files`` beside
    ``path`` under names that stay. Raises ``PasswordNeeded`` where an article is locked."""
    place = path.with_name(f"{path.stem}_files")
    pictures: Pictures = {}
    made = tuple(
        replace(
            article,
            marks=tuple(
                _with_picture(article, mark, place, pictures, notice) for mark in article.marks
            ),
        )
        for article in document.articles
    )
    return replace(document, articles=made), pictures


def _with_picture(
    article: ExportArticle, mark: ExportMark, place: Path, pictures: Pictures,
    notice: Callable[[str], None] | None,
) -> ExportMark:  # fmt: skip
    if mark.annotation.kind != "area" or article.area_picture is None:
        return mark
    name = f"area-{mark.annotation.id[:8]}.png"
    try:
        pictures[place / name] = article.area_picture(mark.annotation.id)
    except PasswordNeeded:
        raise
    except UnreadableFile:
        if notice:
            notice(
                _(
                    "Page {page} of “{title}” is damaged; the picture of an area is left out."
                ).format(page=mark.page, title=article.article.title)
            )
        return mark
    return replace(mark, picture=f"{quote(place.name)}/{name}")


def area_label(mark: ExportMark) -> str:
    """What stands for the picture where it is not shown: ``Area on p. 3``."""
    where = wording.locator(mark)
    return _("Area on {where}").format(where=where) if where else _("Area")
