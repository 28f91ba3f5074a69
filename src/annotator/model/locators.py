"""How a passage is cited (``¶ 3``, or ``p. 12`` where there are pages), the same in window and
exports."""

from bisect import bisect_right
from collections.abc import Sequence

from annotator.model.article import Page
from annotator.model.text import Block, BlockKind

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
