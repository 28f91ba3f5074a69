"""The marks in a copy, as they stand in its file."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from annotator.library.returning.identity import base_name, pages
from annotator.library.returning.words import Words
from annotator.model import EmbeddedAnnotation, EmbeddedReply
from annotator.model.embedded import Quad

if TYPE_CHECKING:
    from annotator.pdf import PageGeometry, PdfFile

_AROUND = 200
"""Code points of context: in a text of formulas, much is needed to tell two places apart."""
OVER_TEXT = frozenset({"highlight", "underline", "strike", "squiggly"})
_SPOTS = frozenset({"note", "text"})
"""They stand beside words, not on them."""


@dataclass(frozen=True)
class FileMark:
    """A mark of a copy: one annotation, or several on pages that follow one another. ``name`` is
    what the file calls it."""

    name: str
    parts: tuple[EmbeddedAnnotation, ...]

    @property
    def first(self) -> EmbeddedAnnotation:
        """Its first part, which speaks for all."""
        return self.parts[0]

    @property
    def is_on_words(self) -> bool:
        """Whether it was drawn along words, not beside or around something."""
        return self.first.style in OVER_TEXT

    @cached_property
    def replies(self) -> tuple[EmbeddedReply, ...]:
        """The answers to any part of it."""
        return tuple(reply for part in self.parts for reply in part.replies)

    @property
    def modified(self) -> str:
        """When the file says it was changed last."""
        return max(part.modified or part.created for part in self.parts)


def marks_in(file: "PdfFile") -> list[FileMark]:
    """All marks of a file, in its order."""
    found: dict[str, list[EmbeddedAnnotation]] = {}
    taken: set[str] = set()
    for page in pages(file):
        for number, one in enumerate(file.embedded(page)):
            base = base_name(one.name)
            if not one.name or one.name in taken:
                base = f"\0{page}:{number}"  # nobody else's
            taken.add(one.name)
            found.setdefault(base, []).append(one)
    return [_mark(parts) for parts in found.values()]


def _mark(parts: Iterable[EmbeddedAnnotation]) -> FileMark:
    ordered = sorted(parts, key=lambda part: part.page)
    # Whichever part was written to says what is new.
    named = min(ordered, key=lambda part: len(part.name))
    return FileMark(base_name(named.name), tuple(ordered))


def spans(geometry: "PageGeometry", found: EmbeddedAnnotation) -> list[tuple[int, int]]:
    """The passages of a page under each line of a mark, in reading order, without blanks at their
    ends."""
    quads = found.quads or (() if found.style in _SPOTS else (_quad(found),))
    covered = (geometry.covered(quad) for quad in quads)
    trimmed = (_trimmed(geometry.text, *span) for span in covered if span)
    return sorted({(start, end) for start, end in trimmed if start < end})


def legible(geometry: "PageGeometry", found: EmbeddedAnnotation) -> bool:
    """Whether there are letters under each line of a mark."""
    return all(geometry.covered(quad) for quad in found.quads)


def words_under(geometry: "PageGeometry", found: EmbeddedAnnotation) -> Words:
    """The words under a mark, or in the line that a note stands by."""
    under = spans(geometry, found)
    if not under and found.style in _SPOTS and geometry.lines:
        under = [_line_by(geometry, found)]
    if not under:
        return Words("")
    text, (start, end) = geometry.text, (under[0][0], under[-1][1])
    low = max((block.start for block in geometry.blocks if block.start <= start), default=0)
    high = min((block.end for block in geometry.blocks if block.end >= end), default=len(text))
    return Words(
        " ".join(text[first:last] for first, last in under),
        text[max(low, start - _AROUND) : start],
        text[end : min(high, end + _AROUND)],
    )


def joined(parts: Iterable[Words]) -> Words:
    """The words of a mark that goes on over pages."""
    found = [part for part in parts if part.exact]
    if not found:
        return Words("")
    exact = " ".join(part.exact for part in found)
    return replace(found[0], exact=exact, suffix=found[-1].suffix)


def _line_by(geometry: "PageGeometry", found: EmbeddedAnnotation) -> tuple[int, int]:
    x0, y0, x1, y1 = found.box
    at = geometry.nearest(*geometry.to_shown((x0 + x1) / 2, (y0 + y1) / 2))
    line = min(geometry.lines, key=lambda line: max(line.start - at, at - line.end, 0))
    return _trimmed(geometry.text, line.start, line.end)


def _quad(found: EmbeddedAnnotation) -> Quad:
    x0, y0, x1, y1 = found.box
    return x0, y1, x1, y1, x0, y0, x1, y0


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    words = text[start:end]
    return start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())
