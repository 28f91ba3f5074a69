"""What was found out, on the pages behind a text: a table of verdicts with its chart, evidence
with stance, kind and dates, and what was corrected."""

from collections.abc import Iterator, Mapping, Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter

from annotator.exporting import claims, ledger, wording
from annotator.exporting.document import ExportArticle, ExportClaim, Judgement
from annotator.exporting.pdf.chart import Chart
from annotator.exporting.pdf.end_pages import End
from annotator.exporting.pdf.margin import PAGE_SIZE, set_note
from annotator.exporting.pdf.note_text import note_paragraphs
from annotator.exporting.pdf.notes import Paragraph
from annotator.exporting.pdf.sheet import HAIRLINE, INK, SECONDARY, TONES, Sheet
from annotator.exporting.pdf.signs import SIGN, draw_verdict
from annotator.exporting.pdf.type import Type
from annotator.exporting.pdf.words import Run, Words
from annotator.exporting.tally import tally
from annotator.i18n import _
from annotator.model import Evidence, TrailEntry, Verdict, pair_words
from annotator.model.direction import apart

_NUMBER, _VERDICT, _GAP = 38.0, 118.0, 12.0
"""px of the table's columns of numbers and verdicts, and between columns."""
_LONGEST = 300
"""Code points of a statement or verdict in the table."""
_NEW_LINE = "\u2028"


def add_findings(end: End, type: Type, sheet: Sheet, article: ExportArticle) -> None:
    """Add the verdicts, the evidence and the corrections, where there are any."""
    listed = claims.of([article])
    judged = _judgement(article.judgement)
    if listed or judged:
        end.heading(_("Verdicts"))
    if judged:
        end.note(set_note(type, judged, sheet.text_width, size=PAGE_SIZE))
    if not listed:
        return
    chart = Chart(type, tally(listed), sheet.text_width)
    end.figure(chart.height, chart.draw)
    for one in listed:
        row = _Row(type, one, claims.said_by(one, [article]), sheet.text_width)
        end.figure(row.height, row.draw)
    _add_notes(end, type, sheet, _("Evidence"), [_evidence(one, article.quotes) for one in listed])
    _add_notes(end, type, sheet, _("Corrections"), [_corrections(one) for one in listed])


def _add_notes(
    end: End, type: Type, sheet: Sheet, heading: str, notes: Sequence[Sequence[Paragraph]]
) -> None:
    said = [note for note in notes if note]
    if said:
        end.heading(heading)
    for note in said:
        end.note(set_note(type, note, sheet.text_width, size=PAGE_SIZE))


def _judgement(found: Judgement) -> list[Paragraph]:
    made = []
    if found.verdict is not None:
        since = ledger.since(found.as_of)
        runs = [_name(found.verdict)] + [Run(f"  {since}", colour=SECONDARY)] * bool(since)
        made.append(Paragraph(tuple(runs), _tone(found.verdict)))
    made += [Paragraph(runs) for runs in note_paragraphs(found.summary)]
    return made + list(_corrected(found.trail))


def _name(verdict: Verdict) -> Run:
    tone = _tone(verdict)
    return Run(_short(verdict.name), 600, colour=INK if tone == "none" else TONES[tone])


def _tone(verdict: Verdict | None) -> str:
    return verdict.tone if verdict and verdict.tone in TONES else "none"


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1].rstrip()}…"


