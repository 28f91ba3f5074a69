"""What ClaimReviews lack, in the window's words."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from annotator.exporting.claimreview.validate import missing
from annotator.i18n import _, ngettext

NAMED = 6
"""Claims that are named; of more only the first, and how many others."""
OWN = {"author.name": "reviewer", "url": "url", "datePublished": "date"}
"""Fields of a review that the form asks for, and what it calls them."""


@dataclass(frozen=True, slots=True)
class Lack:
    """``field``: that of the form which fills it in, "" where it is to be said of claims."""

    text: str
    field: str = ""


def lacking(file: Path) -> tuple[Lack, ...]:
    """What the reviews in a file lack."""
    reviews = json.loads(file.read_text("utf-8"))
    if not reviews:
        return (Lack(_("No claim here has a verdict; give one first.")),)
    found: dict[str, list[str]] = {}
    for review in reviews:
        for line in missing(review, str(review["identifier"])):
            label, field, _sentence = line.split(": ", 2)
            found.setdefault(field, []).append(label)
    return tuple(_lack(field, claims) for field, claims in found.items())


def _lack(field: str, claims: list[str]) -> Lack:
    own = OWN.get(field, "")
    if own:
        return Lack(_own()[own], own)
    said = _said().get(field, _("{field} is missing").format(field=field))
    return Lack(f"{said}: {_named(claims)}")


def _own() -> dict[str, str]:
    return {
        "reviewer": _("Say who publishes it."),
        "url": _("Say where it is published, with http or https."),
        "date": _("Say when it is published."),
    }


def _said() -> dict[str, str]:
    return {
        "claimReviewed": _("No statement"),
        "itemReviewed.author.name": _("Not said who made the claim, or who wrote the article"),
        "itemReviewed.datePublished": _("Neither the claim nor the article has a date"),
        "itemReviewed.appearance.url": _("The article has no address"),
        "reviewRating": _("The rating does not fit its scale"),
    }


def _named(claims: Iterable[str]) -> str:
    names = list(claims)
    shown, more = names[:NAMED], len(names) - NAMED
    words = ", ".join(shown)
    if more <= 0:
        return words
    others = ngettext("{n} other", "{n} others", more).format(n=more)
    return _("{names} and {others}").format(names=words, others=others)
