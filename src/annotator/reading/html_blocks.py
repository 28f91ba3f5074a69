"""An lxml tree → blocks. Every visible text becomes part of one; `own` says which are main."""

import re
import unicodedata
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple

from annotator.model import BlockKind, Container
from annotator.reading import html_styles
from annotator.reading.builder import ArticleBuilder, Run
from annotator.reading.html_images import Shown, shown_picture
from annotator.reading.html_tables import is_grid, places
from annotator.reading.html_tree import unseen, words
from annotator.reading.pictures import Pictures

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

Own = Callable[["Element", str], bool]
"""Whether a piece of the page is the article's own: its element and ``text``, ``tail``, ``self``"""

_BLOCK_TAGS = words(
    "address article aside blockquote body center dd details dialog dir div dl dt fieldset"
    " figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li listing main menu"
    " nav ol optgroup option p plaintext pre search section summary table caption tbody td tfoot"
    " th thead tr ul xmp html button frame"
)
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_CODE_TAGS = frozenset(("pre", "listing", "xmp", "plaintext"))
_TELLING = html_styles.STYLED | _CODE_TAGS
_LISTS = frozenset(("ul", "ol", "menu", "dir"))
_MAX_CONTAINERS = 24
_WORD = re.compile(r"[^\W_]")
_SPACES = re.compile(r"[ \t\n\r\f]+")
_BACK_LINK = re.compile(r"footnote-back|backref|doc-backlink")


class Context(NamedTuple):
    """What the elements around a text say about it."""

    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    containers: tuple[Container, ...] = ()
    style: Run = Run("")
    dir: str = ""  # "" leaves it to the text
    lang: str = ""
    pre: bool = False
    lists: int = 0
    notes: bool = False


class Piece(NamedTuple):
    """A text under one style, before its white space is collapsed."""

    text: str
    style: Run
    own: bool
    pre: bool


