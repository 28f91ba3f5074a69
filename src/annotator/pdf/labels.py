"""What pages are called: ``iv``, ``12``, ``A-3``."""

import pypdfium2.raw as raw

from annotator.pdf.engine import engine
from annotator.pdf.open_file import OpenFile
from annotator.pdf.strings import one_line, wide

_LONGEST = 40


def labels(file: OpenFile) -> list[str]:
    """A label for each page: the file's own, else its number, counted from 1."""
    with engine():
        return [_label(file, index) or str(index + 1) for index in range(file.page_count)]


def _label(file: OpenFile, index: int) -> str:
    label = wide(lambda buffer, size: raw.FPDF_GetPageLabel(file.raw, index, buffer, size))
    return one_line(label)[:_LONGEST]
