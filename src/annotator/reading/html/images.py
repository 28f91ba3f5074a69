"""What an ``<img>`` shows: a saved picture, one whose bytes are missing, a sign, or nothing."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotator.model import Resource
from annotator.reading.pictures import Pictures

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_ADDRESSES = ("src", "data-src", "data-original", "data-lazy-src", "data-hi-res-src")
_SETS = ("srcset", "data-srcset")
_ICON_SIDE = 32
_LINE_SIDE = 3
_SIZE = re.compile(r"\s*(\d{1,5})(?:\.\d+)?(?:px)?\s*$")
_MAX_ALT = 2000


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture on the page. ``sign``: an emoji drawn as a picture, its ``alt`` is the text."""

    resource: Resource | None
    alt: str
    sign: bool = False


def shown_picture(element: "Element", pictures: Pictures) -> Shown | None:
    """What the element shows; None for icons, tracking pixels and decoration not saved."""
    alt = " ".join((element.get("alt") or "").split())[:_MAX_ALT]
    if _is_sign(alt):
        return Shown(None, alt, sign=True)
    for address in _addresses(element):
        found = pictures.find(address)
        if found is None:
            continue
        resource, picture = found
        if not picture.small:
            return None if _drawn_small(element) else Shown(resource, alt)
        if not _lazy(element):
            return None
    if _drawn_small(element) or (not alt and not _matters(element)):
        return None
    return Shown(None, alt)


def _addresses(element: "Element") -> Iterator[str]:
    for name in _ADDRESSES:
        if address := (element.get(name) or "").strip():
            yield address
    parent = element.getparent()
    sources = [] if parent is None or parent.tag != "picture" else list(parent.iter("source"))
    for holder in (element, *sources):
        for name in _SETS:
            yield from _candidates(holder.get(name) or "")


def _candidates(said: str) -> Iterator[str]:
    """The addresses of a ``srcset``, largest (usually last) first."""
    if said.lstrip()[:5].lower() == "data:":
        yield said.split()[0]
        return
    for part in reversed(said.split(",")[:20]):
        words = part.split()
        if words:
            yield words[0]


def _is_sign(alt: str) -> bool:
    return (
        0 < len(alt) <= 8
        and all(ord(character) >= 0x2190 for character in alt)
        and any(0x2190 <= ord(c) <= 0x2BFF or 0x1F000 <= ord(c) <= 0x1FAFF for c in alt)
    )


def _side(element: "Element", name: str) -> int | None:
    match = _SIZE.match(element.get(name) or "")
    return int(match[1]) if match else None


def _drawn_small(element: "Element") -> bool:
    width, height = _side(element, "width"), _side(element, "height")
    sides = [side for side in (width, height) if side is not None]
    if any(side <= _LINE_SIDE for side in sides):
        return True
    return len(sides) == 2 and max(sides) <= _ICON_SIDE


def _lazy(element: "Element") -> bool:
    return any(element.get(name) for name in (*_ADDRESSES[1:], *_SETS))


def _matters(element: "Element") -> bool:
    """Without bytes and words, a picture is worth a place only where its author gave it one."""
    if not any(True for _ in _addresses(element)):
        return False
    if "alt" not in element.attrib:
        return True
    return next(element.iterancestors("figure"), None) is not None