class _Row:
    """A claim in the table: number; statement, who said it, as of, sources; verdict."""

    def __init__(self, type: Type, one: ExportClaim, said_by: str, width: float) -> None:
        claim = one.claim
        self._width = width
        self._tone = _tone(claim.verdict)
        self._number = type.set([Run(claim.label, colour=SECONDARY)], _NUMBER, 11, 1.42)
        middle = width - _NUMBER - _VERDICT - _GAP
        self._claim = type.set([Run(_short(claim.statement))], middle, 12, 1.4)
        self._facts = _facts(type, one, said_by, middle)
        verdict = claim.verdict
        name = _name(verdict) if verdict else Run(wording.verdict(claim), colour=SECONDARY)
        self._verdict = type.set([name], _VERDICT, 12, 1.4, first_indent=SIGN + 5)

    @property
    def height(self) -> float:
        """px, with the rule above it."""
        text = self._claim.height + (self._facts.height if self._facts else 0)
        return max(text, self._verdict.height, self._number.height) + 13

    def draw(self, painter: QPainter, at: QPointF) -> None:
        """Draw it with its top left corner at ``at``."""
        painter.fillRect(QRectF(at.x(), at.y(), self._width, 0.8), QColor(HAIRLINE))
        top = at + QPointF(0, 6)
        self._number.draw(painter, top)
        self._claim.draw(painter, top + QPointF(_NUMBER, 0))
        if self._facts:
            self._facts.draw(painter, top + QPointF(_NUMBER, self._claim.height))
        place = top + QPointF(self._width - _VERDICT, 0)
        painter.save()
        draw_verdict(painter, self._tone, place + QPointF(0, 8.4 - SIGN / 2))
        painter.restore()
        self._verdict.draw(painter, place)


def _facts(type: Type, one: ExportClaim, said_by: str, width: float) -> Words | None:
    claim = one.claim
    count = _("no source") if wording.lacks_source(claim) else ledger.count(claim.evidence)
    parts = (said_by, ledger.as_of(claim), count)
    text = " · ".join(part for part in parts if part)
    text = _NEW_LINE.join(filter(None, (text, pair_words.sentence(claim.pair))))
    return type.set([Run(text, colour=SECONDARY)], width, 11, 1.4)


def _evidence(one: ExportClaim, quotes: Mapping[str, str]) -> list[Paragraph]:
    if not one.claim.evidence:
        return []
    entries = (_noted(e, _entry(e, quotes.get(e.id, ""))) for e in one.claim.evidence)
    return [_head(one), *(Paragraph(runs) for entry in entries for runs in entry)]


def _noted(evidence: Evidence, entry: Iterator[Run]) -> Iterator[tuple[Run, ...]]:
    """An entry with what was noted on it behind it, and further paragraphs of that."""
    first, *more = list(note_paragraphs(evidence.note)) or [()]
    yield (*entry, *([Run(" · ", colour=SECONDARY), *first] if first else ()))
    yield from more


def _head(one: ExportClaim) -> Paragraph:
    statement = " ".join(one.claim.statement.split())
    return Paragraph((Run(f"{one.claim.label}  ", 600), Run(statement, 600)))


def _entry(evidence: Evidence, quote_state: str) -> Iterator[Run]:
    tones = {"supports": TONES["good"], "refutes": TONES["bad"]}
    stance = ledger.stance_name(evidence)
    yield Run(f"{stance}", 600, colour=tones.get(evidence.stance, SECONDARY))
    source = evidence.source
    parts = [
        Run(ledger.type_name(evidence), colour=SECONDARY),
        Run(apart(wording.source_title(source)), link=wording.address(source.url)),
        Run(apart(ledger.details(evidence))),
        Run(f"“{' '.join(evidence.quote.split())}”" if evidence.quote.strip() else "", italic=True),
        Run(ledger.quote_state(quote_state), colour=SECONDARY),
        Run(_("archived copy") if wording.address(source.archive_url) else "",
            link=wording.address(source.archive_url)),
    ]  # fmt: skip
    for run in parts:
        if run.text:
            yield Run(" · ", colour=SECONDARY)
            yield run


def _corrections(one: ExportClaim) -> list[Paragraph]:
    lines = list(_corrected(one.trail))
    return [_head(one), *lines] if lines else []


def _corrected(trail: Sequence[TrailEntry]) -> Iterator[Paragraph]:
    if not claims.corrections(trail):
        return
    for entry in claims.verdicts(trail):
        head = " · ".join(part for part in (ledger.when(entry), entry.who) if part)
        why = f": {entry.why}" if entry.why.strip() else ""
        yield Paragraph((Run(f"{head} · ", colour=SECONDARY), Run(ledger.correction(entry) + why)))
