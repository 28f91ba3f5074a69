"""Lines with letters from right to left, put into the order in which they are read.

PDFium turns such lines round piece by piece, which is right for words and wrong for what stands
between them: numbers, brackets, words of another script. So mixed lines are ordered by where their
letters stand, the way the Unicode bidirectional algorithm would have placed them (UAX 9).
"""

import re
import unicodedata
from collections.abc import Sequence
from itertools import cycle

_RIGHT = re.compile("[\u0590-\u065f\u066d-\u06ef\u06fa-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_MIXED = re.compile("[0-9A-Za-z\u00c0-\u024f\u0370-\u058f\u0660-\u0669\u06f0-\u06f9()\\[\\]{}«»<>]")
_LETTER = re.compile(r"[^\W\d_]")
_PAIRS = (("(", ")"), ("[", "]"), ("{", "}"), ("«", "»"))
_BLANK = 0.15  # of the widest letter
_INSIDE_NUMBER = frozenset(",.:/٫٬")


def page_direction(words: str) -> bool | None:
    """Whether most of a page is read from right to left; None where nothing is."""
    right = len(_RIGHT.findall(words))
    return right * 2 > len(_LETTER.findall(words)) if right else None


def is_rtl(words: str, page: bool | None) -> bool:
    """Whether a line is read from right to left; ``page`` is its page's direction, which decides
    where the line has much of both."""
    if page is None:
        return False
    right, letters = len(_RIGHT.findall(words)), len(_LETTER.findall(words))
    if not right:
        return False
    share = right / max(right, letters)
    return page if 0.2 < share < 0.8 else share >= 0.8


def needs_order(words: str) -> bool:
    """Whether a line has letters from right to left and something else that has a direction."""
    return bool(_RIGHT.search(words)) and bool(_MIXED.search(words))


def read_order(words: str, spans: Sequence[tuple[float, float]], rtl: bool) -> list[int]:
    """The indices of a line's letters as they are read. ``spans`` is where each one stands, (from,
    to) from the left; ``rtl`` the direction of the line as a whole."""
    across = _across(words, spans)
    signs = [words[cluster[0]] for cluster in across]
    kinds = [_kind(sign) for sign in signs]
    _settle(kinds, signs, "R" if rtl else "L")
    runs: list[tuple[str, list[list[int]]]] = []
    for kind, cluster in zip(kinds, across, strict=True):
        if not runs or runs[-1][0] != kind:
            runs.append((kind, []))
        runs[-1][1].append(cluster)
    return [unit for run in _as_read(runs, rtl) for cluster in run for unit in cluster]


def _across(words: str, spans: Sequence[tuple[float, float]]) -> list[list[int]]:
    """The letters from left to right. Blanks that PDFium put in have no place: they go where there
    is room between letters."""
    clusters = _clusters(words)
    made = [c for c in clusters if words[c[0]] == " " and spans[c[0]][1] - spans[c[0]][0] < 0.01]
    bare = {cluster[0] for cluster in made}
    drawn = [cluster for cluster in clusters if cluster[0] not in bare]
    drawn.sort(key=lambda cluster: spans[cluster[0]][0] + spans[cluster[0]][1])
    room = _BLANK * max(end - start for start, end in spans)
    found: list[list[int]] = []
    blanks, reached = iter(made), float("inf")
    for cluster in drawn:
        start, end = spans[cluster[0]]
        if start - reached > room and (blank := next(blanks, None)) is not None:
            found.append(blank)
        found.append(cluster)
        reached = end
    return found


def _as_read(runs: list[tuple[str, list[list[int]]]], rtl: bool) -> list[list[list[int]]]:
    """The runs in the order they are read, each in its own direction."""
    if rtl:
        return [run[::-1] if kind == "R" else run for kind, run in reversed(runs)]
    found: list[list[list[int]]] = []
    right: list[list[list[int]]] = []  # runs that are read from the right one after the other
    for kind, run in runs:
        if kind == "L":
            found += reversed(right)
            right = []
            found.append(run)
        else:
            right.append(run[::-1] if kind == "R" else run)
    return found + right[::-1]


def _clusters(words: str) -> list[list[int]]:
    """Indices of letters with the marks that stand on them; halves of a pair stay together."""
    clusters: list[list[int]] = []
    for index, sign in enumerate(words):
        joined = unicodedata.combining(sign) or "\udc00" <= sign < "\ue000"
        if joined and clusters:
            clusters[-1].append(index)
        else:
            clusters.append([index])
    return clusters


def _kind(sign: str) -> str:
    """R, L, N (a digit) or "" (takes its neighbours' direction)."""
    if _RIGHT.match(sign):
        return "R"
    if sign.isdigit():
        return "N"
    return "L" if sign.isalpha() or "\ud800" <= sign < "\udc00" else ""


def _settle(kinds: list[str], signs: list[str], base: str) -> None:
    """Give each sign without a direction that of its neighbours, or the line's."""
    for at in range(1, len(kinds) - 1):
        if signs[at] in _INSIDE_NUMBER and kinds[at - 1] == kinds[at + 1] == "N":
            kinds[at] = "N"
    last = base
    for at in range(len(kinds)) if base == "L" else reversed(range(len(kinds))):
        if kinds[at] == "N" and signs[at] < "\u0600" and last == "L":
            kinds[at] = "L"  # a number after a word from left to right belongs to it
        elif kinds[at] in ("L", "R"):
            last = kinds[at]
    before = _carried(kinds, base)
    after = _carried(kinds[::-1], base)[::-1]
    for at, kind in enumerate(kinds):
        if not kind:
            kinds[at] = before[at] if before[at] == after[at] else base


def _carried(kinds: list[str], base: str) -> list[str]:
    """For each sign the direction of what came before it; numbers count as from the right."""
    found, last = [], base
    for kind in kinds:
        found.append(last)
        if kind:
            last = "R" if kind == "N" else kind
    return found


def paired(words: str) -> str:
    """The words with brackets that open before they close, whichever way they were drawn. One that
    stands alone ("1)") stays."""
    for opening, closing in _PAIRS:
        signs = [sign for sign in words if sign in (opening, closing)]
        if len(signs) % 2 or _balanced(signs, opening):
            continue
        turns = cycle((opening, closing))
        words = "".join(next(turns) if sign in (opening, closing) else sign for sign in words)
    return words


def _balanced(signs: list[str], opening: str) -> bool:
    depth = 0
    for sign in signs:
        depth += 1 if sign == opening else -1
        if depth < 0:
            return False
    return depth == 0
