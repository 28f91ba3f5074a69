"""The JSON-LD of a page: the object that describes the article, however it is packed."""

import json
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_ARTICLES = re.compile(
    r"(?:Article|Posting|Report|Review|WebPage|Book|Chapter|Thesis|CreativeWork)$", re.I
)
_WRAPPING = re.compile(r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>|;)\s*$")
_MAX_LENGTH = 2_000_000
_MAX_OBJECTS = 500


def linked_data(root: "Element") -> dict[str, Any]:
    """The object about the article; the most specific type wins, ``{}`` where there is none."""
    best: dict[str, Any] = {}
    for script in root.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        for thing in _objects(_loaded(script.text or "")):
            if _rank(thing) > _rank(best):
                best = thing
    return best


def types(thing: dict[str, Any]) -> list[str]:
    """The names of an object's types, without their vocabulary's address."""
    said = thing.get("@type")
    listed = said if isinstance(said, list) else [said]
    return [re.split(r"[/#:]", name)[-1] for name in listed if isinstance(name, str)]


def names(value: object, depth: int = 5) -> list[str]:
    """The names in a value that is a name, an object with one, or a list of these."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return names(value.get("name"), depth - 1) if depth else []
    if isinstance(value, list):
        return [name for item in value[:50] for name in names(item, depth - 1)] if depth else []
    return []


def _rank(thing: dict[str, Any]) -> int:
    ranks = [
        1 if name.lower() in ("webpage", "creativework") else 2
        for name in types(thing)
        if _ARTICLES.search(name)
    ]
    return max(ranks, default=0)


def _loaded(text: str) -> object:
    if len(text) > _MAX_LENGTH:
        return None
    while text != (bare := _WRAPPING.sub("", text)):
        text = bare
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):  # broken ones are common, and nested ones a known attack
        return None


def _objects(value: object) -> Iterator[dict[str, Any]]:
    """Objects at the top, in lists, graphs and as a page's main entity; in that order."""
    waiting = [value]
    for _ in range(_MAX_OBJECTS):
        if not waiting:
            return
        thing = waiting.pop(0)
        if isinstance(thing, list):
            waiting.extend(thing[:_MAX_OBJECTS])
        elif isinstance(thing, dict):
            yield thing
            waiting.extend(thing.get(key) for key in ("@graph", "mainEntity", "mainEntityOfPage"))
