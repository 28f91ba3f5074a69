"""What PDFium knows of a page's characters: which, where, how they look.

PDFium counts *units*: UTF-16 code units and, beside them, characters that mean nothing in Unicode.
Line ends (CR LF), blanks between words drawn apart and the sign for a hyphen at a line's end
(U+FFFE) are put in by PDFium. All functions here are for holders of the engine.
"""

import ctypes
import re
from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from math import hypot
from types import TracebackType
from typing import Any, NamedTuple, Self

import pypdfium2.raw as raw

from annotator.pdf.space import Box

MAX_UNITS = 400_000
"""More of one page is not read: a full newspaper page has 40,000."""

SOFT_HYPHEN = "\ufffe"
_BEYOND = re.compile("[\U00010000-\U0010ffff]")
_BOLD = 600
Style = tuple[bool, bool, bool]
"""Bold, italic, all letters of one width."""
_ITALIC_FLAG, _BOLD_FLAG, _FIXED_FLAG = 1 << 6, 1 << 18, 1


class Look(NamedTuple):
    """How a character is drawn: where its baseline begins (user space), its size in points, the
    direction of its baseline (a unit vector), its style."""

    x: float
    y: float
    size: float
    cos: float
    sin: float
    bold: bool
    italic: bool
    fixed: bool


