"""Marks under the text: grounds, lines, what overlaps, what was found, the current mark's ends."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QTransform

from annotator.library.marks import Mark
from annotator.model.annotation import COLOURS
from annotator.ui.marks.lines import LINES, Line, draw_line
from annotator.ui.theme import Theme, mix

AIR = 1.0  # px of a mark's ground above and below the type
STEP, DEEPEST = 4.0, 3  # px by which a mark on another is lower, and how often
RADIUS = 2.0
HANDLE = 5.0  # px: radius of the knobs at the current mark's ends

_TONE_LINES = {
    "good": Line((), 2.0),
    "middling": Line((4.0, 2.5), 2.0),
    "bad": Line((), 1.25, double=True),
    "none": Line((1.0, 1.4), 2.0),
}


@dataclass(frozen=True, slots=True)
class Layer:
    """A mark and how many others it lies on."""

    mark: Mark
    level: int


def layers(marks: Iterable[Mark]) -> list[Layer]:
    """The marks in the order to paint them: long ones first, a mark on others a level higher, so
    that of each something stays to be seen."""
    placed: list[Layer] = []
    for mark in sorted(marks, key=lambda m: (m.start - m.end, m.start)):
        taken = {
            other.level
            for other in placed
            if other.mark.start < mark.end and mark.start < other.mark.end
        }
        level = next(n for n in range(len(taken) + 1) if n not in taken)
        placed.append(Layer(mark, min(level, DEEPEST)))
    return sorted(placed, key=lambda layer: layer.level)


class Places(Protocol):
    """Where passages stand: set text, or pages."""

    def rectangles(self, start: int, end: int) -> list[QRectF]:
        """A passage line by line, in document coordinates."""


class MarkPainter:
    """Paints marks in document coordinates. ``apart``: each colour has its own line besides.
    ``see_through``: how grounds lie over what is painted already; ``ground``: a colour's ground;
    ``lie``: how far the line that a code point stands on is turned, degrees clockwise."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self.apart = False
        self.see_through = QPainter.CompositionMode.CompositionMode_SourceOver
        self.ground: Callable[[str], QColor] = theme.mark
        self.lie: Callable[[int], int] = lambda _offset: 0

    def paint(
        self, painter: QPainter, places: Places, marks: Iterable[Mark], clip: tuple[int, int]
    ) -> None:
        """Paint what of the marks stands within ``clip`` (code points). ``marks`` are all in sight,
        for it is among those that a mark has its level."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for layer in layers(marks):
            mark = layer.mark
            if mark.start >= clip[1] or mark.end <= clip[0]:
                continue
            start, end = max(mark.start, clip[0]), min(mark.end, clip[1])
            self._paint_mark(painter, places.rectangles(start, end), layer, self.lie(start))
        painter.restore()

    def _paint_mark(
        self, painter: QPainter, rects: Sequence[QRectF], layer: Layer, lie: int
    ) -> None:
        """Paint it as if its lines ran from left to right, on a painter that is turned as they are:
        what is under words is at their feet."""
        painter.save()
        if lie:
            painter.rotate(lie)
            rects = [QTransform().rotate(-lie).mapRect(rect) for rect in rects]
        if layer.mark.style == "highlight":
            self._paint_ground(painter, rects, layer.mark, layer.level)
        for line, colour in self._lines(layer.mark):
            draw_line(painter, rects, line, colour, layer.level)
        painter.restore()

    def _paint_ground(
        self, painter: QPainter, rects: Sequence[QRectF], mark: Mark, level: int
    ) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.ground(mark.colour))
        painter.setCompositionMode(self.see_through)
        shape = QPainterPath()  # one shape: where two rectangles meet the ground is no darker
        shape.setFillRule(Qt.FillRule.WindingFill)
        for rect in rects:
            step = min(STEP, rect.height() / 5)  # pages may be in small print
            shape.addRoundedRect(rect.adjusted(0, level * step - AIR, 0, AIR), RADIUS, RADIUS)
        painter.drawPath(shape)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)

    def _lines(self, mark: Mark) -> list[tuple[Line, QColor]]:
        strong = self.strong(mark.colour)
        if mark.verdict_tone is not None:
            tone = mark.verdict_tone or "none"
            return [(_TONE_LINES.get(tone, _TONE_LINES["none"]), self.theme.tone(tone))]
        if self.apart:
            return [(LINES[COLOURS.index(mark.colour)], strong)]
        return [(Line((), 2.5), strong)] if mark.style == "underline" else []

    def strong(self, colour: str) -> QColor:
        """A mark's colour where it must be seen as a line."""
        tokens = self.theme.tokens
        return mix(tokens.ink, self.theme.mark(colour), 0.55 if tokens.dark else 0.38)

    def paint_found(
        self, painter: QPainter, places: Places, found: Sequence[tuple[int, int]],
        current: tuple[int, int] | None,
    ) -> None:  # fmt: skip
        """Frame what a search found; the current hit is filled besides."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        accent = self.theme.colour("accent")
        for hit in found:
            wash = QColor(accent)
            wash.setAlphaF(0.34 if hit == current else 0.12)
            painter.setBrush(wash)
            painter.setPen(QPen(accent, 1.6 if hit == current else 0.8))
            for rect in places.rectangles(*hit):
                painter.drawRoundedRect(rect.adjusted(-1, 0, 1, 0), 3, 3)
        painter.restore()

    def paint_handles(self, painter: QPainter, ends: Sequence[QRectF]) -> None:
        """The two ends of the current mark: a stroke and a knob, above at the start and below at
        the end."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for end, knob in zip(ends, knobs(ends), strict=True):
            if end.isNull():
                continue
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.theme.colour("accent"))
            painter.drawRect(end.adjusted(-1, -1, 1, 1))
            painter.setPen(QPen(self.theme.colour("paper"), 2))
            painter.drawEllipse(knob, HANDLE, HANDLE)
        painter.restore()


def is_sideways(stroke: QRectF) -> bool:
    """Whether the line that a stroke lies across runs up or down the page."""
    return stroke.width() > stroke.height()


def knobs(ends: Sequence[QRectF]) -> list[QPointF]:
    """Where the knobs of the two ends are: above the line at the start, below at the end; beside a
    line that runs up or down, right and left of it."""
    found = []
    for number, end in enumerate(ends):
        first = number == 0
        if is_sideways(end):
            found.append(QPointF(end.right() + 2 if first else end.left() - 2, end.y()))
        else:
            found.append(QPointF(end.x(), end.top() - 2 if first else end.bottom() + 2))
    return found
