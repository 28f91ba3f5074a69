"""Pages of notes, claims and sources behind an original's own, with links back to the marks."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from pypdf.generic import ArrayObject, DictionaryObject, NameObject
from PySide6.QtCore import QRectF

from annotator.exporting import sources
from annotator.exporting.document import ExportArticle, ExportMark
from annotator.exporting.original.graft import Graft, append_pages
from annotator.exporting.original.links import link_to
from annotator.exporting.original.update import Update
from annotator.exporting.pdf.appearance import Box
from annotator.exporting.pdf.end import add_sources, whole_note
from annotator.exporting.pdf.end_pages import End
from annotator.exporting.pdf.file import set_pages
from annotator.exporting.pdf.margin import BAR_ROOM
from annotator.exporting.pdf.notes import Said, says_something
from annotator.exporting.pdf.page import Page
from annotator.exporting.pdf.sheet import POINT, Sheet
from annotator.exporting.pdf.type import Type
from annotator.i18n import _
from annotator.model.locators import page_label

_WIDTH = 560.0
"""Of a note's lines, px: there is no margin beside them."""
_ABOVE = 24.0
"""What is shown above a mark that is jumped to, points."""


@dataclass(frozen=True, slots=True)
class Notes:
    """What is to stand on the pages, under their headings."""

    heading: str
    said: Sequence[Said]
    lost: Sequence[Said]


def all_notes(one: ExportArticle) -> Notes:
    """Everything that was said about the article."""
    said = [Said(note) for note in one.page_notes]
    told = [mark for mark in one.marks if says_something(mark.annotation)]
    said += [Said(mark.annotation, mark) for mark in told if mark.places]
    return Notes(_("Notes, claims and sources"), said, lost_notes(one))


def lost_notes(one: ExportArticle) -> list[Said]:
    """The marks that have no place on a page."""
    return [Said(mark.annotation, mark) for mark in one.marks if not mark.places]


def add_notes_pages(
    update: Update, one: ExportArticle, notes: Notes, paper: Sheet, look: Callable[[Type], None]
) -> None:
    """Append the pages, if there is anything to say, each note with a link to its mark. ``look``
    is shown what was set."""
    if not (notes.said or notes.lost or sources.listed([one])):
        return
    sheet = replace(paper, text_width=_WIDTH)
    back: list[tuple[int, QRectF, ExportMark]] = []

    def lay(type: Type) -> list[Page]:
        pages = [Page()]
        _lay(End(pages, sheet, type, sheet.top), type, one, notes, sheet, back)
        look(type)
        return pages

    data = set_pages(lay, sheet, {}, lambda _done, _total: None, before=len(update.pages))
    graft = Graft.of(update, data)
    node = update.reference(update.reserve())
    pages = [graft.page(number, node) for number in range(len(graft.reader.pages))]
    for number, box, mark in back:
        _link_back(update, pages[number], _points(box, sheet), mark)
    append_pages(update, pages, node)


def _lay(
    end: End, type: Type, one: ExportArticle, notes: Notes, sheet: Sheet,
    back: list[tuple[int, QRectF, ExportMark]],
) -> None:  # fmt: skip
    width = sheet.text_width - BAR_ROOM
    for heading, listed in (
        (notes.heading, notes.said),
        (_("Marks without a place in this version"), notes.lost),
    ):
        if listed:
            end.heading(heading)
        for said in listed:
            number, box = end.note(whole_note(type, said, width, _where(one, said)))
            if said.mark is not None and said.mark.places:
                back.append((number, box, said.mark))
    add_sources(end, type, sheet, one)


def _where(one: ExportArticle, said: Said) -> str:
    places = said.mark.places if said.mark else ()
    label = page_label(one.article.pages, places[0][0] + 1) if places else ""
    return _("p. {page}").format(page=label) if label else ""


def _points(box: QRectF, sheet: Sheet) -> Box:
    left, right = box.left() * POINT, box.right() * POINT
    return left, (sheet.height - box.bottom()) * POINT, right, (sheet.height - box.top()) * POINT


def _link_back(update: Update, page: DictionaryObject, box: Box, mark: ExportMark) -> None:
    number, quads = mark.places[0]
    left, top = min(quads[0][::2]), max(quads[0][1::2])
    link = link_to(update, box, update.pages[number], left, top + _ABOVE)
    page[NameObject("/Annots")] = ArrayObject([*page.get("/Annots", ()), link])
