"""How well a few typed letters fit a text. Pure, for lists of some thousand lines."""

FAR = 5
"""Letters of an abbreviation are no further apart than so, unless the later one begins the next
word."""


def score(query: str, text: str) -> float | None:
    """Higher is better, None is no fit. Every word of the query must fit somewhere: as a
    beginning, as the beginning of a word, inside a word, or with letters left out."""
    target = text.casefold()
    total = 0.0
    for word in query.casefold().split():
        fit = _fit(word, target)
        if fit is None:
            return None
        total += fit
    return total - len(text) / 100


def _fit(word: str, text: str) -> float | None:
    place = text.find(word)
    if place == 0:
        return 100
    while place > 0:
        if not text[place - 1].isalnum():
            return 80
        place = text.find(word, place + 1)
    if word in text:
        return 60
    return _scattered(word, text)


def _scattered(word: str, text: str) -> float | None:
    """A few letters in order, the first at the beginning of a word and each of the others close
    behind the one before or at the next word's beginning: ``hdn`` in “Hand in”, ``exmd`` in “Export
    Markdown”. Further apart they would fit into any sentence."""
    starts = (
        i for i, c in enumerate(text) if c == word[0] and (i == 0 or not text[i - 1].isalnum())
    )
    best: float | None = None
    for start in starts:
        place, gaps = start, 0
        for letter in word[1:]:
            found = _next(letter, text, place)
            if found < 0:
                break
            gaps += found - place - 1
            place = found
        else:
            best = max(best or 0.0, 40 - min(gaps, 39))
    return best


def _next(letter: str, text: str, place: int) -> int:
    """Where the letter after the one at ``place`` is, -1 where it is too far."""
    found = text.find(letter, place + 1, place + 1 + FAR)
    if found >= 0:
        return found
    word = next((i for i in range(place + 1, len(text)) if not text[i - 1].isalnum()), len(text))
    return word if text[word : word + 1] == letter else -1
