"""What a note in the margin says: runs of words, paragraph by paragraph; and the same as plain
text, for the annotation itself."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from annotator.exporting import thread, wording
from annotator.exporting.document import ExportMark
from annotator.exporting.pdf.note_text import note_paragraphs, plain_text
from annotator.exporting.pdf.sheet import INK, LOOKS, SECONDARY, TONES, Look
from annotator.exporting.pdf.words import Run
from annotator.i18n import _
from annotator.model import Annotation, Claim, Comment, Evidence, pair_words
from annotator.model.claimants import is_the_article

_ENDS = (".", "!", "?", "…", "。", "！", "？", "؟", "।", ".”", '."', ":")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Runs, and the tone of the verdict whose sign stands before them (None: no sign)."""

    runs: tuple[Run, ...]
    tone: str | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """What was said of a passage, or, without ``mark``, of the whole article."""

    annotation: Annotation
    mark: ExportMark | None = None

    @property
    def label(self) -> str | None:
        """What stands in its badge: a number, ``""`` for a lock, None for no badge."""
        if self.mark is None:
            return None
        return str(self.mark.number) if self.mark.number is not None else ""

    @property
    def look(self) -> Look:
        """The look of its bar."""
        return LOOKS[self.annotation.colour if self.mark else "grey"]

    def paragraphs(self) -> list[Paragraph]:
        """Its words."""
        said = paragraphs(self.annotation, self.mark)
        if self.mark is not None:
            return said
        label = _("About the whole article")
        if self.annotation.private:
            label = f"{label} · {_('private')}"
        return [Paragraph((Run(label, 600),)), *said]


def says_something(annotation: Annotation) -> bool:
    """Whether there is more to a mark than its colour."""
    said = (annotation.tags, annotation.claims, annotation.sources, annotation.comments)
    return bool(annotation.note.strip() or any(said))


def paragraphs(annotation: Annotation, mark: ExportMark | None = None) -> list[Paragraph]:
    """What stands beside a mark: claims, note, tags, sources, comments, and what became of its
    passage."""
    found = [part for claim in annotation.claims for part in _claim(claim, annotation.quote)]
    found += [Paragraph(runs) for runs in note_paragraphs(annotation.note)]
    if annotation.sources:
        found.append(Paragraph(tuple(_evidence(annotation.sources))))
    if annotation.tags:
        tags = Run(", ".join(annotation.tags), colour=SECONDARY)
        if annotation.claims or not found:
            found.append(Paragraph((tags,)))
        else:
            found[-1] = Paragraph((*found[-1].runs, Run("  "), tags))
    found += _thread(annotation.comments)
    if mark and (sentence := wording.became(mark.state)):
        found.append(Paragraph((Run(sentence, italic=True, colour=SECONDARY),)))
    return found


def _claim(claim: Claim, quote: str) -> list[Paragraph]:
    tone = claim.verdict.tone if claim.verdict and claim.verdict.tone in TONES else "none"
    head = [
        Run(f"{wording.verdict(claim)}.", 600, colour=INK if tone == "none" else TONES[tone]),
        Run(f" {claim.label} ", colour=SECONDARY),
        *_sentences(_what_is_said(claim, quote)),
    ]
    tail = [*_sentences(_how_it_stands(claim)), *_sources(claim)]
    reasoning = [_ended(runs) for runs in note_paragraphs(claim.reasoning)]
    said = list(_thread(claim.comments))
    if len(reasoning) < 2:  # what is short runs on
        runs = (*head, *(run for runs in reasoning for run in runs), *tail)
        return [Paragraph(runs, tone), *said]
    told = [Paragraph(runs) for runs in reasoning]
    return [Paragraph(tuple(head), tone), *told, Paragraph(tuple(tail)), *said]


