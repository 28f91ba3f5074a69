"""What a ClaimReview lacks before those who gather fact-checks can read it."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from annotator.i18n import _

_WEB = re.compile(r"https?://[^\s/?#]+", re.IGNORECASE)
_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2}(T.*)?)?)?")


def missing(review: Mapping[str, Any], label: str) -> list[str]:
    """A sentence for each field that is missing or cannot be: the claim's label, the field's path,
    what to do. Empty for a complete one."""
    found = (*_own(review), *_rating(review.get("reviewRating")), *_item(_part(review)))
    return [f"{label}: {field}: {sentence}" for field, sentence in found]


def _part(review: Mapping[str, Any]) -> Mapping[str, Any]:
    item = review.get("itemReviewed")
    return item if isinstance(item, Mapping) else {}


def _own(review: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    if not _text(review.get("claimReviewed")):
        yield "claimReviewed", _("the claim has no statement.")
    if not _names(review.get("author")):
        yield "author.name", _("say who reviews (--reviewer).")
    if not _is_date(review.get("datePublished")):
        yield "datePublished", _("say when the review is published (--review-date, as 2026-05-12).")
    if not _is_web(review.get("url")) or re.search(r"\s", review["url"]):
        yield "url", _("say where the review is published (--review-url, http or https).")


def _rating(rating: Any) -> Iterator[tuple[str, str]]:
    rating = rating if isinstance(rating, Mapping) else {}
    if not _text(rating.get("alternateName")):
        yield "reviewRating.alternateName", _("the claim has no verdict.")
    if rating.keys() & {"ratingValue", "bestRating", "worstRating"}:
        yield from _numbers(rating)


def _numbers(rating: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    names = ("worstRating", "ratingValue", "bestRating")
    found = [rating.get(name) for name in names]
    numbers = [n for n in found if isinstance(n, int | float) and not isinstance(n, bool)]
    if len(numbers) < len(names):
        yield "reviewRating", _("a rating in numbers has a value, a best and a worst one.")
        return
    worst, value, best = numbers
    if not (1 <= worst < best and worst <= value <= best):
        yield "reviewRating", _("the value lies from the worst (1 or more) to the best, above it.")


def _item(item: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    if not _names(item.get("author")):
        sentence = _("say who made it; for “the article” give its author or site.")
        yield "itemReviewed.author.name", sentence
    if not _is_date(item.get("datePublished")):
        sentence = _("say when the claim was made, or when the article was published.")
        yield "itemReviewed.datePublished", sentence
    places = [*_each(item.get("appearance")), *_each(item.get("firstAppearance"))]
    if not any(_is_web(place.get("url")) for place in places):
        yield "itemReviewed.appearance.url", _("the article has no address (http or https).")


def _each(value: Any) -> list[Mapping[str, Any]]:
    found = value if isinstance(value, list) else [value]
    return [one for one in found if isinstance(one, Mapping)]


def _names(value: Any) -> bool:
    found = _each(value)
    return bool(found) and all(_text(one.get("name")) for one in found)


def _text(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _is_date(value: Any) -> bool:
    return isinstance(value, str) and _DATE.fullmatch(value.strip()) is not None


def _is_web(value: Any) -> bool:
    return isinstance(value, str) and _WEB.match(value) is not None
