"""Who made a claim: a person or an organisation, as schema.org wants to know."""

import re
from collections.abc import Sequence
from typing import Any

from annotator.exporting.document import ExportArticle

_BODY = re.compile(
    r"\b(academy|administration|agency|alliance|army|assembly|association|authority|bank|board|"
    r"bureau|cabinet|center|centre|chamber|church|city|club|coalition|college|commission|committee|"
    r"company|congress|corporation|corps|council|county|court|daily|department|desk|directorate|"
    r"embassy|federation|force|foundation|government|group|herald|hospital|house|inc|institute|"
    r"journal|journalists|ltd|magazine|media|ministry|movement|museum|nations|network|news|"
    r"newsletter|newspaper|office|officials|organi[sz]ation|paper|parliament|party|police|port|"
    r"post|press|program|programme|project|publisher|radio|reporters|review|school|senate|service|"
    r"society|staff|state|states|study|syndicate|team|times|trust|union|university|website)\b",
    re.IGNORECASE,
)
_NAME = re.compile(r"(?:[^\W\d_][\w’'.-]*)(?: (?:[^\W\d_][\w’'.-]*)){1,3}")
_PARTICLES = frozenset(
    {"al", "bin", "da", "de", "del", "den", "der", "di", "la", "le", "van", "von"}
)


def author(name: str, articles: Sequence[ExportArticle] = ()) -> dict[str, Any]:
    """Somebody by name; empty without one. Authors of the articles are persons."""
    name = " ".join(name.split())
    if not name:
        return {}
    known = {a.casefold() for one in articles for a in one.article.details.authors}
    sites = {one.article.details.site.casefold() for one in articles}
    if name.casefold() in sites:
        return {"@type": "Organization", "name": name}
    person = (name.casefold() in known and not _BODY.search(name)) or is_person(name)
    return {"@type": "Person" if person else "Organization", "name": name}


def is_person(name: str) -> bool:
    """Whether a name looks like somebody's: two to four capitalised words, none of them a word for
    a body, an office or a paper."""
    if _BODY.search(name) or not _NAME.fullmatch(name):
        return False
    words = [word for word in name.split() if word not in _PARTICLES]
    return all(word[0].isupper() for word in words) and not name.isupper()


def writers(one: ExportArticle) -> dict[str, Any] | list[dict[str, Any]]:
    """Who answers for what the article itself says: its authors, else its site."""
    details = one.article.details
    found = [author(name, [one]) for name in details.authors if name.strip()]
    found = found or [author(details.site, [one])]
    return found[0] if len(found) == 1 else found
