"""Running text painted by itself: broken to a width, elided after some lines."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QTextCharFormat, QTextLayout, QTextOption

from annotator.ui.theme import Theme
from annotator.ui.theme.fonts import ROLES

LEADING = 1.42
"""Line height in parts of the type's size."""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one font role and one colour token."""

    text: str
    role: str = "ui"
    token: str = "ink"


class Lines:
    """Runs of text set to a width; ``most`` is the highest number of lines, 0 for any. ``rtl``:
    they are read, and stand, from the right."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._runs: tuple[Run, ...] = ()
        self._most = 0
        self._rtl = False
        self._key: tuple[object, ...] = ()
        self._layout: QTextLayout | None = None
        self._step = 0.0

    def set(self, runs: Sequence[Run], most: int = 0, rtl: bool = False) -> None:
        """What to show."""
        self._runs, self._most, self._rtl = tuple(run for run in runs if run.text), most, rtl

    @property
    def text(self) -> str:
        """The words, whole."""
        return "".join(run.text for run in self._runs)

    def height(self, width: float) -> int:
        """The height at a width, px."""
        layout = self._laid_out(width)
        return round(layout.lineCount() * self._step) if layout else 0

    def width(self) -> float:
        """The natural width of the text in one line, px."""
        return sum(self._theme.metrics(run.role).horizontalAdvance(run.text) for run in self._runs)

    def draw(self, painter: QPainter, x: float, y: float, width: float) -> None:
        """Paint with the top left corner at (x, y)."""
        layout = self._laid_out(width)
        if layout:
            layout.draw(painter, QPointF(x, y))

    def _laid_out(self, width: float) -> QTextLayout | None:
        if not self._runs or width <= 0:
            return None
        look = self._theme.tokens.name, self._theme.scale
        key = (self._runs, self._most, self._rtl, round(width), *look)
        if key != self._key:
            self._key = key
            self._layout = self._break(self._runs, width)
        return self._layout

    def _break(self, runs: Sequence[Run], width: float) -> QTextLayout:
        size = max(ROLES[run.role].size for run in runs) * self._theme.scale
        self._step = round(size * LEADING)
        layout = self._make(runs)
        cut = self._place(layout, width)
        if cut is not None:
            layout = self._make(self._elided(runs, cut, width))
            self._place(layout, width)
        return layout

    def _make(self, runs: Sequence[Run]) -> QTextLayout:
        layout = QTextLayout("".join(run.text for run in runs), self._theme.font(runs[0].role))
        option = QTextOption()
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        if self._rtl:
            option.setTextDirection(Qt.LayoutDirection.RightToLeft)
            option.setAlignment(Qt.AlignmentFlag.AlignRight)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        formats, at = [], 0
        for run in runs:
            length = utf16_length(run.text)
            form = QTextCharFormat()
            form.setFont(self._theme.font(run.role))
            form.setForeground(self._theme.colour(run.token))
            formats.append(_range(at, length, form))
            at += length
        layout.setFormats(formats)
        return layout

    def _place(self, layout: QTextLayout, width: float) -> int | None:
        """Break into lines; where the last line allowed begins when there is more, else None."""
        cut, count = None, 0
        end = utf16_length(layout.text())
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, count * self._step + (self._step - line.height()) / 2))
            count += 1
            if count == self._most:
                more = line.textStart() + line.textLength() < end
                cut = line.textStart() if more else None
                break
        layout.endLayout()
        return cut

    def _elided(self, runs: Sequence[Run], cut: int, width: float) -> list[Run]:
        kept: list[Run] = []
        for at, run in enumerate(runs):
            length = utf16_length(run.text)
            if cut >= length:
                kept.append(run)
                cut -= length
                continue
            rest = utf16_from(run.text, cut) + "".join(later.text for later in runs[at + 1 :])
            metrics = self._theme.metrics(run.role)
            tail = metrics.elidedText(_one_line(rest), Qt.TextElideMode.ElideRight, width)
            kept.append(Run(utf16_until(run.text, cut) + tail, run.role, run.token))
            break
        return kept


def elided(theme: Theme, text: str, role: str, width: float) -> str:
    """One line of text, cut to a width in px."""
    metrics = theme.metrics(role)
    return metrics.elidedText(_one_line(text), Qt.TextElideMode.ElideRight, width)


def measure(theme: Theme, text: str, role: str) -> int:
    """The width of one line of text, px."""
    return ceil(theme.metrics(role).horizontalAdvance(text)) + 1


def soft(text: str) -> str:
    """Text whose line breaks stay within one paragraph for Qt; a sign of percent stays beside its
    number. As long as it was."""
    return text.replace("\n", "\u2028").replace(" %", "\u00a0%")


def utf16_length(text: str) -> int:
    """The length as Qt counts it."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def utf16_from(text: str, position: int) -> str:
    """The text from a Qt position on."""
    return text.encode("utf-16-le", "surrogatepass")[2 * position :].decode("utf-16-le", "ignore")


def utf16_until(text: str, position: int) -> str:
    """The text up to a Qt position."""
    return text.encode("utf-16-le", "surrogatepass")[: 2 * position].decode("utf-16-le", "ignore")


def _one_line(text: str) -> str:
    return text.replace("\u2028", " ").replace("\n", " ")


def _range(start: int, length: int, form: QTextCharFormat) -> QTextLayout.FormatRange:
    result = QTextLayout.FormatRange()
    result.start, result.length, result.format = start, length, form
    return result
