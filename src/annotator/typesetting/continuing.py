"""Paragraphs that go on over a page's end: two blocks, for no block crosses a page, set as one."""

import re
from bisect import bisect_right

from annotator.model import Article, Block, BlockKind

_ENDED = re.compile(r"[.!?:;…。！？؟]['\"”’»)\]]*\d{0,3}$")


def goes_on(article: Article, block: Block, following: Block) -> bool:
    """Whether ``following``, the next block that is set, is the rest of ``block``'s paragraph."""
    kinds = {block.kind, following.kind}
    if not article.pages or kinds != {BlockKind.PARAGRAPH} or not block.end > block.start:
        return False
    if not (block.main and following.main) or block.containers != following.containers:
        return False
    text = article.text
    begins_low = text[following.start : following.start + 1].islower()
    return (
        begins_low
        and not _ENDED.search(text, max(block.start, block.end - 8), block.end)
        and _page_at(article, block.end - 1) < _page_at(article, following.start)
    )


def _page_at(article: Article, offset: int) -> int:
    return bisect_right(article.pages, offset, key=lambda page: page.start)
