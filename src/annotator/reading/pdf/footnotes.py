"""Notes at the foot of a page or column: smaller type under the text, each with its sign before
it."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from annotator.reading.pdf.pieces import Piece

_SMALLER = 0.92
_LOWEST_START = 0.4  # of the page's height, from the top
_SIGN = re.compile(r"(?:\d{1,3}|[*†‡§¶]{1,3})(?=[.)]?\s*\D)")
_SENTENCE = re.compile(r"[.)]?\s+[\"'“‘«(]?[^\W\d_a-zà-öø-ÿ]")
_WORDS = re.compile(r"[^\W\d_]{2}")


def footnotes(
    pieces: Sequence[Piece], aside: set[int], body: float, sizes: Sequence[tuple[float, float]]
) -> dict[int, int]:
    """Index of each piece of a footnote → index of the note's first piece."""
    found: dict[int, int] = {}
    for group in _small_groups(pieces, aside, _SMALLER * body):
        while group and not _is_signed(pieces[group[0]]):
            group.pop(0)
        if not group or not _is_at_foot(pieces, aside, group, body, sizes):
            continue
        note = group[0]
        for index in group:
            note = index if _is_signed(pieces[index]) else note
            found[index] = note
    return found


def _small_groups(pieces: Sequence[Piece], aside: set[int], most: float) -> Iterator[list[int]]:
    """Pieces of small type that follow one another down a column."""
    group: list[int] = []
    for index, piece in enumerate(pieces):
        if index in aside:
            continue
        small = piece.block.size <= most and not piece.block.turned
        if group and not (small and _is_below(pieces[group[-1]], piece)):
            yield group
            group = []
        if small:
            group.append(index)
    if group:
        yield group


def _is_below(above: Piece, piece: Piece) -> bool:
    return piece.page == above.page and piece.top >= above.top


def _is_signed(piece: Piece) -> bool:
    """Whether it begins with a sign: one set high, or a figure before a sentence."""
    sign = _SIGN.match(piece.text)
    if sign is None or not _WORDS.search(piece.text):
        return False
    first = next(iter(piece.block.styles), None)
    if first is not None and first.script == "super" and first.start == piece.block.start:
        return True
    if piece.block.fixed or not _SENTENCE.match(piece.text, sign.end()):
        return False
    small, large = (sum(map(test, piece.text)) for test in (str.islower, str.isupper))
    return small >= 2 * large  # a row of a table of names in capitals is none


def _is_at_foot(
    pieces: Sequence[Piece],
    aside: set[int],
    group: Sequence[int],
    body: float,
    sizes: Sequence[tuple[float, float]],
) -> bool:
    """Whether text stands above the group in its column, and none below."""
    first = pieces[group[0]]
    if first.top < _LOWEST_START * sizes[first.page][1]:
        return False
    start = bisect_left(pieces, first.page, key=_page)
    end = bisect_right(pieces, first.page, key=_page)
    tops = [
        pieces[index].top
        for index in range(start, end)
        if index not in aside
        and pieces[index].block.size > _SMALLER * body
        and _overlap(first, pieces[index])
    ]
    return bool(tops) and max(tops) < first.top


def _page(piece: Piece) -> int:
    return piece.page


def _overlap(one: Piece, other: Piece) -> bool:
    (x, _y, width, _height), (left, _top, wide, _high) = one.block.rect, other.block.rect
    return min(x + width, left + wide) > max(x, left)
