"""Which piece of a PDF is its title."""

import re
from collections.abc import Sequence

from annotator.reading.pdf.pieces import Piece

_LONGEST = 300
_LARGER = 1.2
_TOP = 0.66  # of the page's height
_LETTERS = re.compile(r"[^\W\d_]{2}")
_ADDRESS = re.compile(r"(?:https?://|www\.|mailto:)\S*|\S+@\S+", re.I)
_LEADERS = re.compile(r"(?:\. ?){4}")
_SENTENCE = re.compile(r"[.;,:]$")


def title_of(
    pieces: Sequence[Piece],
    aside: set[int],
    body: float,
    sizes: Sequence[tuple[float, float]],
) -> int | None:
    """The piece in the largest type on the first page with text, where it reads like a title; where
    all type is of one size, what alone stands in bold above the text."""
    first = next((piece.page for i, piece in enumerate(pieces) if i not in aside), None)
    here = [
        (index, piece)
        for index, piece in enumerate(pieces)
        if piece.page == first and index not in aside
    ]
    turned = _is_turned([piece for _index, piece in here])
    named = [(at, piece) for at, piece in here if _may_name(piece, turned)]
    if first is None or len(named) < 2:
        return None
    index, piece = max(named, key=lambda each: (round(each[1].block.size * 2), -each[0]))
    if piece.block.size < _LARGER * body:
        return _bold_above(named, body)
    if _SENTENCE.search(piece.text) or len(piece.text) > _LONGEST:
        return None
    # Of a page that is read from its side, the order says what stands at the top.
    at_top = index == here[0][0] if turned else piece.top < _TOP * sizes[first][1]
    return index if at_top else None


def _is_turned(pieces: Sequence[Piece]) -> bool:
    """Whether most of the page is read from its side."""
    letters = [(len(piece.text), piece.block.turned) for piece in pieces]
    return sum(n for n, turned in letters if turned) * 2 > sum(n for n, _turned in letters)


def _may_name(piece: Piece, turned: bool) -> bool:
    """Whether it has words, and lies as the page does."""
    words = _ADDRESS.sub("", piece.text)
    return piece.block.turned == turned and bool(_LETTERS.search(words))


def _bold_above(named: Sequence[tuple[int, Piece]], body: float) -> int | None:
    (index, piece), (_next, below) = named[:2]
    block = piece.block
    alone = block.bold and not below.block.bold and len(block.lines) <= 3
    words = len(piece.text) <= _LONGEST and not _SENTENCE.search(piece.text)
    listing = "\n" in piece.text or _LEADERS.search(piece.text)
    return index if alone and words and not listing and block.size >= 0.95 * body else None
