"""A light copy of a page's visible tree, which finding the article may reshape as it likes.

Texts are nodes of their own, so the verdict on each can be told to whoever reads the page.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from annotator.reading.html.tree import unseen, words

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

TEXT = "#text"
COMMAS = re.compile("[,،﹐︐︑⸁⸴⸲，、]")
HEADINGS = words("h1 h2 h3 h4 h5 h6")
_EMBEDS = words("object embed iframe video audio")
_TEXTISH = words("span li td blockquote dl div img ol p pre table ul")
_BARE = words("b big cite dfn em i kbd mark q s samp small span strong sub sup tt u var")
"""Elements that, without attributes, are no more than the text in them."""
_VIDEO = re.compile(
    r"//(?:www\.|player\.)?(?:youtube(?:-nocookie)?|youtu|vimeo|dailymotion|twitch|archive|wikimedia"
    r"|bilibili|qq)\.", re.I,
)  # fmt: skip
_FRAGMENT_LINK = 0.3
"""How much of a link within the page counts as a link: tables of contents are text, too."""


class Counts:
    """What stands inside a node, itself included. Lengths are in code points."""

    __slots__ = (
        "commas", "embeds", "headings", "images", "inputs", "items", "length", "links",
        "paragraphs", "textish", "videos",
    )  # fmt: skip

    def __init__(self) -> None:
        self.length = self.commas = self.paragraphs = self.images = self.items = self.inputs = 0
        self.headings = self.embeds = self.videos = self.textish = 0
        self.links = 0.0

    def add(self, other: "Counts", sign: int = 1) -> None:
        """Add (or with ``sign`` -1 take away) what stands inside a child."""
        self.length += sign * other.length
        self.links += sign * other.links
        self.commas += sign * other.commas
        self.paragraphs += sign * other.paragraphs
        self.images += sign * other.images
        self.items += sign * other.items
        self.inputs += sign * other.inputs
        self.headings += sign * other.headings
        self.embeds += sign * other.embeds
        self.videos += sign * other.videos
        self.textish += sign * other.textish


class Node:
    """An element, a text (tag `TEXT`) or a paragraph made up around loose texts (no element).

    ``length`` and ``links`` are those of the page as it came; ``counts`` what is left of it, once
    ``count`` has told elements theirs.
    """

    counts: Counts

    __slots__ = (
        "alive", "children", "counts", "element", "length", "links", "names", "parent", "score",
        "scored", "tag", "text", "where",
    )  # fmt: skip

    def __init__(self, tag: str, parent: "Node | None", element: "Element | None" = None) -> None:
        self.tag = tag
        self.parent = parent
        self.element = element
        self.children: list[Node] = []
        self.names = ""
        self.where = "self"
        self.text = ""
        self.length = 0
        self.links = 0.0
        self.alive = True
        self.scored = False
        self.score = 0.0

    def get(self, name: str) -> str:
        """An attribute of the element, "" where there is none."""
        return "" if self.element is None else self.element.get(name) or ""

    def elements(self) -> list["Node"]:
        """The children that are not texts and still there."""
        return [child for child in self.children if child.tag != TEXT and child.alive]

    def ancestors(self) -> Iterator["Node"]:
        """Parent, its parent, and so on."""
        node = self.parent
        while node is not None:
            yield node
            node = node.parent

    def within(self, tags: frozenset[str], depth: int = 1000) -> bool:
        """Whether one of the nearest ``depth`` ancestors has one of the tags."""
        return any(
            node.tag in tags for node, _ in zip(self.ancestors(), range(depth), strict=False)
        )

    def inside(self) -> Iterator["Node"]:
        """The node and what is left inside it, in the order of the page."""
        waiting = [self]
        while waiting:
            node = waiting.pop()
            if node.alive:
                yield node
                waiting.extend(reversed(node.children))

    def words(self) -> str:
        """The text left inside, white space collapsed."""
        texts = (node.text for node in self.inside() if node.tag == TEXT)
        return " ".join(" ".join(texts).split())

    def link_density(self) -> float:
        """The share of the text that is links."""
        return self.counts.links / self.counts.length if self.counts.length else 0.0

    def drop(self) -> None:
        """Take the node out, and what it held out of all counts above it."""
        self.alive = False
        for node in self.ancestors():
            node.counts.add(self.counts, -1)


def outline(body: "Element") -> Node:
    """The visible tree of a page."""
    from lxml import etree

    root = Node("body", None, body)
    here = root
    link = 0.0
    walker = etree.iterwalk(body, events=("start", "end"))
    for event, element in walker:
        if element is body:
            if event == "start":
                _add_text(here, body, "text", link)
            continue
        if event == "start":
            if is_bare(element):
                _add_text(here, element, "text", link)
                continue
            if here.tag != "#skipped" and unseen(element) and not _stands_in(element):
                here = Node("#skipped", here, element)
                walker.skip_subtree()
                continue
            here = _opened(here, element)
            if here.tag == "a":
                link = _FRAGMENT_LINK if here.get("href").startswith("#") else 1.0
            _add_text(here, element, "text", link)
        elif is_bare(element):
            _add_text(here, element, "tail", link)
        else:
            if here.tag == "a":
                link = 0.0
            here = _closed(here)
            _add_text(here, element, "tail", link)
    return root


def is_bare(element: "Element") -> bool:
    """Whether the element has no node of its own in the outline, only its texts have."""
    return element.tag in _BARE and not element.keys()


def count(root: Node) -> None:
    """Work out the counts of what is left under ``root``."""
    order = list(root.inside())
    for node in order:
        if node.tag == TEXT:
            _count_text(node)
        else:
            node.counts = _own_counts(node)
    for node in reversed(order):
        if node is root or node.parent is None or node.tag == TEXT:
            continue
        if node.counts.length:
            if node.tag in _TEXTISH:
                node.counts.textish += 1
            if node.tag in HEADINGS:
                node.counts.headings = node.counts.length
        node.parent.counts.add(node.counts)


def _stands_in(element: "Element") -> bool:
    """Players and forms hold no text, yet say something about what they stand in."""
    return element.tag in _EMBEDS or element.tag == "textarea"


def _opened(here: Node, element: "Element") -> Node:
    node = Node(element.tag, here, element)
    if element.keys():
        node.names = f"{element.get('class', '')} {element.get('id', '')}"
    here.children.append(node)
    return node


def _closed(node: Node) -> Node:
    parent = node.parent
    assert parent is not None
    if node.tag != "#skipped":
        parent.length += node.length
        parent.links += node.links
    return parent


def _add_text(here: Node, element: "Element", where: str, link: float) -> None:
    said = element.text if where == "text" else element.tail
    if not said or here.tag in _EMBEDS:
        return
    bare = said.strip()
    if not bare:
        return
    if "\n" in bare or "  " in bare:
        bare = " ".join(bare.split())
    node = Node(TEXT, here, element)
    node.where = where
    node.text = said
    node.length = len(bare) + (said[0] != bare[0])
    node.links = link * node.length
    here.children.append(node)
    here.length += node.length
    here.links += node.links


def _count_text(node: Node) -> None:
    assert node.parent is not None
    counts, text = node.parent.counts, node.text
    counts.length += node.length
    counts.links += node.links
    counts.commas += text.count(",") if text.isascii() else len(COMMAS.findall(text))
    if node.where == "text" and node.element is not None and node.element.tag == "span":
        counts.textish += 1


def _own_counts(node: Node) -> Counts:
    counts = Counts()
    tag = node.tag
    if tag == "p":
        counts.paragraphs = 1
    elif tag == "img":
        counts.images = 1
        counts.textish = 0
    elif tag == "li":
        counts.items = 1
    elif tag == "input":
        counts.inputs = 1
    elif tag in _EMBEDS:
        counts.embeds = 1
        if any(_VIDEO.search(value) for value in _values(node)):
            counts.videos = 1
    return counts


def _values(node: Node) -> list[str]:
    return [] if node.element is None else [str(value) for value in node.element.attrib.values()]
