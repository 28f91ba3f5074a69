"""Small things that pages say twice or in the wrong kind of element, once their article is known:
a section's name over the headline, captions of pictures, the title once more."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from annotator.model import Block, BlockKind
from annotator.reading.html.title import key

Blocks = tuple[Block, ...]
_LEAD_IN = 2
"""So many headings may stand over the headline."""


def tidied(blocks: Blocks, text: str) -> Blocks:
    """The blocks with such things set right; no text and no offset changes."""
    for tidy in (_kickers, _titles_again, _captions, _alternatives):
        blocks = tidy(blocks, text)
    return blocks


def _kickers(blocks: Blocks, text: str) -> Blocks:
    """A section's name over the headline is no heading of the article ("Biz & IT —")."""
    own = _own(blocks)[: _LEAD_IN + 1]
    title = next((at for at, index in enumerate(own) if blocks[index].level == 1), 0)
    above = {index for index in own[:title] if blocks[index].kind is BlockKind.HEADING}
    return _changed(blocks, above, lambda b: replace(b, kind=BlockKind.CAPTION, level=0))


def _titles_again(blocks: Blocks, text: str) -> Blocks:
    """A table under the headline that has it for its caption."""
    own = _own(blocks)
    at = next((at for at, index in enumerate(own) if blocks[index].level == 1), len(own))
    again = {
        index
        for index in own[at + 1 : at + 2]
        if blocks[index].kind is BlockKind.CAPTION
        and key(_said(blocks[index], text)) == key(_said(blocks[own[at]], text))
    }
    return _changed(blocks, again, lambda b: replace(b, main=False))


def _captions(blocks: Blocks, text: str) -> Blocks:
    """The one item of a list that follows a figure without a caption is its caption."""
    captions = {index for index in range(1, len(blocks) - 1) if _is_lone_item(blocks, index)}

    def caption(block: Block) -> Block:
        outside = tuple(c for c in block.containers if c.kind != "item")
        return replace(block, kind=BlockKind.CAPTION, containers=outside)

    return _changed(blocks, captions, caption)


def _is_lone_item(blocks: Sequence[Block], index: int) -> bool:
    before, block, after = blocks[index - 1 : index + 2]
    item = block.container("item")
    if item is None or item.ordered or item.depth > 1 or block.kind is not BlockKind.ITEM:
        return False
    figure = before.kind is BlockKind.IMAGE and before.container("figure") is not None
    return figure and before.main and block.main and after.container("item") is None


def _alternatives(blocks: Blocks, text: str) -> Blocks:
    """Pictures whose alternative text is said once more by the caption below them do without."""
    said = ""
    twice: set[int] = set()
    for index in range(len(blocks) - 1, -1, -1):
        block = blocks[index]
        if block.kind is not BlockKind.IMAGE:
            said = key(_said(block, text)) if block.kind is BlockKind.CAPTION else ""
        elif block.alt and key(block.alt) in said:
            twice.add(index)
    return _changed(blocks, twice, lambda b: replace(b, alt=""))


def _own(blocks: Sequence[Block]) -> list[int]:
    return [index for index, b in enumerate(blocks) if b.main and b.end > b.start]


def _said(block: Block, text: str) -> str:
    return text[block.start : block.end]


def _changed(blocks: Blocks, which: set[int], change: Callable[[Block], Block]) -> Blocks:
    if not which:
        return blocks
    return tuple(change(b) if index in which else b for index, b in enumerate(blocks))
