"""Long texts and edits of them, made from a seed."""

import random
import re

_VOCABULARY = (
    "council library vote river town money report minister law court judge paper reader school "
    "teacher budget street harbour storm summer winter price market farmer engineer bridge road "
    "doctor hospital nurse patient letter mayor deputy spokesman witness lawyer appeal ruling the "
    "a of to in on for with and but said that which after before during against will would could"
)
_WORDS = _VOCABULARY.split()


def article(seed: int, paragraphs: int = 40) -> str:
    """A text of that many paragraphs, one a line."""
    rng = random.Random(seed)

    def sentence() -> str:
        return " ".join(rng.choices(_WORDS, k=rng.randint(6, 18))).capitalize() + "."

    return "\n".join(
        " ".join(sentence() for _ in range(rng.randint(2, 6))) for _ in range(paragraphs)
    )


def passages(text: str, count: int, seed: int) -> list[tuple[int, int]]:
    """Passages of 20 to 60 code points between word borders, apart from each other."""
    rng = random.Random(seed)
    borders = [match.start() for match in re.finditer(r"\b\w", text)]
    found: list[tuple[int, int]] = []
    while len(found) < count:
        start = rng.choice(borders)
        ends = [m.end() for m in re.finditer(r"\w\b", text[start : start + 60]) if m.end() >= 20]
        if not ends:
            continue
        end = start + rng.choice(ends)
        if all(end + 2 < other or start > other_end + 2 for other, other_end in found):
            found.append((start, end))
    return sorted(found)


def edited_around(
    text: str, keep: list[tuple[int, int]], rate: float, seed: int
) -> tuple[str, list[tuple[int, int]]]:
    """The text with that share of its words replaced, doubled or cut, except the passages; and
    where the passages are then."""
    rng = random.Random(seed)
    out: list[str] = []
    length = 0
    places: list[tuple[int, int]] = []
    at = 0
    for start, end in (*keep, (len(text), len(text))):
        changed = "".join(_edited(piece, rate, rng) for piece in re.split(r"(\W+)", text[at:start]))
        out += changed, text[start:end]
        length += len(changed)
        places.append((length, length + end - start))
        length += end - start
        at = end
    return "".join(out), places[:-1]


def _edited(piece: str, rate: float, rng: random.Random) -> str:
    if not piece.isalnum() or rng.random() >= rate:
        return piece
    return rng.choice((rng.choice(_WORDS), f"{piece} {rng.choice(_WORDS)}", ""))
