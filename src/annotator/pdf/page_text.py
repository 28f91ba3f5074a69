"""The text of a page: its blocks in reading order, its lines, and where each letter came from."""

import hashlib
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from annotator.pdf.bidi import paired
from annotator.pdf.cleaning import clean
from annotator.pdf.line import Line, Style
from annotator.pdf.paragraphs import Paragraph, page_paragraphs
from annotator.pdf.runs import Row, ordered_runs
from annotator.pdf.space import Box, Rect, Space
from annotator.pdf.styles import joined

_BULLET = re.compile("[•‣◦▪■●○∙\uf0b7\uf0a7] *")
_LOOSE = re.compile(r"^\W")
_SCHEME = re.compile(r"\b[a-z]+://$")
_LAST_WORD = re.compile(r"\w{2,}$")
_UNSPACED = re.compile("[\u2e80-\u312f\u3190-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef]")


class PageLine(NamedTuple):
    """A line of the page: ``[start, end)`` of the page's text. ``angle`` is 0, 90, 180 or 270, the
    direction it is read in user space, in degrees against the clock; ``direction`` exactly that, a
    unit vector (``slanted`` text is not quite along the page). ``rtl`` is its direction as a whole,
    ``mixed`` says that parts of it run the other way. ``size`` is its type's, in points. ``box`` is
    what it covers, user space, the hyphen of a word broken at its end (``hyphen``) included."""

    start: int
    end: int
    angle: int
    direction: tuple[float, float]
    slanted: bool
    rtl: bool
    mixed: bool
    hyphen: bool
    size: float
    box: Box


class PageBlock(NamedTuple):
    """A paragraph-like piece of the page: ``[start, end)`` of the page's text.

    ``size`` is the type's, in points; ``bold``, ``italic`` and ``fixed`` hold for all of it.
    ``rect`` is where it is seen (shown points). ``turned``: it is not read from left to right as
    shown. ``bullet``: it is an item, whose sign is not in the text. ``lines`` are indices into the
    page's lines. ``styles`` are bold, slanted, raised and lowered passages (offsets of the page).
    """

    start: int
    end: int
    size: float
    bold: bool
    italic: bool
    fixed: bool
    centred: bool
    dir: str
    rect: Rect
    turned: bool
    bullet: bool
    lines: range
    styles: tuple[Style, ...] = ()


@dataclass(frozen=True, slots=True)
class PageText:
    """The text of one page. ``sources`` are pieces (start in the text, units); what no piece
    covers was put in when the text was made (a blank for a line's end)."""

    text: str
    blocks: tuple[PageBlock, ...]
    lines: tuple[PageLine, ...]
    space: Space
    sources: tuple[tuple[int, Sequence[int]], ...] = field(default=(), repr=False)

    @property
    def sha256(self) -> str:
        """The hash of the text, as in ``Page.sha256``."""
        return hashlib.sha256(self.text.encode()).hexdigest()


def page_text(
    lines: list[Line], units: str, space: Space, orders: dict[int, Sequence[int]] | None = None
) -> PageText:
    """The text of a page's lines. ``orders`` are the units of lines (by their start) whose
    letters are not read in the order they are kept."""
    made = _Making(units, space, orders or {})
    for paragraph in page_paragraphs(ordered_runs(lines), units):
        made.add(paragraph)
    return PageText(
        "".join(made.texts), tuple(made.blocks), tuple(made.lines), space, tuple(made.sources)
    )


