"""Where a piece of a block's text stands, line by line; right for text of both directions."""

from collections.abc import Iterator, Sequence
from unicodedata import bidirectional

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QTextBlock, QTextBlockFormat, QTextLine

_RTL = frozenset({"R", "AL", "AN", "RLE", "RLO", "RLI"})
_FIXED = QTextBlockFormat.LineHeightTypes.FixedHeight.value
_FIRST_RTL = "\u0590"
_BLANKS = frozenset(map(ord, " \t\u2028"))
_TOUCHING = 0.5  # px: pieces closer than that are one

Extent = tuple[float, float]


def line_rectangles(
    block: QTextBlock, origin: QPointF, start: int, end: int, height: tuple[float, float]
) -> Iterator[QRectF]:
    """The rectangles of document positions ``[start, end)`` in ``block``.

    ``origin`` is where the coordinates of its lines begin; ``height`` the ascent and descent of
    its type, px: a line that holds a larger glyph gets no higher rectangle than its neighbours.
    Blanks at which a line was broken are not covered.
    """
    layout, first = block.layout(), block.position()
    start, end = start - first, end - first
    units = _utf16(block.text()) if has_rtl(block) else None
    for at in range(max(0, layout.lineForTextPosition(start).lineNumber()), layout.lineCount()):
        line = layout.lineAt(at)
        low, high = line.textStart(), line.textStart() + line.textLength()
        if low >= end:
            return
        top = origin.y() + line.y() + line.ascent() - height[0]
        for left, right in _extents(line, max(start, low), min(end, high), units):
            yield QRectF(origin.x() + left, top, right - left, sum(height))


def _utf16(text: str) -> Sequence[int]:
    return memoryview(text.encode("utf-16-le")).cast("H")


def block_rectangle(block: QTextBlock, origin: QPointF) -> QRectF:
    """Where a block stands; ``origin`` is where its lines' coordinates begin. Qt's own answer
    knows neither indents nor fixed line heights."""
    layout = block.layout()
    if layout.lineCount() == 0:
        return QRectF(origin, QSizeF(0, 0))
    first, last = layout.lineAt(0), layout.lineAt(layout.lineCount() - 1)
    height = last.y() + last.height()
    if block.blockFormat().lineHeightType() == _FIXED:
        height = block.blockFormat().lineHeight() * layout.lineCount()
    return QRectF(origin.x() + first.x(), origin.y(), first.width(), height)


def has_rtl(block: QTextBlock) -> bool:
    """Whether any of the block's text runs from right to left."""
    if block.textDirection() is Qt.LayoutDirection.RightToLeft:
        return True
    text = block.text()
    return not text.isascii() and any(c > _FIRST_RTL and bidirectional(c) in _RTL for c in text)


def _extents(line: QTextLine, low: int, high: int, units: Sequence[int] | None) -> Sequence[Extent]:
    """Left and right of ``[low, high)`` in the line, one pair for each run on its own. ``units``
    is the block's text where it has both directions."""
    if units is None:
        left, right = _x(line, low), min(_x(line, high), line.naturalTextRect().right())
        return [(left, right)] if right > left else []
    if high == line.textStart() + line.textLength():
        while high > low and units[high - 1] in _BLANKS:
            high -= 1
    return _runs(line, low, high) if high > low else []


def _runs(line: QTextLine, low: int, high: int) -> list[Extent]:
    """What Qt's cursor positions are not good for: where the direction turns, they jump."""
    runs = (run.boundingRect() for run in line.glyphRuns(low, high - low))
    merged: list[Extent] = []
    for left, right in sorted((run.left(), run.right()) for run in runs):
        if merged and left <= merged[-1][1] + _TOUCHING:
            merged[-1] = (merged[-1][0], max(right, merged[-1][1]))
        else:
            merged.append((left, right))
    return merged


def _x(line: QTextLine, position: int) -> float:
    found: tuple[float, int] = line.cursorToX(position)  # type: ignore[assignment]  # stub: object
    return found[0]
