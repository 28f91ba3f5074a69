"""Annotations that a file already has, with the answers to them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

import pypdfium2
import pypdfium2.raw as raw

from annotator.model.embedded import EmbeddedAnnotation, EmbeddedReply
from annotator.pdf.annotations import RawAnnotation, annotation
from annotator.pdf.engine import engine
from annotator.pdf.open_file import OpenFile
from annotator.pdf.quad_points import around, box_of
from annotator.pdf.space import Space
from annotator.pdf.strings import one_line

MOST_OF_A_PAGE = 5_000
STATE_MODEL, RESOLVED = "Review", "Completed"
"""How viewers write that a thread is done (PDF 32000-1:2008, 12.5.6.3)."""

_LONGEST_NAME = 200
_DEEPEST = 50

_STYLES = {
    raw.FPDF_ANNOT_HIGHLIGHT: "highlight",
    raw.FPDF_ANNOT_UNDERLINE: "underline",
    raw.FPDF_ANNOT_STRIKEOUT: "strike",
    raw.FPDF_ANNOT_SQUIGGLY: "squiggly",
    raw.FPDF_ANNOT_TEXT: "note",
    raw.FPDF_ANNOT_CARET: "note",
    raw.FPDF_ANNOT_FREETEXT: "text",
    raw.FPDF_ANNOT_SQUARE: "square",
    raw.FPDF_ANNOT_CIRCLE: "square",
    raw.FPDF_ANNOT_INK: "ink",
}
_OVER_TEXT = frozenset({"highlight", "underline", "strike", "squiggly"})
_OF_WORDS = frozenset({"note", "text"})
"""Nothing without their words."""
_PAINTED = frozenset(
    {
        raw.FPDF_ANNOT_HIGHLIGHT,
        raw.FPDF_ANNOT_UNDERLINE,
        raw.FPDF_ANNOT_STRIKEOUT,
        raw.FPDF_ANNOT_SQUIGGLY,
        raw.FPDF_ANNOT_TEXT,
        raw.FPDF_ANNOT_SQUARE,
    }
)
"""What the window paints all of. Words and strokes put on the page are the page's still."""


def embedded(file: OpenFile, page: int) -> tuple[EmbeddedAnnotation, ...]:
    """The annotations of a page, in the order of the file. Left out are links, fields, pop-ups,
    what is hidden, and marks of a review, which say whether a thread is resolved. Nothing in them
    is trusted: what is broken is left out or mended."""
    space = file.space(page)
    with file.page(page) as opened:
        if not raw.FPDFPage_GetAnnotCount(opened):
            return ()
        file.hiding.hide(page, opened, frozenset())
        found = _Found(opened, page, space)
    colours = _colours_behind_appearances(file, page, found.uncoloured)
    return tuple(found.annotations(colours))


def painted(file: OpenFile, page: int) -> frozenset[int]:
    """The places in the page's /Annots of those that the window paints itself once they are taken
    in: what to hide when the page is drawn."""
    with file.page(page) as opened:
        return frozenset(place for place, each in _each(opened) if each.kind in _PAINTED)


def _each(page: pypdfium2.PdfPage) -> Iterator[tuple[int, RawAnnotation]]:
    for place in range(min(raw.FPDFPage_GetAnnotCount(page), MOST_OF_A_PAGE)):
        with annotation(page, place) as each:
            if each is not None:
                yield place, each


class _Found:
    """What stands on a page, by place in its /Annots."""

    def __init__(self, opened: pypdfium2.PdfPage, page: int, space: Space) -> None:
        self._made: dict[int, EmbeddedAnnotation] = {}
        self._parents: dict[int, int] = {}
        self._unseen: set[int] = set()
        self._states: dict[int, tuple[str, bool]] = {}
        self.uncoloured: list[int] = []
        for place, each in _each(opened):
            if each.kind in _STYLES:
                self._add(place, each, page, space)

    def _add(self, place: int, each: RawAnnotation, page: int, space: Space) -> None:
        # Other kinds than notes that refer to one are parts of a group, not answers.
        parent = each.replies_to() if each.kind == raw.FPDF_ANNOT_TEXT else None
        if parent is not None and each.text("RT") != "Group":
            self._parents[place] = parent
        if model := each.text("StateModel"):
            if model == STATE_MODEL:
                date = each.date("M") or each.date("CreationDate")
                self._states[place] = date, each.text("State") == RESOLVED
        elif (each.seen or place in self._parents) and (made := _made(each, page, space)):
            self._made[place] = made
            if not each.seen:  # answers are hidden: they have no place on the page
                self._unseen.add(place)
            if each.colour() is None:
                self.uncoloured.append(place)

    def annotations(self, colours: dict[int, str]) -> Iterator[EmbeddedAnnotation]:
        """Those that answer none, each with all answers below it."""
        replies: defaultdict[int, list[EmbeddedAnnotation]] = defaultdict(list)
        resolved = self._resolved()
        roots = {place: self._root(place) for place in self._made}
        for place, root in roots.items():
            if root != place:
                replies[root].append(self._made[place])
        for place, made in self._made.items():
            if roots[place] == place and place not in self._unseen:
                answers = _answers(replies[place])
                if made.contents or answers or made.style not in _OF_WORDS:
                    colour, done = colours.get(place, made.colour), place in resolved
                    yield replace(made, colour=colour, replies=answers, resolved=done)

    def _resolved(self) -> set[int]:
        """Those whose last state in a review is that they are done."""
        found: set[int] = set()
        for place in sorted(self._states, key=lambda place: (self._states[place][0], place)):
            change = found.add if self._states[place][1] else found.discard
            change(self._root(place))
        return found

    def _root(self, place: int) -> int:
        """What it answers in the end; itself where that is nowhere, or goes in a circle."""
        at, steps = place, 0
        while (parent := self._parents.get(at)) is not None and steps < _DEEPEST:
            at, steps = parent, steps + 1
        return at if at in self._made and steps < _DEEPEST else place


def _made(each: RawAnnotation, page: int, space: Space) -> EmbeddedAnnotation | None:
    style = _STYLES[each.kind]
    quads = each.quads(space.rotation) if style in _OVER_TEXT else ()
    box = each.box() or (box_of(quads) if quads else None)
    contents = each.text("Contents")
    if box is None and not contents:
        return None
    if style in _OVER_TEXT and not quads and box is not None:
        quad = around(box, space)
        quads = (quad,) if quad else ()
    return EmbeddedAnnotation(
        name=each.text("NM")[:_LONGEST_NAME],
        style=style,
        page=page,
        box=box or (0.0, 0.0, 0.0, 0.0),
        quads=quads,
        contents=contents,
        author=one_line(each.text("T"))[:_LONGEST_NAME],
        created=each.date("CreationDate"),
        modified=each.date("M"),
        colour=each.colour() or "",
    )


def _answers(notes: Iterable[EmbeddedAnnotation]) -> tuple[EmbeddedReply, ...]:
    answers = (
        EmbeddedReply(note.name, note.author, note.contents, note.created or note.modified)
        for note in notes
        if note.contents
    )
    return tuple(sorted(answers, key=lambda answer: answer.created))


def _colours_behind_appearances(file: OpenFile, page: int, places: Iterable[int]) -> dict[int, str]:
    """PDFium tells no colour of an annotation that has an appearance: so the appearance is taken
    away, in a copy of the file."""
    places = list(places)
    if not places:
        return {}
    with engine(), file.copy() as copy, copy.page(page) as opened:
        colours = {}
        for place in places:
            with annotation(opened, place) as each:
                if each is not None:
                    colours[place] = each.without_appearance().colour() or ""
        return colours
