"""What is known about a PDF: from its metadata, else from its first page."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from annotator.model import Details
from annotator.reading.pdf.pieces import Piece, Role
from annotator.reading.people import clean_authors

if TYPE_CHECKING:
    from annotator.pdf import PdfFile

_DOI = re.compile(r"(?:doi(?:\.org)?\s*[:/]\s*)?(10\.\d{4,9}/[^\s\"<>]+)", re.I)
_FILE_NAME = re.compile(r"[\w .-]{1,80}\.[a-z]{2,4}\d?|[\w-]{1,60}_[\w-]*|\d+", re.I)
_MOST_AUTHORS = 50


def details_of(
    file: "PdfFile", pieces: Sequence[Piece], roles: Sequence[tuple[Role, int]]
) -> Details:
    """The details. When a PDF was made is not when it was published: that stays open."""
    said = file.metadata()
    title = said.title if said.title and not _FILE_NAME.fullmatch(said.title) else ""
    return Details(
        title=title or _title_block(pieces, roles),
        authors=clean_authors(said.authors)[:_MOST_AUTHORS],
        saved=(said.modified or said.created)[:10],
        doi=said.doi or _doi(pieces),
        language=said.language,
    )


def _title_block(pieces: Sequence[Piece], roles: Sequence[tuple[Role, int]]) -> str:
    both = zip(pieces, roles, strict=True)
    titles = (piece.text for piece, (role, _level) in both if role is Role.TITLE)
    return " ".join(next(titles, "").split())


def _doi(pieces: Sequence[Piece]) -> str:
    """The DOI on the first page; where that has several, they are other works'."""
    found = {
        match[1].rstrip(".,;:)]}")
        for piece in pieces
        if piece.page == 0
        for match in _DOI.finditer(piece.text)
    }
    return found.pop() if len(found) == 1 else ""
