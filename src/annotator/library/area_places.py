"""Where a rectangle of a page stands: in user space, and among the words."""

import math
from typing import TYPE_CHECKING

from annotator.errors import InvalidValue
from annotator.i18n import _
from annotator.library.edits import Place
from annotator.library.pages import Pages
from annotator.model import Article, Quad, Selectors

if TYPE_CHECKING:
    from annotator.pdf import Box, Rect, Space

LEAST = 1.0
"""Points: an area is at least so wide and high."""


def area_place(article: Article, pages: Pages, page: int, rect: "Rect") -> Place:
    """The place of a rectangle (shown points) of a page (from 0), cut off at its edges, and of the
    words beside it. Raises ``InvalidValue`` where nothing of it is on the page."""
    space = pages.space(page)
    inside = _clipped(rect, space.size)
    if inside is None:
        width, height = map(round, space.size)
        raise InvalidValue(
            _("This rectangle is not on page {page}, which is {width} by {height} points.").format(
                page=page + 1, width=width, height=height
            )
        )
    beside = article.pages[page].start + _line_beside(article, pages, page, inside)
    quads = ((page + 1, (_quad(space, inside),)),)
    return Place(Selectors(beside, beside, ""), page + 1, quads)


def _line_beside(article: Article, pages: Pages, page: int, rect: "Rect") -> int:
    """Where the line is that gives a rectangle its place, an offset of the page: in the columns it
    is in the first one that is not above it, or the end of the last one above; else the first one
    of the page that is not above it, or the page's end."""
    left, top, width, _height = rect
    geometry = pages.geometry(page)
    column: list[tuple[float, int]] = []
    others: list[tuple[float, int]] = []
    above: list[tuple[float, int]] = []
    for line in geometry.lines:
        x, y, wide, high = geometry.space.rect_of(line.box)
        own = x < left + width and left < x + wide
        if y + high > top:
            (column if own else others).append((y, line.start))
        elif own:
            above.append((y, line.end))
    if column:
        return min(column)[1]
    if above:
        return max(above)[1]
    stored = article.pages[page]
    return min(others)[1] if others else stored.end - stored.start


def _clipped(rect: "Rect", size: tuple[float, float]) -> "Rect | None":
    x, y, width, height = rect
    if not all(map(math.isfinite, rect)):
        return None
    left, top = max(0.0, x), max(0.0, y)
    right, bottom = min(size[0], x + width), min(size[1], y + height)
    if right - left < LEAST or bottom - top < LEAST:
        return None
    return left, top, right - left, bottom - top


def _quad(space: "Space", rect: "Rect") -> Quad:
    """The corners as they are seen: upper left, upper right, lower left, lower right."""
    x, y, width, height = rect
    left_top, right_top = space.to_user(x, y), space.to_user(x + width, y)
    left_low, right_low = space.to_user(x, y + height), space.to_user(x + width, y + height)
    return (*left_top, *right_top, *left_low, *right_low)


def box_of(quad: Quad) -> "Box":
    """What a quad covers, its sides along the page's."""
    xs, ys = quad[::2], quad[1::2]
    return min(xs), min(ys), max(xs), max(ys)
