"""Pages that cannot be seen here: their typeface is neither in the file nor on this computer.

PDFium takes another typeface for one that is not in the file. Where none has the letters, as with
Japanese on a computer without a Japanese one, it leaves them out, and the page is blank.
"""

import ctypes
from collections.abc import Iterator
from typing import Any

import pypdfium2.raw as raw

from annotator.pdf.open_file import OpenFile

_LOOKED_AT = 200
"""Letters of a page: from all over it, so few that it costs next to nothing."""
_MOST = 0.5
"""Share of them without a shape from which the page counts as one that cannot be seen."""
_SIZE = 12.0


def lacks_typeface(file: OpenFile, page: int) -> bool:
    """Whether most letters of the page have no shape here. Letters that nobody is meant to see,
    as over a scan, do not count. Raises ``UnreadableFile`` where the page is damaged."""
    with file.page(page) as opened:
        text = opened.get_textpage()
        try:
            shapeless = [_is_shapeless(*letter) for letter in _letters(text)]
        finally:
            text.close()
    return sum(shapeless) > _MOST * len(shapeless)


def _letters(text: Any) -> Iterator[tuple[Any, int]]:
    """(font, letter) of some letters that are to be seen."""
    count = raw.FPDFText_CountChars(text)
    for at in range(0, count, max(1, count // _LOOKED_AT)):
        letter, drawn = raw.FPDFText_GetUnicode(text, at), raw.FPDFText_GetTextObject(text, at)
        if drawn and letter > 0x20 and not chr(letter).isspace() and _is_seen(drawn):
            yield raw.FPDFTextObj_GetFont(drawn), letter


def _is_seen(drawn: Any) -> bool:
    return bool(raw.FPDFTextObj_GetTextRenderMode(drawn) != raw.FPDF_TEXTRENDERMODE_INVISIBLE)


def _is_shapeless(font: Any, letter: int) -> bool:
    if not font or raw.FPDFFont_GetIsEmbedded(font):
        return False
    path = raw.FPDFFont_GetGlyphPath(font, letter, ctypes.c_float(_SIZE))
    return not path or raw.FPDFGlyphPath_CountGlyphSegments(path) <= 0
