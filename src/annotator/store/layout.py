"""Pages, outlines and places on pages as JSON."""

import json
from collections.abc import Iterable
from typing import Any

from annotator.model import Article, OutlineEntry, Page, Quad
from annotator.store.blocks import dumps
from annotator.store.ids import digest

PageQuads = tuple[tuple[int, tuple[Quad, ...]], ...]
"""A passage by pages: the page's number, from 1, and its quads there."""

_EMPTY = "[]"


def pages_to_json(pages: Iterable[Page]) -> str:
    """Pages as they are stored: [start, end, label, hash, width, height] each."""
    return dumps([[p.start, p.end, p.label, p.sha256, p.width, p.height] for p in pages])


def pages_from_json(text: str) -> tuple[Page, ...]:
    """The pages that ``pages_to_json`` wrote."""
    return () if text == _EMPTY else tuple(Page(*row) for row in json.loads(text))


def outline_to_json(outline: Iterable[OutlineEntry]) -> str:
    """Bookmarks as they are stored: [title, level, offset, page] each."""
    return dumps([[entry.title, entry.level, entry.offset, entry.page] for entry in outline])


def outline_from_json(text: str) -> tuple[OutlineEntry, ...]:
    """The bookmarks that ``outline_to_json`` wrote."""
    return () if text == _EMPTY else tuple(OutlineEntry(*row) for row in json.loads(text))


def columns(article: Article) -> tuple[str, str, str]:
    """(pages, outline, their hash); no hash where there is neither."""
    pages, outline = pages_to_json(article.pages), outline_to_json(article.outline)
    return pages, outline, fingerprint(pages, outline)


def fingerprint(pages: str, outline: str) -> str:
    """The hash of pages and outline as they are stored, "" where there is neither."""
    if (pages, outline) == (_EMPTY, _EMPTY):
        return ""
    return digest(f"{pages}\n{outline}".encode())


def quads_to_json(by_page: PageQuads) -> str:
    """Quads as they are stored, one after the other: the page, then eight numbers."""
    rounded = [
        [page, *(round(number, 3) for number in quad)] for page, quads in by_page for quad in quads
    ]
    return dumps(rounded)


def quads_from_json(text: str, page: int) -> tuple[tuple[Quad, ...], PageQuads]:
    """(quads on ``page``, those on further pages) that ``quads_to_json`` wrote."""
    if text == _EMPTY:
        return (), ()
    found: dict[int, list[Any]] = {page: []}
    for number, *quad in json.loads(text):
        found.setdefault(number, []).append(tuple(quad))
    first = tuple(found.pop(page))
    return first, tuple((number, tuple(quads)) for number, quads in found.items())
