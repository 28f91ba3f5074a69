"""How a page looks, in pixels.

A page can be as large as a house front, so it is drawn in parts: what is asked for is allocated,
not what the page would take.
"""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass, field
from math import ceil, floor

import pypdfium2
import pypdfium2.raw as raw

from annotator.pdf.open_file import OpenFile
from annotator.pdf.pictures import picture_boxes
from annotator.pdf.png import png
from annotator.pdf.recolour import PixelBox, Recolour, recoloured
from annotator.pdf.space import Rect, Space

MOST_PIXELS = 40_000_000
"""Of one bitmap: 160 MB."""
_MARGIN = 64
"""Pixels. PDFium draws larger letters as shapes."""
_MOST_OF_A_PICTURE = 12_000_000
_SCAN = 0.85
"""A page whose pictures cover as much of it is a scan, or a slide on a picture."""


@dataclass(frozen=True, slots=True)
class Bitmap:
    """Rows of ``stride`` bytes from the top, four a pixel: blue, green, red and 255
    (``QImage.Format_RGB32``)."""

    width: int
    height: int
    stride: int
    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class _Part:
    """The part of a page to draw: pixels from ``left``, ``top`` of the whole page at ``scale``."""

    scale: float
    left: int
    top: int
    width: int
    height: int

    def pixels_of(self, rect: Rect) -> PixelBox | None:
        """The pixels that something seen there touches; None outside this part."""
        x, y, width, height = (each * self.scale for each in rect)
        left, top = max(0, floor(x) - self.left), max(0, floor(y) - self.top)
        right = min(self.width, ceil(x + width) - self.left)
        bottom = min(self.height, ceil(y + height) - self.top)
        return (left, top, right, bottom) if left < right and top < bottom else None


def render(
    file: OpenFile,
    page: int,
    scale: float,
    *,
    clip: Rect | None = None,
    recolour: Recolour | None = None,
    hide: frozenset[int] = frozenset(),
) -> Bitmap:
    """The page at ``scale`` pixels a point, or what is seen of it in ``clip`` (shown points).

    Pixels lie on one grid for the whole page, from ``round(x * scale)`` to
    ``round((x + width) * scale)``: parts that touch in points touch in pixels. What is outside of
    the page is paper. The annotations of the file are drawn, except those in ``hide`` (their
    places in /Annots).

    Raises ``ValueError`` for more than ``MOST_PIXELS`` pixels, ``UnreadableFile`` where the page
    is damaged.
    """
    space = file.space(page)
    part = _part(clip or (0.0, 0.0, *space.size), scale)
    with file.page(page) as opened:
        file.hiding.hide(page, opened, hide)
        data = _draw(opened, space, part)
        boxes = picture_boxes(opened) if recolour else []
    if recolour and not _is_scan(boxes, space):
        kept = _pixel_boxes(boxes, space, part)
        data = recoloured(data, part.width, part.height, recolour, kept)
    return Bitmap(part.width, part.height, 4 * part.width, data)


def picture(
    file: OpenFile, page: int, rect: Rect, scale: float, hide: frozenset[int] = frozenset()
) -> bytes:
    """What is seen in the rectangle, as a PNG; smaller than at ``scale`` where that would be
    more than any screen shows. Raises ``UnreadableFile`` where the page is damaged."""
    pixels = max(rect[2] * rect[3], 1e-6) * scale * scale
    fitting = scale * min(1.0, (_MOST_OF_A_PICTURE / pixels) ** 0.5)
    bitmap = render(file, page, fitting, clip=rect, hide=hide)
    return png(bitmap.width, bitmap.height, bitmap.data)


def _part(clip: Rect, scale: float) -> _Part:
    x, y, width, height = clip
    left, top = round(x * scale), round(y * scale)
    right, bottom = round((x + width) * scale), round((y + height) * scale)
    part = _Part(scale, left, top, max(1, right - left), max(1, bottom - top))
    if part.width * part.height > MOST_PIXELS:
        raise ValueError(f"{part.width} × {part.height} pixels are too many for one bitmap")
    return part


def _draw(page: pypdfium2.PdfPage, space: Space, part: _Part) -> bytes:
    # PDFium rounds letters that begin left of or above a bitmap to other pixels than the rest: they
    # are to begin inside of it, and would show a seam otherwise.
    aside, above = (max(0, min(edge, _MARGIN)) for edge in (part.left, part.top))
    width, height = part.width + aside, part.height + above
    buffer = (ctypes.c_ubyte * (4 * width * height))()
    target = raw.FPDFBitmap_CreateEx(width, height, raw.FPDFBitmap_BGRx, buffer, 4 * width)
    raw.FPDFBitmap_FillRect(target, 0, 0, width, height, 0xFFFFFFFF)
    across, down = (_stretch(length) * part.scale for length in space.size)
    matrix = raw.FS_MATRIX(across, 0, 0, down, aside - part.left, above - part.top)
    clip = raw.FS_RECTF(aside, above, width, height)
    raw.FPDF_RenderPageBitmapWithMatrix(target, page, matrix, clip, raw.FPDF_ANNOT)
    raw.FPDFBitmap_Destroy(target)
    if not aside:
        return bytes(buffer)[4 * width * above :]
    pixels, row = memoryview(buffer).cast("B"), 4 * width
    return b"".join(pixels[y * row + 4 * aside : (y + 1) * row] for y in range(above, height))


def _stretch(length: float) -> float:
    """PDFium takes the page's size in whole points here, and draws the page that much smaller."""
    return length / int(length) if length >= 1 else 1.0


def _is_scan(boxes: list[tuple[float, float, float, float]], space: Space) -> bool:
    x0, y0, x1, y1 = space.box
    seen = ((max(a, x0), max(b, y0), min(c, x1), min(d, y1)) for a, b, c, d in boxes)
    covered = sum(max(0.0, c - a) * max(0.0, d - b) for a, b, c, d in seen)
    return covered > _SCAN * (x1 - x0) * (y1 - y0)


def _pixel_boxes(
    boxes: list[tuple[float, float, float, float]], space: Space, part: _Part
) -> Iterator[PixelBox]:
    for box in boxes:
        if (pixels := part.pixels_of(space.rect_of(box))) is not None:
            yield pixels
