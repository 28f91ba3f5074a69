"""What each piece of a PDF is, by its type, its place and the file's bookmarks."""

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from annotator.reading.pdf.footnotes import footnotes
from annotator.reading.pdf.pieces import Piece, Role, body_size
from annotator.reading.pdf.title import title_of

if TYPE_CHECKING:
    from annotator.pdf import Bookmark

_LARGER = 1.15
_LONGEST_HEADING = 200
_CAPTION = re.compile(
    r"(?:fig(?:ure|ura|uur|\.)?|abb(?:ildung|\.)|table|tab(?:elle|ela|leau|la|el|\.)|chart|graph|box"
    r"|exhibit|plate|scheme|photo|map|рис(?:унок|\.)|табл(?:ица|\.)|图|表|図)\s*"
    r"(?:\d+|[ivxl]+\b|[a-z]\b)(?:[.:–—-]|\s|$)",
    re.I,
)
_LONGEST_CAPTION = 800
_LEADERS = re.compile(r"(?:\. ?){4,} ?\w{1,6}(?:\n|$)")
_LETTERS = re.compile(r"[^\W\d_]{2}")
_CLOSED = re.compile(r"[.;,:]$")
_SIGNS = re.compile(r"[^\w]+")


def assign(
    pieces: Sequence[Piece],
    aside: set[int],
    bookmarks: "Sequence[Bookmark]",
    sizes: Sequence[tuple[float, float]],
) -> list[tuple[Role, int]]:
    """(role, number) of each piece: the level of a heading, the first piece of a footnote, 0 for
    others. ``aside`` are the ones that are furniture."""
    own = [piece for index, piece in enumerate(pieces) if index not in aside]
    body = body_size(own)
    marked = _marked(pieces, aside, bookmarks)
    title = title_of(pieces, aside, body, sizes)
    ladder = _ladder(pieces, aside, body, title)
    notes = footnotes(pieces, aside, body, sizes)
    bold_body = _is_bold(own, body)
    roles: list[tuple[Role, int]] = []
    for index, piece in enumerate(pieces):
        if index in aside:
            roles.append((Role.FURNITURE, 0))
        elif index == title:
            roles.append((Role.TITLE, 1))
        elif index in notes and index not in marked:
            roles.append((Role.FOOTNOTE, notes[index]))
        else:
            roles.append(_role(index, piece, marked, ladder, body, bold_body))
    return _closed_up(roles)


def _closed_up(roles: list[tuple[Role, int]]) -> list[tuple[Role, int]]:
    """The headings' levels without gaps: nothing is of level 4 where nothing is of level 3."""
    used = sorted({level for role, level in roles if role is Role.HEADING})
    levels = {level: number for number, level in enumerate(used, 2)}
    return [(role, levels[level] if role is Role.HEADING else level) for role, level in roles]


def _role(
    index: int,
    piece: Piece,
    marked: Mapping[int, int],
    ladder: Sequence[float],
    body: float,
    bold_body: bool,
) -> tuple[Role, int]:
    if index in marked:
        return Role.HEADING, min(6, marked[index] + 1)
    if piece.block.bullet:
        return Role.ITEM, 0
    if _CAPTION.match(piece.text) and _is_caption(piece, body):
        return Role.CAPTION, 0
    size = _rounded(piece.block.size)
    if size in ladder and _may_be_heading(piece):
        return Role.HEADING, min(6, 2 + ladder.index(size))
    if piece.block.bold and not bold_body and _stands_out(piece, body):
        return Role.HEADING, min(6, 2 + len(ladder))
    return Role.PARAGRAPH, 0


def _rounded(size: float) -> float:
    return round(size * 2) / 2


def _may_be_heading(piece: Piece) -> bool:
    block = piece.block
    return (
        len(piece.text) <= _LONGEST_HEADING
        and len(block.lines) <= 4
        and not block.turned
        and not _LEADERS.search(piece.text)
        and bool(_LETTERS.search(piece.text))
    )


def _stands_out(piece: Piece, body: float) -> bool:
    """Whether a bold line in the text's own size is a heading, not the start of a paragraph."""
    return (
        _may_be_heading(piece)
        and piece.block.size >= 0.8 * body
        and len(piece.block.lines) <= 2
        and len(piece.text) <= 120
        and not _CLOSED.search(piece.text)
    )


def _is_caption(piece: Piece, body: float) -> bool:
    """Whether it is one and not a sentence that begins so."""
    if len(piece.text) > _LONGEST_CAPTION:
        return False
    smaller = piece.block.size < 0.97 * body
    return smaller or piece.block.bold or piece.block.italic or len(piece.text) < 200


def _is_bold(pieces: Sequence[Piece], body: float) -> bool:
    letters = [(len(p.text), p.block.bold) for p in pieces if abs(p.block.size - body) < 1]
    return sum(n for n, bold in letters if bold) * 2 > sum(n for n, _ in letters)


def _ladder(
    pieces: Sequence[Piece], aside: set[int], body: float, title: int | None
) -> list[float]:
    """Sizes of type larger than the text's, the largest first: the levels of the headings."""
    sizes = {
        _rounded(piece.block.size)
        for index, piece in enumerate(pieces)
        if index not in aside and index != title and _may_be_heading(piece)
    }
    return sorted((size for size in sizes if size >= _LARGER * body), reverse=True)


def _marked(
    pieces: Sequence[Piece], aside: set[int], bookmarks: "Sequence[Bookmark]"
) -> dict[int, int]:
    """Piece → level for pieces that a bookmark of their page names."""
    names = {(mark.page, _bare(mark.title)): mark.level for mark in reversed(bookmarks)}
    if not names:
        return {}
    return {
        index: names[piece.page, words]
        for index, piece in enumerate(pieces)
        if index not in aside
        and len(piece.text) <= _LONGEST_HEADING
        and (piece.page, words := _bare(piece.text)) in names
    }


def _bare(words: str) -> str:
    """Letters and figures only: bookmarks leave numbers' dots out and change dashes."""
    return _SIGNS.sub("", words).casefold()
