"""A PDF that lies open: pages, sizes, and what each of them holds."""

from types import TracebackType
from typing import Self

import pypdfium2

from annotator.errors import PasswordNeeded, UnreadableFile, UnsupportedFormat
from annotator.i18n import _
from annotator.pdf.engine import engine
from annotator.pdf.space import Space


class PdfFile:
    """An open PDF, to be closed. May be used from any thread. Pages count from 0."""

    def __init__(self, document: pypdfium2.PdfDocument) -> None:
        self._document = document

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
            self._document.close()

    @property
    def page_count(self) -> int:
        """How many pages there are."""
        with engine():
            return len(self._document)

    def space(self, page: int) -> Space:
        """How the page lies: its visible box and its rotation."""
        with engine():
            opened = self._document[page]
            try:
                return Space(opened.get_cropbox(), opened.get_rotation())
            finally:
                opened.close()


def open_pdf(data: bytes, password: str | None = None) -> PdfFile:
    """The PDF of these bytes. Raises ``PasswordNeeded`` where it opens with a password only (or
    with another one), ``UnsupportedFormat`` for an encryption that is not known, and
    ``UnreadableFile`` where it is damaged or has no pages."""
    with engine():
        try:
            document = pypdfium2.PdfDocument(data, password=password or None)
        except pypdfium2.PdfiumError as error:
            raise _refusal(error.err_code, password) from error
        if len(document) == 0:
            document.close()
            raise UnreadableFile(_("The PDF has no pages; save it again."))
    return PdfFile(document)


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