class BlockMaker:
    """Walks a page in reading order and adds its blocks to a builder."""

    def __init__(
        self, builder: ArticleBuilder, own: Own, pictures: Pictures, *, styled: bool = True
    ) -> None:
        self._builder = builder
        self._own = own
        self._pictures = pictures
        self._styled = styled
        self._stack: list[Context] = [Context()]
        self._pieces: list[Piece] = []
        self._images: list[tuple[Shown, bool]] = []
        self._cells: dict[Element, Container] = {}
        self._numbers: dict[Element, int] = {}
        self._begun: set[int] = set()
        self._ids = 0

    def walk(self, root: "Element") -> None:
        """Add all blocks of the tree under ``root``."""
        from lxml import etree

        walker = etree.iterwalk(root, events=("start", "end"))
        for event, element in walker:
            if event == "start":
                if self._open(element):
                    walker.skip_subtree()
            else:
                self._close(element)
                if element is not root and element.tail:
                    self._add(element.tail, element, "tail")
        self._flush()

    # The walk. Every element opened pushes a context, every one closed takes it off again.

    def _open(self, element: "Element") -> bool:
        """Enter an element; True where nothing inside it is to be read."""
        context = self._stack[-1]
        self._stack.append(context)
        tag = element.tag
        if tag == "noscript":
            return self._noscript(element)
        if unseen(element, self._styled) or _is_back_link(element):
            return True
        if tag in ("img", "br", "hr", "wbr"):
            self._void(element)
            return False
        if tag in _BLOCK_TAGS:
            self._flush()
            context = self._block_context(element, context)
        self._stack[-1] = self._inner_context(element, context)
        if tag == "q":
            self._add("“", element, "text")
        if element.text:
            self._add(element.text, element, "text")
        return False

    def _close(self, element: "Element") -> None:
        tag = element.tag
        if tag == "q":
            self._add("”", element, "text")
        if tag in _BLOCK_TAGS:
            self._flush()
        self._stack.pop()

    def _void(self, element: "Element") -> None:
        own = self._own(element, "self")
        if element.tag == "br":
            self._break(own)
        elif element.tag == "hr":
            self._flush()
            self._emit_bare(BlockKind.RULE, own)
        elif element.tag == "img":
            self._image(element, own)

    def _noscript(self, element: "Element") -> bool:
        for image in element.iter("img"):
            shown = shown_picture(image, self._pictures)
            if shown is not None and shown.resource:
                parent = element.getparent()
                self._place(shown, parent is not None and self._own(parent, "self"))
        return True

    def _block_context(self, element: "Element", context: Context) -> Context:
        tag = element.tag
        if tag in _HEADINGS:
            return context._replace(kind=BlockKind.HEADING, level=_HEADINGS[tag])
        if tag in _CODE_TAGS:
            return context._replace(kind=BlockKind.CODE, level=0)
        if tag in ("figcaption", "caption"):
            return context._replace(kind=BlockKind.CAPTION, level=0)
        if tag in _LISTS:
            self._number_items(element)
            return context._replace(lists=context.lists + 1)
        if tag in ("li", "dd"):
            return self._item_context(element, context)
        if tag in ("blockquote", "figure"):
            kind = "quote" if tag == "blockquote" else "figure"
            return self._within(context, Container(kind, self._next_id()))
        if tag == "table" and is_grid(element):
            self._lay_out(element)
        if element in self._cells:
            cell = self._cells[element]
            return self._within(context, cell)._replace(kind=BlockKind.PARAGRAPH, lists=0)
        return context

    def _inner_context(self, element: "Element", context: Context) -> Context:
        named = element.keys()
        if not named and element.tag not in _TELLING:
            return context
        changes: dict[str, Any] = {}
        css = "style" in named
        if css or element.tag in html_styles.STYLED:
            changes["style"] = html_styles.run_style(element, context.style)
        if css or "dir" in named:
            direction = html_styles.direction(element)
            if direction is not None:
                changes["dir"] = direction
        if ("lang" in named or "xml:lang" in named) and element.tag != "html":
            changes["lang"] = html_styles.language(element) or context.lang
        if (css or element.tag in _CODE_TAGS) and html_styles.keeps_space(element):
            changes["pre"] = True
        if not context.notes and html_styles.is_notes(element):
            changes["notes"] = True
            if element.tag in ("aside", "p"):
                note = Container("footnote", self._next_id())
                changes["containers"] = (*context.containers, note)
        return context._replace(**changes) if changes else context

    def _item_context(self, element: "Element", context: Context) -> Context:
        number = self._numbers.get(element, 0)
        if context.notes and number:
            note = Container("footnote", self._next_id(), label=str(number))
            return self._within(context, note)
        parent = element.getparent()
        ordered = parent is not None and parent.tag == "ol"
        depth = max(1, context.lists)
        item = Container("item", self._next_id(), ordered, number if ordered else 0, depth)
        return self._within(context, item)._replace(kind=BlockKind.PARAGRAPH, level=0)

    def _number_items(self, element: "Element") -> None:
        items = [child for child in element if child.tag == "li"]
        step = -1 if element.get("reversed") is not None else 1
        number = _integer(element.get("start"), len(items) if step < 0 else 1)
        for item in items:
            number = _integer(item.get("value"), number)
            self._numbers[item] = number
            number += step

    def _lay_out(self, table: "Element") -> None:
        table_id = self._next_id()
        for cell, place in places(table).items():
            self._cells[cell] = Container(
                "cell", table_id, row=place.row, column=place.column, row_span=place.row_span,
                column_span=place.column_span, header=place.header,
            )  # fmt: skip

    def _within(self, context: Context, container: Container) -> Context:
        if len(context.containers) >= _MAX_CONTAINERS:
            return context
        return context._replace(containers=(*context.containers, container))

    def _next_id(self) -> int:
        self._ids += 1
        return self._ids

    # Text and pictures, gathered until the block they stand in ends.

    def _add(self, text: str, element: "Element", where: str) -> None:
        context = self._stack[-1]
        if not self._pieces and not context.pre and not text.strip(" \t\n\r\f"):
            return
        self._pieces.append(Piece(text, context.style, self._own(element, where), context.pre))

    def _break(self, own: bool) -> None:
        context = self._stack[-1]
        if not context.pre and self._ends_with_break():
            self._flush()
        elif self._pieces or context.pre:
            self._pieces.append(Piece("\n", context.style, own, True))

    def _ends_with_break(self) -> bool:
        for piece in reversed(self._pieces):
            if piece.pre and piece.text == "\n":
                return True
            if piece.text.strip():
                return False
        return False

    def _image(self, element: "Element", own: bool) -> None:
        shown = shown_picture(element, self._pictures)
        if shown is None:
            return
        if shown.sign:
            self._add(shown.alt, element, "self")
        else:
            self._place(shown, own)

    def _place(self, shown: Shown, own: bool) -> None:
        if any(piece.text.strip() for piece in self._pieces):
            self._images.append((shown, own))
        else:
            self._emit_image(shown, own)

    def _flush(self) -> None:
        pieces, self._pieces = self._pieces, []
        if pieces:
            for own, runs in _parts(pieces):
                self._emit(runs, own)
        images, self._images = self._images, []
        for shown, own in images:
            self._emit_image(shown, own)

    def _emit(self, pieces: list[Piece], own: bool) -> None:
        context = self._stack[-1]
        code = context.kind is BlockKind.CODE
        runs = _collapsed(pieces, code)
        text = "".join(run.text for run in runs)
        if not text.strip():
            return
        before = len(self._builder.blocks)
        self._builder.add(
            self._kind(context), runs,
            level=context.level if context.kind is BlockKind.HEADING else 0,
            main=own, containers=context.containers,
            dir=context.dir or first_strong(text), lang=context.lang,
        )  # fmt: skip
        if len(self._builder.blocks) > before and context.containers:
            self._begun.add(context.containers[-1].id)

    def _kind(self, context: Context) -> BlockKind:
        """A paragraph in a cell is a cell; the first one in a list item is the item."""
        if context.kind is not BlockKind.PARAGRAPH or not context.containers:
            return context.kind
        innermost = context.containers[-1]
        if innermost.kind == "cell":
            return BlockKind.CELL
        if innermost.kind == "item" and innermost.id not in self._begun:
            return BlockKind.ITEM
        return BlockKind.PARAGRAPH

    def _emit_bare(self, kind: BlockKind, own: bool) -> None:
        context = self._stack[-1]
        self._builder.add(kind, "", main=own, containers=context.containers)

    def _emit_image(self, shown: Shown, own: bool) -> None:
        context = self._stack[-1]
        if shown.resource is not None:
            self._pictures.keep(shown.resource)
        self._builder.add(
            BlockKind.IMAGE, "", main=own, containers=context.containers,
            dir=context.dir or first_strong(shown.alt), lang=context.lang,
            resource=shown.resource.sha256 if shown.resource else "", alt=shown.alt,
        )  # fmt: skip


