"""What is to stand in a PDF: marks as annotations of a page."""

import uuid
from dataclasses import dataclass

from annotator.exporting.pdf.replies import PdfReply
from annotator.exporting.pdf.sheet import LOOKS, Look
from annotator.model.embedded import Quad

__all__ = ["PdfMark", "PdfReply", "is_name_of"]


@dataclass(frozen=True, slots=True)
class PdfMark:
    """An annotation to be in the file.

    ``page`` counts from 0, ``quads`` are in user space, one a line; none for a ``note``, which
    stands in the page's corner. ``style`` is ``highlight``, ``underline``, ``area`` or ``note``.
    ``colour`` is one of ours; ``line`` the colour of its line as ``#rrggbb``, that of a verdict
    where it is ``strong``. ``label`` is drawn at its end, "" for none.

    ``in_file``: it came with the file and is there still. ``removed``: it came with the file, and
    is to be there no more. ``plain`` is its note where it says nothing else, None where it has
    tags, claims or sources. ``resolved``: all of its thread is.
    """

    id: str
    page: int
    quads: tuple[Quad, ...] = ()
    style: str = "highlight"
    colour: str = "yellow"
    line: str = ""
    strong: bool = False
    contents: str = ""
    author: str = ""
    created: str = ""
    modified: str = ""
    replies: tuple[PdfReply, ...] = ()
    label: str = ""
    in_file: bool = False
    plain: str | None = None
    resolved: bool = False
    removed: bool = False

    @property
    def look(self) -> Look:
        """Its colour on paper."""
        return LOOKS.get(self.colour, LOOKS["yellow"])

    @property
    def ink(self) -> str:
        """The colour of its line."""
        return self.line or self.look.line

    @property
    def box(self) -> tuple[float, float, float, float]:
        """Around its quads (x0, y0, x1, y1)."""
        xs = [x for quad in self.quads for x in quad[::2]]
        ys = [y for quad in self.quads for y in quad[1::2]]
        return min(xs), min(ys), max(xs), max(ys)


def is_name_of(id: str, name: str, article: str) -> bool:
    """Whether an annotation that a file calls ``name`` is the mark ``id`` of this article: one we
    wrote, or one that came with the file."""
    made = uuid.uuid5(uuid.NAMESPACE_URL, f"annotator:embedded:{article}:{name}")
    return id in (name, str(made))
