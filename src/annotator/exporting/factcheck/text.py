"""The fact-check page as Markdown."""

from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from pathlib import Path

from annotator.exporting import claims, ledger, wording
from annotator.exporting.area_pictures import area_label
from annotator.exporting.claimreview.objects import review_of
from annotator.exporting.document import (
    ExportArticle,
    ExportClaim,
    ExportDocument,
    ExportOptions,
    ExportPassage,
)
from annotator.exporting.factcheck import content
from annotator.exporting.factcheck.article_markdown import article_text
from annotator.exporting.markdown import report, verdicts
from annotator.exporting.markdown.note import tamed
from annotator.exporting.markdown.pictures import with_pictures
from annotator.exporting.markdown.text import escape, escape_inline, link, paragraph, quote
from annotator.exporting.tally import tally
from annotator.exporting.writing import Outputs
from annotator.i18n import _
from annotator.model import Claim, Evidence, pair_words
from annotator.model.pairs import Pair

NAME = "factcheck-md"
SUFFIX = ".md"


def write(
    document: ExportDocument,
    options: ExportOptions,
    path: Path,
    progress: Callable[[int, int], None] | None = None,
    notice: Callable[[str], None] | None = None,
) -> list[Path]:
    """Write the page to one file, pictures of areas to a folder beside it. Raises
    ``ExportFailed``, ``PasswordNeeded`` where an area with a claim is in a locked article. Noticed
    are pages that cannot be drawn."""
    document, pictures = with_pictures(document, path, notice, content.has_claims)
    made = render(document, options).encode("utf-8", "replace")
    with Outputs() as outputs:
        outputs.write(path, made)
        for place, picture in pictures.items():
            outputs.write_beside(place, picture)
    if progress:
        progress(1, 1)
    return [path, *pictures]


@dataclass(frozen=True, slots=True)
class _Page:
    """What every claim is written with: the articles, whether passages stand in full, the claims
    one can lead to, how quotes stand in their sources, pictures of areas."""

    articles: Sequence[ExportArticle]
    whole: bool
    shown: Set[str]
    quotes: Mapping[str, str]
    pictures: Mapping[str, str]


def _page(articles: Sequence[ExportArticle], whole: bool) -> _Page:
    shown = content.shown_ids(articles)
    return _Page(articles, whole, shown, content.quotes(articles), content.pictures(articles))


def render(document: ExportDocument, options: ExportOptions) -> str:
    """The page as Markdown; the same text for the same document, always."""
    document = content.told(document)
    all_ = claims.of(document.articles)
    page = _page(document.articles, options.whole)
    blocks = [*_top(document, all_, options)]
    several = len(document.articles) > 1
    if all_ and not several:
        blocks.append(f"## {_('Claim by claim')}")
    for article, groups in claims.by_article(document.articles):
        if several:
            blocks += [f"## {escape(article.article.title)}", _facts(article)]
            blocks += verdicts.judgement(article.judgement, 2)
        for group in groups:
            blocks += _group(page, group, article)
    for article in document.articles if options.whole else ():
        blocks += article_text(article, several)
    blocks += _meanings(all_)
    return "\n\n".join(block for block in blocks if block) + "\n"


def _top(
    document: ExportDocument, all_: Sequence[ExportClaim], options: ExportOptions
) -> Iterator[str]:
    title = _("Fact-check: {title}").format(title=content.heading(document))
    yield f"# {escape(title)}"
    single = document.articles[0] if len(document.articles) == 1 else None
    yield _facts(single) if single else ""
    yield escape(content.reviewer(review_of(document, options)))
    if single:
        yield from verdicts.judgement(single.judgement, 2)
    if not all_:
        yield _("No claim is marked.")
        return
    yield from verdicts.chart(tally(all_))
    if len(all_) > 1:
        yield verdicts.table(all_, document.articles, _("Not yet checked"))


def _facts(article: ExportArticle) -> str:
    details = article.article.details
    address = wording.address(details.url)
    parts = [escape(wording.byline(details)), link(address, address) if address else ""]
    return " · ".join(part for part in parts if part)


