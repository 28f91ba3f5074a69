"""Pages of a PDF: their text and where each letter stands, how they look, what hangs on them."""

from annotator.pdf.document import PdfFile, open_pdf
from annotator.pdf.space import Box, Rect, Space

__all__ = ["Box", "PdfFile", "Rect", "Space", "open_pdf"]
