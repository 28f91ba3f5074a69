"""What follows the article's text: notes that did not fit, marks without a place, sources."""

from collections.abc import Iterator, Sequence

from annotator.exporting import sources, wording
from annotator.exporting.document import ExportArticle
from annotator.exporting.pdf.end_pages import End
from annotator.exporting.pdf.findings import add_findings
from annotator.exporting.pdf.margin import BAR_ROOM, PAGE_SIZE, SetNote, set_note
from annotator.exporting.pdf.notes import Paragraph, Said
from annotator.exporting.pdf.sheet import SECONDARY, Sheet
from annotator.exporting.pdf.type import Type
from annotator.exporting.pdf.words import Run
from annotator.i18n import _
from annotator.model import Source

_SHORT = 140  # code points of a quote that say which passage is meant


def add_end(
    end: End, type: Type, sheet: Sheet, article: ExportArticle,
    continued: Sequence[Said], lost: Sequence[Said],
) -> None:  # fmt: skip
    """Add the notes that did not fit beside the text, marks without a place, and the sources."""
    width = sheet.text_width - BAR_ROOM
    if continued:
        end.heading(_("Notes, claims and sources, continued"))
    for said in continued:
        end.note(whole_note(type, said, width))
    if lost:
        end.heading(_("Marks without a place in this version"))
    for said in lost:
        end.note(whole_note(type, said, width))
    add_sources(end, type, sheet, article)


def add_sources(end: End, type: Type, sheet: Sheet, article: ExportArticle) -> None:
    """Add what was found, and the list of sources, where there are any."""
    add_findings(end, type, sheet, article)
    entries = list(_sources(article))
    if entries:
        end.heading(_("Sources"))
    for paragraph in entries:
        end.note(set_note(type, [paragraph], sheet.text_width, size=PAGE_SIZE))


def whole_note(type: Type, said: Said, width: float, where: str = "") -> SetNote:
    """A note with the beginning of its passage, which does not stand beside it. ``where`` is the
    locator, that of the paragraph unless given."""
    quote = " ".join(said.annotation.quote.split())
    quote = quote if len(quote) <= _SHORT else f"{quote[: _SHORT - 1].rstrip()}…"
    where = where or (wording.locator(said.mark) if said.mark else "")
    runs = [Run(f"{where}  ", colour=SECONDARY)] * bool(where)
    runs += [Run(f"“{quote}”", italic=True, colour=SECONDARY)] * bool(quote)
    shown = [Paragraph(tuple(runs))] * bool(runs) + said.paragraphs()
    return set_note(type, shown, width, said.label, said.look, size=PAGE_SIZE)


def _sources(article: ExportArticle) -> Iterator[Paragraph]:
    for at, (source, places) in enumerate(sources.listed([article]), 1):
        yield Paragraph(tuple(_source(at, source, places)))


def _source(at: int, source: Source, places: Sequence[str]) -> Iterator[Run]:
    address = wording.address(source.url)
    yield Run(f"{at}. ", colour=SECONDARY)
    yield Run(wording.source_title(source), 600 if source.title else 400, link=address)
    for detail in (wording.source_details(source), source.url if source.title else ""):
        if detail:
            yield Run(f" · {detail}")
    if source.archive_url:
        yield Run(" · ")
        yield Run(_("archived copy"), link=wording.address(source.archive_url))
    if places:
        used = _("for {places}").format(places=", ".join(places))
        yield Run(f" · {used}", colour=SECONDARY)
