"""What is seen in areas of pages, as pictures in a folder beside a Markdown file."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from urllib.parse import quote

from annotator.exporting.area_pictures import draw
from annotator.exporting.document import ExportArticle, ExportDocument, ExportMark

Pictures = dict[Path, bytes]
"""PNG files by where they go."""


def with_pictures(
    document: ExportDocument,
    path: Path,
    notice: Callable[[str], None] | None = None,
    of: Callable[[ExportMark], bool] = lambda _mark: True,
) -> tuple[ExportDocument, Pictures]:
    """The document with a picture for each area, or those ``of`` a sort, and these. They lie in
    ``<name>_files`` beside ``path`` under names that stay. Raises ``PasswordNeeded`` where an
    article is locked."""
    place = path.parent / f"{path.stem}_files"
    pictures: Pictures = {}

    def pictured(article: ExportArticle, mark: ExportMark) -> ExportMark:
        drawn = draw(article, mark, notice) if of(mark) else None
        if drawn is None:
            return mark
        name = f"area-{mark.annotation.id[:8]}.png"
        pictures[place / name] = drawn
        return replace(mark, picture=f"{quote(place.name)}/{name}")

    return with_each(document, pictured), pictures


def with_each(
    document: ExportDocument, pictured: Callable[[ExportArticle, ExportMark], ExportMark]
) -> ExportDocument:
    """The document with what is made of each mark."""
    made = tuple(
        replace(article, marks=tuple(pictured(article, mark) for mark in article.marks))
        for article in document.articles
    )
    return replace(document, articles=made)
