"""Reading PDFs with pypdf, damaged ones among them."""

import logging
import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from pypdf import PdfReader
from pypdf.errors import DependencyError, PyPdfError


class Unwritable(Exception):
    """The file is built in a way that cannot be updated here."""


DAMAGED = (
    PyPdfError, DependencyError, Unwritable, ValueError, TypeError, LookupError, AttributeError,
    AssertionError, ArithmeticError, RecursionError, OSError, zlib.error, struct.error,
)  # fmt: skip
"""What reading a damaged file raises: beside pypdf's own errors whatever a part leads to that is
not what it should be. Nothing is lost by it, another way is tried or a sentence said."""


class Reader(PdfReader):
    """A reader that knows whether the cross-references had to be mended to read the file."""

    mended = False

    def _rebuild_xref_table(self, stream: Any) -> None:
        self.mended = True
        super()._rebuild_xref_table(stream)

    def _load_recovery_cache(self, data: bytes) -> Any:
        self.mended = True
        return super()._load_recovery_cache(data)

    def _read_xref_tables_and_trailers(self, stream: Any, startxref: Any, issue: int) -> None:
        super()._read_xref_tables_and_trailers(stream, startxref, issue)
        self._read_numbers = {n: set(numbers) for n, numbers in self.xref.items()}

    @property
    def sound(self) -> bool:
        """Whether another program finds the same objects by the file's cross-references."""
        if self.mended or PdfReader._get_xref_issues(self.stream, self._startxref):
            return False
        # A table that starts at 1 instead of 0 has its numbers moved by pypdf.
        numbers = {n: set(numbers) for n, numbers in self.xref.items()}
        return not self.xref_index or numbers == self._read_numbers


@contextmanager
def quietly() -> Iterator[None]:
    """pypdf tells of each flaw it reads past; nobody could do anything about them here."""
    logger = logging.getLogger("pypdf")
    before = logger.level
    logger.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        logger.setLevel(before)
