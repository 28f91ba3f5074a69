"""What keys do in the list of cards."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from annotator.ui.cards.heights import Heights
from annotator.ui.cards.parts import Verb

_KEY = Qt.Key
ENTER = (_KEY.Key_Return, _KEY.Key_Enter)


def target(key: int, heights: Heights, now: int | None, first: int, page: int) -> int | None:
    """The index that a key leads to, None for keys that lead nowhere; may lie beyond the ends.

    ``now`` is the current card, if there is one in the list, ``first`` the first one in sight,
    ``page`` the height of the window in px.
    """
    if key in (_KEY.Key_Up, _KEY.Key_Down):
        step = 1 if key == _KEY.Key_Down else -1
        return now + step if now is not None else first
    if key in (_KEY.Key_PageUp, _KEY.Key_PageDown):
        step = 1 if key == _KEY.Key_PageDown else -1
        start = now if now is not None else first
        to = heights.at(heights.top(start) + step * page)
        return to if to != start else start + step
    return {_KEY.Key_Home: 0, _KEY.Key_End: len(heights) - 1}.get(key)


def verb_of(event: QKeyEvent) -> Verb | None:
    """What a key asks of the current card: copy, delete, or Shift+Enter for its tags. Enter alone
    is its note or claim, and not told here."""
    if event.matches(QKeySequence.StandardKey.Copy):
        return Verb.COPY
    if event.key() == _KEY.Key_Delete:
        return Verb.DELETE
    shift = event.modifiers() == Qt.KeyboardModifier.ShiftModifier
    return Verb.TAGS if event.key() in ENTER and shift else None
