"""The file's bookmarks as places in the text."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import TYPE_CHECKING

from annotator.model import Block, OutlineEntry, Page
from annotator.reading.pdf.pieces import Piece

if TYPE_CHECKING:
    from annotator.pdf import Bookmark, PdfFile

_SLACK = 6.0  # points a bookmark may point below the top of what it means


def outline(
    file: "PdfFile",
    bookmarks: "Sequence[Bookmark]",
    pieces: Sequence[Piece],
    blocks: Sequence[Block],
    pages: Sequence[Page],
) -> tuple[OutlineEntry, ...]:
    """The bookmarks with the offsets they lead to. ``pieces`` and ``blocks`` go side by side."""
    first = [piece.page for piece in pieces]
    found = []
    for mark in bookmarks:
        start = bisect_left(first, mark.page)
        end = bisect_left(first, mark.page + 1)
        offset = pages[mark.page].start
        if start < end:
            offset = blocks[_meant(file, mark, pieces, start, end)].start
        found.append(OutlineEntry(mark.title, mark.level, offset, mark.page + 1))
    return tuple(found)


def _meant(file: "PdfFile", mark: "Bookmark", pieces: Sequence[Piece], start: int, end: int) -> int:
    """The piece a bookmark means: the one that says the same, else the first below its place."""
    words = mark.title.casefold()
    for index in range(start, end):
        if pieces[index].text.casefold() == words:
            return index
    if mark.y is None:
        return start
    y = file.space(mark.page).to_shown(mark.x or 0.0, mark.y)[1] - _SLACK
    below = [index for index in range(start, end) if pieces[index].top >= y]
    return min(below, key=lambda index: (pieces[index].top, index)) if below else end - 1
