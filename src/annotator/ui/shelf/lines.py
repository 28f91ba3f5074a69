"""Text that a delegate breaks into a few lines, with found words told apart."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)

from annotator.store import HIT_END, HIT_START

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Emphasis:
    """How found words look."""

    font: QFont
    colour: QColor
    ground: QColor


def found_ranges(marked: str) -> tuple[str, list[Range]]:
    """A snippet without its signs, and where the found words are in it (UTF-16 units, as Qt
    counts)."""
    text, ranges, at, start = "", [], 0, 0
    for piece in _pieces(marked):
        if piece == HIT_START:
            start = at
        elif piece == HIT_END:
            ranges.append((start, at))
        else:
            text += piece
            at += len(piece.encode("utf-16-le")) // 2
    return text, ranges


def _pieces(marked: str) -> list[str]:
    spaced = marked.replace(HIT_START, f"\0{HIT_START}\0").replace(HIT_END, f"\0{HIT_END}\0")
    return [piece for piece in spaced.split("\0") if piece]


def draw(
    painter: QPainter,
    at: QPointF,
    width: float,
    text: str,
    lines: int,
    pitch: float,
    found: Sequence[Range] = (),
    emphasis: Emphasis | None = None,
) -> int:
    """Paint text over at most ``lines`` lines, the last ending in … where there is more; how many
    it took. ``pitch``: from line to line, px."""
    layout, taken = lay_out(text, painter.font(), width, lines, found, emphasis)
    metrics = QFontMetricsF(painter.font())
    inset = (pitch - metrics.height()) / 2 + metrics.ascent()
    for number in range(taken):
        line = layout.lineAt(number)
        line.setPosition(QPointF(0, number * pitch + inset - line.ascent()))
    layout.draw(painter, at)
    return taken


def lay_out(
    text: str,
    font: QFont,
    width: float,
    lines: int,
    found: Sequence[Range] = (),
    emphasis: Emphasis | None = None,
) -> tuple[QTextLayout, int]:
    """Text broken into at most ``lines`` lines, and how many there are."""
    layout, ends = _break(text, font, width, lines, found, emphasis)
    if ends[-1] >= layout_length(text):
        return layout, len(ends)
    start = ends[-2] if len(ends) > 1 else 0
    rest = _units(text, start)
    room = width - (QFontMetricsF(font).averageCharWidth() * len(found) / 2 if found else 0)
    cut = QFontMetricsF(font).elidedText(rest, Qt.TextElideMode.ElideRight, room)
    shown = (_units(text, 0, start) + cut).replace(" …", "…")
    layout, ends = _break(shown, font, width, lines, found, emphasis)
    return layout, len(ends)


def layout_length(text: str) -> int:
    """Length in UTF-16 units."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2


def _units(text: str, start: int, end: int | None = None) -> str:
    return text.encode("utf-16-le")[start * 2 : None if end is None else end * 2].decode(
        "utf-16-le"
    )


def _break(
    text: str, font: QFont, width: float, lines: int, found: Sequence[Range],
    emphasis: Emphasis | None,
) -> tuple[QTextLayout, list[int]]:  # fmt: skip
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    if emphasis is not None:
        layout.setFormats(_formats(found, layout_length(text), emphasis))
    layout.beginLayout()
    ends: list[int] = []
    while len(ends) < lines and (line := layout.createLine()).isValid():
        line.setLineWidth(max(1.0, width))
        ends.append(line.textStart() + line.textLength())
    layout.endLayout()
    return layout, ends or [layout_length(text)]


def _formats(
    found: Sequence[Range], length: int, emphasis: Emphasis
) -> list[QTextLayout.FormatRange]:
    look = QTextCharFormat()
    look.setFont(emphasis.font)
    look.setForeground(emphasis.colour)
    look.setBackground(emphasis.ground)
    formats = []
    for start, end in found:
        if start < length:
            piece = QTextLayout.FormatRange()
            piece.start, piece.length, piece.format = start, min(end, length) - start, look
            formats.append(piece)
    return formats
