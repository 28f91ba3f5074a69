"""Pages of an open article, and the rectangles marked on them. Pages count from 0; rectangles are
(x, y, width, height), points from the upper left corner of the page as it is shown."""

import math
from collections.abc import Iterable
from typing import TYPE_CHECKING

from annotator.errors import InvalidValue, NotFound, PasswordNeeded
from annotator.i18n import _
from annotator.library import edits, values
from annotator.library.edits import Place
from annotator.library.open_article import OpenArticle
from annotator.library.pages import Pages
from annotator.model import Annotation, Quad, Selectors

if TYPE_CHECKING:
    from annotator.pdf import Bitmap, PageGeometry, PageLink, Recolour, Rect, Space

LEAST = 1.0
"""Points: an area is at least so wide and high."""


class Areas(OpenArticle):
    """The part of an ``ArticleSession`` that knows its pages. What asks for the file raises
    ``PasswordNeeded`` while that is locked, ``InvalidValue`` for articles without pages."""

    @property
    def paged(self) -> Pages:
        """The pages; may be used from any thread."""
        if self._pages is None:
            raise InvalidValue(_("This article has no pages."))
        return self._pages

    @property
    def locked(self) -> bool:
        """Whether the article's file opens with a password only, and none that does is known."""
        try:
            if self._pages is not None:
                self._pages.open()
        except PasswordNeeded:
            return True
        return False

    def geometry_of(self, page: int) -> "PageGeometry":
        """Where the letters of a page stand; from any thread."""
        return self.paged.geometry(page)

    def known_geometry(self, page: int) -> "PageGeometry | None":
        """The same if it is at hand; never waits."""
        return self.paged.known(page)

    def draw_page(
        self, page: int, scale: float, rect: "Rect | None" = None,
        recolour: "Recolour | None" = None,
    ) -> "Bitmap":  # fmt: skip
        """A page, or a part of it, ``scale`` px a point; from any thread."""
        return self.paged.draw(page, scale, rect, recolour)

    def links_on(self, page: int) -> "tuple[PageLink, ...]":
        """The file's own links on a page."""
        return self.paged.links(page)

    # Areas

    def mark_area(
        self,
        page: int,
        rect: "Rect",
        *,
        colour: str = "yellow",
        note: str = "",
        tags: Iterable[str] = (),
        private: bool = False,
    ) -> Annotation:
        """Mark a rectangle of a page."""
        place = self.area_place(page, rect)
        fields = {
            "kind": "area", "colour": values.colour(colour), "note": note, "private": int(private),
        }  # fmt: skip
        with self.library.store.write(_("area")) as batch:
            id = edits.add_annotation(batch, self.article, place, fields)
            edits.set_tags(self.library.store, batch, id, (), map(values.tag_path, tags))
        return self._annotations.get(id) or Annotation(id, self.id, kind="area")

    def move_area(self, annotation_id: str, page: int, rect: "Rect") -> Annotation:
        """Let an area be another rectangle."""
        annotation = self._area(annotation_id)
        place = self.area_place(page, rect)
        with self.library.store.write(_("move of an area")) as batch:
            edits.move(batch, annotation_id, self.article, annotation.target, place)
        return self.annotation(annotation_id)

    def _area(self, annotation_id: str) -> Annotation:
        annotation = self.annotation(annotation_id)
        if annotation.kind != "area":
            raise InvalidValue(_("This mark is no area of a page."))
        return annotation

    def areas_on(self, page: int) -> list[Annotation]:
        """The areas on a page, the upper ones first; costs what is there."""
        return [self._annotations[id] for id in self._index.areas(page + 1)]

    def area(self, annotation: Annotation) -> "tuple[int, Rect]":
        """(page, rectangle) of an area."""
        target = annotation.target
        if target is None or not target.quads:
            raise NotFound(_("This mark is no area of a page."))
        page = target.page - 1
        return page, self.paged.space(page).rect_of(_box(target.quads[0]))

    def area_picture(self, annotation_id: str, scale: float = 2.0) -> bytes:
        """What is seen in an area, as PNG of ``scale`` px a point; less where it would be huge."""
        page, rect = self.area(self._area(annotation_id))
        return self.paged.picture(page, rect, scale)

    def area_place(self, page: int, rect: "Rect") -> Place:
        """Where an area is to stand: its rectangle, cut off at the page's edges, and the place in
        the text that it is beside. Raises ``InvalidValue`` where nothing of it is on the page."""
        space = self.paged.space(page)
        inside = _clipped(rect, space.size)
        if inside is None:
            raise InvalidValue(
                _(
                    "This rectangle is not on page {page}, which is {width} by {height} points."
                ).format(page=page + 1, width=round(space.size[0]), height=round(space.size[1]))
            )
        beside = self.article.pages[page].start + self._line_below(page, inside[1])
        quads = ((page + 1, (_quad(space, inside),)),)
        return Place(Selectors(beside, beside, ""), page + 1, quads)

    def same_area(self, place: Place) -> Annotation | None:
        """This author's area of exactly that rectangle, if there is one."""
        author = self.library.store.identity.person
        wanted = place.quads[0][1][0]
        for annotation in self.areas_on(place.page - 1):
            target = annotation.target
            if target and annotation.author == author and _same(target.quads[0], wanted):
                return annotation
        return None

    def _line_below(self, page: int, top: float) -> int:
        """Where the first line begins that is not above a height, in offsets of the page; its end
        where there is none."""
        geometry = self.paged.geometry(page)
        rects = [(geometry.space.rect_of(line.box), line.start) for line in geometry.lines]
        below = [(y, start) for (_x, y, _width, height), start in rects if y + height > top]
        stored = self.article.pages[page]
        return min(below)[1] if below else stored.end - stored.start


def _clipped(rect: "Rect", size: tuple[float, float]) -> "Rect | None":
    x, y, width, height = rect
    if not all(map(math.isfinite, rect)):
        return None
    left, top = max(0.0, x), max(0.0, y)
    right, bottom = min(size[0], x + width), min(size[1], y + height)
    if right - left < LEAST or bottom - top < LEAST:
        return None
    return left, top, right - left, bottom - top


def _same(one: Quad, other: Quad) -> bool:
    return all(abs(a - b) < 0.01 for a, b in zip(one, other, strict=True))


def _quad(space: "Space", rect: "Rect") -> Quad:
    """The corners as they are seen: upper left, upper right, lower left, lower right."""
    x, y, width, height = rect
    left_top, right_top = space.to_user(x, y), space.to_user(x + width, y)
    left_low, right_low = space.to_user(x, y + height), space.to_user(x + width, y + height)
    return (*left_top, *right_top, *left_low, *right_low)


def _box(quad: Quad) -> tuple[float, float, float, float]:
    xs, ys = quad[::2], quad[1::2]
    return min(xs), min(ys), max(xs), max(ys)