class Characters:
    """The characters of an open page, to be closed. ``units`` has one sign a unit."""

    def __init__(self, page: Any) -> None:
        self._text = raw.FPDFText_LoadPage(page)
        self.units = self._read() if self._text else ""
        self._index = self._indices()
        self._asked = -1, (0.0, 0.0, 0.0)
        self._looked = -1, Look(0, 0, 0, 1, 0, False, False, False)
        self._doubles = tuple(ctypes.c_double() for _ in range(4))
        self._matrix, self._rect = raw.FS_MATRIX(), raw.FS_RECTF()
        self._styles: dict[tuple[bytes, int], Style] = {}
        self._fonts: dict[int, Style] = {}
        self._name, self._flags = ctypes.create_string_buffer(128), ctypes.c_int()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._text:
            raw.FPDFText_ClosePage(self._text)

    def _read(self) -> str:
        count = min(raw.FPDFText_CountChars(self._text), MAX_UNITS)
        if count <= 0:
            return ""
        buffer = (ctypes.c_ushort * (count + 1))()
        written = raw.FPDFText_GetText(self._text, 0, count, buffer)
        units = bytes(buffer)[: max(0, written - 1) * 2]
        text = units.decode("utf-16-le", "surrogatepass")
        return "".join(map(chr, array("H", units))) if _BEYOND.search(text) else text

    def _indices(self) -> Sequence[int]:
        """PDFium's index of each unit; they part ways where a character has no Unicode."""
        count = len(self.units)
        if not count or raw.FPDFText_GetCharIndexFromTextIndex(self._text, count - 1) == count - 1:
            return range(count)
        find = raw.FPDFText_GetCharIndexFromTextIndex
        return array("i", (max(0, find(self._text, unit)) for unit in range(count)))

    def look(self, unit: int) -> Look:
        """How a unit is drawn."""
        if unit == self._looked[0]:  # a line's start is asked for twice
            return self._looked[1]
        text, index = self._text, self._index[unit]
        x, y = self._doubles[:2]
        matrix = self._matrix
        raw.FPDFText_GetCharOrigin(text, index, x, y)
        raw.FPDFText_GetMatrix(text, index, matrix)
        size = raw.FPDFText_GetFontSize(text, index) * hypot(matrix.c, matrix.d)
        length = hypot(matrix.a, matrix.b) or 1.0
        style = self._style(index)
        look = Look(x.value, y.value, size, matrix.a / length, matrix.b / length, *style)
        self._looked = unit, look
        return look

    def stance(self, unit: int) -> tuple[float, float, float]:
        """(size, cos, sin) of a unit: the part of its look that is cheap."""
        if unit == self._asked[0]:  # a line's end is asked for twice
            return self._asked[1]
        matrix, index = self._matrix, self._index[unit]
        raw.FPDFText_GetMatrix(self._text, index, matrix)
        size = raw.FPDFText_GetFontSize(self._text, index) * hypot(matrix.c, matrix.d)
        length = hypot(matrix.a, matrix.b) or 1.0
        self._asked = unit, (size, matrix.a / length, matrix.b / length)
        return self._asked[1]

    def _style(self, index: int) -> Style:
        length = raw.FPDFText_GetFontInfo(self._text, index, self._name, 128, self._flags)
        key = self._name.value if 0 < length <= 128 else b"", self._flags.value
        style = self._styles.get(key)
        if style is None:
            style = self._styles[key] = self._style_of(index, key[0].lower(), key[1])
        return style

    def _style_of(self, index: int, name: bytes, flags: int) -> Style:
        weight = raw.FPDFText_GetFontWeight(self._text, index)
        bold = weight >= _BOLD or bool(flags & _BOLD_FLAG) or b"bold" in name or b"black" in name
        italic = bool(flags & _ITALIC_FLAG) or b"italic" in name or b"oblique" in name
        return bold, italic, bool(flags & _FIXED_FLAG)

    def pieces(self, start: int, end: int) -> Iterator[tuple[int, int, Style]]:
        """The units as they are drawn, a piece at once, each with its font's style; blanks that
        PDFium puts in stand at the end of the piece before."""
        drawn = [start, *self._edges(start, self._drawn(start), end - 1, self._drawn(end - 1)), end]
        for first, last in pairwise(drawn):
            yield first, last, self._style_of_piece(first)

    def _style_of_piece(self, unit: int) -> Style:
        """As ``look`` says it; known by the font."""
        font = raw.FPDFTextObj_GetFont(raw.FPDFText_GetTextObject(self._text, self._index[unit]))
        address = ctypes.cast(font, ctypes.c_void_p).value or 0
        style = self._fonts.get(address)
        if style is None:
            style = self._fonts[address] = self._style(self._index[unit])
        return style

    def _edges(self, first: int, its: int, last: int, other: int) -> list[int]:
        """Where pieces begin after ``first``, up to ``last``; ``its`` and ``other`` are what is
        drawn there. What is drawn at once stands together, so halves of the line are asked."""
        if its == other:
            return []
        if last - first == 1:
            return [last] if other else []
        middle = (first + last) // 2
        here = self._drawn(middle)
        return self._edges(first, its, middle, here) + self._edges(middle, here, last, other)

    def _drawn(self, unit: int) -> int:
        """Which piece of the page draws a unit; 0 for what PDFium put in."""
        found = raw.FPDFText_GetTextObject(self._text, self._index[unit])
        return ctypes.cast(found, ctypes.c_void_p).value or 0

    def origin(self, unit: int) -> tuple[float, float]:
        """Where a unit's baseline begins."""
        x, y = self._doubles[:2]
        raw.FPDFText_GetCharOrigin(self._text, self._index[unit], x, y)
        return x.value, y.value

    def rectangles(self, start: int, end: int) -> list[Box]:
        """What the units cover: one box for each piece that was drawn at once."""
        first, last = self._index[start], self._index[end - 1]
        count = raw.FPDFText_CountRects(self._text, first, last - first + 1)
        left, top, right, bottom = self._doubles
        found = []
        for number in range(count):
            raw.FPDFText_GetRect(self._text, number, left, top, right, bottom)
            found.append((left.value, bottom.value, right.value, top.value))
        return found

    def box(self, unit: int) -> Box:
        """The room of a unit: its advance wide, its font's ascent and descent high."""
        rect = self._rect
        raw.FPDFText_GetLooseCharBox(self._text, self._index[unit], rect)
        return rect.left, rect.bottom, rect.right, rect.top

    def boxes(self, units: Iterable[int]) -> "array[float]":
        """The rooms of units, four numbers each; zeros for a unit of -1, which is none."""
        text, index, rect = self._text, self._index, self._rect
        find, found = raw.FPDFText_GetLooseCharBox, array("f")
        here = ctypes.byref(rect)
        for unit in units:
            if unit < 0:
                found.extend((0.0, 0.0, 0.0, 0.0))
            else:
                find(text, index[unit], here)
                if rect.top > rect.bottom:
                    found.extend((rect.left, rect.bottom, rect.right, rect.top))
                else:  # a font that says nothing of its height
                    found.extend(self._ink(index[unit]))
        return found

    def _ink(self, index: int) -> Box:
        """What a character covers itself."""
        left, right, bottom, top = self._doubles
        if not raw.FPDFText_GetCharBox(self._text, index, left, right, bottom, top):
            return 0.0, 0.0, 0.0, 0.0
        return left.value, bottom.value, right.value, top.value
