"""Words set into lines, in time that grows with their number.

Qt looks through all that is left of a word, and all that has a look of its own, for each line it
breaks: 100,000 letters without a blank take a second, two million take minutes. Words are therefore
set a stretch at a time, each from where the last line of the one before began.
"""

import math
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QFont,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextLine,
    QTextOption,
)

from annotator.exporting.pdf.sheet import INK

STRETCH = 4000
"""How much is set at once, in Qt's units: lines of a margin by the hundred."""
_RIGHT_TO_LEFT = ("R", "AL")


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one kind. ``link`` is where they lead, ``""`` nowhere."""

    text: str
    weight: int = 400
    italic: bool = False
    mono: bool = False
    colour: str = INK
    link: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One set line; ``top`` and ``height`` in px from the words' own top. ``start`` is where its
    layout begins in the words, in Qt's units."""

    line: QTextLine
    top: float
    height: float
    start: int = 0

    @property
    def extent(self) -> tuple[int, int]:
        """From where to where it goes in the words, in Qt's units."""
        first = self.start + self.line.textStart()
        return first, first + self.line.textLength()


@dataclass(frozen=True, slots=True)
class Face:
    """How words are set: their font, the formats of the runs, the width and height of a line, how
    much shorter and further in the first one is."""

    font: QFont
    form: Callable[[Run], QTextCharFormat]
    width: float
    leading: float
    first_indent: float = 0.0


class Words:
    """Runs set to a width. Kept whole: Qt's lines live as long as their layouts."""

    def __init__(
        self, layouts: Sequence[QTextLayout], lines: Sequence[Line], runs: Sequence[Run]
    ) -> None:
        self._layouts = layouts
        self.lines = lines
        self._links = _links_by_line(lines, runs)

    @property
    def height(self) -> float:
        """Of all lines together, px."""
        return self.lines[-1].top + self.lines[-1].height if self.lines else 0.0

    def draw(self, painter: QPainter, at: QPointF, first: int = 0, last: int | None = None) -> None:
        """Draw lines ``[first, last)`` with the top left corner of the first at ``at``."""
        shown = self.lines[first:last]
        for line in shown:
            line.line.draw(painter, at - QPointF(0, shown[0].top))

    def links(
        self, at: QPointF, first: int = 0, last: int | None = None
    ) -> list[tuple[QRectF, str]]:
        """Where the links of these lines are on the page when they are drawn at ``at``."""
        found: list[tuple[QRectF, str]] = []
        if not self._links:
            return found
        end = len(self.lines) if last is None else min(last, len(self.lines))
        for number in range(first, end):
            line = self.lines[number]
            y = at.y() + line.top - self.lines[first].top
            for start, stop, link in self._links.get(number, ()):
                found.append((_box(line, start, stop).translated(at.x(), y), link))
        return found

    def right_of(self, line: int) -> float:
        """Where the words of a line end, px from the left."""
        return float(self.lines[line].line.naturalTextRect().right())