def first_strong(text: str) -> str:
    """``rtl`` or ``ltr``, as the first character with a direction of its own says."""
    if text.isascii():
        return "ltr"
    for character in text:
        kind = unicodedata.bidirectional(character)
        if kind in ("R", "AL"):
            return "rtl"
        if kind == "L":
            return "ltr"
    return "ltr"


def _parts(pieces: list[Piece]) -> list[tuple[bool, list[Piece]]]:
    """The pieces in stretches that are alike in being the article's own.

    Punctuation and white space go with what they stand beside.
    """
    parts: list[tuple[bool, list[Piece]]] = []
    loose: list[Piece] = []
    for piece in pieces:
        if not _WORD.search(piece.text):
            (parts[-1][1] if parts else loose).append(piece)
        elif parts and parts[-1][0] is piece.own:
            parts[-1][1].append(piece)
        else:
            parts.append((piece.own, [*loose, piece]))
            loose = []
    if loose:
        parts.append((loose[0].own, loose))
    return parts


def _collapsed(pieces: list[Piece], code: bool) -> list[Run]:
    """White space as a browser would show it: runs of it are one space, none beside a break.

    ``code``: all of it is, so that no part needs to say so.
    """
    texts: list[tuple[Run, list[str]]] = []
    open_space = True  # a space here would follow a space, a break or nothing
    for piece in pieces:
        text = piece.text
        if piece.pre:
            if text == "\n" and texts:
                texts[-1][1][-1] = texts[-1][1][-1].rstrip(" ")
        else:
            text = _SPACES.sub(" ", text)
            if open_space and text.startswith(" "):
                text = text[1:]
        if not text:
            continue
        open_space = text.endswith((" ", "\n"))
        if texts and texts[-1][0] is piece.style:
            texts[-1][1].append(text)
        else:
            texts.append((piece.style, [text]))
    return [_styled("".join(parts), style, code) for style, parts in texts]


def _styled(text: str, style: Run, code: bool) -> Run:
    return Run(
        text, style.bold, style.italic, style.code and not code, style.strike, style.script,
        style.link,
    )  # fmt: skip


def _is_back_link(element: "Element") -> bool:
    if element.tag != "a":
        return False
    said = f"{element.get('class', '')} {element.get('role', '')} {element.get('rev', '')}"
    return bool(_BACK_LINK.search(said))


def _integer(text: str | None, default: int) -> int:
    text = (text or "").strip()
    return int(text) if re.fullmatch(r"-?\d{1,9}", text) else default
