"""A page in other colours: paper and ink of a theme, pictures as they are.

Every grey between black and white is drawn between ink and paper. Where ink is lighter than paper
(dark themes), colours turn too, but keep their hue: a red word stays red. PDFium does that part, by
the blend mode *luminosity* (PDF 32000-1:2008, 11.3.5.3).
"""

import ctypes
from collections.abc import Iterable
from dataclasses import dataclass

import pypdfium2.raw as raw

from annotator.pdf.engine import engine

PixelBox = tuple[int, int, int, int]
"""(left, top, right, bottom) in pixels, half-open."""
_BAND = 128
"""Rows taken at once: most of a page is grey, and is done without PDFium."""
_INVERSE = bytes(range(255, -1, -1))


@dataclass(frozen=True, slots=True)
class Recolour:
    """``paper`` takes the place of white, ``ink`` of black, both ``#rrggbb``."""

    paper: str
    ink: str

    @property
    def dark(self) -> bool:
        """Whether light and dark change places."""
        return _luminosity(self.ink) > _luminosity(self.paper)


def recoloured(
    data: bytes, width: int, height: int, colours: Recolour, pictures: Iterable[PixelBox]
) -> bytes:
    """The pixels (BGRx, row by row without gaps) in these colours, those in the boxes untouched."""
    made = bytearray()
    for top in range(0, height, _BAND):
        rows = min(_BAND, height - top)
        band = data[4 * width * top : 4 * width * (top + rows)]
        made += _band(band, width, rows, colours)
    for box in pictures:
        _put_back(made, data, width, box)
    return bytes(made)


def _band(data: bytes, width: int, height: int, colours: Recolour) -> bytes:
    black, white = _channels(colours.ink), _channels(colours.paper)
    if colours.dark and not data[0::4] == data[1::4] == data[2::4]:
        data, black, white = _turned(data, width, height), white, black
    made = bytearray(data)
    for channel in range(3):
        table = _table(black[channel], white[channel])
        made[channel::4] = data[channel::4].translate(table)
    return bytes(made)


def _put_back(made: bytearray, data: bytes, width: int, box: PixelBox) -> None:
    left, top, right, bottom = box
    for row in range(top, bottom):
        start, end = 4 * (row * width + left), 4 * (row * width + right)
        made[start:end] = data[start:end]


def _turned(data: bytes, width: int, height: int) -> bytes:
    """Light for dark and dark for light, in the same hues."""
    buffer = (ctypes.c_ubyte * len(data)).from_buffer_copy(data)
    inverse = (ctypes.c_ubyte * len(data)).from_buffer_copy(data.translate(_INVERSE))
    stride = 4 * width
    with engine():
        scratch = raw.FPDF_CreateNewDocument()
        page = raw.FPDFPage_New(scratch, 0, width, height)
        source = raw.FPDFBitmap_CreateEx(width, height, raw.FPDFBitmap_BGRx, inverse, stride)
        # PDFium blends a picture into a bitmap with an alpha channel only.
        target = raw.FPDFBitmap_CreateEx(width, height, raw.FPDFBitmap_BGRA, buffer, stride)
        picture = raw.FPDFPageObj_NewImageObj(scratch)
        raw.FPDFImageObj_SetBitmap(None, 0, picture, source)
        raw.FPDFImageObj_SetMatrix(picture, width, 0, 0, height, 0, 0)
        raw.FPDFPageObj_SetBlendMode(picture, b"Luminosity")
        raw.FPDFPage_InsertObject(page, picture)
        raw.FPDF_RenderPageBitmap(target, page, 0, 0, width, height, 0, 0)
        raw.FPDFBitmap_Destroy(target)
        raw.FPDFBitmap_Destroy(source)
        raw.FPDF_ClosePage(page)
        raw.FPDF_CloseDocument(scratch)
    return bytes(buffer)


def _table(black: int, white: int) -> bytes:
    return bytes(round(black + (white - black) * value / 255) for value in range(256))


def _channels(colour: str) -> tuple[int, int, int]:
    """Blue, green, red."""
    red, green, blue = bytes.fromhex(colour.removeprefix("#"))
    return blue, green, red


def _luminosity(colour: str) -> float:
    blue, green, red = _channels(colour)
    return 0.3 * red + 0.59 * green + 0.11 * blue
