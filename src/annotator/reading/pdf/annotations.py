"""What hangs on the words of a page: links over them, addresses in them, annotations on them."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from annotator.model import EmbeddedAnnotation

if TYPE_CHECKING:
    from annotator.pdf import PageGeometry, PageLink, PdfFile

_URL = re.compile(r"https?://[^\s<>\"“”„‘’]+[^\s<>\"“”„‘’.,;:!?)\]}'»]")


class Linked(NamedTuple):
    """``[start, end)`` of a page's text leads to ``url``."""

    start: int
    end: int
    url: str


class OnPage(NamedTuple):
    """What hangs on a page's text: its links, sorted, none over another, and the annotations it
    came with, whose passages are offsets in the page."""

    links: list[Linked]
    embedded: list[EmbeddedAnnotation]


def on_page(file: "PdfFile", page: int, text: str, most: int) -> OnPage:
    """The links over a page's text and the first ``most`` of its annotations. Links inside the file
    are the page view's."""
    links: list[Linked] = []
    found: list[EmbeddedAnnotation] = []
    if file.annotation_count(page):
        out = [link for link in file.links(page) if link.url] if text else []
        found = list(file.embedded(page)[:most]) if most else []
        if out or any(each.quads for each in found):
            geometry = file.geometry(page)
            links = _under(geometry, out)
            found = [_anchored(geometry, each) for each in found]
    if "://" in text:
        links += [Linked(match.start(), match.end(), match[0]) for match in _URL.finditer(text)]
    return OnPage(_apart(links), found)


def _anchored(geometry: "PageGeometry", found: EmbeddedAnnotation) -> EmbeddedAnnotation:
    """The annotation with the passage under its quads."""
    spans = [span for quad in found.quads if (span := geometry.covered(quad))]
    if not spans:
        return found
    start, end = _trimmed(geometry.text, min(a for a, _ in spans), max(b for _, b in spans))
    return replace(found, start=start, end=end) if start < end else found


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    words = text[start:end]
    return start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())


def _under(geometry: "PageGeometry", links: "Sequence[PageLink]") -> list[Linked]:
    found = []
    for link in links:
        x0, y0, x1, y1 = geometry.space.box_of(link.rect)
        covered = geometry.covered((x0, y1, x1, y1, x0, y0, x1, y0))
        if covered and link.url:
            start, end = _trimmed(geometry.text, *covered)
            if start < end:
                found.append(Linked(start, end, link.url))
    return found


def _apart(links: list[Linked]) -> list[Linked]:
    """Those that begin first; of what lies over them only the rest."""
    found: list[Linked] = []
    for link in sorted(links, key=lambda link: (link.start, -link.end)):
        if not found or link.start >= found[-1].end:
            found.append(link)
    return found
