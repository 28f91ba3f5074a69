"""Annotations, claims and sources as Markdown."""

import re
from collections.abc import Iterable, Iterator

from annotator.exporting import ledger, sources, thread, wording
from annotator.exporting.area_pictures import label_of
from annotator.exporting.document import ExportArticle, ExportDocument, ExportMark
from annotator.exporting.markdown.note import in_item, in_line, tamed
from annotator.exporting.markdown.text import escape, escape_inline, link, paragraph, quote
from annotator.i18n import _
from annotator.model import Annotation, Claim, Comment, Evidence, Source, pair_words

_NEW_BLOCK = "\n\n"
_STARTS_A_BLOCK = re.compile(r"[-+*]\s|[\s>|#=]|\d+[.)]|-{3}|\*{3}|_{3}|~{3}|`{3}")


def page_note(document: ExportDocument, annotation: Annotation, level: int) -> list[str]:
    """A note on the whole article, as blocks; ``level`` is its heading's."""
    label = _("About the whole article")
    if annotation.private:
        label = f"{label} · {_('private')}"
    return [f"{'#' * level} {label}", *body(document, annotation, level + 1)]


def mark(document: ExportDocument, mark: ExportMark, level: int) -> list[str]:
    """A mark as blocks: heading, what became of it, quote, note, tags, claims, sources."""
    blocks = [f"{'#' * level} {heading(document, mark)}"]
    if mark.picture:
        blocks.append(f"![{escape_inline(label_of(mark))}]({mark.picture})")
    if mark.annotation.quote:
        blocks.append(quote(paragraph(mark.annotation.quote)))
    if sentence := wording.became(mark.state):
        blocks.append(f"*{escape(sentence)}*")
    return blocks + body(document, mark.annotation, level + 1)


def heading(document: ExportDocument, mark: ExportMark) -> str:
    """``3 · ¶ 1 · question``, escaped."""
    parts = [
        wording.number(mark),
        wording.locator(mark),
        wording.colour_name(document, mark.annotation),
    ]
    return escape(" · ".join(part for part in parts if part))


def body(
    document: ExportDocument, annotation: Annotation, level: int, *, fences: bool = True
) -> list[str]:
    """What hangs on an annotation, as blocks: note, tags, claims, sources, comments."""
    blocks = [tamed(annotation.note, level, fences=fences)] if annotation.note.strip() else []
    if annotation.tags:
        blocks.append(f"{_('Tags:')} {escape(', '.join(annotation.tags))}")
    if annotation.claims or annotation.sources:
        article = _article(document, annotation)
        blocks += [claim(one, level, article) for one in annotation.claims]
        blocks += _sources(annotation, level, article)
    if annotation.comments:
        said = "\n".join(f"- {one}" for one in _turns(annotation.comments, level, 4))
        blocks += [thread.heading(annotation.comments), said]
    return blocks


def _article(document: ExportDocument, annotation: Annotation) -> ExportArticle | None:
    found = (one for one in document.articles if one.article.id == annotation.article)
    return next(found, None)


def _sources(annotation: Annotation, level: int, article: ExportArticle | None) -> list[str]:
    quotes = article.quotes if article else {}
    listed = [f"- {evidence(one, level, 4, quotes.get(one.id, ''))}" for one in annotation.sources]
    return [_("Sources:"), "\n".join(listed)] if listed else []


def claim(claim: Claim, level: int, article: ExportArticle | None = None) -> str:
    """A claim as one list item with its facts below it; ``level`` as for ``tamed``. ``article`` is
    the one it stands in."""
    head = f"- **{claim.label} · {escape(wording.verdict(claim))}.** {escape(claim.statement)}"
    return "\n".join([head, *(f"    - {fact}" for fact in _facts(claim, level, article))])


