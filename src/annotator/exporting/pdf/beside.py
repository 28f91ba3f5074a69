"""Notes in the margin, beside their passages; what finds no room there goes to the end."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter

from annotator.exporting.document import ExportArticle
from annotator.exporting.pdf.margin import BAR_ROOM, SetNote, set_note, stack
from annotator.exporting.pdf.marks import Beside
from annotator.exporting.pdf.notes import Paragraph, Said, says_something
from annotator.exporting.pdf.page import Page
from annotator.exporting.pdf.sheet import SECONDARY, Sheet
from annotator.exporting.pdf.type import Type
from annotator.exporting.pdf.words import Run
from annotator.i18n import _


def add_notes(
    pages: Sequence[Page], article: ExportArticle, sheet: Sheet, type: Type,
    beside: Sequence[Beside],
) -> list[Said]:  # fmt: skip
    """Put the notes in the pages' margins; those that are to be continued at the end."""
    about = [Said(annotation) for annotation in article.page_notes]
    on_page = {0: [_Note(said, sheet.top + 3, sheet, type) for said in about]}
    for one in beside:
        if says_something(one.mark.annotation):
            note = _Note(Said(one.mark.annotation, one.mark), one.y + 1, sheet, type)
            on_page.setdefault(one.page, []).append(note)
    continued: list[Said] = []
    for number, notes in sorted(on_page.items()):
        continued += _stack(pages[number], notes, sheet, type)
    return continued


class _Note:
    """A note on its way into a margin: whole, or shortened to say that it is continued."""

    def __init__(self, said: Said, y: float, sheet: Sheet, type: Type) -> None:
        self.said = said
        self.y = y
        self.shortened = False
        self._width = sheet.note_width
        self._limit = sheet.room * 2  # more would not fit whatever else stands there
        self._type = type
        self._paragraphs = said.paragraphs()
        self.set = self._set(self._paragraphs)

    def _set(self, paragraphs: Sequence[Paragraph]) -> SetNote:
        return set_note(
            self._type, paragraphs, self._width, self.said.label, self.said.look, self._limit
        )

    def shorten(self) -> None:
        """Leave only its first words, and that the rest is at the end."""
        first = self._paragraphs[0]
        kept = first.runs[:1] if first.tone is not None or self.said.mark is None else ()
        hint = Run(_("continued at the end"), italic=True, colour=SECONDARY)
        runs = (*kept, Run(" "), hint) if kept else (hint,)
        self.shortened = True
        self.set = self._set([Paragraph(runs, first.tone)])


def _stack(page: Page, notes: Sequence[_Note], sheet: Sheet, type: Type) -> list[Said]:
    """Stack a page's notes, the longest shortened until they fit; what was said in those."""
    longest = sorted(notes, key=lambda note: note.set.height)
    shown = list(notes)
    places = _places(shown, sheet)
    while places is None:
        if longest:
            longest.pop().shorten()
        else:
            shown.pop()  # so many that not even the shortened ones fit
        places = _places(shown, sheet)
    for note, y in zip(shown, places, strict=True):
        at = QPointF(sheet.margin_left, y)
        page.draws.append(_drawing(note.set, type, at))
        page.links += note.set.links(at)
        page.cover(at.x() + BAR_ROOM, at.x() + BAR_ROOM + note.set.reach)
    return [note.said for note in notes if note.shortened]


def _places(notes: Sequence[_Note], sheet: Sheet) -> list[float] | None:
    heights = [note.set.height for note in notes]
    return stack([note.y for note in notes], heights, sheet.top, sheet.bottom + 8)


def _drawing(note: SetNote, type: Type, at: QPointF) -> Callable[[QPainter], None]:
    return lambda painter: note.draw(painter, type, at)
