"""A PDF that lies open: pages, sizes, and what each of them holds."""

from contextlib import AbstractContextManager
from types import TracebackType
from typing import Self

import pypdfium2

from annotator.errors import PasswordNeeded, UnreadableFile, UnsupportedFormat
from annotator.i18n import _
from annotator.pdf.engine import engine
from annotator.pdf.pages import OpenPages
from annotator.pdf.space import Space

MOST_PAGES = 20_000


class PdfFile:
    """An open PDF, to be closed. May be used from any thread. Pages count from 0;
    ``page_count`` is how many there are."""

    def __init__(self, document: pypdfium2.PdfDocument, page_count: int) -> None:
        self._document = document
        self.page_count = page_count
        self._pages = OpenPages(document)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        with engine():
            self._pages.close()
            self._document.close()

    def page(self, index: int) -> AbstractContextManager[pypdfium2.PdfPage]:
        """PDFium's page for the functions of this package, with the engine held while it lasts.
        Not to be closed. Raises ``UnreadableFile`` where the page is damaged."""
        return self._pages.page(index)

    def space(self, page: int) -> Space:
        """How the page lies: its visible box and its rotation."""
        with self.page(page) as opened:
            box = pypdfium2.raw.FS_RECTF()
            # The box PDFium draws: crop and media boxes as inherited, mended, intersected.
            pypdfium2.raw.FPDF_GetPageBoundingBox(opened, box)
            return Space((box.left, box.bottom, box.right, box.top), opened.get_rotation())

    def sizes(self) -> list[tuple[float, float]]:
        """(width, height) of each page as shown, points; no page is loaded for it. (0, 0) is a
        page that is damaged."""
        size = pypdfium2.raw.FS_SIZEF()
        with engine():
            sizes = []
            for index in range(self.page_count):
                found = pypdfium2.raw.FPDF_GetPageSizeByIndexF(self._document, index, size)
                sizes.append((size.width, size.height) if found else (0.0, 0.0))
            return sizes


def open_pdf(data: bytes, password: str | None = None) -> PdfFile:
    """The PDF of these bytes. Raises ``PasswordNeeded`` where it opens with a password only (or
    with another one), ``UnsupportedFormat`` for an encryption that is not known, and
    ``UnreadableFile`` where it is damaged or has no pages."""
    with engine():
        try:
            document = pypdfium2.PdfDocument(data, password=password or None)
        except pypdfium2.PdfiumError as error:
            raise _refusal(error.err_code, password) from error
        try:
            return PdfFile(document, _count(document))
        except UnreadableFile:
            document.close()
            raise


def _count(document: pypdfium2.PdfDocument) -> int:
    """How many pages there are. A damaged file says any number: those at the end that are none do
    not count."""
    count, size = len(document), pypdfium2.raw.FS_SIZEF()
    if count > MOST_PAGES:
        raise UnreadableFile(
            _("The PDF has more than {most} pages; save it in parts.").format(most=MOST_PAGES)
        )
    while count and not pypdfium2.raw.FPDF_GetPageSizeByIndexF(document, count - 1, size):
        count -= 1
    if not count:
        raise UnreadableFile(_("The PDF has no pages; save it again."))
    return count


def _refusal(code: int | None, password: str | None) -> Exception:
    raw = pypdfium2.raw
    if code == raw.FPDF_ERR_PASSWORD and password:
        return PasswordNeeded(_("The password does not open the PDF; try another one."), True)
    if code == raw.FPDF_ERR_PASSWORD:
        return PasswordNeeded(_("The PDF opens with a password only; give it and try again."))
    if code == raw.FPDF_ERR_SECURITY:
        return UnsupportedFormat(
            _("The PDF is encrypted in a way Annotator does not know; save it without protection.")
        )
    return UnreadableFile(_("The PDF is damaged and cannot be opened; save it again."))
