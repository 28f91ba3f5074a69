"""PDF (``.pdf``) → articles: the text of its pages, what each piece of it is, its own notes.

What the pages say comes from ``annotator.pdf``; here pieces get their roles (``roles``,
``furniture``), links and details.
"""

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.model import Article, BlockKind, Container, EmbeddedAnnotation, Page
from annotator.reading.builder import ArticleBuilder
from annotator.reading.pdf.details import details_of
from annotator.reading.pdf.furniture import furniture
from annotator.reading.pdf.inline import runs
from annotator.reading.pdf.outline import outline
from annotator.reading.pdf.pieces import Piece, Role
from annotator.reading.pdf.read_pages import ReadPage, pages_of
from annotator.reading.pdf.roles import assign

if TYPE_CHECKING:
    from annotator.pdf import PdfFile

SUFFIXES = (".pdf",)
FORMAT = "pdf"

_WITHIN = 1024  # the header may have junk before it (ISO 32000-1, Annex H.3.4.1)
_HEADER_SLACK = 16
_KINDS = {
    Role.TITLE: BlockKind.HEADING,
    Role.HEADING: BlockKind.HEADING,
    Role.CAPTION: BlockKind.CAPTION,
    Role.ITEM: BlockKind.ITEM,
}


def sniff(head: bytes, path: Path) -> bool:
    """Whether a PDF's header stands at the start, or where junk is put before it: a text that only
    speaks of it is none."""
    if b"%PDF-" in head[:_HEADER_SLACK] or re.match(rb"[^\n]{0,999}\n%PDF-\d", head[:_WITHIN]):
        return True
    return path.suffix.lower() in SUFFIXES and b"%PDF-" in head[:_WITHIN]


def read(data: bytes, path: Path, password: str | None = None) -> Article:
    """The article of a PDF; one of scans has pages and no text.

    Raises PasswordNeeded where it opens with a password only (or another one), UnsupportedFormat
    for an encryption that is not known, UnreadableFile where it is damaged.
    """
    from annotator.pdf import open_pdf

    with open_pdf(data, password, name=path.name) as file:
        return _article(file, hashlib.sha256(data).hexdigest())


def _article(file: "PdfFile", sha256: str) -> Article:
    read_pages, pieces = pages_of(file)
    sizes, bookmarks = file.sizes(), file.outline()
    roles = assign(pieces, furniture(pieces, sizes), bookmarks, sizes)
    builder = _built(pieces, roles, read_pages)
    pages = _pages(file, read_pages, sizes, builder)
    article = builder.article(details_of(file, pieces, roles), FORMAT, sha256)
    return replace(
        article,
        pages=pages,
        outline=outline(file, bookmarks, pieces, article.blocks, pages),
        embedded_annotations=tuple(_embedded(read_pages, pages)),
    )


def _embedded(
    read_pages: Sequence[ReadPage], pages: Sequence[Page]
) -> Iterator[EmbeddedAnnotation]:
    """The annotations with their passages as offsets in the article's text."""
    for page, here in zip(pages, read_pages, strict=True):
        for found in here.embedded:
            if found.start is None or found.end is None:
                yield found
            else:
                yield replace(found, start=page.start + found.start, end=page.start + found.end)


def _built(
    pieces: Sequence[Piece], roles: Sequence[tuple[Role, int]], read_pages: Sequence[ReadPage]
) -> ArticleBuilder:
    builder = ArticleBuilder(cut=False)  # pages count their blocks
    for index, (piece, (role, level)) in enumerate(zip(pieces, roles, strict=True)):
        kind, links = _KINDS.get(role, BlockKind.PARAGRAPH), read_pages[piece.page].links
        heading = kind is BlockKind.HEADING
        builder.add(
            kind,
            runs(piece.text, piece.block.start, links, piece.block.styles, heading),
            level=level if heading else 0,
            main=role is not Role.FURNITURE,
            containers=_containers(index, role, level),
            dir=piece.block.dir,
        )
    return builder


def _containers(index: int, role: Role, first: int) -> tuple[Container, ...]:
    match role:
        case Role.ITEM:
            return (Container("item", index, depth=1),)
        case Role.FOOTNOTE:  # its sign stands in the text
            return (Container("footnote", first),)
    return ()


def _pages(
    file: "PdfFile",
    read_pages: Sequence[ReadPage],
    sizes: Sequence[tuple[float, float]],
    builder: ArticleBuilder,
) -> tuple[Page, ...]:
    """Each page's slice: from its first block to its last one; nothing for an empty page."""
    blocks, found, end = iter(builder.blocks), [], 0
    for label, page, size in zip(file.labels(), read_pages, sizes, strict=True):
        own = [next(blocks) for _number in range(page.blocks)]
        start = own[0].start if own else end
        end = own[-1].end if own else end
        found.append(Page(start, end, label, page.sha256, *size))
    return tuple(found)
