"""Structure over the canonical text: blocks, the containers they stand in, spans."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

ROLES = ("title", "heading", "paragraph", "caption", "furniture", "main")
"""What a user can say a block is. ``main`` and ``furniture`` change only where it belongs."""


class BlockKind(StrEnum):
    """What a block is. ``image`` and ``rule`` have no text of their own (start == end)."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    ITEM = "item"
    CODE = "code"
    CAPTION = "caption"
    CELL = "cell"
    IMAGE = "image"
    RULE = "rule"


@dataclass(frozen=True, slots=True)
class Container:
    """One step of the path a block stands in, outermost first.

    ``kind``: ``quote`` | ``item`` (one list item) | ``cell`` (one table cell) | ``figure`` |
    ``footnote`` | ``part`` (of a book). ``id`` tells one quote, item, table, figure from the next
    within the article; for a cell it is the *table's* id, so cells of one table share it.
    """

    kind: str
    id: int
    ordered: bool = False
    number: int = 0  # of an ordered item, as shown
    depth: int = 0  # of a list item, from 1
    row: int = 0
    column: int = 0
    row_span: int = 1
    column_span: int = 1
    header: bool = False
    label: str = ""  # a footnote's sign, a part's name


@dataclass(frozen=True, slots=True)
class Span:
    """Inline style over ``[start, end)`` of the article's text, inside one block.

    Spans of a block are sorted by start and do not overlap.
    """

    start: int
    end: int
    bold: bool = False
    italic: bool = False
    code: bool = False
    strike: bool = False
    script: str = ""  # "sub" | "super" | ""
    link: str = ""  # where it leads, as found: absolute, relative or "#fragment"


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph-like piece of the article: ``text[start:end]`` without line breaks between
    blocks. A line break inside a block is ``\\n``.

    ``level`` is a heading's, 1 to 6, else 0. ``main``: the article's own, not the page around it.
    ``dir`` is ``"rtl"`` or ``"ltr"``; ``lang`` a BCP 47 tag or "". ``resource`` is an image's
    SHA-256 in hex, ``""`` where the picture was not saved; ``alt`` its text.
    """

    kind: BlockKind
    start: int
    end: int
    level: int = 0
    main: bool = True
    spans: tuple[Span, ...] = ()
    containers: tuple[Container, ...] = ()
    dir: str = "ltr"
    lang: str = ""
    resource: str = ""
    alt: str = ""

    def container(self, kind: str) -> Container | None:
        """The innermost container of that kind, if the block stands in one."""
        for container in reversed(self.containers):
            if container.kind == kind:
                return container
        return None


def make_text(texts: Iterable[str]) -> str:
    """The canonical text of an article whose blocks have these texts."""
    return "\n".join(texts)


def with_roles(blocks: tuple[Block, ...], roles: Mapping[int, str]) -> tuple[Block, ...]:
    """The blocks as the user corrected them; ``roles`` maps a block's index to its role."""
    if not roles:
        return blocks
    return tuple(
        _with_role(block, roles[index]) if index in roles else block
        for index, block in enumerate(blocks)
    )


def _with_role(block: Block, role: str) -> Block:
    match role:
        case "title":
            return replace(block, kind=BlockKind.HEADING, level=1, main=True)
        case "heading":
            level = block.level if block.level > 1 else 2
            return replace(block, kind=BlockKind.HEADING, level=level, main=True)
        case "paragraph":
            return replace(block, kind=BlockKind.PARAGRAPH, level=0, main=True)
        case "caption":
            return replace(block, kind=BlockKind.CAPTION, level=0, main=True)
        case "furniture":
            return replace(block, main=False)
        case "main":
            return replace(block, main=True)
    return block


def without_blanks(text: str, start: int, end: int) -> tuple[int, int]:
    """The passage ``[start, end)`` of a text without the blanks at its ends; (n, n) where there is
    nothing else."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
