"""Which way a text is read."""

from unicodedata import bidirectional


def is_rtl(text: str) -> bool:
    """Whether its first character with a direction of its own is read from right to left."""
    if text.isascii():
        return False
    strong = (kind for kind in map(bidirectional, text) if kind in ("L", "R", "AL"))
    return next(strong, "L") != "L"


def apart(text: str) -> str:
    """Text to stand in a line with others: what is read from the right keeps to itself, or it would
    draw what stands beside it to its other side."""
    turned = not text.isascii() and any(bidirectional(sign) in ("R", "AL") for sign in text)
    return f"\u2068{text}\u2069" if turned else text