class _Making:
    def __init__(self, units: str, space: Space, orders: dict[int, Sequence[int]]) -> None:
        self.units, self.space, self.orders = units, space, orders
        self.texts: list[str] = []
        self.lines: list[PageLine] = []
        self.blocks: list[PageBlock] = []
        self.sources: list[tuple[int, Sequence[int]]] = []
        self.at = 0
        self.ended = ""  # the last letter
        self.bullet = False
        self.styles: list[Style] = []
        self.broken = -1  # the unit of the hyphen where a word is broken just here

    def add(self, paragraph: Paragraph) -> None:
        """A paragraph as a block."""
        first, before = len(self.lines), (len(self.texts), self.at)
        if self.blocks:
            self._put("\n")
        start, self.broken, self.bullet, self.styles = self.at, -1, False, []
        for row, keeps in zip(paragraph.rows, paragraph.breaks, strict=True):
            self._row(row, "\n" if keeps else " ", start)
        if self.broken >= 0:  # its other half is somewhere else
            self._put_joint("-")
        if self.at == start:
            del self.texts[before[0] :], self.lines[first:]
            self.at = before[1]
            return
        self.blocks.append(self._block(paragraph, start, first))

    def _row(self, row: Row, joint: str, start: int) -> None:
        for line in row.lines:
            order = self.orders.get(line.start)
            words, sources = clean(self.units[line.start : line.end], line.start, order)
            if order is not None:
                words = paired(words)
            if self.at == start and line is row.first and (sign := _BULLET.match(words)):
                self.bullet = True
                words, sources = words[sign.end() :], sources[sign.end() :]
            if not words:
                continue
            if self.at > start:
                self._put_joint(self._joint(row, line, words, joint))
            self.sources.append((self.at, sources))
            at = self.at
            self._put(words)
            self.styles += self._styles(line, words, sources, at)
            self.broken = line.end if line.hyphen else -1
            self.lines.append(self._line(line, at))

    def _styles(self, line: Line, words: str, sources: Sequence[int], at: int) -> Iterator[Style]:
        """The line's styles as passages of the text, which is at ``at`` where the line begins."""
        if not line.styles or line.start in self.orders:
            yield Style(at, self.at, line.bold, line.italic)
            return
        for style in line.styles:
            start, end = bisect_left(sources, style.start), bisect_left(sources, style.end)
            kept = len(words[start:end].rstrip())
            if kept:
                yield style._replace(start=at + start, end=at + start + kept)

    def _line(self, line: Line, start: int) -> PageLine:
        return PageLine(
            start, self.at, line.angle, (line.cos, line.sin), line.slanted, line.rtl,
            line.start in self.orders, line.hyphen, line.size, line.box,
        )  # fmt: skip

    def _joint(self, row: Row, line: Line, words: str, joint: str) -> str:
        """What stands between the text so far and a line."""
        if self.broken >= 0:
            stays = words[0].isupper() or words[0].isdigit() or self._is_abbreviation()
            return "-" if stays else ""
        if line is not row.first:
            before = row.lines[row.lines.index(line) - 1]
            gap = before.x0 - line.x1 if line.rtl else line.x0 - before.x1
            return " " if gap > 0.12 * line.size else ""
        if joint == " " and (self._is_dash(words) or self._is_unspaced(words)):
            return ""
        return joint

    def _is_abbreviation(self) -> bool:
        """Whether the text so far ends in an abbreviation in capitals, which nobody breaks."""
        last = _LAST_WORD.search(self.texts[-1])
        return last is not None and last[0].isupper()

    def _is_dash(self, words: str) -> bool:
        """Whether the line before ends in a dash or stroke between two words, or within a link."""
        if _SCHEME.search(self.texts[-1]):
            return True
        tied = self.ended in "–—/" or (self.ended == "-" and not words[0].islower())
        return tied and words[0].isalnum() and not _LOOSE.search(self.texts[-1][-2:])

    def _is_unspaced(self, words: str) -> bool:
        """Whether no blank belongs between two lines, as in Chinese and Japanese."""
        return bool(_UNSPACED.match(self.ended) and _UNSPACED.match(words))

    def _put_joint(self, joint: str) -> None:
        if joint == "-" and self.broken >= 0:
            self.sources.append((self.at, [self.broken]))
        self._put(joint)

    def _put(self, text: str) -> None:
        if text:
            self.texts.append(text)
            self.at += len(text)
            self.ended = text[-1]

    def _block(self, paragraph: Paragraph, start: int, first: int) -> PageBlock:
        lines = [line for row in paragraph.rows for line in row.lines]
        x0, y0, x1, y1 = zip(*(line.box for line in lines), strict=True)
        sizes = sorted(row.size for row in paragraph.rows)
        rtl = sum(line.rtl for line in lines) * 2 > len(lines)
        upright = sum(line.upright for line in lines) * 2 > len(lines)
        shown = (lines[0].angle + (90 if upright else 0) - self.space.rotation) % 360
        return PageBlock(
            start, self.at, sizes[len(sizes) // 2],
            all(line.bold for line in lines), all(line.italic for line in lines),
            all(line.fixed for line in lines), paragraph.centred, "rtl" if rtl else "ltr",
            self.space.rect_of((min(x0), min(y0), max(x1), max(y1))),
            shown != 0 or lines[0].slanted, self.bullet,
            range(first, len(self.lines)),
            tuple(style for style in joined(self.styles) if not style.plain),
        )  # fmt: skip
