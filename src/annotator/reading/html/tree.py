"""HTML text → an lxml tree that is safe to walk: bounded depth, frames and shadow roots inlined.

What a browser would not show (scripts, hidden elements) is told by `unseen`, never removed here.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element as Element


def words(said: str) -> frozenset[str]:
    """The words of a string, for sets of names that are easier to read in a row."""
    return frozenset(said.split())


MAX_DEPTH = 256
"""Elements nested deeper than this are flattened; no page written by people comes near it."""

_FRAME_DEPTH = 3
_NOT_TEXT = words(
    "head script style template noscript svg canvas audio video object embed iframe select datalist"
    " textarea meter progress map area annotation annotation-xml rp colgroup frameset noframes"
    " title meta link base param source track applet"
)
_OF_HEAD = words("title meta link base script style noscript template object basefont bgsound")
_HIDING = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_HIDING_CLASS = re.compile(r"(?:^|\s)sf-hidden(?:\s|$)")
_ICON_LENGTH = 80
_BREAK = "\N{LINE SEPARATOR}"
_SUBSET = re.compile(
    r"(<!doctype[^\[<>]*+)\[(?>[^\]\"'<]|<!--.*?-->|<|\"[^\"]*\"|'[^']*')*+\]\s*>", re.I | re.S
)
"""A document type with declarations of its own: the parser takes their first ``>`` for its end."""
_TYPE_WITHIN = 4096
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:-]*)[^<>]{0,5000}>")
_KEPT_TAGS = words("html head body title meta link script style p br h1 h2 h3 h4 h5 h6 img pre a")


def parse(text: str) -> "Element":
    """The root element of a page, however broken; an empty ``<html>`` where there is none."""
    type_at = text[:_TYPE_WITHIN].lower().find("<!doctype")
    if match := _SUBSET.match(text, type_at) if type_at >= 0 else None:
        text = f"{text[:type_at]}{match[1]}>{text[match.end() :]}"
    root = _parsed(text)
    if _too_deep(root):
        root = _parsed(_TAG.sub(_flat_tag, text))
    _out_of_head(root)
    _inline_frames(root, _FRAME_DEPTH)
    return root


def _out_of_head(root: "Element") -> None:
    """Pages need not write ``<body>``; the parser then takes ``<article>`` for a part of the head,
    as it does not know it. A browser begins the body there."""
    from lxml import etree

    head = root.find("head")
    strange = [] if head is None else [one for one in head if one.tag not in _OF_HEAD]
    if head is None or not strange:
        return
    found = root.find("body")
    if found is None:
        found = etree.SubElement(root, "body")
    strange[-1].tail = (strange[-1].tail or "") + (found.text or "")
    found.text = None
    for at, element in enumerate(strange):
        found.insert(at, element)


def body(root: "Element") -> "Element":
    """Where the page's text stands."""
    found = root.find("body")
    return root if found is None else found


def unseen(element: "Element", styled: bool = True) -> bool:
    """Whether a browser shows nothing of the element. ``styled``: believe its style and classes."""
    tag = element.tag
    if not isinstance(tag, str) or tag in _NOT_TEXT:
        return True
    if tag == "dialog" and element.get("open") is None:
        return True
    if not styled or tag in ("html", "body") or not element.keys():
        return False
    return _hidden(element)


def text_of(element: "Element") -> str:
    """All visible text inside, white space collapsed to single spaces."""
    return " ".join("".join(_seen_text(element)).split())


def first_line(element: "Element") -> str:
    """The visible text inside up to a line break, white space collapsed."""
    text = "".join(_seen_text(element)).lstrip().partition(_BREAK)[0]
    return " ".join(text.split())


def _hidden(element: "Element") -> bool:
    if "hidden" in element.attrib:
        return True
    style = element.get("style")
    if style and _HIDING.search(style):
        return True
    if _HIDING_CLASS.search(element.get("class", "")):
        return True
    # Only signs: a page saved with a dialog open has its whole content hidden from screen readers.
    return element.get("aria-hidden") == "true" and _is_icon(element)


def _is_icon(element: "Element") -> bool:
    length = 0
    for piece in element.itertext():
        length += len(piece.strip())
        if length > _ICON_LENGTH:
            return False
    return element.tag != "img"


def _seen_text(element: "Element") -> Iterator[str]:
    from lxml import etree

    walker = etree.iterwalk(element, events=("start", "end"))
    for event, child in walker:
        if event == "start":
            if unseen(child):
                walker.skip_subtree()
            elif child.tag == "br":
                yield _BREAK
            elif child.text:
                yield child.text
        elif child is not element and child.tail:
            yield child.tail


def _parsed(text: str) -> "Element":
    from lxml import etree

    parser = etree.HTMLParser(
        encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True
    )
    data = text.replace("\0", "").encode("utf-8", "replace")
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError:  # nothing at all in it
        root = None
    return etree.Element("html") if root is None else root


def _too_deep(root: "Element") -> bool:
    from lxml import etree

    depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > MAX_DEPTH:
            return True
    return False


def _flat_tag(match: re.Match[str]) -> str:
    name = match[2].lower()
    if name in _KEPT_TAGS:
        return match[0]
    return "" if name in ("span", "font", "b", "i", "em", "strong", "small", "u") else "<p>"


def _inline_frames(root: "Element", depth: int) -> None:
    for frame in list(root.iter("iframe", "template")):
        if frame.tag == "template":
            if frame.get("shadowrootmode") or frame.get("shadowroot"):
                frame.tag = "div"
            continue
        inner = frame.get("srcdoc")
        if not inner or not depth:
            continue
        page = _parsed(inner)
        if _too_deep(page):
            page = _parsed(_TAG.sub(_flat_tag, inner))
        _inline_frames(page, depth - 1)
        frame.tag = "div"
        del frame.attrib["srcdoc"]
        inside = body(page)
        frame.text = inside.text
        frame[:] = list(inside)
