"""Where a key moves the caret: pure functions on the text, offsets in code points.

Arrows, Home and End are Qt's own; here are words, sentences and paragraphs, which Qt's text
widgets know badly or not at all.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QKeyCombination, Qt, QTextBoundaryFinder

from annotator.model import Block

_Kind = QTextBoundaryFinder.BoundaryType
_Reason = QTextBoundaryFinder.BoundaryReason
REACH = 2_000
"""Code points looked at around a place; longer sentences end there."""


@dataclass(frozen=True, slots=True)
class Move:
    """``unit``: word | sentence | paragraph; ``step``: -1 back, 1 on; ``extend`` the selection."""

    unit: str
    step: int
    extend: bool = False


def move_of(key: int, modifiers: Qt.KeyboardModifier) -> Move | None:
    """The move a key asks for; None for keys that Qt sees to."""
    extend = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
    rest = modifiers & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
    found = _MOVES.get(QKeyCombination(rest, Qt.Key(key)).toCombined())
    return Move(*found, extend) if found else None


_CTRL, _ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
_MOVES: dict[int, tuple[str, int]] = {
    QKeyCombination(_CTRL, Qt.Key.Key_Left).toCombined(): ("word", -1),
    QKeyCombination(_CTRL, Qt.Key.Key_Right).toCombined(): ("word", 1),
    QKeyCombination(_ALT, Qt.Key.Key_Up).toCombined(): ("sentence", -1),
    QKeyCombination(_ALT, Qt.Key.Key_Down).toCombined(): ("sentence", 1),
    QKeyCombination(_CTRL, Qt.Key.Key_Up).toCombined(): ("paragraph", -1),
    QKeyCombination(_CTRL, Qt.Key.Key_Down).toCombined(): ("paragraph", 1),
}


def moved(text: str, blocks: Sequence[Block], offset: int, move: Move) -> int:
    """Where the move leads from ``offset``; ``blocks`` are those shown, in order."""
    if move.unit == "paragraph":
        return paragraph_step(blocks, offset, move.step)
    kind = _Kind.Word if move.unit == "word" else _Kind.Sentence
    return boundary_step(text, blocks, offset, move.step, kind)


def paragraph_step(blocks: Sequence[Block], offset: int, step: int) -> int:
    """The start of the next block, or of this one, or of the one before."""
    starts = [block.start for block in blocks]
    if not starts:
        return offset
    if step > 0:
        at = bisect_right(starts, offset)
        return starts[at] if at < len(starts) else blocks[-1].end
    return starts[max(0, bisect_left(starts, offset) - 1)]


def boundary_step(
    text: str, blocks: Sequence[Block], offset: int, step: int, kind: _Kind = _Kind.Word
) -> int:
    """The next place where a word (or sentence) begins; out of a block into its neighbour."""
    starts = [block.start for block in blocks]
    at = max(0, bisect_right(starts, offset) - 1)
    if not blocks:
        return offset
    block = blocks[at]
    if step > 0:
        inside = [place for place in begins(text, block, offset, kind) if place > offset]
        if inside:
            return inside[0]
        if offset < block.end:
            return block.end
        return starts[at + 1] if at + 1 < len(starts) else offset
    inside = [place for place in begins(text, block, offset, kind) if place < offset]
    if inside:
        return inside[-1]
    if offset > block.start:
        return block.start
    return blocks[at - 1].end if at else offset


def begins(text: str, block: Block, around: int, kind: _Kind = _Kind.Word) -> list[int]:
    """Where words (or sentences) begin in the block near a place."""
    return _boundaries(text, block, around, kind, _Reason.StartOfItem)


def ends(text: str, block: Block, around: int, kind: _Kind = _Kind.Word) -> list[int]:
    """Where words (or sentences) end in the block near a place."""
    return _boundaries(text, block, around, kind, _Reason.EndOfItem)


def _boundaries(
    text: str, block: Block, around: int, kind: _Kind, reason: QTextBoundaryFinder.BoundaryReason
) -> list[int]:
    low, high = max(block.start, around - REACH), min(block.end, around + REACH)
    piece = text[low:high]
    finder = QTextBoundaryFinder(kind, piece)
    places: list[int] = []
    at = 0
    while at != -1:
        if finder.boundaryReasons() & reason:
            places.append(low + _code_points(piece, at))
        at = finder.toNextBoundary()
    return places


def _code_points(text: str, units: int) -> int:
    """UTF-16 units of the text's beginning as code points."""
    if text.isascii():
        return units
    return len(text.encode("utf-16-le")[: units * 2].decode("utf-16-le", "ignore"))


def nudged(
    text: str, blocks: Sequence[Block], passage: tuple[int, int], which: str, step: int
) -> tuple[int, int]:
    """A passage with its ``start`` or ``end`` a word further back or on; never empty."""
    start, end = passage
    if which == "start":
        new = boundary_step(text, blocks, start, step)
        return (new, end) if new < end else passage
    new = _end_step(text, blocks, end, step)
    return (start, new) if new > start else passage


def _end_step(text: str, blocks: Sequence[Block], offset: int, step: int) -> int:
    """Where the next word ends, or the one before; out of a block into its neighbour."""
    starts = [block.start for block in blocks]
    at = max(0, bisect_left(starts, offset) - 1)
    if step > 0:
        for block in blocks[at : at + 3]:
            later = [place for place in ends(text, block, max(offset, block.start))
                     if place > offset]  # fmt: skip
            if later:
                return later[0]
        return offset
    for block in reversed(blocks[max(0, at - 2) : at + 1]):
        earlier = [p for p in ends(text, block, min(offset, block.end)) if p < offset]
        if earlier:
            return earlier[-1]
    return offset
