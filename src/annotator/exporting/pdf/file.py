"""Pages painted into a PDF file's bytes."""

import sys
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from itertools import chain
from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QLoggingCategory, QMarginsF, QSizeF
from PySide6.QtGui import QGuiApplication, QPageLayout, QPageSize, QPainter, QPdfWriter

from annotator.exporting import wording
from annotator.exporting.document import ExportArticle, ExportDocument, ExportOptions
from annotator.exporting.pdf import cover, uncovered
from annotator.exporting.pdf.annotations import annotate, pdf_date, subject
from annotator.exporting.pdf.article import lay_out
from annotator.exporting.pdf.badges import Badges
from annotator.exporting.pdf.lines import join_glyphs
from annotator.exporting.pdf.page import Page
from annotator.exporting.pdf.sheet import POINT, SHEETS, Sheet
from annotator.exporting.pdf.type import Type
from annotator.exporting.pdf.unicode import mend
from annotator.exporting.pdf.xmp import packet
from annotator.i18n import _
from annotator.typesetting.fonts import load_fonts

if TYPE_CHECKING:
    from pypdf import PdfWriter

DPI = 96
_PAPERS = {"a4": QPageSize.PageSizeId.A4, "letter": QPageSize.PageSizeId.Letter}


@cache
def application() -> object:
    """The Qt application; where there is none yet, one that needs no display."""
    found = QGuiApplication.instance()
    if found is None:
        arguments = ["annotator"]
        if sys.platform.startswith("linux"):
            arguments += ["-platform", "offscreen"]
        found = QGuiApplication(arguments)
        # A line on the console for each script without a typeface helps nobody.
        QLoggingCategory.setFilterRules("qt.text.font.db.warning=false")
    load_fonts()
    return found


def pdf(
    document: ExportDocument,
    articles: Sequence[ExportArticle],
    options: ExportOptions,
    progress: Callable[[int, int], None],
    notice: Callable[[str], None] | None = None,
    blank: Mapping[int, Sequence[Page]] = MappingProxyType({}),
    laid: Callable[[Sequence[Page]], None] | None = None,
) -> bytes:
    """A PDF of these articles; with ``options.joined`` they get a cover and contents. ``notice``
    is told of characters that print as boxes. ``blank`` are pages to keep for articles, by their
    place in the list, that come from elsewhere; ``laid`` is told all pages."""
    sheet = SHEETS[options.paper]
    title = _title(articles, options)
    authors = _authors(articles)
    xmp = packet(
        title, authors, document.marked_on, [one.article for one in articles], _newest(articles)
    )
    info = {"/Title": title, "/Subject": subject(len(articles)), "/Creator": "Annotator"}
    info["/Author"] = "; ".join(authors)
    if date := pdf_date(document.marked_on):
        info |= {"/CreationDate": date, "/ModDate": date}

    def lay(type: Type) -> list[Page]:
        if options.joined:
            pages = _joined(document, articles, options, sheet, type, blank)
        else:
            pages = [page for one in articles for page in lay_out(document, one, sheet, type)]
        if laid:
            laid(pages)
        if notice and (boxes := _boxes(articles, pages, type)):
            notice(uncovered.sentence(boxes))
        return pages

    return set_pages(lay, sheet, info, progress, xmp)


def _boxes(articles: Sequence[ExportArticle], pages: Sequence[Page], type: Type) -> list[str]:
    names = (name for page in pages for _colour, name in page.legend)
    set_here = [one for one in articles if one.article.format != "pdf"]
    shown = chain(type.words, *uncovered.shown_text(set_here), *names)
    return uncovered.without_typeface(shown, type.metrics(type.font(11)))


def set_pages(
    lay: Callable[[Type], list[Page]],
    sheet: Sheet,
    info: dict[str, str],
    progress: Callable[[int, int], None],
    xmp: bytes = b"",
    before: int = 0,
) -> bytes:
    """Pages of a sheet's size, laid out for the file they go to, as that file's bytes.

    ``before`` is how many pages of another file they follow, for the numbers on their feet.
    """
    application()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = _writer(buffer, sheet)
    if xmp:
        writer.setDocumentXmpMetadata(QByteArray(xmp))
        writer.setTitle(info["/Title"])
    type = Type(writer)
    pages = lay(type)
    _paint(writer, pages, sheet, type, progress, before)

    def finish(out: "PdfWriter") -> None:
        join_glyphs(out, [at for at, page in enumerate(pages) if page.sparse])
        mend(out, type.families(), type.used)
        Badges(out, sheet, type).add(pages)

    return annotate(bytes(buffer.data().data()), pages, sheet, info, finish)


def _writer(buffer: QBuffer, sheet: Sheet) -> QPdfWriter:
    writer = QPdfWriter(buffer)
    writer.setResolution(DPI)
    layout = QPageLayout(_size(sheet), QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0))
    layout.setMode(QPageLayout.Mode.FullPageMode)
    writer.setPageLayout(layout)
    return writer


def _size(sheet: Sheet) -> QPageSize:
    for paper, id in _PAPERS.items():
        if sheet == SHEETS[paper]:
            return QPageSize(id)
    points = QSizeF(sheet.width * POINT, sheet.height * POINT)
    return QPageSize(points, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch)


def _paint(
    writer: QPdfWriter,
    pages: Sequence[Page],
    sheet: Sheet,
    type: Type,
    progress: Callable[[int, int], None],
    before: int,
) -> None:
    painter = QPainter(writer)
    try:
        for at, page in enumerate(pages):
            progress(at, len(pages))
            if at:
                writer.newPage()
            page.paint(painter, sheet, type, before + at + 1, before + len(pages))
    finally:
        painter.end()
    progress(len(pages), len(pages))


def _joined(
    document: ExportDocument,
    articles: Sequence[ExportArticle],
    options: ExportOptions,
    sheet: Sheet,
    type: Type,
    blank: Mapping[int, Sequence[Page]],
) -> list[Page]:
    pages = [cover.cover(document, options, sheet, type)]
    titles = [(one.article.title, wording.byline(one.article.details)) for one in articles]
    contents, places = cover.contents(titles, sheet, type)
    pages += contents
    starts = []
    for at, one in enumerate(articles):
        starts.append(len(pages))
        laid = list(blank.get(at) or lay_out(document, one, sheet, type))
        laid[0].headings.insert(0, (0, one.article.title, 0.0))
        pages += laid
    cover.number(contents, places, starts, sheet, type)
    return pages


def _newest(articles: Sequence[ExportArticle]) -> str:
    """When the newest mark was changed, "" where there is none."""
    marks = [mark.annotation for one in articles for mark in one.marks]
    notes = [note for one in articles for note in one.page_notes]
    return max((one.modified for one in (*marks, *notes)), default="")


def _title(articles: Sequence[ExportArticle], options: ExportOptions) -> str:
    if len(articles) == 1 and not options.joined:
        return articles[0].article.title
    return options.course or _("Annotated articles")


def _authors(articles: Sequence[ExportArticle]) -> list[str]:
    return list(dict.fromkeys(name for one in articles for name in one.article.details.authors))
