"""Each page opened once: its blocks, and what hangs on its words."""

from typing import TYPE_CHECKING, NamedTuple

from annotator.errors import UnreadableFile
from annotator.model import EmbeddedAnnotation
from annotator.reading.pdf.annotations import Linked, on_page
from annotator.reading.pdf.pieces import Piece

if TYPE_CHECKING:
    from annotator.pdf import PdfFile

MOST_ANNOTATIONS = 20_000
"""Of one file: the rest stays in the file, but is no card."""


class ReadPage(NamedTuple):
    """What is kept of a page besides its pieces: the hash of its text ("" where the page is
    damaged), how many pieces it has, links and annotations by offsets in the page."""

    sha256: str
    blocks: int
    links: list[Linked]
    embedded: list[EmbeddedAnnotation]


def pages_of(file: "PdfFile") -> tuple[list[ReadPage], list[Piece]]:
    """All pages and all their pieces in a row. Of the file's annotations the first
    ``MOST_ANNOTATIONS`` come along."""
    pages: list[ReadPage] = []
    pieces: list[Piece] = []
    room = MOST_ANNOTATIONS
    for number in range(file.page_count):
        try:
            text = file.text(number)
            links, embedded = on_page(file, number, text.text, room)
        except UnreadableFile:
            pages.append(ReadPage("", 0, [], []))
            continue
        room -= len(embedded)
        pages.append(ReadPage(text.sha256, len(text.blocks), links, embedded))
        pieces += [
            Piece(number, block, text.text[block.start : block.end]) for block in text.blocks
        ]
    return pages, pieces
