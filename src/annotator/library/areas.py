"""Pages of an open article, and the rectangles marked on them. Pages count from 0; rectangles are
(x, y, width, height), points from the upper left corner of the page as it is shown."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from annotator.errors import InvalidValue, NotFound, PasswordNeeded
from annotator.i18n import _
from annotator.library import edits, values
from annotator.library.area_places import area_place, box_of
from annotator.library.edits import Place
from annotator.library.open_article import OpenArticle
from annotator.library.pages import Pages
from annotator.model import Annotation, Quad

if TYPE_CHECKING:
    from annotator.pdf import Bitmap, PageGeometry, PageLink, Recolour, Rect


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
        return page, self.paged.space(page).rect_of(box_of(target.quads[0]))

    def known_area(self, annotation: Annotation) -> "tuple[int, Rect] | None":
        """The same if how the page lies is at hand; never waits."""
        target = annotation.target
        if target is None or not target.quads:
            return None
        space = self.paged.known_space(target.page - 1)
        return (target.page - 1, space.rect_of(box_of(target.quads[0]))) if space else None

    def area_picture(self, annotation_id: str, scale: float = 2.0) -> bytes:
        """What is seen in an area, as PNG of ``scale`` px a point; less where it would be huge."""
        page, rect = self.area(self._area(annotation_id))
        return self.paged.picture(page, rect, scale)

    def area_place(self, page: int, rect: "Rect") -> Place:
        """Where an area is to stand. Raises ``InvalidValue`` where nothing of the rectangle is on
        the page."""
        return area_place(self.article, self.paged, page, rect)

    def same_area(self, place: Place) -> Annotation | None:
        """This author's area of exactly that rectangle, if there is one."""
        author = self.library.store.identity.person
        wanted = place.quads[0][1][0]
        for annotation in self.areas_on(place.page - 1):
            target = annotation.target
            if target and annotation.author == author and _same(target.quads[0], wanted):
                return annotation
        return None


def _same(one: Quad, other: Quad) -> bool:
    return all(abs(a - b) < 0.01 for a, b in zip(one, other, strict=True))
