"""An article that is a PDF, as what is to stand in its file."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from annotator.exporting import wording
from annotator.exporting.document import ExportArticle, ExportMark
from annotator.exporting.original.appearance import NOTE
from annotator.exporting.original.marks import PdfMark
from annotator.exporting.pdf.marks import line_colour
from annotator.exporting.pdf.note_text import plain_text
from annotator.exporting.pdf.notes import contents
from annotator.exporting.pdf.replies import replies
from annotator.exporting.thread import is_done
from annotator.i18n import _
from annotator.model import Annotation
from annotator.model.embedded import Quad
from annotator.pdf import Space

_EDGE = 6.0
"""From the page's corner to the first sign, points."""


def marks_of(
    one: ExportArticle, space: Callable[[int], Space], labelled: bool = False
) -> list[PdfMark]:
    """All that is to stand in the file: the marks where they lie, and in the first page's corner
    what has no place; and what is not to stand there any more. ``space`` says how a page lies;
    ``labelled``: marks carry their numbers."""
    found = [part for mark in one.marks for part in _parts(mark, labelled)]
    homeless = [_without_place(mark) for mark in one.marks if not mark.places]
    homeless += [_note(note, _whole_article(note)) for note in one.page_notes]
    if homeless:
        quads = _corner(space(0), len(homeless))
        found += [replace(mark, quads=(q,)) for mark, q in zip(homeless, quads, strict=True)]
    gone = (part for mark in one.removed for part in _parts(mark, labelled=False))
    return found + [replace(part, removed=True) for part in gone]


def _parts(mark: ExportMark, labelled: bool) -> Iterator[PdfMark]:
    """A mark on several pages is one annotation on each, its number and thread at the last."""
    annotation = mark.annotation
    label = str(mark.number) if labelled and mark.number is not None else ""
    colour, strong = line_colour(annotation)
    for part, (page, quads) in enumerate(mark.places, 1):
        last = part == len(mark.places)
        yield PdfMark(
            annotation.id if part == 1 else f"{annotation.id}-{part}",
            page,
            quads,
            style="area" if annotation.kind == "area" else annotation.style,
            colour=annotation.colour,
            line=colour,
            strong=strong,
            contents=numbered(mark),
            author=annotation.author_name,
            created=annotation.created,
            modified=annotation.modified,
            replies=tuple(replies(annotation)) if part == 1 else (),
            label=label if last else "",
            in_file=annotation.origin == "file",
            plain=_plain(annotation),
            resolved=part == 1 and is_done(annotation.comments),
        )


def numbered(mark: ExportMark) -> str:
    """All that is said of a mark, its number before it; "" where nothing is."""
    said = contents(mark.annotation)
    return f"{mark.number} · {said}" if said and mark.number is not None else said


def _plain(annotation: Annotation) -> str | None:
    if annotation.tags or annotation.claims or annotation.sources:
        return None
    return plain_text(annotation.note)


# What has no place on a page


def _without_place(mark: ExportMark) -> PdfMark:
    quote = " ".join(mark.annotation.quote.split())
    parts = [f"“{quote}”" if quote else "", wording.became(mark.state), numbered(mark)]
    return _note(mark.annotation, "\n".join(part for part in parts if part))


def _whole_article(annotation: Annotation) -> str:
    return "\n".join((_("About the whole article"), contents(annotation)))


def _note(annotation: Annotation, text: str) -> PdfMark:
    return PdfMark(
        annotation.id,
        0,
        style="note",
        colour=annotation.colour,
        contents=text,
        author=annotation.author_name,
        created=annotation.created,
        modified=annotation.modified,
        replies=tuple(replies(annotation)),
        resolved=is_done(annotation.comments),
    )


def _corner(space: Space, count: int) -> Sequence[Quad]:
    """Places for signs from the page's upper left corner down, as it is shown; those that would
    stand below the page lie on the last one."""
    _width, height = space.size
    room = max(1, int((height - _EDGE) // (NOTE + _EDGE)))
    places = []
    for at in range(count):
        top = _EDGE + min(at, room - 1) * (NOTE + _EDGE)
        corners = [space.to_user(x, y) for y in (top, top + NOTE) for x in (_EDGE, _EDGE + NOTE)]
        places.append(tuple(part for corner in corners for part in corner))
    return places  # type: ignore[return-value]
