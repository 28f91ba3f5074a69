"""Which way a text is read, and how texts of either way stand in one line."""

from collections.abc import Sequence
from unicodedata import bidirectional

_FROM_RIGHT = "\u200f"


def is_rtl(text: str) -> bool:
    """Whether its first character with a direction of its own is read from right to left."""
    if text.isascii():
        return False
    strong = (kind for kind in map(bidirectional, text) if kind in ("L", "R", "AL"))
    return next(strong, "L") != "L"


def apart(text: str) -> str:
    """Text to stand in a line with others: what is read from the right keeps to itself, or it would
    draw what stands beside it to its other side."""
    return _isolated(text) if _is_turned(text) else text


def all_apart(texts: Sequence[str]) -> list[str]:
    """Texts of one line, those that say something. Where one of them is read from the right, each
    keeps to itself, lest a date is torn; and so is the line, where its first one is."""
    known = [text for text in texts if text]
    if not any(map(_is_turned, known)):
        return known
    first, *more = map(_isolated, known)
    return [f"{_FROM_RIGHT}{first}" if is_rtl(known[0]) else first, *more]


def _is_turned(text: str) -> bool:
    return not text.isascii() and any(bidirectional(sign) in ("R", "AL") for sign in text)


def _isolated(text: str) -> str:
    return f"\u2068{text}\u2069"
