"""What the glyphs of an exported PDF mean, so that its text is found and copied.

Qt writes for each glyph the first character that it finds for it: the blank comes out as a tab, ’
as ʼ, Arabic letters as presentation forms. No search finds those. Here each is mapped to what the
text really holds.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Sequence
from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtGui import QFont, QRawFont

if TYPE_CHECKING:
    from pypdf import PdfWriter

_RANGES = re.compile(rb"beginbfrange(.*?)endbfrange", re.DOTALL)
_VALUE = re.compile(rb"<([0-9A-Fa-f]{4})>")
_LISTS = re.compile(rb"\[(.*?)\]", re.DOTALL)


def mend(writer: "PdfWriter", fonts: Sequence[QFont], used: Counter[str]) -> None:
    """Mend the file's maps from glyphs to text. ``used`` counts the characters that were set."""
    meant = _meant(fonts, used)
    from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

    for font in list(writer._objects):
        if not isinstance(font, DictionaryObject) or "/ToUnicode" not in font:
            continue
        data = font["/ToUnicode"].get_data()  # type: ignore[attr-defined]
        mended = mended_map(data, meant)
        if mended != data:
            stream = DecodedStreamObject()
            stream.set_data(mended)
            font[NameObject("/ToUnicode")] = writer._add_object(stream.flate_encode())


def mended_map(data: bytes, meant: Callable[[str], str]) -> bytes:
    """A ``ToUnicode`` map with each character replaced by what is meant by it."""

    def value(match: re.Match[bytes]) -> bytes:
        number = int(match[1], 16)
        if number == 0 or 0xD800 <= number < 0xE000:
            return match[0]
        text = meant(chr(number))
        return b"<" + text.encode("utf-16-be").hex().upper().encode() + b">"

    def values(match: re.Match[bytes]) -> bytes:
        return b"[" + _VALUE.sub(value, match[1]) + b"]"

    return _RANGES.sub(lambda match: _LISTS.sub(values, match[0]), data)


def _meant(fonts: Sequence[QFont], used: Counter[str]) -> Callable[[str], str]:
    raws = [QRawFont.fromFont(font) for font in fonts]
    tables = [_commonest(raw, used) for raw in raws]

    @cache
    def meant(character: str) -> str:
        for raw, table in zip(raws, tables, strict=True):
            glyphs = raw.glyphIndexesForString(character)
            if glyphs and glyphs[0] in table:
                return table[glyphs[0]]
        if character in used:
            return character
        plain = unicodedata.normalize("NFKC", character)
        return plain if plain and all(c in used for c in plain) else character

    return meant


def _commonest(raw: QRawFont, used: Counter[str]) -> dict[int, str]:
    """For each glyph that characters share, the one that is set most often."""
    table: dict[int, str] = {}
    for character, _count in used.most_common():
        glyphs = raw.glyphIndexesForString(character)
        if glyphs and glyphs[0]:
            table.setdefault(glyphs[0], character)
    return table
