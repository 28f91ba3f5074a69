"""What others wrote into a file before it came here: its own annotations."""

from dataclasses import dataclass

Quad = tuple[float, float, float, float, float, float, float, float]
"""Four corners in unrotated PDF user space (points, y upwards), in the order in which QuadPoints
are written in practice: upper left, upper right, lower left, lower right, as the line is read."""


@dataclass(frozen=True, slots=True)
class EmbeddedReply:
    """An answer to an annotation. ``created`` is UTC ISO 8601, "" when not known."""

    name: str
    author: str
    contents: str
    created: str = ""


@dataclass(frozen=True, slots=True)
class EmbeddedAnnotation:
    """An annotation as it stands in the file.

    ``name`` is its /NM, "" where it has none. ``style`` is ``highlight``, ``underline``,
    ``strike``, ``squiggly``, ``note`` (a text note on a spot), ``text`` (free text), ``square``
    or ``ink``. ``page`` counts from 0; ``quads`` and ``box`` (x0, y0, x1, y1) are in user space.
    ``colour`` is ``#rrggbb`` or "". ``start`` and ``end`` are the passage under it, code points of
    the article's text, None where there is none. ``resolved``: its thread is.
    """

    name: str
    style: str
    page: int
    box: tuple[float, float, float, float]
    quads: tuple[Quad, ...] = ()
    contents: str = ""
    author: str = ""
    created: str = ""
    modified: str = ""
    colour: str = ""
    replies: tuple[EmbeddedReply, ...] = ()
    start: int | None = None
    end: int | None = None
    resolved: bool = False