def _facts(claim: Claim, level: int, article: ExportArticle | None) -> Iterator[str]:
    details = article.article.details if article else None
    quotes = article.quotes if article else {}
    named = (
        (_("Kind"), claim.kind),
        (_("Said by"), wording.said_by(claim, details)),
        (_("Status"), claim.status),
        (_("As of"), wording.shown_date(claim.as_of)),
        (_("Check again"), wording.shown_date(claim.check_again)),
    )
    for label, value in named:
        if value.strip():
            yield f"{label}: " + "  \n      ".join(_lines(value))
    if claim.pair:
        yield escape(pair_words.sentence(claim.pair))
    if claim.reasoning.strip():
        yield f"{_('Reasoning')}:{_after_label(claim.reasoning, level, 8)}"
    yield from (evidence(one, level, 8, quotes.get(one.id, "")) for one in claim.evidence)
    if wording.lacks_source(claim):
        yield _("No source yet")
    if claim.comments:
        label = thread.heading(claim.comments).removesuffix(":")
        yield from (f"{label}: {one}" for one in _turns(claim.comments, level, 8))


def _turns(comments: Iterable[Comment], level: int, indent: int) -> Iterator[str]:
    for one in comments:
        yield f"{escape(thread.author(one))}:{_after_label(one.text, level, indent)}"


def _after_label(markdown: str, level: int, indent: int) -> str:
    """Markdown like a note in an item whose words stand ``indent`` blanks in; what does not begin
    with plain words starts below its label."""
    text = tamed(markdown, level, fences=False)
    text = f"{_NEW_BLOCK}{text}" if _STARTS_A_BLOCK.match(text) else f" {text}"
    end = "\n" if "\n" in text else ""  # lest what follows is taken for part of it
    return in_item(text, indent) + end


def _lines(text: str) -> list[str]:
    return [escape(line) for line in text.splitlines() if line.strip()]


def evidence(
    evidence: Evidence, level: int, indent: int, quote_state: str = "", origin: str = ""
) -> str:
    """A source as it is brought to something, as an item whose words stand ``indent`` blanks in:
    stance, link, who and when, the ``origin`` it shares, quote and how it stands in the source
    (``quote_state``), type, archived copy, note; ``level`` as for ``tamed``."""
    details = wording.listed(ledger.details(evidence), origin)
    parts = [source_link(evidence.source), escape(details)]
    if evidence.quote.strip():
        parts += [f"“{escape(evidence.quote)}”", escape(ledger.quote_state(quote_state))]
    parts += [escape(ledger.type_name(evidence)), _archive(evidence.source)]
    line = " · ".join(part for part in parts if part)
    stance = ledger.stance_name(evidence) if evidence.has_origin else wording.stance(evidence)
    return noted(f"{stance}: {line}" if stance else line, evidence.note, level, indent)


def noted(line: str, note: str, level: int, indent: int) -> str:
    """An item's line with a note behind it, or below it where the note is more than a line of
    words."""
    text = tamed(note, level, fences=False)
    if not text.strip():
        return line
    if "\n" in text or _STARTS_A_BLOCK.match(text):
        return f"{line}{in_item(f'{_NEW_BLOCK}{text}', indent)}\n"
    return f"{line} · {in_line(note)}"


def _archive(source: Source) -> str:
    address = wording.address(source.archive_url)
    return link(_("archived copy"), address) if address else ""


def source_link(source: Source) -> str:
    """The source's name, a link where it leads to the web or a mailbox."""
    address = wording.address(source.url)
    title = wording.source_title(source)
    return link(title, address) if address else escape(title)


def source_list(articles: Iterable[ExportArticle], level: int) -> list[str]:
    """Every source once, in the order they are first used, with what they were used for."""
    lines = [f"{at}. {_entry(*entry)}" for at, entry in enumerate(sources.listed(articles), 1)]
    return [f"{'#' * level} {_('Sources')}", "\n".join(lines)] if lines else []


def _entry(source: Source, uses: list[str]) -> str:
    address = wording.address(source.url)
    shown = link(address, address) if address else escape(source.url)
    details = escape(wording.source_details(source))
    if source.title or not address:
        parts = [escape(wording.source_title(source)), details, shown if source.title else ""]
    else:
        parts = [shown, details]
    if archived := wording.address(source.archive_url):
        parts.append(link(archived, archived))
    if uses:
        parts.append(escape(_("for {places}").format(places=", ".join(uses))))
    return " · ".join(part for part in parts if part)
