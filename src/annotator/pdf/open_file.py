"""A PDF that lies open, as the functions of this package take it: PDFium's handle and its pages.

``document.PdfFile`` hands its work to those functions; they know no more of it than this.
"""

from contextlib import AbstractContextManager
from types import TracebackType
from typing import Self

import pypdfium2

from annotator.errors import UnreadableFile
from annotator.pdf.engine import engine
from annotator.pdf.hiding import Hiding
from annotator.pdf.pages import OpenPages
from annotator.pdf.refusals import no_pages, refusal, too_many_pages
from annotator.pdf.space import Space

MOST_PAGES = 20_000


class OpenFile:
    """To be closed. May be used from any thread. Pages count from 0; ``page_count`` is how many
    there are, ``data`` the file, ``raw`` PDFium's handle."""

    def __init__(
        self,
        document: pypdfium2.PdfDocument,
        page_count: int,
        data: bytes,
        password: str | None = None,
    ) -> None:
        self._document = document
        self.page_count = page_count
        self.raw = document.raw
        self.data = data
        self._password = password
        self.hiding = Hiding()
        self._spaces: dict[int, Space] = {}
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

    def copy(self) -> "OpenFile":
        """The same file opened once more, to be closed."""
        return OpenFile(*open_document(self.data, self._password, ""), self.data, self._password)

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
        if (known := self._spaces.get(page)) is not None:
            return known
        with self.page(page) as opened:
            box = pypdfium2.raw.FS_RECTF()
            # The box PDFium draws: crop and media boxes as inherited, mended, intersected.
            pypdfium2.raw.FPDF_GetPageBoundingBox(opened, box)
            space = Space((box.left, box.bottom, box.right, box.top), opened.get_rotation())
        return self._spaces.setdefault(page, space)


def open_document(
    data: bytes, password: str | None, name: str
) -> tuple[pypdfium2.PdfDocument, int]:
    """PDFium's document of these bytes, and how many pages it has. Raises ``PasswordNeeded``,
    ``UnsupportedFormat`` and ``UnreadableFile``, which call it ``name``."""
    with engine():
        try:
            document = pypdfium2.PdfDocument(data, password=password or None)
        except pypdfium2.PdfiumError as error:
            raise refusal(error.err_code, password, name) from error
        try:
            return document, _count(document, name)
        except UnreadableFile:
            document.close()
            raise


def _count(document: pypdfium2.PdfDocument, name: str) -> int:
    """How many pages there are. A damaged file says any number: those at the end that are none do
    not count."""
    count, size = len(document), pypdfium2.raw.FS_SIZEF()
    if count > MOST_PAGES:
        raise too_many_pages(MOST_PAGES, name)
    while count and not pypdfium2.raw.FPDF_GetPageSizeByIndexF(document, count - 1, size):
        count -= 1
    if not count:
        raise no_pages(name)
    return count
