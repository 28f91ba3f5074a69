"""Articles joined in one file, some of them PDFs: their own pages stand between those set here.

The file is set first, with blank pages for the originals; then each blank page becomes the page it
was kept for. So contents, bookmarks and page numbers are right by themselves, and links within an
original lead to its pages here.
"""

from collections.abc import Callable, Mapping, Sequence

from pypdf.generic import NameObject

from annotator.errors import ExportFailed
from annotator.exporting.document import ExportArticle, ExportDocument, ExportOptions
from annotator.exporting.original.file import handed_back
from annotator.exporting.original.graft import Graft
from annotator.exporting.original.pdfium import count_pages, is_encrypted
from annotator.exporting.original.reader import DAMAGED, quietly
from annotator.exporting.original.update import Update
from annotator.exporting.pdf.file import pdf
from annotator.exporting.pdf.page import Page
from annotator.i18n import _


def joined(
    document: ExportDocument,
    articles: Sequence[ExportArticle],
    options: ExportOptions,
    progress: Callable[[int, int], None],
    notice: Callable[[str], None] | None,
) -> bytes:
    """One file of these articles with cover and contents. Raises ``ExportFailed``."""
    made = {
        at: _handed_back(one, options, notice)
        for at, one in enumerate(articles)
        if one.article.format == "pdf"
    }
    blank = {
        at: _blank(articles[at], count_pages(data, articles[at].password))
        for at, data in made.items()
    }
    starts: dict[int, int] = {}

    def laid(pages: Sequence[Page]) -> None:
        places = {id(page): number for number, page in enumerate(pages)}
        starts.update({at: places[id(kept[0])] for at, kept in blank.items()})

    data = pdf(document, articles, options, progress, notice, blank, laid)
    with quietly():
        return _filled(data, articles, made, starts)


def _handed_back(
    one: ExportArticle, options: ExportOptions, notice: Callable[[str], None] | None
) -> bytes:
    data = handed_back(one, options, notice)
    if is_encrypted(data, one.password):
        raise ExportFailed(
            _(
                "“{title}” is protected and cannot be joined with others without losing that; "
                "export it by itself."
            ).format(title=one.article.title)
        )
    return data


def _blank(one: ExportArticle, count: int) -> list[Page]:
    """Pages to be filled, with the original's bookmarks."""
    pages = [Page(numbered=False) for _page in range(count)]
    for entry in one.article.outline:
        if 1 <= entry.page <= count:
            pages[entry.page - 1].headings.append((max(1, entry.level), entry.title, 0.0))
    return pages


def _filled(
    data: bytes,
    articles: Sequence[ExportArticle],
    made: Mapping[int, bytes],
    starts: Mapping[int, int],
) -> bytes:
    update = Update(data)
    for at, original in made.items():
        try:
            _fill(update, Graft.of(update, original), starts[at])
        except DAMAGED as error:
            raise ExportFailed(
                _(
                    "“{title}” is damaged and cannot be joined with others; export it by itself."
                ).format(title=articles[at].article.title)
            ) from error
    return update.written()


def _fill(update: Update, graft: Graft, start: int) -> None:
    """Put the other file's pages in place of the blank ones from ``start`` on."""
    sources = [page.indirect_reference for page in graft.reader.pages]
    targets = update.pages[start : start + len(sources)]
    for source, target in zip(sources, targets, strict=True):
        if source is not None:
            graft.replace(source, target)
    for number, target in enumerate(targets):
        parent = update.dictionary(target).raw_get("/Parent")
        page = graft.page(number, parent)
        page[NameObject("/Parent")] = parent
        update.put(target, page)
