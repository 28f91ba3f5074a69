"""The file of an article that is a PDF, as it goes out."""

from collections.abc import Callable

from annotator.errors import ExportFailed
from annotator.exporting.document import ExportArticle, ExportOptions
from annotator.exporting.original import Addition, mark_original
from annotator.exporting.original.article import marks_of
from annotator.exporting.original.margin import add_margin
from annotator.exporting.original.notes import add_notes_pages, all_notes
from annotator.exporting.pdf import uncovered
from annotator.exporting.pdf.file import application
from annotator.exporting.pdf.sheet import SHEETS
from annotator.exporting.pdf.type import Type
from annotator.i18n import _
from annotator.pdf import open_pdf


def handed_back(
    one: ExportArticle, options: ExportOptions, notice: Callable[[str], None] | None = None
) -> bytes:
    """The article's original with its marks, and with notes where ``options.originals`` says so;
    without any it is the original, byte for byte. ``notice`` is told of characters in the notes
    that print as boxes.
    Raises ``ExportFailed``, ``PasswordNeeded``."""
    application()  # notes are Markdown, which Qt reads
    data = original(one)
    with open_pdf(data, one.password) as file:
        marks = marks_of(one, file.space, labelled=options.originals != "plain")
    boxes: set[str] = set()
    addition = _addition(one, options, boxes) if marks else None
    made = mark_original(data, marks, one.article, one.password, addition)
    if notice and boxes:
        notice(uncovered.sentence(sorted(boxes)))
    return made


def _addition(one: ExportArticle, options: ExportOptions, boxes: set[str]) -> Addition | None:
    sheet = SHEETS[options.paper]

    def look(type: Type) -> None:
        boxes.update(uncovered.in_words(type))

    if options.originals == "notes":
        return lambda update: add_notes_pages(update, one, all_notes(one), sheet, look)
    if options.originals == "margin":
        return lambda update: add_margin(update, one, sheet, look)
    return None


def original(one: ExportArticle) -> bytes:
    """The bytes it was read from."""
    if one.original is None:
        raise ExportFailed(
            _("The file of “{title}” is not in the library; import it again.").format(
                title=one.article.title
            )
        )
    return one.original()
