"""Each page opened once: its blocks, and what hangs on its words."""

from typing import TYPE_CHECKING, NamedTuple

from annotator.errors import UnreadableFile
from annotator.model import EmbeddedAnnotation
from annotator.reading.pdf.annotations import Linked, on_page
from annotator.reading.pdf.pieces import Piece

if TYPE_CHECKING:
    from annotator.pdf import PdfFile


class ReadPage(NamedTuple):
    """What is kept of a page besides its pieces: the hash of its text ("" where the page is
    damaged), how many pieces it has, links and annotations by offsets in the page."""

    sha256: str
    blocks: int
    links: list[Linked]
    embedded: list[EmbeddedAnnotation]


def pages_of(file: "PdfFile") -> tuple[list[ReadPage], list[Piece]]:
    """All pages and all their pieces in a row."""
    pages: list[ReadPage] = []
    pieces: list[Piece] = []
    for number in range(file.page_count):
        try:
            text = file.text(number)
            links, embedded = on_page(file, number, text.text)
        except UnreadableFile:
            pages.append(ReadPage("", 0, [], []))
            continue
        pages.append(ReadPage(text.sha256, len(text.blocks), links, embedded))
        pieces += [
            Piece(number, block, text.text[block.start : block.end]) for block in text.blocks
        ]
    return pages, pieces
