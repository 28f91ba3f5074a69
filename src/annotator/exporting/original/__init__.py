"""A PDF handed back with its marks: the file as it came, and what was added behind it.

pypdf reads what has to be read of it, an update of our own is written behind its bytes. PDFium has
the last word: it must find as many pages in the result as in the file, and the marks on theirs.
Where that fails, PDFium writes the file anew first, and where not even that helps (an encryption
that pypdf does not know), it writes the marks itself.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from annotator.errors import ExportFailed
from annotator.exporting.original.marks import PdfMark
from annotator.i18n import _
from annotator.model import Article

if TYPE_CHECKING:
    from annotator.exporting.original.update import Update

Addition = Callable[["Update"], None]
"""Adds to an update in the making: pages of notes, a margin."""


def mark_original(
    data: bytes,
    marks: Sequence[PdfMark],
    article: Article | None = None,
    password: str | None = None,
    addition: Addition | None = None,
) -> bytes:
    """The file with these marks, and without those that are ``removed``. Its bytes stay, what is
    new comes after them, wherever that can be; then signatures stay verifiable. ``article`` is
    noted in the file. Where there is nothing to mark or add, it is the file as it came.

    Raises ``ExportFailed`` where neither pypdf nor PDFium can write it.
    """
    from annotator.exporting.original import pdfium

    if not marks and addition is None:
        return data
    pages = pdfium.count_pages(data, password)
    wanted = [mark for mark in marks if not mark.removed]
    for source in _sources(data, password):
        made = _updated(source, marks, article, password, addition)
        if made is not None and pdfium.holds(made, pages, wanted, password, bool(addition)):
            return made
    if addition is None:
        made = pdfium.mark(data, marks, password, (article.id or "") if article else "")
        if made is not None:
            return made
    raise ExportFailed(_sentence(addition is not None).format(title=_title(article)))


def _sources(data: bytes, password: str | None) -> Iterator[bytes]:
    """The file as it is, then as PDFium writes it."""
    from annotator.exporting.original.pdfium import written_anew

    yield data
    if (mended := written_anew(data, password)) is not None:
        yield mended


def _title(article: Article | None) -> str:
    return article.title if article else _("The PDF")


def _sentence(more: bool) -> str:
    if more:
        return _(
            "“{title}” is protected or damaged in a way that lets no pages or margins be added; "
            "export it without them."
        )
    return _(
        "“{title}” is protected or damaged in a way that lets no marks be written into it; "
        "export it as Markdown."
    )


def _updated(
    data: bytes,
    marks: Sequence[PdfMark],
    article: Article | None,
    password: str | None,
    addition: Addition | None,
) -> bytes | None:
    """The file with an update, None where it is built in a way that pypdf does not follow."""
    from annotator.exporting.original.reader import DAMAGED, quietly

    try:
        with quietly():
            return _update(data, marks, article, password, addition)
    except DAMAGED:
        return None


def _update(
    data: bytes,
    marks: Sequence[PdfMark],
    article: Article | None,
    password: str | None,
    addition: Addition | None,
) -> bytes:
    from annotator.exporting.original.annotations import Annotations
    from annotator.exporting.original.update import Update
    from annotator.exporting.original.xmp import note_article

    update = Update(data, password)
    by_page: dict[int, list[PdfMark]] = {}
    for mark in marks:
        by_page.setdefault(mark.page, []).append(mark)
    annotations = Annotations(update, (article.id or "") if article else "")
    for page, its in sorted(by_page.items()):
        annotations.add(update.pages[page], its)
    if article is not None:
        newest = max((mark.modified or mark.created for mark in marks), default="")
        note_article(update, article, newest)
    if addition is not None:
        addition(update)
    return update.written()
