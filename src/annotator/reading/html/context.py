"""What the elements around a text make of it: its kind, its containers, its style."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from annotator.model import BlockKind, Container
from annotator.reading.builder import Run
from annotator.reading.html import styles
from annotator.reading.html.tables import is_grid, places

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_CODE_TAGS = frozenset(("pre", "listing", "xmp", "plaintext"))
_TELLING = styles.STYLED | _CODE_TAGS
_CAPTION = re.compile(
    r"(?:^|[\s_-])(?:thumb|fig|image|img|photo|picture|media)-?_?caption(?:$|\s)"
    r"|(?:^|\s)wp-caption-text(?:$|\s)"
)
_BREAKS_CAPTION = frozenset(("table", "td", "th", "pre", "figure"))
_LISTS = frozenset(("ul", "ol", "menu", "dir"))
_MAX_CONTAINERS = 24


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


class Contexts:
    """Makes contexts, and remembers what a table or list says of the cells and items to come."""

    def __init__(self) -> None:
        self._bare: dict[str, Context] = {}
        self._bare_in: Context | None = None
        self._cells: dict[Element, Container] = {}
        self._numbers: dict[Element, int] = {}
        self._ids = 0

    def of_block(self, element: "Element", context: Context) -> Context:
        """The context of a block that stands in ``context``."""
        tag = element.tag
        if context.kind is BlockKind.CAPTION and tag not in _BREAKS_CAPTION:
            return context  # lists and headings in a caption are parts of it
        if tag in _HEADINGS:
            return context._replace(kind=BlockKind.HEADING, level=_HEADINGS[tag])
        if tag in _CODE_TAGS:
            return context._replace(kind=BlockKind.CODE, level=0)
        if tag in ("figcaption", "caption") or _is_named_caption(element):
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

    def inside(self, element: "Element", context: Context) -> Context:
        """The context of what stands in any element: its style, direction, language."""
        named = element.keys()
        if not named:
            return self._of_bare(element, context) if element.tag in _TELLING else context
        return self._of_named(element, context, named)

    def _of_bare(self, element: "Element", context: Context) -> Context:
        """Of an element without attributes: the same for all with its name in the same context,
        of which a paragraph may have thousands."""
        if context is not self._bare_in:
            self._bare, self._bare_in = {}, context
        if element.tag not in self._bare:
            self._bare[element.tag] = self._of_named(element, context, ())
        return self._bare[element.tag]

    def _of_named(
        self, element: "Element", context: Context, named: Sequence[str | bytes]
    ) -> Context:
        changes: dict[str, Any] = {}
        css = "style" in named
        if css or element.tag in styles.STYLED:
            changes["style"] = styles.run_style(element, context.style)
        if css or "dir" in named:
            direction = styles.direction(element)
            if direction is not None:
                changes["dir"] = direction
        if ("lang" in named or "xml:lang" in named) and element.tag != "html":
            changes["lang"] = styles.language(element) or context.lang
        if (css or element.tag in _CODE_TAGS) and styles.keeps_space(element):
            changes["pre"] = True
        if not context.notes and styles.is_notes(element):
            changes["notes"] = True
            if element.tag in ("aside", "p"):
                note = Container("footnote", self._next_id())
                changes["containers"] = (*context.containers, note)
        if changes.keys() == {"style"}:  # by far the most
            return Context(
                context.kind, context.level, context.containers, changes["style"], context.dir,
                context.lang, context.pre, context.lists, context.notes,
            )  # fmt: skip
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


def _is_named_caption(element: "Element") -> bool:
    """How pages say it that do without ``figcaption``: WordPress, MediaWiki, many papers."""
    return element.tag in ("div", "p") and bool(_CAPTION.search(element.get("class") or ""))


def _integer(text: str | None, default: int) -> int:
    text = (text or "").strip()
    return int(text) if re.fullmatch(r"-?\d{1,9}", text) else default
