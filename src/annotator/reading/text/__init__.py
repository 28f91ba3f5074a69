"""Plain text (``.txt`` and whatever else is text) → articles.

Lines become pieces (``chunks``), the first pieces give the title (``headline``), the pieces get
their roles (``roles``). Every piece becomes a block: what is not the article's own is only marked.
"""

import hashlib
import unicodedata
from dataclasses import replace
from pathlib import Path

from annotator.model import Article, BlockKind, Container
from annotator.model.alphabet import normalise
from annotator.reading.builder import ArticleBuilder
from annotator.reading.encoding import decode
from annotator.reading.text.chunks import Chunk, Shape, chunks
from annotator.reading.text.headline import read_head
from annotator.reading.text.role_state import Role
from annotator.reading.text.roles import assign

SUFFIXES = (".txt", ".text")
FORMAT = "text"

_KINDS = {
    Shape.ITEM: BlockKind.ITEM,
    Shape.TABLE: BlockKind.CODE,  # columns stand in line only where all signs have one width
    Shape.RULE: BlockKind.RULE,
}
_LEVELS = {Role.TITLE: 1, Role.HEADING: 2, Role.SUBHEADING: 3}
_DIRECTION_WITHIN = 200


def sniff(head: bytes, path: Path) -> bool:
    """True: whatever no other reader knows is read as text."""
    return True


def read(data: bytes, path: Path, password: str | None = None) -> Article:
    """The article of a text file; its title is "" where none stands in the text."""
    return _article(decode(data), hashlib.sha256(data).hexdigest())


def read_pasted(text: str, url: str) -> Article:
    """The article of pasted text. ``url`` is where it was copied, "" if not known. Where the text
    has no title, its first words are one."""
    article = _article(text, hashlib.sha256(text.encode("utf-8", "replace")).hexdigest())
    details = article.details
    title = details.title or _first_words(article.text)
    return replace(article, details=replace(details, title=title, url=url or details.url))


def _article(text: str, sha256: str) -> Article:
    pieces = chunks(normalise(text))
    head = read_head(pieces)
    builder = ArticleBuilder()
    for index, (piece, role) in enumerate(zip(pieces, assign(pieces, head), strict=True)):
        _add(builder, index, piece, role)
    return builder.article(head.details, FORMAT, sha256)


def _add(builder: ArticleBuilder, index: int, piece: Chunk, role: Role) -> None:
    kind = _KINDS.get(piece.shape, BlockKind.PARAGRAPH)
    if role in _LEVELS:
        kind = BlockKind.HEADING
    elif role is Role.CAPTION:
        kind = BlockKind.CAPTION
    builder.add(
        kind,
        piece.text,
        level=_LEVELS.get(role, 0),
        main=role is not Role.FURNITURE,
        containers=(Container("item", index, depth=1),) if kind is BlockKind.ITEM else (),
        dir=_direction(piece.text),
    )


def _direction(text: str) -> str:
    """By the first letter that has one (Unicode UAX #9, rule P2)."""
    for char in text[:_DIRECTION_WITHIN]:
        way = unicodedata.bidirectional(char)
        if way in ("L", "R", "AL"):
            return "ltr" if way == "L" else "rtl"
    return "ltr"


def _first_words(text: str) -> str:
    line = text.split("\n", 1)[0]
    return line if len(line) <= 100 else line[:99].rsplit(" ", 1)[0] + "…"
