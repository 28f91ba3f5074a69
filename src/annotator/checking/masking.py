"""A text with blanks in place of what is not looked at, so that every place stays where it is."""

from collections.abc import Iterable


def masked(text: str, ranges: Iterable[tuple[int, int]]) -> str:
    """The text, as long as before, with nothing in it but the ranges (in order, apart)."""
    pieces: list[str] = []
    at = 0
    for start, end in ranges:
        pieces += [_blanks(start - at), text[start:end]]
        at = end
    pieces.append(_blanks(len(text) - at))
    return "".join(pieces)


def _blanks(length: int) -> str:
    """Blanks between line ends: what is in another block never runs on."""
    return "\n".join(("", " " * (length - 2), ""))[:length] if length > 0 else ""
