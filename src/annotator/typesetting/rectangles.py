"""Where a piece of a block's text stands, line by line; right for text of both directions."""

from unicodedata import bidirectional

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QTextBlock, QTextLine

_RTL = frozenset({"R", "AL", "AN", "RLE", "RLO", "RLI"})
_TOUCHING = 0.5  # px: pieces closer than that are one


def line_rectangles(
    block: QTextBlock, corner: QPointF, start: int, end: int, height: tuple[float, float]
) -> list[QRectF]:
    """The rectangles of document positions ``[start, end)`` in ``block``.

    ``corner`` is the block's in the document; ``height`` the ascent and descent of its type, px:
    a line that holds a larger glyph gets no higher rectangle than its neighbours.
    """
    layout, first = block.layout(), block.position()
    start, end = start - first, end - first
    at = layout.lineForTextPosition(start).lineNumber()
    mixed = block.textDirection().value == 1 or _has_rtl(block.text())
    found: list[QRectF] = []
    while 0 <= at < layout.lineCount():
        line = layout.lineAt(at)
        if line.textStart() >= end:
            break
        low = max(start, line.textStart())
        high = min(end, line.textStart() + line.textLength())
        baseline = corner.y() + line.y() + line.ascent()
        for left, right in _extents(line, low, high, mixed):
            top = baseline - height[0]
            found.append(QRectF(corner.x() + left, top, right - left, sum(height)))
        at += 1
    return found


def _has_rtl(text: str) -> bool:
    return not text.isascii() and any(bidirectional(c) in _RTL for c in text if c > "\u0590")


def _extents(line: QTextLine, low: int, high: int, mixed: bool) -> list[tuple[float, float]]:
    """Left and right of ``[low, high)`` in the line, one pair for each run on its own."""
    if high <= low:
        return []
    if not mixed:
        left, right = _x(line, low), _x(line, high)
        return [(left, right)] if right > left else []
    edges = sorted(_edges(line, index) for index in range(low, high))
    merged: list[tuple[float, float]] = []
    for left, right in edges:
        if merged and left <= merged[-1][1] + _TOUCHING:
            merged[-1] = (merged[-1][0], max(right, merged[-1][1]))
        elif right > left:
            merged.append((left, right))
    return merged


def _edges(line: QTextLine, index: int) -> tuple[float, float]:
    leading = _x(line, index, QTextLine.Edge.Leading)
    trailing = _x(line, index, QTextLine.Edge.Trailing)
    return min(leading, trailing), max(leading, trailing)


def _x(line: QTextLine, position: int, edge: QTextLine.Edge = QTextLine.Edge.Leading) -> float:
    found = line.cursorToX(position, edge)
    return float(found[0] if isinstance(found, tuple) else found)
