"""What stands around the text of a page: running heads and feet, page and line numbers."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from annotator.reading.pdf.pieces import Piece, body_size

_MARGIN = 0.14  # of a page's height, where heads and feet stand
_LONGEST = 220
_NUMBER = re.compile(r"\d+")
_OUTER_NUMBER = re.compile(r"^\d{1,5}\b|\b\d{1,5}$")
_PAGE_NUMBER = re.compile(
    r"(?:(?:page|seite|p\.|página|pagina|strona|sida|side|стр\.?|страница)\s*)?[-–—\[(|]*\s*"
    r"(?:\d{1,5}|[ivxl]{1,7})\s*[-–—\])|]*(?:\s*(?:/|of|von|de|di|sur|из|av|af)\s*\d{1,4})?",
    re.I,
)
_DIGITS = re.compile(r"\d{1,4}(?:[ \n]\d{1,4})*")


def furniture(pieces: Sequence[Piece], sizes: Sequence[tuple[float, float]]) -> set[int]:
    """The indices of the pieces that are the page's, not the article's."""
    found = _repeated(pieces, sizes) | _counting(pieces, sizes)
    found |= _line_numbers(pieces) | _turned(pieces)
    found |= _page_numbers(pieces, sizes, found)
    return found if len(found) < len(pieces) else set()


def _repeated(pieces: Sequence[Piece], sizes: Sequence[tuple[float, float]]) -> set[int]:
    """What stands at the same height in the margin of several pages, numbers aside."""
    keys: dict[int, tuple[str, int]] = {}
    for index, piece in enumerate(pieces):
        if len(piece.text) <= _LONGEST and _in_margin(piece, sizes):
            words = _NUMBER.sub("#", piece.text).casefold()
            keys[index] = words, round(piece.top / 8)
    pages: dict[tuple[str, int], set[int]] = {}
    for index, (words, place) in keys.items():
        for near in (place - 1, place, place + 1):
            pages.setdefault((words, near), set()).add(pieces[index].page)
    enough = 2 if len(sizes) <= 5 else 3
    return {index for index, key in keys.items() if len(pages[key]) >= enough}


def _counting(pieces: Sequence[Piece], sizes: Sequence[tuple[float, float]]) -> set[int]:
    """Lines in the margins that begin or end with a number that grows with the pages, whatever
    else they say: running heads with the chapter's name."""
    ahead: dict[int, set[int]] = {}  # by how much the number is ahead of the page → pieces
    largest = 1.1 * body_size(pieces)  # a chapter's heading may begin with a number, too
    for index, piece in enumerate(pieces):
        small = piece.block.size <= largest and len(piece.block.lines) <= 2
        if small and len(piece.text) <= _LONGEST:
            numbers = _OUTER_NUMBER.findall(piece.text) if _in_margin(piece, sizes) else ()
            for number in numbers:
                ahead.setdefault(int(number) - piece.page, set()).add(index)
    return {
        index
        for members in ahead.values()
        if len({pieces[index].page for index in members}) >= 3
        for index in members
    }


def _in_margin(piece: Piece, sizes: Sequence[tuple[float, float]]) -> bool:
    height = sizes[piece.page][1]
    return piece.bottom < _MARGIN * height or piece.top > (1 - _MARGIN) * height


def _page_numbers(
    pieces: Sequence[Piece], sizes: Sequence[tuple[float, float]], aside: set[int]
) -> set[int]:
    """Lone page numbers in the margins, and what stands farther out than they do."""
    found: set[int] = set()
    edges: dict[int, list[float]] = {}
    for index, piece in enumerate(pieces):
        if index in aside or not _PAGE_NUMBER.fullmatch(piece.text):
            continue
        if _in_margin(piece, sizes) and _is_outermost(piece, pieces, aside):
            found.add(index)
            edges.setdefault(piece.page, []).append(piece.top)
    for index, piece in enumerate(pieces):
        height = sizes[piece.page][1]
        for edge in edges.get(piece.page, ()):
            outside = piece.top > edge if edge > height / 2 else piece.bottom < edge
            if outside and len(piece.text) < _LONGEST:
                found.add(index)
    return found


def _is_outermost(piece: Piece, pieces: Sequence[Piece], aside: set[int]) -> bool:
    """Whether nothing of the text stands farther out, or beside it: a short line may."""
    others = [
        other
        for index, other in enumerate(pieces)
        if other.page == piece.page and index not in aside and other is not piece
    ]
    above = sum(len(other.text) for other in others if other.top < piece.bottom)
    below = sum(len(other.text) for other in others if other.bottom > piece.top)
    return min(above, below) < _LONGEST / 2


def _line_numbers(pieces: Sequence[Piece]) -> set[int]:
    """Numbers beside the lines: a column of them, or single ones in one column through the file
    that are multiples of five."""
    found: set[int] = set()
    columns: Counter[int] = Counter()
    single: dict[int, int] = {}
    for index, piece in enumerate(pieces):
        if not _DIGITS.fullmatch(piece.text) or piece.block.rect[2] > 4 * piece.block.size:
            continue
        numbers = [int(number) for number in piece.text.split()]
        if len(numbers) >= 4 and _ascends(numbers):
            found.add(index)
        elif all(number % 5 == 0 for number in numbers):
            single[index] = round((piece.block.rect[0] + piece.block.rect[2]) / 8)
            columns[single[index]] += len(numbers)
    found |= {
        index
        for index, column in single.items()
        if sum(columns[near] for near in (column - 1, column, column + 1)) >= 3
    }
    return found


def _ascends(numbers: list[int]) -> bool:
    step = numbers[1] - numbers[0]
    return 0 < step <= 10 and all(after - before == step for before, after in pairwise(numbers))


def _turned(pieces: Sequence[Piece]) -> set[int]:
    """What is turned on a page whose text is not: a stamp along the edge."""
    straight: Counter[int] = Counter()
    for piece in pieces:
        if not piece.block.turned:
            straight[piece.page] += len(piece.text)
    return {
        index
        for index, piece in enumerate(pieces)
        if piece.block.turned
        and len(piece.text) <= _LONGEST
        and straight[piece.page] > 4 * len(piece.text)
    }
