"""Claims as ClaimReview objects. What is not known is left out; nothing is invented."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from annotator.exporting import claims, wording
from annotator.exporting.claimreview.who import author, writers
from annotator.exporting.document import (
    ExportArticle,
    ExportClaim,
    ExportDocument,
    ExportOptions,
    Review,
)
from annotator.model import Claim, Evidence, Source
from annotator.model.claimants import is_the_article

Object = dict[str, Any]
CONTEXT = "https://schema.org"
NOT_CHECKED = "Not checked"
"""The outcome that is no review: it was decided not to look."""


def review_of(document: ExportDocument, options: ExportOptions) -> Review:
    """Who reviews, where and when: as asked for, else as the library says."""
    asked, known = options.review, document.review
    return Review(
        asked.reviewer or known.reviewer, asked.url or known.url, asked.date or known.date
    )


def reviews(document: ExportDocument, options: ExportOptions) -> list[tuple[str, Object]]:
    """(the claim's label, its object) for each claim with a verdict, in the order of the page."""
    review = review_of(document, options)
    articles = document.articles
    found = [one for one in claims.of(articles) if is_reviewed(one.claim)]
    anchored = len(found) > 1
    return [
        (one.claim.label, claim_review(one, review, articles, anchored=anchored)) for one in found
    ]


def is_reviewed(claim: Claim) -> bool:
    """Whether there is a verdict that says what came of a check."""
    verdict = claim.verdict
    return verdict is not None and not (verdict.is_outcome and verdict.name == NOT_CHECKED)


def claim_review(
    one: ExportClaim, review: Review, articles: Sequence[ExportArticle], *, anchored: bool
) -> Object:
    """A claim with a verdict as an object. ``anchored``: the page holds several reviews, so that
    the address leads to this one's place on it."""
    claim = one.claim
    made = {
        "@context": CONTEXT,
        "@type": "ClaimReview",
        "identifier": claim.label,
        "url": _address(review.url, claim, anchored),
        "claimReviewed": " ".join(claim.statement.split()),
        "itemReviewed": _item(one, articles),
        "author": _named("Organization", review.reviewer),
        "datePublished": review.date or claim.as_of or _given(one),
        "reviewRating": _rating(one),
        "citation": _citations(claim.evidence),
    }
    return _known(made)


def _address(url: str, claim: Claim, anchored: bool) -> str:
    """Where a review stands. Several have an address each: what led to a place of the page itself
    gives way to the claim's."""
    return f"{url.partition('#')[0]}#{claim.label}" if url and anchored else url


def _given(one: ExportClaim) -> str:
    """The day the verdict was given last."""
    return next((e.when[:10] for e in reversed(claims.verdicts(one.trail))), "")


def _rating(one: ExportClaim) -> Object:
    verdict = one.claim.verdict
    assert verdict is not None  # those without are not reviewed
    made: Object = {"@type": "Rating", "alternateName": verdict.name}
    if one.bounds and verdict.rating > 0:
        worst, best = one.bounds
        made |= {"ratingValue": verdict.rating, "bestRating": best, "worstRating": worst}
    return made


def _item(one: ExportClaim, articles: Sequence[ExportArticle]) -> Object:
    places = claims.standing(one, articles)
    first = claims.first_of(places)
    works = [_known(_appearance(a)) for a in places]
    who = one.claim.claimant
    own = first is not None and is_the_article(who)
    by = writers(first) if first and own else author(who, places)
    published = first.article.details.published if first else ""
    return _known(
        {
            "@type": "Claim",
            "author": by,
            "datePublished": one.claim.claimed or published,
            "appearance": works,
            # who says it elsewhere said it first elsewhere
            "firstAppearance": _known(_appearance(first)) if first and own else {},
        }
    )


def _appearance(one: ExportArticle) -> Object:
    details = one.article.details
    return {
        "@type": "CreativeWork", "url": _web(details.url), "name": details.title,
        "datePublished": details.published,
        "publisher": _named("Organization", details.site),
    }  # fmt: skip


def _citations(evidence: Iterable[Evidence]) -> list[Object]:
    """What a verdict rests on; a page, and somebody who was asked, once each."""
    works: dict[str, Object] = {}
    for entry in evidence:
        if entry.has_origin:
            works.setdefault(entry.work, _work(entry.source))
    return list(works.values())


def _work(source: Source) -> Object:
    return _known(
        {
            "@type": "CreativeWork",
            "url": _web(source.url),
            "name": wording.source_title(source),
            "author": author(source.author),
            "publisher": _named("Organization", source.publisher),
            "datePublished": source.published,
            "archivedAt": _web(source.archive_url),
        }
    )


def _web(url: str) -> str:
    """Where it is on the web; a mailbox is nobody's business."""
    address = wording.address(url)
    return "" if address.lower().startswith("mailto:") else address


def _named(type: str, name: str) -> Object:
    return {"@type": type, "name": name.strip()} if name.strip() else {}


def _known(made: Mapping[str, Any]) -> Object:
    """Without what is empty, or says no more than its type."""
    return {key: value for key, value in made.items() if value and not _bare(value)}


def _bare(value: object) -> bool:
    if isinstance(value, Mapping):
        return value.keys() <= {"@type"}
    return isinstance(value, Sequence) and not isinstance(value, str) and all(map(_bare, value))