def utf16(text: str) -> int:
    """The length of a text as Qt counts it."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


# Links


def _links_by_line(
    lines: Sequence[Line], runs: Iterable[Run]
) -> dict[int, list[tuple[int, int, str]]]:
    """The links that stand on each line, cut to it."""
    found: dict[int, list[tuple[int, int, str]]] = defaultdict(list)
    at = 0
    for start, end, link in _places_of_links(runs):
        while at < len(lines) and lines[at].extent[1] <= start:
            at += 1
        number = at
        while number < len(lines) and lines[number].extent[0] < end:
            low, high = lines[number].extent
            found[number].append((max(start, low), min(end, high), link))
            number += 1
    return found


def _places_of_links(runs: Iterable[Run]) -> Iterator[tuple[int, int, str]]:
    start = 0
    for run in runs:
        end = start + utf16(run.text)
        if run.link and start < end:
            yield start, end, run.link
        start = end


def _box(line: Line, start: int, end: int) -> QRectF:
    left, right = (float(line.line.cursorToX(at - line.start)[0]) for at in (start, end))  # type: ignore[index]
    return QRectF(min(left, right), 0, abs(right - left), line.height)


# Lines


class Breaking:
    """Runs on their way into lines. ``limit`` px suffice: lines that begin below it are left
    out."""

    def __init__(self, runs: Sequence[Run], face: Face, limit: float = math.inf) -> None:
        self._runs = runs
        self._face = face
        self._limit = limit
        self._text = "".join(run.text for run in runs)
        self._units = self._text.encode("utf-16-le", "surrogatepass")
        self._formats = list(self._ranges())
        self._first_format = 0
        self._layouts: list[QTextLayout] = []
        self._lines: list[Line] = []

    def words(self) -> Words:
        """The words, set."""
        start, length = 0, len(self._units) // 2
        while True:
            end = self._end(start, length)
            self._set(start, end)
            if end == length or self._is_enough():
                return Words(self._layouts, self._lines, self._runs)
            start = self._again_from(start, end)

    def _end(self, start: int, length: int) -> int:
        """Where a stretch ends; never within a character."""
        end = start + STRETCH
        if end >= length:
            return length
        high = self._units[2 * end - 1]
        return end - 1 if 0xD8 <= high < 0xDC else end

    def _again_from(self, start: int, end: int) -> int:
        """Take the stretch's last line back, which is not yet full: the next begins with it."""
        last = self._lines[-1].extent[0]
        if last == start:  # not even one line is full: nothing in it is wide
            return end
        self._lines.pop()
        return last

    def _is_enough(self) -> bool:
        return len(self._lines) * self._face.leading > self._limit

    def _set(self, start: int, end: int) -> None:
        text = self._units[2 * start : 2 * end].decode("utf-16-le", "surrogatepass")
        layout = QTextLayout(text, self._face.font)
        layout.setTextOption(self._option(start))
        layout.setFormats(list(self._formats_of(start, end)))
        layout.beginLayout()
        while not self._is_enough() and (line := layout.createLine()).isValid():
            self._lines.append(self._placed(line, start))
        layout.endLayout()
        self._layouts.append(layout)

    def _placed(self, line: QTextLine, start: int) -> Line:
        height = self._face.leading
        indent = self._face.first_indent if not self._lines else 0.0
        line.setLineWidth(self._face.width - indent)
        top = len(self._lines) * height
        line.setPosition(QPointF(indent, top + (height - line.height()) / 2))
        return Line(line, top, height, start)

    def _option(self, start: int) -> QTextOption:
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setUseDesignMetrics(True)
        if start:  # it goes on as the first stretch began
            option.setTextDirection(_direction(self._text))
        return option

    def _ranges(self) -> Iterator[tuple[int, int, QTextCharFormat]]:
        start = 0
        for run in self._runs:
            end = start + utf16(run.text)
            yield start, end, self._face.form(run)
            start = end

    def _formats_of(self, start: int, end: int) -> Iterator[QTextLayout.FormatRange]:
        while self._formats[self._first_format : self._first_format + 1] and (
            self._formats[self._first_format][1] <= start
        ):
            self._first_format += 1
        for at in range(self._first_format, len(self._formats)):
            low, high, form = self._formats[at]
            if low >= end:
                return
            piece = QTextLayout.FormatRange()
            piece.start = max(low, start) - start
            piece.length = min(high, end) - start - piece.start
            piece.format = form
            yield piece


def _direction(text: str) -> Qt.LayoutDirection:
    """As Qt tells it: by the first letter that has one."""
    for character in text:
        kind = unicodedata.bidirectional(character)
        if kind == "L":
            break
        if kind in _RIGHT_TO_LEFT:
            return Qt.LayoutDirection.RightToLeft
    return Qt.LayoutDirection.LeftToRight
