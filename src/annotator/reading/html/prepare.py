"""Makes a page's outline fit for scoring: furniture by name goes, loose texts become paragraphs."""

import itertools
import re
from collections.abc import Callable, Sequence

from annotator.reading.html.outline import TEXT, Node
from annotator.reading.html.tree import words

_UNLIKELY = re.compile(
    r"-ad-|ai2html|banner|breadcrumbs|combx|comment|community|cover-wrap|disqus|extra|footer|gdpr"
    r"|header|legends|menu|related|remark|replies|rss|shoutbox|sidebar|skyscraper|social|sponsor"
    r"|supplemental|ad-break|agegate|pagination|pager|popup|yom-remote", re.I,
)  # fmt: skip
_LIKELY = re.compile(r"and|article|body|column|content|main|mathjax|shadow", re.I)
_UNLIKELY_ROLES = words("menu menubar complementary navigation alert alertdialog dialog")
_BYLINE = re.compile(r"byline|author|dateline|writtenby|p-author", re.I)
_MAX_BYLINE = 100
_EMPTYABLE = words("div section header h1 h2 h3 h4 h5 h6")
_VOTERS = words("section h2 h3 h4 h5 h6 p td pre")
_BLOCKS = words("blockquote dl div img ol p pre table ul")
_PHRASING = words(
    "abbr audio b bdo big br button cite code data datalist dfn em embed font i img input kbd label"
    " mark math meter noscript nobr object output progress q ruby s samp script select small span"
    " strike strong sub sup textarea time tt u var wbr svg"
)
_LINKS = words("a del ins")
_TABLE = words("table")
_CODE = words("code")
_NEAR = 3


def prepare(
    root: Node, *, strip: bool, byline: bool, is_title: Callable[[str], bool]
) -> list[Node]:
    """Drop furniture and shape paragraphs; the elements whose text votes.

    ``strip``: names may condemn. ``byline``: the first byline is furniture. ``is_title``: whether
    a heading's words are the title, which stands apart from the article's text.
    """
    voters: list[Node] = []
    waiting = [root]
    title_due = True
    while waiting:
        node = waiting.pop()
        if node is not root:
            if byline and _is_byline(node):
                node.alive = byline = False
                continue
            if title_due and node.tag in ("h1", "h2") and is_title(node.words()):
                node.alive = title_due = False
                continue
            if (strip and _unlikely(node)) or _is_modal(node) or _is_empty(node):
                node.alive = False
                continue
        _part_at_breaks(node)
        if node.tag in _VOTERS or (node.tag == "div" and _shape(node)):
            voters.append(node)
        waiting.extend(reversed(node.elements()))
    return voters


def _is_byline(node: Node) -> bool:
    if not 0 < node.length < _MAX_BYLINE:
        return False
    marked = node.get("rel") == "author" or "author" in node.get("itemprop")
    return marked or bool(_BYLINE.search(node.names))


def _unlikely(node: Node) -> bool:
    if node.get("role") in _UNLIKELY_ROLES or node.get("aria-hidden") == "true":
        return True
    if node.tag == "a" or not node.names or not _UNLIKELY.search(node.names):
        return False
    if _LIKELY.search(node.names):
        return False
    return not node.within(_TABLE, _NEAR) and not node.within(_CODE, _NEAR)


def _is_modal(node: Node) -> bool:
    return node.get("aria-modal") == "true" and node.get("role") == "dialog"


def _is_empty(node: Node) -> bool:
    if node.tag not in _EMPTYABLE or node.length:
        return False
    return all(child.tag in ("br", "hr") for child in node.elements())


def _shape(node: Node) -> bool:
    """Give a div's loose texts paragraphs; True where the div itself is one."""
    _wrap(node)
    children = node.elements()
    texts = len(node.children) - len(children)
    if len(children) == 1 and not texts and children[0].tag == "p":
        if node.length == 0 or node.links / node.length < 0.25:
            node.tag = "p"
            children[0].tag = "span"
            return True
        return False
    if not _holds_blocks(node):
        node.tag = "p"
        return True
    return False


def _wrap(node: Node) -> None:
    shaped: list[Node] = []
    run: list[Node] = []
    for child in node.children:
        if not child.alive:
            continue
        if _is_phrasing(child):
            run.append(child)
        else:
            shaped += [*_paragraph(node, run), child]
            run = []
    node.children = [*shaped, *_paragraph(node, run)]


def _part_at_breaks(node: Node) -> None:
    """Two line breaks in a row are how old pages write a new paragraph."""
    if len(node.children) < 2:
        return
    breaks = [child.tag == "br" for child in node.children]
    if not any(a and b for a, b in itertools.pairwise(breaks)):
        return
    shaped: list[Node] = []
    run: list[Node] = []
    started = False
    for at, child in enumerate(node.children):
        doubled = breaks[at] and (
            breaks[at - 1 : at] == [True] or breaks[at + 1 : at + 2] == [True]
        )
        if doubled or not _is_phrasing(child):
            shaped += _paragraph(node, run) if started else run
            started = doubled
            run = []
            shaped += [] if doubled else [child]
        else:
            run.append(child)
    node.children = [*shaped, *(_paragraph(node, run) if started else run)]
    if node.tag == "p":
        node.tag = "div"


def _paragraph(parent: Node, run: Sequence[Node]) -> list[Node]:
    while run and run[0].tag == "br":
        run = run[1:]
    if not run:
        return []
    made = Node("p", parent)
    made.children = list(run)
    for child in run:
        child.parent = made
        made.length += child.length
        made.links += child.links
    return [made]


def _is_phrasing(node: Node) -> bool:
    waiting = [node]
    while waiting:
        child = waiting.pop()
        if child.tag in _LINKS:
            waiting.extend(child.children)
        elif child.tag != TEXT and child.tag not in _PHRASING:
            return False
    return True


def _holds_blocks(node: Node) -> bool:
    inside = node.inside()
    next(inside)
    return any(child.tag in _BLOCKS for child in inside)
