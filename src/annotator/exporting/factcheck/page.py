"""The fact-check page put together."""

from collections.abc import Iterator, Sequence

from annotator.exporting import claims, ledger, wording
from annotator.exporting.claimreview.embedding import data_block
from annotator.exporting.claimreview.objects import review_of
from annotator.exporting.document import (
    ExportArticle,
    ExportClaim,
    ExportDocument,
    ExportOptions,
    Review,
)
from annotator.exporting.factcheck import content
from annotator.exporting.factcheck.article_text import article_text
from annotator.exporting.factcheck.claim import ClaimPart, corrections, verdict_line
from annotator.exporting.factcheck.elements import Markup, element, join, link, unless_empty
from annotator.exporting.factcheck.prose import prose
from annotator.exporting.factcheck.signs import chart, verdict_sign
from annotator.exporting.tally import tally
from annotator.i18n import _
from annotator.model import Verdict
from annotator.model.direction import is_rtl
from annotator.resources_path import resource

_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; "
    "form-action 'none'"
)
"""The page loads nothing and sends nothing, whoever opens it; pictures stand in it."""


def page(document: ExportDocument, options: ExportOptions) -> str:
    """The whole page; the same for the same document, always."""
    document = content.told(document)
    review = review_of(document, options)
    embedded = Markup(data_block(document, options))
    body = element("body", element("div", _body(document, options, review), class_="page"))
    # Translators: the code of the language you translate to, as in HTML's lang.
    html = element("html", _head(document), body, embedded, lang=_("en"))
    return f"<!DOCTYPE html>\n{html}\n"


def _head(document: ExportDocument) -> Markup:
    title = _("Fact-check: {title}").format(title=content.heading(document))
    css = resource("factcheck/page.css").read_text(encoding="utf-8")
    return element(
        "head", element("meta", charset="utf-8"),
        element("meta", name_="viewport", content="width=device-width, initial-scale=1"),
        element("meta", http_equiv="Content-Security-Policy", content=_POLICY),
        element("meta", name_="color-scheme", content="light dark"),
        element("title", title), element("style", Markup(css)),
    )  # fmt: skip


def _body(document: ExportDocument, options: ExportOptions, review: Review) -> Markup:
    found = claims.by_article(document.articles)
    all_ = claims.of(document.articles)
    part = ClaimPart(document.articles, options.whole)
    several = len(document.articles) > 1
    sections = [_article(one, groups, part, several) for one, groups in found]
    sections += [article_text(one) for one in document.articles if options.whole]
    return join(
        (_top(document, all_, review), element("main", sections), _meanings(content.meanings(all_)))
    )


def _top(document: ExportDocument, all_: Sequence[ExportClaim], review: Review) -> Markup:
    single = document.articles[0] if len(document.articles) == 1 else None
    title = element("h1", content.heading(document), lang=_language(single), dir="auto")
    return element(
        "header", element("p", _("Fact-check"), class_="kicker"), title,
        _facts(single) if single else "",
        unless_empty("p", content.reviewer(review), class_="reviewer"),
        _judgement(single) if single else "",
        chart(tally(all_)) if all_ else element("p", _("No claim is marked."), class_="none"),
        _overview(all_), class_="top",
    )  # fmt: skip


def _language(article: ExportArticle | None) -> str:
    return article.article.details.language if article else ""


def _facts(article: ExportArticle) -> Markup:
    details = article.article.details
    address = wording.address(details.url)
    shown = details.url.removeprefix("https://").removeprefix("http://").rstrip("/")
    known = wording.byline_parts(details)
    byline = Markup(", ".join(element("bdi", part) for part in known))
    gap = " · " if byline and address else ""
    led = element("bdi", link(shown, address)) if address else ""
    way = "rtl" if known and is_rtl(known[0]) else ""
    return unless_empty("p", byline, gap, led, class_="byline", dir=way)


def _judgement(article: ExportArticle) -> Markup:
    found = article.judgement
    verdict = verdict_line(found.verdict, ledger.since(found.as_of)) if found.verdict else ""
    summary = unless_empty("div", prose(found.summary, 4), class_="summary")
    changed = corrections(found.trail, "h2")
    if not (verdict or summary or changed):
        return Markup("")
    return element(
        "section", verdict, summary, changed,
        class_=f"judgement {content.tone(found.verdict)}", aria_label=_("The article as a whole"),
    )  # fmt: skip


def _overview(all_: Sequence[ExportClaim]) -> Markup:
    if len(all_) < 2:
        return Markup("")
    listed = element("ol", (_row(one) for one in all_))
    return element("nav", listed, class_="overview", aria_label=_("Claims and verdicts"))


def _row(one: ExportClaim) -> Markup:
    claim = one.claim
    tone = content.tone(claim.verdict)
    verdict = element("span", verdict_sign(tone), content.verdict(claim), class_=f"verdict {tone}")
    statement = element("span", claim.statement, class_="statement", dir="auto")
    number = element("span", claim.label, class_="number")
    return element("li", element("a", number, " ", statement, " ", verdict, href=f"#{claim.label}"))


def _article(
    article: ExportArticle, groups: Sequence[tuple[ExportClaim, ...]], part: ClaimPart,
    several: bool,
) -> Markup:  # fmt: skip
    made = [part.group(group, article) for group in groups]
    if not several:
        return element("section", element("h2", _("Claim by claim")), made) if made else Markup("")
    head = element("h2", article.article.title, lang=_language(article), dir="auto")
    return element("section", head, _facts(article), _judgement(article), made)


def _meanings(verdicts: Sequence[Verdict]) -> Markup:
    if not verdicts:
        return Markup("")
    title = element("h2", _("What the verdicts mean"))
    return element("footer", title, element("dl", _terms(verdicts)), class_="meanings")


def _terms(verdicts: Sequence[Verdict]) -> Iterator[Markup]:
    for verdict in verdicts:
        tone = content.tone(verdict)
        term = element("dt", verdict_sign(tone), verdict.name, class_=f"verdict {tone}")
        yield element("div", term, element("dd", verdict.definition))
