"""Pages as PDFium holds them: the last few stay open, for a page is asked for in tiles."""

from collections.abc import Iterator
from contextlib import contextmanager

import pypdfium2

from annotator.errors import UnreadableFile
from annotator.i18n import _
from annotator.pdf.engine import engine

_KEPT = 2
"""An open page holds its pictures decoded: a scan tens of megabytes."""


class OpenPages:
    """The pages of one document. Closed in order with ``close``: PDFium must not be left to the
    garbage collector, which asks no lock."""

    def __init__(self, document: pypdfium2.PdfDocument) -> None:
        self._document = document
        self._open: dict[int, pypdfium2.PdfPage] = {}
        self._in_use: list[int] = []

    @contextmanager
    def page(self, index: int) -> Iterator[pypdfium2.PdfPage]:
        """The page, and PDFium with it, while it lasts. Raises ``UnreadableFile`` where the page
        is damaged."""
        with engine():
            page = self._get(index)
            self._in_use.append(index)
            try:
                yield page
            finally:
                self._in_use.remove(index)

    def _get(self, index: int) -> pypdfium2.PdfPage:
        page = self._open.pop(index, None) or self._load(index)
        self._open[index] = page
        spare = [each for each in self._open if each != index and each not in self._in_use]
        for each in spare[: max(0, len(self._open) - _KEPT)]:
            self._open.pop(each).close()
        return page

    def _load(self, index: int) -> pypdfium2.PdfPage:
        try:
            return self._document[index]
        except pypdfium2.PdfiumError as error:
            message = _("Page {number} of the PDF is damaged; save the file again.")
            raise UnreadableFile(message.format(number=index + 1)) from error

    def close(self) -> None:
        """Let go of all of them."""
        with engine():
            while self._open:
                self._open.popitem()[1].close()