def _thread(comments: Sequence[Comment]) -> Iterator[Paragraph]:
    """Comments, each with its author before its first paragraph."""
    for comment in comments:
        by = (Run(f"{thread.author(comment)}: ", 600, colour=SECONDARY),)
        for at, runs in enumerate(note_paragraphs(comment.text)):
            yield Paragraph(runs if at else (*by, *runs))
    if thread.is_done(comments):
        yield Paragraph((Run(_("Resolved"), italic=True, colour=SECONDARY),))


def _what_is_said(claim: Claim, quote: str) -> Iterator[str]:
    if _flat(claim.statement) != _flat(quote):
        yield claim.statement
    by_article = is_the_article(claim.claimant)
    yield wording.shown_date(claim.claimed) if by_article else wording.said_by(claim)
    yield pair_words.sentence(claim.pair)


def _how_it_stands(claim: Claim) -> Iterator[str]:
    if claim.as_of:
        yield _("As of {date}").format(date=wording.shown_date(claim.as_of))
    if claim.status not in ("checked", "to check"):
        yield claim.status


def _sources(claim: Claim) -> list[Run]:
    return [Run(_("No source yet."))] if wording.lacks_source(claim) else _evidence(claim.evidence)


def _sentences(texts: Iterable[str]) -> list[Run]:
    return [Run(f"{_sentence(text)} ") for text in texts if text.strip()]


def _ended(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """Markdown's runs as a sentence that another may follow."""
    text = "".join(run.text for run in runs).rstrip()
    return (*runs, Run(" " if text.endswith(_ENDS) else ". "))


def _flat(text: str) -> str:
    return " ".join(text.split()).rstrip(".").casefold()


def _sentence(text: str) -> str:
    text = " ".join(text.split())
    return text if text.endswith(_ENDS) else f"{text}."


def _evidence(evidence: tuple[Evidence, ...]) -> list[Run]:
    runs: list[Run] = []
    for one in evidence:
        if runs:
            runs.append(Run(", "))
        title = wording.source_title(one.source)
        runs.append(Run(title, link=wording.address(one.source.url)))
        if sign := wording.SIGNS.get(one.stance):
            runs.append(Run(f"\u00a0{sign}", 600))
        details = [f"“{_flat_quote(one.quote)}”" if one.quote.strip() else "", one.type]
        if any(details):
            runs.append(Run(f" ({', '.join(part for part in details if part)})"))
    return [*runs, Run(".")] if runs else []


def _flat_quote(text: str) -> str:
    return " ".join(text.split())


# As plain text


def contents(annotation: Annotation) -> str:
    """All that is said of a mark as plain text: what a viewer shows when it is clicked."""
    return "\n".join(_contents(annotation))


def _contents(annotation: Annotation) -> Iterator[str]:
    if annotation.note.strip():
        yield plain_text(annotation.note)
    if annotation.tags:
        yield f"{_('Tags:')} {', '.join(annotation.tags)}"
    for claim in annotation.claims:
        yield f"{claim.label} · {wording.verdict(claim)}: {claim.statement}"
        if said := wording.said_by(claim):
            yield f"  {_('Said by')}: {said}"
        if claim.pair:
            yield f"  {pair_words.sentence(claim.pair)}"
        if claim.reasoning.strip():
            yield f"  {_('Reasoning')}: {plain_text(claim.reasoning)}"
        yield from (f"  {_source_line(one)}" for one in claim.evidence)
    if annotation.sources:
        yield _("Sources:")
        yield from (f"  {_source_line(one)}" for one in annotation.sources)


def _source_line(evidence: Evidence) -> str:
    source = evidence.source
    parts = [wording.source_title(source), wording.source_details(source)]
    if source.title and source.url:
        parts.append(source.url)
    if evidence.quote.strip():
        parts.append(f"“{_flat_quote(evidence.quote)}”")
    parts.append(evidence.type)
    line = " · ".join(part for part in parts if part)
    sign = wording.SIGNS.get(evidence.stance, "")
    return f"{sign} {line}" if sign else f"· {line}"
