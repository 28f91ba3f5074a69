"""What the model weighs in a sentence: five groups of short strings."""

from bisect import bisect_right
from itertools import pairwise

from annotator.spotting.lexicon import TELLING
from annotator.spotting.words import FIGURES, NAME, UNIT, Word

GROUPS = ("words", "stems", "pairs", "shapes", "signs")

FACTORS = (1.4, 1.4, 1.0, 0.7, 1.0)
"""How much a group counts beside the others."""

_STEM = 5
"""Letters of a word that stand for its stem: costs nothing, and tells as much as n-grams do."""

_LENGTHS = (3, 5, 6, 7, 8, 9, 10, 12, 14, 17, 20, 24, 28, 34, 40, 50)
_LENGTH_SIGNS = tuple(f"length{least}" for least in _LENGTHS)
_COUNTED = FIGURES | {NAME, UNIT, "-ed", "-est", "-er", "-ing", "-ly", "-ion", "-s"}
_COMBINED = frozenset((
    "economy", "government", "security", "society", "change", "comparison", "future", "belief", "i",
    "we", "you", "they", "past", "-ed", NAME, "?", "negation", "doubt", "present", "ideals", "said",
))  # fmt: skip


def grams(sentence: list[Word]) -> tuple[set[str], ...]:
    """The strings of each group of ``GROUPS``, in that order, for the words of a sentence."""
    texts = [word.text for word in sentence]
    kinds = [word.kind for word in sentence]
    stems = [text[:_STEM] for text in texts]
    pairs = {f"{one} {two}" for one, two in pairwise(stems)}
    words = set(texts)
    return (words, set(stems), pairs, _shapes(kinds), _signs(texts, kinds))


def _shapes(kinds: list[str]) -> set[str]:
    shapes = set(kinds)
    second, third = kinds[1:], kinds[2:]
    shapes.update([f"{a} {b}" for a, b in pairwise(kinds)])
    shapes.update([f"{a} {b} {c}" for a, b, c in zip(kinds, second, third, strict=False)])
    return shapes


def _signs(texts: list[str], kinds: list[str]) -> set[str]:
    counted = _counted(texts, kinds)
    signs = set(counted)
    for sign, count in counted.items():
        if count > 1:
            signs.update(f"{sign}{most}" for most in (2, 3, 5) if count >= most)
    length = sum([text[0].isalnum() or text in FIGURES for text in texts])
    signs.update(_LENGTH_SIGNS[: bisect_right(_LENGTHS, length)])
    signs.update(_together(counted))
    signs.add("begins " + " ".join(texts[:1]))
    signs.add("begins with " + " ".join(texts[:2]))
    return signs


def _counted(texts: list[str], kinds: list[str]) -> dict[str, int]:
    counted: dict[str, int] = {}
    for kind in kinds:
        if kind in _COUNTED:
            counted[kind] = counted.get(kind, 0) + 1
    if figures := sum([counted[kind] for kind in counted if kind in FIGURES]):
        counted["figure"] = figures
    for text in texts:
        for name in TELLING.get(text, ()):
            counted[name] = counted.get(name, 0) + 1
    if texts[-1:] == ["?"]:
        counted["?"] = 1
    return counted


def _together(counted: dict[str, int]) -> list[str]:
    """The signs that count together with a figure, with the past, with plans, with a name."""
    beside = [
        " +figure" if "figure" in counted or "quantity" in counted else " -figure",
        " +past" if "past" in counted or "-ed" in counted else " -past",
        " +future" if "future" in counted else " -future",
    ]
    if NAME in counted:
        beside.append(" +name")
    return [sign + other for sign in _COMBINED.intersection(counted) for other in beside]
