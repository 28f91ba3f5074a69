"""What an HTML element says about the text in it: bold, a link, a direction, a language."""

import re
from typing import TYPE_CHECKING, Any

from annotator.reading.builder import Run

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_BOLD = frozenset(("b", "strong", "dt", "summary"))
_ITALIC = frozenset(("i", "em", "cite", "dfn", "var"))
_CODE = frozenset(("code", "kbd", "samp", "tt"))
_STRIKE = frozenset(("s", "strike", "del"))
_SCRIPT = {"sub": "sub", "sup": "super", "rt": "super"}
STYLED = _BOLD | _ITALIC | _CODE | _STRIKE | frozenset(_SCRIPT) | {"a"}

_WEIGHT = re.compile(r"font-weight\s*:\s*(bold|bolder|[6-9]00|normal|lighter|[1-5]00)", re.I)
_SLANT = re.compile(r"font-style\s*:\s*(italic|oblique|normal)", re.I)
_THROUGH = re.compile(r"text-decoration(?:-line)?\s*:[^;]*line-through", re.I)
_RAISED = re.compile(r"vertical-align\s*:\s*(super|sub)\b", re.I)
_DIRECTION = re.compile(r"(?:^|;)\s*direction\s*:\s*(rtl|ltr)", re.I)
_PRE = re.compile(r"white-space\s*:\s*(?:pre|pre-wrap|break-spaces)\b", re.I)
_LEADS_NOWHERE = re.compile(r"\s*(?:javascript|data|vbscript|blob):", re.I)
_NOTES = re.compile(r"(?:^|[\s_-])(?:footnotes?|endnotes?|doc-endnotes|doc-footnote)(?:$|[\s_-])")
_NOTE_TAGS = frozenset(("div", "section", "ol", "aside", "footer", "p"))
_MAX_LINK = 4000


def run_style(element: "Element", style: Run) -> Run:
    """The style of text directly inside the element, given that of the text around it."""
    tag = element.tag
    css = element.get("style")
    if tag == "a" and not css:
        return Run(*style[:-1], link(element) or style.link)
    changes: dict[str, Any] = {}
    if tag in _BOLD:
        changes["bold"] = True
    elif tag in _ITALIC:
        changes["italic"] = True
    elif tag in _CODE:
        changes["code"] = True
    elif tag in _STRIKE:
        changes["strike"] = True
    elif tag in _SCRIPT:
        changes["script"] = _SCRIPT[tag]
    elif tag == "a":
        changes["link"] = link(element) or style.link
    if css:
        changes.update(_css_changes(css))
    if all(getattr(style, name) == value for name, value in changes.items()):
        return style
    return style._replace(**changes)


def link(element: "Element") -> str:
    """Where a link leads, as written; "" for scripts and the like."""
    href = (element.get("href") or "").strip()
    if not href.isprintable():
        href = re.sub(r"[\t\r\n]", "", href)
    return "" if _LEADS_NOWHERE.match(href) or len(href) > _MAX_LINK else href


def direction(element: "Element") -> str | None:
    """``rtl`` or ``ltr`` where the element says so, "" where the text decides, None if silent."""
    said = (element.get("dir") or "").strip().lower()
    if said in ("rtl", "ltr"):
        return said
    if said == "auto":
        return ""
    css = element.get("style")
    match = _DIRECTION.search(css) if css else None
    return match[1].lower() if match else None


def keeps_space(element: "Element") -> bool:
    """Whether white space and line breaks in the element are meant."""
    if element.tag in ("pre", "listing", "xmp", "plaintext"):
        return True
    css = element.get("style")
    return bool(css and _PRE.search(css))


def language(element: "Element") -> str:
    """The element's own language tag, "" if it has none."""
    said = (element.get("lang") or element.get("xml:lang") or "").strip().replace("_", "-")
    return said if re.fullmatch(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*", said) else ""


def is_notes(element: "Element") -> bool:
    """Whether the element says that it holds the article's footnotes, or is one."""
    if element.tag not in _NOTE_TAGS:
        return False
    get = element.get
    said = f"{get('class', '')} {get('role', '')} {get('epub:type', '')} {get('id', '')}"
    return len(said) > 3 and bool(_NOTES.search(said))


def _css_changes(css: str) -> dict[str, Any]:
    changes: dict[str, Any] = {}
    if match := _WEIGHT.search(css):
        changes["bold"] = match[1].lower() in ("bold", "bolder") or match[1] >= "600"
        if match[1].lower() in ("normal", "lighter"):
            changes["bold"] = False
    if match := _SLANT.search(css):
        changes["italic"] = match[1].lower() != "normal"
    if _THROUGH.search(css):
        changes["strike"] = True
    if match := _RAISED.search(css):
        changes["script"] = match[1].lower()
    return changes
