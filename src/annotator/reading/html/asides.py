"""Takes blocks out of a page's article that its markup does not tell but their words do: links to
other articles, sign-ups, paywalls, and what readers wrote below."""

import re
from collections.abc import Sequence
from dataclasses import replace

from annotator.model import Block, BlockKind
from annotator.reading.text.furniture import opens_links
from annotator.reading.text.notices import first_comment, is_link_line, is_notice, label_length

_TEXTS = (BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.ITEM)
_IN_ARTICLE = frozenset(("cell", "footnote"))
_REFERENCE = re.compile(
    r"(?:see|see also|siehe auch|voir aussi|véase también|vedi anche|ver também|zie ook"
    r"|zobacz też|см\. также)(?:[:\s].*)?",
    re.I | re.S,
)
"""What reference works say for what is theirs, too."""
_LINKED = 0.8
_LABEL_WORDS = 2


def without_asides(blocks: tuple[Block, ...], text: str) -> tuple[Block, ...]:
    """The blocks, such among the article's own made furniture. Its title always stays."""
    own = [i for i, block in enumerate(blocks) if block.main and block.end > block.start]
    end = first_comment([_said(blocks[index], text) for index in own])
    gone = set(own[end:]) | _link_lists(blocks, own[:end], text)
    gone.update(index for index in own[:end] if _is_aside(blocks[index], text))
    gone = {index for index in gone if blocks[index].level != 1}
    if gone.issuperset(own):  # hardly a word on the page: better shown than lost
        return blocks
    return tuple(
        replace(block, main=False) if index in gone else block for index, block in enumerate(blocks)
    )


def _said(block: Block, text: str) -> str:
    return text[block.start : block.end]


def _is_aside(block: Block, text: str) -> bool:
    if block.kind not in _TEXTS or any(c.kind in _IN_ARTICLE for c in block.containers):
        return False
    said = _said(block, text)
    if _REFERENCE.fullmatch(said):
        return False
    if is_notice(said) or is_link_line(said):
        return True
    label = label_length(said)
    # "Read more about the strike", all of it a link.
    return len(said[:label].split()) >= _LABEL_WORDS and _is_linked(block, 0)


def _is_linked(block: Block, after: int) -> bool:
    """Whether most of the block's text from an offset in it is links that lead off the page."""
    start = block.start + after
    linked = sum(
        span.end - max(span.start, start)
        for span in block.spans
        if span.link and not span.link.startswith("#") and span.end > start
    )
    return linked >= _LINKED * (block.end - start) > 0


def _link_lists(blocks: Sequence[Block], own: Sequence[int], text: str) -> set[int]:
    """Lines like "Related articles" and the links that follow them, where any do."""
    found: set[int] = set()
    for at, index in enumerate(own):
        said = _said(blocks[index], text)
        if blocks[index].kind not in _TEXTS or not opens_links(said) or _REFERENCE.fullmatch(said):
            continue
        links: list[int] = []
        for following in own[at + 1 :]:
            if not _is_linked(blocks[following], 0):
                break
            links.append(following)
        found.update((index, *links) if links else ())
    return found
