"""What a fact-check says of a claim, before it becomes HTML or Markdown."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from annotator.exporting import claims, wording
from annotator.exporting.area_pictures import cited
from annotator.exporting.document import (
    ExportArticle,
    ExportClaim,
    ExportDocument,
    ExportMark,
    ExportPassage,
    Judgement,
    Review,
)
from annotator.i18n import _, ngettext
from annotator.model import Claim, Evidence, Verdict
from annotator.model.direction import apart

EXCERPT = 320
"""Code points of a passage that are shown where whole ones are not asked for."""
_ASKED = ("request", "interview", "email")


def heading(document: ExportDocument) -> str:
    """The title of the article that was checked, or how many they are."""
    if len(document.articles) == 1:
        return document.articles[0].article.title
    count = len(document.articles)
    return ngettext("{n} article", "{n} articles", count).format(n=count)


def tone(verdict: Verdict | None) -> str:
    """The tone to show a verdict in: ``good`` | ``middling`` | ``bad`` | ``none`` | ``outcome`` |
    ``open`` where there is none yet."""
    if verdict is None:
        return "open"
    return "outcome" if verdict.is_outcome else verdict.tone


def verdict(claim: Claim) -> str:
    """The verdict's name, or that there is none yet."""
    return claim.verdict.name if claim.verdict else _("Not yet checked")


def excerpt(passage: ExportPassage, whole: bool) -> str:
    """The words of a passage, or their beginning, to the end of a word."""
    words = " ".join(passage.quote.split())
    if whole or len(words) <= EXCERPT:
        return words
    cut = words[: EXCERPT - 1]
    return (cut.rsplit(" ", 1)[0] if " " in cut[EXCERPT // 2 :] else cut).rstrip(" ,;:") + "…"


def quoted(words: str) -> str:
    """Words in quotation marks, unless they have some of their own."""
    words = " ".join(words.split())
    return words if not words or any(sign in words for sign in '“”„«»"') else f"“{words}”"


def says_it_all(claim: Claim, passage: ExportPassage) -> bool:
    """Whether the passage is but the statement again."""
    return _flat(claim.statement) == _flat(passage.quote)


def _flat(text: str) -> str:
    return " ".join(text.split()).strip(" .").casefold()


def where(
    passage: ExportPassage, articles: Sequence[ExportArticle], here: ExportArticle
) -> tuple[str, str]:
    """(the article's title where it is another than ``here``, the locator)."""
    locator = cited(passage.locator) if passage.is_area else passage.locator
    if passage.article == here.article.id:
        return "", locator
    titles = {one.article.id: one.article.title for one in articles}
    return titles.get(passage.article, ""), locator


def told(document: ExportDocument) -> ExportDocument:
    """The document with the articles that something was found about; all where that is none."""
    articles = tuple(a for a in document.articles if a.claims or a.judgement != Judgement())
    return replace(document, articles=articles or document.articles)


def has_claims(mark: ExportMark) -> bool:
    """Whether a mark is shown at all."""
    return bool(mark.annotation.claims)


def pictures(articles: Iterable[ExportArticle]) -> dict[str, str]:
    """The addresses of areas' pictures by the annotations' ids."""
    marks = (mark for article in articles for mark in article.marks)
    return {mark.annotation.id: mark.picture for mark in marks if mark.picture}


def brought(claim: Claim) -> list[Evidence]:
    """Evidence that is no search, and for which nobody was asked."""
    return [e for e in claim.evidence if e.type != "search" and not _is_asked(e)]


def asked(claim: Claim) -> list[Evidence]:
    """Evidence for which somebody was asked."""
    return [e for e in claim.evidence if e.type != "search" and _is_asked(e)]


def searches(claim: Claim) -> list[Evidence]:
    """What was searched for, mostly in vain."""
    return [e for e in claim.evidence if e.type == "search"]


def _is_asked(evidence: Evidence) -> bool:
    return evidence.type in _ASKED or bool(evidence.asked)


def reasons_heading(claim: Claim) -> str:
    """What the reasoning is called: an outcome says why there is no rating."""
    if claim.verdict is not None and claim.verdict.is_outcome:
        return _("Why there is no rating")
    return _("How it was checked")


def meanings(claims: Sequence[ExportClaim]) -> list[Verdict]:
    """The verdicts that are used and defined, in the scale's order, outcomes last."""
    used = {
        one.claim.verdict.id: one.claim.verdict
        for one in claims
        if one.claim.verdict and one.claim.verdict.definition
    }
    return sorted(used.values(), key=lambda v: (v.is_outcome, v.scale, v.position))


def is_bare(claim: Claim) -> bool:
    """Whether there is a rating and nothing it rests on."""
    return bool(claim.verdict and not claim.verdict.is_outcome and not claim.evidence)


def bare_sentence() -> str:
    """What is said then."""
    return _("No source is given for this verdict.")


def reviewer(review: Review) -> str:
    """By whom it was checked, and when; ``""`` where that is not known."""
    if not review.reviewer:
        return ""
    by = _("Checked by {name}").format(name=apart(review.reviewer))
    return ", ".join(part for part in (by, wording.shown_date(review.date)) if part)


def quotes(articles: Iterable[ExportArticle]) -> dict[str, str]:
    """By the id of evidence how its quote stands in the source's text."""
    return {id: state for article in articles for id, state in article.quotes.items()}


def shown_ids(articles: Iterable[ExportArticle]) -> frozenset[str]:
    """The ids of the claims that are shown: what names another one can lead to it."""
    return frozenset(one.claim.id for article in articles for one in article.claims)


def linked_sentence() -> str:
    """What is said above claims that belong together."""
    return _("Two questions belong together here: whether it was said, and whether it is so.")


def said(one: ExportClaim, articles: Sequence[ExportArticle]) -> str:
    """Who said it, as a line; also that it is not said who did."""
    who = claims.said_by(one, articles)
    if one.claim.claimant.strip():
        return _("Said by {who}").format(who=who)
    return ", ".join(part for part in (_("Said by: not said"), who) if part)
