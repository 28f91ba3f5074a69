"""Fonts of the page, each made once, and words set into lines."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetricsF,
    QPaintDevice,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextLine,
    QTextOption,
)

from annotator.exporting.pdf_sheet import ACCENT, INK, POINT
from annotator.typesetting.fonts import set_weight

SANS, SERIF, MONO = "Inter", "Source Serif 4", "DejaVu Sans Mono"
_LIGATURES = ("liga", "clig", "dlig", "calt")


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
    """One set line; ``top`` and ``height`` in px from the words' own top."""

    line: QTextLine
    top: float
    height: float


class Words:
    """Runs set to a width. Kept whole: Qt's lines live as long as their layout."""

    def __init__(self, layout: QTextLayout, lines: Sequence[Line], runs: Sequence[Run]) -> None:
        self._layout = layout
        self.lines = lines
        self._links = list(_places_of_links(runs))

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
        shown = self.lines[first:last]
        for start, end, link in self._links:
            found += [
                (rect.translated(at.x(), at.y() + line.top - shown[0].top), link)
                for line in shown
                for rect in _extent(line, start, end)
            ]
        return found

    def right_of(self, line: int) -> float:
        """Where the words of a line end, px from the left."""
        return float(self.lines[line].line.naturalTextRect().right())


def utf16(text: str) -> int:
    """The length of a text as Qt counts it."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _places_of_links(runs: Sequence[Run]) -> Iterator[tuple[int, int, str]]:
    start = 0
    for run in runs:
        end = start + utf16(run.text)
        if run.link:
            yield start, end, run.link
        start = end


def _extent(line: Line, start: int, end: int) -> list[QRectF]:
    low = max(start, line.line.textStart())
    high = min(end, line.line.textStart() + line.line.textLength())
    if low >= high:
        return []
    left, right = (float(line.line.cursorToX(at)[0]) for at in (low, high))  # type: ignore[index]
    return [QRectF(min(left, right), 0, abs(right - left), line.height)]


class Type:
    """The fonts of one file. ``device`` is what they are measured for; ``used`` counts the
    characters that were set."""

    def __init__(self, device: QPaintDevice) -> None:
        self.device = device
        self.used: Counter[str] = Counter()
        self._fonts: dict[tuple[object, ...], QFont] = {}
        self._metrics: dict[str, QFontMetricsF] = {}

    def font(self, px: float, weight: int = 400, family: str = SANS, italic: bool = False) -> QFont:
        """A font of a size in px, its ligatures off: a search would not find them."""
        key = (px, weight, family, italic)
        found = self._fonts.get(key)
        if found is None:
            found = QFont(family)
            found.setPointSizeF(px * POINT)
            found.setItalic(italic)
            set_weight(found, weight, px)
            found.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
            for feature in _LIGATURES:
                found.setFeature(QFont.Tag(feature), 0)
            self._fonts[key] = found
        return found

    def metrics(self, font: QFont) -> QFontMetricsF:
        """How wide and high words of a font are."""
        key = font.key()
        found = self._metrics.get(key)
        if found is None:
            found = self._metrics[key] = QFontMetricsF(font, self.device)
        return found

    def families(self) -> list[QFont]:
        """A font of each family in use."""
        return [self.font(11, 400, family) for family in (SERIF, SANS, MONO)]

    def set(
        self,
        runs: Sequence[Run],
        width: float,
        px: float = 11,
        leading: float = 1.42,
        *,
        family: str = SANS,
        weight: int = 400,
        first_indent: float = 0,
    ) -> Words:
        """Set runs into lines of ``width``, the first ``first_indent`` shorter and further in."""
        text = "".join(run.text for run in runs)
        self.used.update(text)
        layout = QTextLayout(text, self.font(px, weight, family))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setUseDesignMetrics(True)
        layout.setTextOption(option)
        layout.setFormats(self._formats(runs, px, weight, family))
        lines = self._break(layout, width, px * leading, first_indent)
        return Words(layout, lines, tuple(runs))

    def _break(
        self, layout: QTextLayout, width: float, height: float, first_indent: float
    ) -> list[Line]:
        lines: list[Line] = []
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            indent = first_indent if not lines else 0.0
            line.setLineWidth(width - indent)
            top = len(lines) * height
            line.setPosition(QPointF(indent, top + (height - line.height()) / 2))
            lines.append(Line(line, top, height))
        layout.endLayout()
        return lines

    def _formats(
        self, runs: Sequence[Run], px: float, weight: int, family: str
    ) -> list[QTextLayout.FormatRange]:
        ranges = []
        start = 0
        for run in runs:
            piece = QTextLayout.FormatRange()
            piece.start, piece.length = start, utf16(run.text)
            piece.format = self._format(run, px, weight, family)
            ranges.append(piece)
            start += utf16(run.text)
        return ranges

    def _format(self, run: Run, px: float, weight: int, family: str) -> QTextCharFormat:
        made = QTextCharFormat()
        size = px * 0.9 if run.mono else px
        shown = MONO if run.mono else family
        made.setFont(self.font(size, max(weight, run.weight), shown, run.italic))
        made.setForeground(QBrush(QColor(ACCENT if run.link else run.colour)))
        if run.link:
            made.setFontUnderline(True)
        return made
