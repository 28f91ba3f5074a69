"""What two versions of a text have in common: one list of unchanged pieces.

Paragraphs first, then words inside the paragraphs that changed. At both levels elements that stand
once on each side pin the two together (Bram Cohen's patience diff), and difflib fills the gaps.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import accumulate, pairwise

_WORDS = re.compile(r"[^\W\u2e80-\ud7ff]+|.", re.S)
_SMALL = 250_000
"""Pairs of elements difflib may compare in one gap; more would take seconds."""


@dataclass(frozen=True, slots=True)
class Piece:
    """``size`` code points at ``old`` stand unchanged at ``new``."""

    old: int
    new: int
    size: int


def common_pieces(old: str, new: str) -> list[Piece]:
    """The unchanged pieces of two texts, ascending on both sides, none adjacent to the next on
    both."""
    before, after = old.split("\n"), new.split("\n")
    before = [line + "\n" for line in before]
    after = [line + "\n" for line in after]
    at_old, at_new = _offsets(before), _offsets(after)
    pieces: list[Piece] = []
    i = j = 0
    for match in (*_matches(before, after), (len(before), len(after), 0)):
        a, b, size = match
        gap = old[at_old[i] : at_old[a]], new[at_new[j] : at_new[b]]
        for piece in _words_in_common(*gap):
            pieces.append(Piece(at_old[i] + piece.old, at_new[j] + piece.new, piece.size))
        pieces.append(Piece(at_old[a], at_new[b], at_old[a + size] - at_old[a]))
        i, j = a + size, b + size
    limit = len(old), len(new)  # the last line break is not in the texts
    return _merged(
        Piece(p.old, p.new, min(p.size, limit[0] - p.old, limit[1] - p.new)) for p in pieces
    )


def _words_in_common(old: str, new: str) -> Iterator[Piece]:
    if not old or not new:
        return
    before, after = _WORDS.findall(old), _WORDS.findall(new)
    at_old, at_new = _offsets(before), _offsets(after)
    for a, b, size in _matches(before, after):
        yield Piece(at_old[a], at_new[b], at_old[a + size] - at_old[a])


def _offsets(parts: Sequence[str]) -> list[int]:
    return list(accumulate(map(len, parts), initial=0))


def _merged(pieces: Iterator[Piece]) -> list[Piece]:
    merged: list[Piece] = []
    for piece in pieces:
        if piece.size <= 0:
            continue
        last = merged[-1] if merged else None
        if last and last.old + last.size == piece.old and last.new + last.size == piece.new:
            merged[-1] = Piece(last.old, last.new, last.size + piece.size)
        else:
            merged.append(piece)
    return merged


def _matches(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int, int]]:
    """(start in old, start in new, size) of equal runs, ascending on both sides."""
    found: list[tuple[int, int, int]] = []
    gaps = [(0, len(old), 0, len(new))]
    while gaps:
        a, a_end, b, b_end = gaps.pop()
        a, b = _same_start(old, new, a, a_end, b, b_end, found)
        a_end, b_end = _same_end(old, new, a, a_end, b, b_end, found)
        if a == a_end or b == b_end:
            continue
        pins = _pins(old, new, (a, a_end, b, b_end))
        if pins:
            gaps.extend(_between(pins, a, a_end, b, b_end))
        elif (a_end - a) * (b_end - b) <= _SMALL:
            matcher = SequenceMatcher(None, old[a:a_end], new[b:b_end], autojunk=False)
            found.extend((a + m.a, b + m.b, m.size) for m in matcher.get_matching_blocks())
    return sorted(match for match in found if match[2])


def _pins(
    old: Sequence[str], new: Sequence[str], gap: tuple[int, int, int, int]
) -> list[tuple[int, int]]:
    """Elements that stand once on each side, in the longest order both share."""
    a, a_end, b, b_end = gap
    once_old, once_new = Counter(old[a:a_end]), Counter(new[b:b_end])
    where = {new[j]: j for j in range(b, b_end) if once_new[new[j]] == 1}
    pairs = [
        (i, where[old[i]]) for i in range(a, a_end) if once_old[old[i]] == 1 and old[i] in where
    ]
    return _ascending(pairs)


def _ascending(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest run of pairs that ascends on the second side too (patience sorting)."""
    tops: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for index, (_, j) in enumerate(pairs):
        pile = bisect_left(tops, j)
        before.append(last[pile - 1] if pile else -1)
        tops[pile : pile + 1] = [j]
        last[pile : pile + 1] = [index]
    chain: list[tuple[int, int]] = []
    index = last[-1] if last else -1
    while index >= 0:
        chain.append(pairs[index])
        index = before[index]
    return chain[::-1]


def _between(
    pins: list[tuple[int, int]], a: int, a_end: int, b: int, b_end: int
) -> Iterator[tuple[int, int, int, int]]:
    """The gaps before, between and after the pins, each beginning with its pin."""
    stops = [(a, b), *pins, (a_end, b_end)]
    for (i, j), (i_end, j_end) in pairwise(stops):
        if i < i_end and j < j_end:
            yield i, i_end, j, j_end


def _same_start(
    old: Sequence[str], new: Sequence[str], a: int, a_end: int, b: int, b_end: int,
    found: list[tuple[int, int, int]],
) -> tuple[int, int]:  # fmt: skip
    size = 0
    while a + size < a_end and b + size < b_end and old[a + size] == new[b + size]:
        size += 1
    found.append((a, b, size))
    return a + size, b + size


def _same_end(
    old: Sequence[str], new: Sequence[str], a: int, a_end: int, b: int, b_end: int,
    found: list[tuple[int, int, int]],
) -> tuple[int, int]:  # fmt: skip
    size = 0
    while a_end - size > a and b_end - size > b and old[a_end - size - 1] == new[b_end - size - 1]:
        size += 1
    found.append((a_end - size, b_end - size, size))
    return a_end - size, b_end - size
