"""Pages of a PDF: their text and where each letter stands, how they look, what hangs on them."""

from annotator.pdf.bookmarks import Bookmark
from annotator.pdf.document import PdfFile, open_pdf
from annotator.pdf.geometry import PageGeometry
from annotator.pdf.line import Style
from annotator.pdf.links import PageLink
from annotator.pdf.metadata import Metadata
from annotator.pdf.page_text import PageBlock, PageLine, PageText
from annotator.pdf.recolour import Recolour
from annotator.pdf.remapping import mapped
from annotator.pdf.rendering import Bitmap
from annotator.pdf.space import Box, Rect, Space

__all__ = [
    "Bitmap",
    "Bookmark",
    "Box",
    "Metadata",
    "PageBlock",
    "PageGeometry",
    "PageLine",
    "PageLink",
    "PageText",
    "PdfFile",
    "Recolour",
    "Rect",
    "Space",
    "Style",
    "mapped",
    "open_pdf",
]
