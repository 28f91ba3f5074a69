"""Where words somebody typed stand in a text, white space aside."""

import re


def find_quote(text: str, quote: str, prefix: str = "") -> list[tuple[int, int]]:
    """All places (start, end) where the quote stands, in order, overlapping ones included.

    Any run of white space counts as one space, in the quote and in the text, line breaks between
    blocks among it. ``prefix`` are words that stand directly before. Case matters.
    """
    words = quote.split()
    if not words:
        return []
    before = _spaced(prefix.split()) + r"\s*" if prefix.strip() else ""
    pattern = re.compile(f"{before}({_spaced(words)})")
    places: list[tuple[int, int]] = []
    found = pattern.search(text)
    while found:
        places.append(found.span(1))
        found = pattern.search(text, found.start() + 1)
    return list(dict.fromkeys(places))


def _spaced(words: list[str]) -> str:
    return r"\s+".join(map(re.escape, words))
