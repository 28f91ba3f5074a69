"""Glyphs put together to lines again, on pages where it matters.

Qt places every glyph by itself. PDFium (Chrome, Edge) then takes a page of short lines for vertical
writing and reads a blank between all letters, so that no search finds a word. On such pages each
line is written as one piece. It would help all pages, but costs more than all else together.
"""

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pypdf import PdfWriter

_RUN = re.compile(
    rb"/(F\d+) ([\d.]+) Tf ([^\n]* Tm)\n(-?[\d.]+ -?[\d.]+ Td )<([0-9A-F]{4})> Tj\n"
    rb"((?:-?[\d.]+ 0 Td <[0-9A-F]{4}> Tj\n)+)ET"
)
_GLYPH = re.compile(rb"(-?[\d.]+) 0 Td <([0-9A-F]{4})> Tj\n")
_WIDTH = 1000  # glyph widths are in thousandths of the size
Widths = defaultdict[int, float]
"""The widths of a font's glyphs; that of all it does not name is the same."""
Steps = dict[tuple[bytes, bytes, bytes, bytes, bytes], bytes]


def join_glyphs(writer: "PdfWriter", pages: list[int]) -> None:
    """Rewrite the text of these pages (counted from 0) line by line."""
    from pypdf.generic import DecodedStreamObject, NameObject

    widths: dict[int, Widths] = {}
    steps: Steps = {}  # Qt names fonts alike on all pages
    for number in pages:
        page: Any = writer.pages[number]
        fonts = {
            name[1:].encode(): _widths(reference, widths)
            for name, reference in page["/Resources"]["/Font"].items()
        }
        contents = page["/Contents"]
        stream = DecodedStreamObject()
        stream.set_data(joined(contents.get_data(), fonts, steps))
        page[NameObject("/Contents")] = writer._add_object(stream.flate_encode())


def joined(operators: bytes, fonts: dict[bytes, Widths], steps: Steps) -> bytes:
    """A page's operators with the glyphs of each run shown by one ``TJ``. ``fonts`` holds the
    glyphs' widths by the fonts' names; ``steps`` remembers how one glyph follows another, for the
    same few do so again and again."""
    return _RUN.sub(lambda match: _run(match, fonts, steps), operators)


def _run(match: re.Match[bytes], fonts: dict[bytes, Widths], steps: Steps) -> bytes:
    font, size, matrix, place, first, rest = match.groups()
    widths = fonts.get(font)
    if widths is None:
        return match[0]
    pieces, before = [first], first
    for advance, glyph in _GLYPH.findall(rest):
        key = (font, before, advance, glyph, size)
        piece = steps.get(key)
        if piece is None:
            piece = steps[key] = _step(widths, *key[1:])
        pieces.append(piece)
        before = glyph
    shown = b"[<%b>] TJ\nET" % b"".join(pieces)
    return b"/%b %b Tf %b\n%b%b" % (font, size, matrix, place, shown)


def _step(widths: Widths, before: bytes, advance: bytes, glyph: bytes, size: bytes) -> bytes:
    """A glyph after another one, with the room between them where it is not the usual."""
    apart = widths[int(before, 16)] - float(advance) * _WIDTH / float(size)
    return glyph if abs(apart) < 1 else b"> %d <%b" % (round(apart), glyph)


def _widths(reference: Any, known: dict[int, Widths]) -> Widths:
    font = reference.get_object()
    key = id(font)
    if key not in known:
        descendant = font["/DescendantFonts"][0].get_object()
        usual = float(descendant.get("/DW", _WIDTH))
        entries = iter(descendant.get("/W", []))
        found: Widths = defaultdict(lambda: usual)
        for first in entries:
            following = next(entries)
            if isinstance(following, list):  # first [width …]
                found |= {int(first) + at: float(width) for at, width in enumerate(following)}
            else:  # first last width
                width = float(next(entries))
                found |= dict.fromkeys(range(int(first), int(following) + 1), width)
        known[key] = found
    return known[key]
