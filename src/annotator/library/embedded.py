"""Annotations that were in a file when it came, as ours.

Their ids follow from the article and from what the file calls them, so that nobody gets one twice:
not who imports the file again, and not two people who exchange their libraries.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from annotator.anchoring import describe
from annotator.errors import UserFacingError
from annotator.i18n import _
from annotator.library import edits
from annotator.library.area_places import area_place
from annotator.library.edits import Place
from annotator.library.pages import Pages
from annotator.model import Article, EmbeddedAnnotation, Selectors
from annotator.model.nearest import nearest
from annotator.store import Store, rows
from annotator.store.clock import utc_now
from annotator.store.ids import digest, shared_id
from annotator.store.operations import Batch

if TYPE_CHECKING:
    from annotator.pdf import Box

_ON_WORDS = frozenset({"highlight", "underline", "strike", "squiggly", "note"})
_LEAST = 12.0
"""Points: the area of a note whose own rectangle is smaller."""


def take_in(
    store: Store, batch: Batch, article_id: str, article: Article, data: bytes,
    password: str | None = None,
) -> None:  # fmt: skip
    """Write the annotations of an article just stored, those that are not known yet. ``data`` is
    its file."""
    if not article.embedded_annotations:
        return
    stored = rows.read(store.connection, "articles", article_id)
    version = stored["version"] if stored else None
    article = replace(article, id=article_id, version=version)
    pages = Pages(article, lambda: data, lambda: password)
    names: set[str] = set()
    for found in article.embedded_annotations:
        name = name_of(found, names)
        id = shared_id("embedded", article_id, name)
        if rows.read(store.connection, "annotations", id) is None:
            _add(store, batch, article, id, found, place_of(article, pages, found))
        _add_replies(store, batch, article_id, id, found)
    pages.close()


def name_of(found: EmbeddedAnnotation, taken: set[str]) -> str:
    """What the file calls it, made up of what it is where that is nothing, or not its alone."""
    name = found.name
    if not name or name in taken:
        content = f"{found.page}:{found.box}:{found.contents}"
        name = digest(content.encode())
    while name in taken:  # the same thing twice
        name += "'"
    taken.add(name)
    return name


def _add(
    store: Store, batch: Batch, article: Article, id: str, found: EmbeddedAnnotation, place: Place
) -> None:
    created = found.created or found.modified or utc_now()
    fields: dict[str, Any] = {
        "kind": "area" if place.selectors.exact == "" else "highlight",
        "colour": colour_of(found.colour), "note": note_of(found), "origin": "file",
        "style": style_of(found),
        "author": person_of(store, batch, found.author), "created": created,
        "modified": found.modified or created,
    }  # fmt: skip
    edits.add_annotation(batch, article, place, fields, id)


def place_of(article: Article, pages: Pages, found: EmbeddedAnnotation) -> Place:
    """The words under it; where there are none, its rectangle."""
    start, end = found.start, found.end
    page = found.page + 1
    if found.style in _ON_WORDS and start is not None and end is not None and start < end:
        selectors = describe(article.text, start, end)
        quads = found.quads if found.style != "note" else ()
        return Place(selectors, page, ((page, quads),) if quads else ())
    box = _box(found)
    try:
        return area_place(article, pages, found.page, pages.space(found.page).rect_of(box))
    except UserFacingError:  # beside the page, or on one that is damaged
        beside, (x0, y0, x1, y1) = article.pages[found.page].start, box
        quad = (x0, y1, x1, y1, x0, y0, x1, y0)
        return Place(Selectors(beside, beside, ""), page, ((page, (quad,)),))


def _box(found: EmbeddedAnnotation) -> "Box":
    numbers = [number for quad in found.quads for number in quad]
    x0, x1 = _wide(numbers[0::2] or found.box[0::2])
    y0, y1 = _wide(numbers[1::2] or found.box[1::2])
    return x0, y0, x1, y1


def _wide(numbers: Sequence[float]) -> tuple[float, float]:
    low, high = min(numbers), max(numbers)
    more = max(0.0, _LEAST - (high - low)) / 2
    return low - more, high + more


def style_of(found: EmbeddedAnnotation) -> str:
    """The style of ours that is most like its own."""
    return "underline" if found.style in ("underline", "squiggly") else "highlight"


def note_of(found: EmbeddedAnnotation) -> str:
    """What was written to it; of words struck out, that they are."""
    said = found.contents.strip()
    if found.style != "strike":
        return said
    return _("Struck out: {words}").format(words=said) if said else _("Struck out")


def colour_of(colour: str) -> str:
    return nearest([int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)] if colour else [])


def person_of(store: Store, batch: Batch, name: str) -> str | None:
    """The id of an author that is known by name only."""
    name = " ".join(name.split())
    if not name:
        return None
    id = shared_id("person", name)
    if rows.read(store.connection, "people", id) is None:
        batch.insert("people", id, name=name)
    return id


def _add_replies(
    store: Store, batch: Batch, article_id: str, annotation_id: str, found: EmbeddedAnnotation
) -> None:
    for reply in found.replies:
        content = f"{annotation_id}:{reply.author}:{reply.created}:{reply.contents}"
        name = reply.name or digest(content.encode())
        id = shared_id("embedded", article_id, name)
        said = reply.contents.strip()
        if not said or rows.read(store.connection, "comments", id) is not None:
            continue
        created = reply.created or utc_now()
        batch.insert(
            "comments", id, annotation=annotation_id, text=said, created=created, modified=created,
            author=person_of(store, batch, reply.author), resolved=int(found.resolved),
        )  # fmt: skip
