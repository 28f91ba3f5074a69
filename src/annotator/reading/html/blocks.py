"""An lxml tree → blocks. Every visible text becomes part of one; `own` says which are main."""

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from annotator.model import BlockKind
from annotator.reading.builder import ArticleBuilder
from annotator.reading.html.context import Context, Contexts
from annotator.reading.html.images import Shown, shown_picture
from annotator.reading.html.outline import is_bare
from annotator.reading.html.pieces import Piece, collapsed, first_strong, parts_of
from annotator.reading.html.tree import unseen, words
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
_BACK_LINK = re.compile(r"footnote-back|backref|doc-backlink")
_PERMALINK = re.compile(r"(?:^|[\s_-])(?:headerlink|anchor|anchorjs|permalink)(?:$|[\s_-])")
_SIGNS = words("¶ # § 🔗 ∞")
_EDIT_LINK = re.compile(r"(?:^|\s)mw-editsection(?:$|\s)")


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
        self._begun: set[int] = set()
        self._contexts = Contexts()

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
        if unseen(element, self._styled) or _is_tool(element):
            return True
        if tag in ("img", "br", "hr", "wbr"):
            self._void(element)
            return False
        if tag in _BLOCK_TAGS:
            self._flush()
            context = self._contexts.of_block(element, context)
        self._stack[-1] = self._contexts.inside(element, context)
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
                while parent is not None and is_bare(parent):
                    parent = parent.getparent()
                self._place(shown, parent is not None and self._own(parent, "self"))
        return True

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
            for own, runs in parts_of(pieces):
                self._emit(runs, own)
        images, self._images = self._images, []
        for shown, own in images:
            self._emit_image(shown, own)

    def _emit(self, pieces: list[Piece], own: bool) -> None:
        context = self._stack[-1]
        code = context.kind is BlockKind.CODE
        runs = collapsed(pieces, code)
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


def _is_tool(element: "Element") -> bool:
    """Whether it is a link back from a footnote, or a heading's link to itself or its editor."""
    name = element.get("class", "")
    if element.tag == "span":
        return bool(_EDIT_LINK.search(name))
    if element.tag != "a":
        return False
    if _PERMALINK.search(name) and len(element) == 0 and (element.text or "").strip() in _SIGNS:
        return True
    said = f"{element.get('class', '')} {element.get('role', '')} {element.get('rev', '')}"
    return bool(_BACK_LINK.search(said))
