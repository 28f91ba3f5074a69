"""Tints under sentences, beneath all marks: how check-worthy each is, or whose voice it is in.

Each look is a colour of its own and, where looks stand side by side, a line of its own too, so that
colour is not all that tells them apart.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from copy import copy
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QTransform

from annotator.library.marks import Mark
from annotator.ui.document_view import Passage
from annotator.ui.marks.lines import Line, draw_line
from annotator.ui.marks.painting import AIR, Places
from annotator.ui.theme import mix
from annotator.ui.theme.tokens import Tokens

WORTH = ("worth1", "worth2", "worth3")
"""A little, more, and most worth a look."""
VOICES = ("own", "named", "unnamed", "quoted")
_TEAL, _GREY, _BLUE, _ORANGE, _PURPLE = "#00857a", "#7a7a7a", "#0072b2", "#d98a00", "#8a3d8f"
_LIGHT = {
    "worth1": (_TEAL, 0.115), "worth2": (_TEAL, 0.22), "worth3": (_TEAL, 0.33),
    "own": (_GREY, 0.12), "named": (_BLUE, 0.17), "unnamed": (_ORANGE, 0.26),
    "quoted": (_PURPLE, 0.34),
}  # fmt: skip
_DARK = {
    "worth1": (_TEAL, 0.14), "worth2": (_TEAL, 0.26), "worth3": (_TEAL, 0.40),
    "own": (_GREY, 0.16), "named": (_BLUE, 0.42), "unnamed": (_ORANGE, 0.36),
    "quoted": ("#c25ac8", 0.52),
}  # fmt: skip
"""What one does not see in colours differs in lightness: the quoted is the strongest."""
_LINES = {
    "named": Line((), 1.5), "unnamed": Line((4, 2.5), 1.5), "quoted": Line((1.0, 1.6), 2.0),
}  # fmt: skip
"""The article's own voice has none: it is what one reads most."""
OUTLINE = 1.6
"""px of the line around the sentence one is at."""


@dataclass(frozen=True, slots=True)
class Tint:
    """``[start, end)`` of the text, and how it looks: one of ``WORTH`` or ``VOICES``."""

    start: int
    end: int
    look: str


class Tints:
    """Tints in the order of the text, none over another. ``outlined``: the passage one is at."""

    def __init__(self, tints: Sequence[Tint] = (), outlined: Passage | None = None) -> None:
        self._tints = tints
        self._starts = [tint.start for tint in tints]
        self._ends = [tint.end for tint in tints]
        self.outlined = outlined

    def outlining(self, passage: Passage | None) -> "Tints":
        """The same with another passage outlined."""
        others = copy(self)
        others.outlined = passage
        return others

    def between(self, start: int, end: int) -> Sequence[Tint]:
        """The tints that touch ``[start, end)``."""
        first = bisect_right(self._ends, start)
        return self._tints[first : bisect_left(self._starts, end)]


NO_TINTS = Tints()


def ground(tokens: Tokens, look: str) -> QColor:
    """The colour of a look's ground."""
    hue, share = (_DARK if tokens.dark else _LIGHT)[look]
    return mix(hue, tokens.paper, share)


def line(tokens: Tokens, look: str) -> tuple[Line, QColor] | None:
    """The line under a look, and its colour; None where it has none."""
    if look not in _LINES:
        return None
    hue, _share = _LIGHT[look]
    return _LINES[look], mix(tokens.ink, hue, 0.6 if tokens.dark else 0.35)


class TintPainter:
    """Paints tints in document coordinates. ``see_through``: how grounds lie over what is painted
    already; ``spared``: where no ground comes, for another lies there; ``tokens``: the colours of
    what they lie on; ``lie``: how far the line that a code point stands on is turned, degrees
    clockwise."""

    def __init__(self, tokens: Tokens) -> None:
        self.tokens = tokens
        self.see_through = QPainter.CompositionMode.CompositionMode_SourceOver
        self.spared = QPainterPath()
        self.spared.setFillRule(Qt.FillRule.WindingFill)
        self.lie: Callable[[int], int] = lambda _offset: 0

    def spare(self, places: Places, marks: Iterable[Mark], clip: Passage) -> None:
        """Leave the grounds of these marks to them: where one is seen through another, two make a
        third colour, that means nothing."""
        for mark in marks:
            start, end = max(mark.start, clip[0]), min(mark.end, clip[1])
            if mark.style == "highlight" and start < end:
                self.spared.addPath(_shape(places.rectangles(start, end), AIR))

    def paint(
        self, painter: QPainter, places: Places, tints: Tints, clip: Passage, accent: QColor
    ) -> None:
        """Paint what of the tints stands within ``clip`` (code points)."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for tint in tints.between(*clip):
            start = max(tint.start, clip[0])
            rects = places.rectangles(start, min(tint.end, clip[1]))
            self._paint_tint(painter, rects, tint.look, self.lie(start))
        if tints.outlined and tints.outlined[0] < clip[1] and tints.outlined[1] > clip[0]:
            self._outline(painter, places.rectangles(*tints.outlined), accent)
        painter.restore()

    def _paint_tint(self, painter: QPainter, rects: Sequence[QRectF], look: str, lie: int) -> None:
        painter.save()
        self._paint_ground(painter, rects, look)
        if lie:  # what is under words is at their feet
            painter.rotate(lie)
            rects = [QTransform().rotate(-lie).mapRect(rect) for rect in rects]
        drawn = line(self.tokens, look)
        if drawn is not None:
            draw_line(painter, rects, *drawn)
        painter.restore()

    def _paint_ground(self, painter: QPainter, rects: Sequence[QRectF], look: str) -> None:
        area = _shape(rects, AIR)
        if self.spared.intersects(area.boundingRect()):
            area = area.subtracted(self.spared)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground(self.tokens, look))
        painter.setCompositionMode(self.see_through)
        painter.drawPath(area)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)

    def _outline(self, painter: QPainter, rects: Sequence[QRectF], accent: QColor) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(accent, OUTLINE))
        painter.drawPath(_shape(rects, AIR + 1.5).simplified())


def _shape(rects: Sequence[QRectF], air: float) -> QPainterPath:
    path = QPainterPath()  # one shape: where two rectangles meet the ground is no darker
    path.setFillRule(Qt.FillRule.WindingFill)
    for rect in rects:
        path.addRoundedRect(rect.adjusted(-air, -air, air, air), 2, 2)
    return path
