"""Pages of a PDF: their text and where each letter stands, how they look, what hangs on them."""

from annotator.pdf.document import PdfFile, open_pdf
from annotator.pdf.geometry import PageGeometry
from annotator.pdf.page_text import PageBlock, PageLine, PageText
from annotator.pdf.remapping import mapped
from annotator.pdf.space import Box, Rect, Space

__all__ = [
    "Box",
    "PageBlock",
    "PageGeometry",
    "PageLine",
    "PageText",
    "PdfFile",
    "Rect",
    "Space",
    "mapped",
    "open_pdf",
]
