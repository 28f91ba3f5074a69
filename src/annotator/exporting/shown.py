"""Which blocks of an article go out, and where its marks lie on them."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from annotator.exporting.document import ExportArticle, ExportMark
from annotator.model import Article, BlockKind


@dataclass(frozen=True, slots=True)
class Piece:
    """The part of a mark that lies on one block; code points of the article's text."""

    block: int
    start: int
    end: int


def title_block(article: Article) -> int | None:
    """The index of the block that is the article's title, where the text has one."""
    wanted = " ".join(article.title.split())
    for index, block in enumerate(article.blocks):
        if block.main and block.kind is BlockKind.HEADING and block.level == 1:
            text = " ".join(article.text[block.start : block.end].split())
            return index if text == wanted else None
    return None


def placed(article: ExportArticle) -> Iterator[tuple[ExportMark, list[Piece]]]:
    """The marks that have a place, with their parts on blocks that hold text."""
    blocks = article.article.blocks
    starts = [block.start for block in blocks]
    ends = [block.end for block in blocks]
    for mark in article.marks:
        if mark.start is None or mark.end is None:
            continue
        first, last = bisect_right(ends, mark.start), bisect_left(starts, mark.end)
        pieces = [
            Piece(at, max(mark.start, starts[at]), min(mark.end, ends[at]))
            for at in range(first, last)
            if starts[at] < ends[at]
        ]
        if pieces:
            yield mark, pieces


def marked_blocks(article: ExportArticle) -> set[int]:
    """The indices of the blocks that carry a mark."""
    return {piece.block for _mark, pieces in placed(article) for piece in pieces}


def shown_blocks(article: ExportArticle) -> list[int]:
    """The indices of the blocks that go out: the article's own, and others that carry a mark."""
    marked = marked_blocks(article)
    return [at for at, b in enumerate(article.article.blocks) if b.main or at in marked]
