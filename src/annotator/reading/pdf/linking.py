"""Where words of a page lead: link annotations over them, addresses in them."""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from annotator.reading.builder import Run

if TYPE_CHECKING:
    from annotator.pdf import PageGeometry, PageLink, PdfFile

_URL = re.compile(r"https?://[^\s<>\"“”„‘’]+[^\s<>\"“”„‘’.,;:!?)\]}'»]")


class Linked(NamedTuple):
    """``[start, end)`` of a page's text leads to ``url``."""

    start: int
    end: int
    url: str


def links_of(file: "PdfFile", page: int, text: str) -> list[Linked]:
    """The links over a page's text, sorted, none over another. Links inside the file are the
    page view's."""
    if not text:
        return []
    found: list[Linked] = []
    if file.annotation_count(page):
        out = [link for link in file.links(page) if link.url]
        found = _under(file.geometry(page), out) if out else []
    if "://" in text:
        found += [Linked(match.start(), match.end(), match[0]) for match in _URL.finditer(text)]
    return _apart(found)


def _under(geometry: "PageGeometry", links: "Sequence[PageLink]") -> list[Linked]:
    found = []
    for link in links:
        x0, y0, x1, y1 = geometry.space.box_of(link.rect)
        covered = geometry.covered((x0, y1, x1, y1, x0, y0, x1, y0))
        if covered and link.url:
            start, end = covered
            words = geometry.text[start:end]
            start += len(words) - len(words.lstrip())
            end -= len(words) - len(words.rstrip())
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


def runs(text: str, start: int, links: Sequence[Linked]) -> Iterator[Run]:
    """A block's text, which begins at ``start`` of its page, in pieces with their links."""
    at, end = start, start + len(text)
    for link in links:
        low, high = max(at, link.start), min(end, link.end)
        if low >= high:
            continue
        if low > at:
            yield Run(text[at - start : low - start])
        yield Run(text[low - start : high - start], link=link.url)
        at = high
    if at < end:
        yield Run(text[at - start :])
