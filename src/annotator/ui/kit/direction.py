"""Which way a text is read."""

from unicodedata import bidirectional


def is_rtl(text: str) -> bool:
    """Whether its first character with a direction of its own is read from right to left."""
    if text.isascii():
        return False
    strong = (kind for kind in map(bidirectional, text) if kind in ("L", "R", "AL"))
    return next(strong, "L") != "L"