def _group(page: _Page, group: Sequence[ExportClaim], here: ExportArticle) -> Iterator[str]:
    if len(group) > 1:
        yield f"*{escape(content.linked_sentence())}*"
    for one in group:
        yield from _claim(page, one, here)


def _claim(page: _Page, one: ExportClaim, here: ExportArticle) -> Iterator[str]:
    claim = one.claim
    yield f"### {_place(claim, page.shown)}{claim.label} · {escape(claim.statement)}"
    yield escape(content.said(one, page.articles))
    yield _asks(claim.pair, page.shown)
    for passage in one.passages:
        yield _passage(page, claim, passage, here)
    since = ledger.as_of(claim)
    yield f"**{escape(content.verdict(claim))}**" + (f" · {escape(since)}" if since else "")
    yield from _reasons(one)
    yield from _evidence(claim, page.quotes)
    yield from _part(_("Searches"), [_search(one) for one in content.searches(claim)])
    yield from _part(_("Corrections"), list(verdicts.corrected(one.trail, named=False)))


def _search(one: Evidence) -> str:
    return report.noted(f"- {escape(ledger.search(one))}", one.note, 5, 4)


def _place(claim: Claim, shown: Set[str]) -> str:
    """What the other one of two linked claims leads to: headings have other names with every
    renderer."""
    others = claim.pair.others if claim.pair else ()
    return f'<a id="{claim.label}"></a>' if any(one.id in shown for one in others) else ""


def _asks(pair: Pair | None, shown: Set[str]) -> str:
    """What a linked claim asks, and which one asks the other thing."""
    if pair is None:
        return ""
    before, after = map(escape_inline, pair_words.other_question(pair))
    names = (f"[{o.label}](#{o.label})" if o.id in shown else o.label for o in pair.others)
    return f"{escape(pair_words.question(pair))} {before}{', '.join(names)}{after}"


def _passage(page: _Page, claim: Claim, passage: ExportPassage, here: ExportArticle) -> str:
    place = ", ".join(part for part in content.where(passage, page.articles, here) if part)
    if picture := page.pictures.get(passage.annotation):
        return f"![{escape_inline(area_label(passage.locator))}]({picture})\n\n{escape(place)}"
    words = content.excerpt(passage, page.whole)
    if not words or content.says_it_all(claim, passage):
        return escape(place)
    shown = f"{paragraph(words)}\n\n{escape(place)}" if place else paragraph(words)
    return quote(shown)


def _reasons(one: ExportClaim) -> Iterator[str]:
    first = claims.first_reason(one)
    if one.claim.reasoning.strip() or first:
        yield f"#### {content.reasons_heading(one.claim)}"
        yield tamed(one.claim.reasoning, 5)
        yield escape(first)


def _evidence(claim: Claim, quotes: Mapping[str, str]) -> Iterator[str]:
    origins = ledger.shared_origins(claim.evidence)
    brought = [_entry(one, quotes, origins) for one in content.brought(claim)]
    yield from _part(f"{_('Evidence')} · {ledger.count(content.brought(claim))}", brought)
    if content.is_bare(claim):
        yield f"*{escape(content.bare_sentence())}*"
    asked = [_entry(one, quotes, origins) for one in content.asked(claim)]
    yield from _part(_("Who was asked"), asked)


def _entry(one: Evidence, quotes: Mapping[str, str], origins: Mapping[str, str]) -> str:
    state, origin = quotes.get(one.id, ""), origins.get(one.id, "")
    return f"- {report.evidence(one, 5, 4, state, origin)}"


def _part(heading: str, lines: Sequence[str]) -> Iterator[str]:
    if lines:
        yield f"#### {escape(heading)}"
        yield "\n".join(lines)


def _meanings(all_: Sequence[ExportClaim]) -> Iterator[str]:
    found = content.meanings(all_)
    if found:
        yield f"## {_('What the verdicts mean')}"
        yield "\n".join(f"- **{escape(v.name)}**: {escape(v.definition)}" for v in found)
