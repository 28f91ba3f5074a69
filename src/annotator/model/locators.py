"""How a passage is cited (``¶ 3``, ``headline``, or ``p. 12`` where there are pages), the same in
window and exports."""

from bisect import bisect_right
from collections.abc import Sequence

from annotator.i18n import _
from annotator.model.article import Article, Page
from annotator.model.text import Block, BlockKind

HEADLINE, CAPTION = "headline", "caption"
_NUMBERED = frozenset({BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.CODE})


def paragraph_numbers(blocks: Sequence[Block]) -> tuple[int, ...]:
    """For each block its paragraph number from 1, or 0 for those that carry none: headings,
    captions, pictures, rules, what stands in a table and everything that is not the article's
    own. A number that counts is shown."""
    numbers: list[int] = []
    count = 0
    for block in blocks:
        numbered = block.main and block.kind in _NUMBERED and block.end > block.start
        numbered = numbered and block.container("cell") is None
        count += numbered
        numbers.append(count if numbered else 0)
    return tuple(numbers)


def block_at(blocks: Sequence[Block], offset: int) -> int:
    """The index of the block that holds the code point at ``offset``."""
    return max(0, bisect_right(blocks, offset, key=lambda block: block.start) - 1)


def paragraph_at(blocks: Sequence[Block], numbers: Sequence[int], offset: int) -> int:
    """The paragraph number to cite for ``offset``: its block's own, else that of the nearest
    numbered block before it, else of the first after it; for a heading the other way round, since
    it belongs to what follows. 0 when the article has none."""
    index = block_at(blocks, offset)
    before = next((numbers[i] for i in range(index, -1, -1) if numbers[i]), 0)
    heads = bool(blocks) and blocks[index].kind is BlockKind.HEADING
    if before and not heads:
        return before
    return next((n for n in numbers[index:] if n), before)


def page_at(pages: Sequence[Page], offset: int) -> int:
    """The number, from 1, of the page that holds the code point at ``offset``."""
    return max(1, bisect_right(pages, offset, key=lambda page: page.start))


def page_label(pages: Sequence[Page], number: int) -> str:
    """What a page (from 1) is called: its label, else its number; "" where there is none."""
    if not 1 <= number <= len(pages):
        return ""
    return pages[number - 1].label or str(number)


def headline(article: Article) -> int | None:
    """The index of the block that is the headline: of the article's own headings of level 1 the
    one that is its title, else the first; None where there is none."""
    headings = [
        (index, block)
        for index, block in enumerate(article.blocks)
        if block.kind is BlockKind.HEADING and block.main and block.level == 1
    ]
    title = " ".join(article.details.title.split()).casefold()
    for index, block in headings:
        if " ".join(article.text[block.start : block.end].split()).casefold() == title:
            return index
    return headings[0][0] if headings else None


def part_at(article: Article, offset: int) -> str:
    """``headline`` or ``caption`` where the code point at ``offset`` stands in one of the
    article's own, else ""."""
    if not article.blocks:
        return ""
    index = block_at(article.blocks, offset)
    block = article.blocks[index]
    if block.main and block.kind is BlockKind.CAPTION:
        return CAPTION
    return HEADLINE if block.kind is BlockKind.HEADING and index == headline(article) else ""


def cited(paragraph: int, part: str = "") -> str:
    """A place in an article without pages: ``headline``, ``caption``, else ``¶ 3``, or nothing."""
    named = {HEADLINE: _("headline"), CAPTION: _("caption")}.get(part)
    return named or (f"¶ {paragraph}" if paragraph else "")


def cited_page(label: str) -> str:
    """``p. 12``; "" where the page has no label."""
    return _("p. {page}").format(page=label) if label else ""


def locator(article: Article, numbers: Sequence[int], offset: int) -> str:
    """How the place at ``offset`` is cited; "" where there is nothing to cite it by. ``numbers``
    are the blocks' ``paragraph_numbers``."""
    if article.pages:
        return cited_page(page_label(article.pages, page_at(article.pages, offset)))
    return cited(paragraph_at(article.blocks, numbers, offset), part_at(article, offset))
