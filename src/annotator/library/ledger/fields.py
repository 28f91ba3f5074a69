"""What may be said of an entry of evidence and of its source; ``InvalidValue`` tells what not."""

from collections.abc import Callable, Mapping
from typing import Any, TypedDict

from annotator.errors import InvalidValue
from annotator.i18n import _
from annotator.library import values
from annotator.model.alphabet import normalise
from annotator.model.claims import NOTHING_FOUND, REQUEST_OUTCOMES
from annotator.model.links import normalise_link

Fields = dict[str, Any]

ASKED_TYPES = frozenset({"interview", "email", "request", "search"})
"""Types of evidence that lead to nothing one could open: a title says whom or where."""

CONTRADICTING = ("type", "answered", "outcome", "place", "query", "asked", "deadline")
"""Fields of an entry that must go together."""


class Said(TypedDict, total=False):
    """What can be said of an entry. The first seven are its source's: all that rests on that
    source has them. Dates may be partial. ``asked`` … ``query`` as in ``Evidence``."""

    title: str
    author: str
    publisher: str
    published: str
    accessed: str
    archive_url: str
    url: str
    stance: str
    quote: str
    type: str
    locator: str
    note: str
    private: bool
    origin: str
    asked: str
    deadline: str
    answered: str
    outcome: str
    place: str
    query: str


def _link(value: str) -> str:
    return normalise_link(value) if value.strip() else ""


def _text(value: str) -> str:
    return normalise(value).strip()


def _line(value: str) -> str:
    return " ".join(normalise(value).split())


def _outcome(value: str) -> str:
    return values.one_of(_("outcome"), value, (*REQUEST_OUTCOMES, NOTHING_FOUND))


_OF_SOURCE: dict[str, Callable[[str], str]] = {
    "url": _link, "title": _line, "author": _line, "publisher": _line, "published": values.date,
    "accessed": values.past_date, "archive_url": _link,
}  # fmt: skip
_OF_EVIDENCE: dict[str, Callable[[Any], Any]] = {
    "stance": values.stance, "quote": _text, "type": values.source_type, "locator": _line,
    "note": _text, "private": int, "origin": _line, "asked": values.date,
    "deadline": values.date, "answered": values.date, "outcome": _outcome, "place": _line,
    "query": _line,
}  # fmt: skip


def of_source(fields: Mapping[str, Any]) -> Fields:
    """Those that belong to the source, as they are stored."""
    return {name: check(fields[name]) for name, check in _OF_SOURCE.items() if name in fields}


def of_evidence(fields: Mapping[str, Any]) -> Fields:
    """Those that belong to the entry itself, as they are stored."""
    return {name: check(fields[name]) for name, check in _OF_EVIDENCE.items() if name in fields}


def check_names(fields: Mapping[str, Any]) -> None:
    """Raises ``TypeError`` for a field that neither has: a slip of the programmer's."""
    unknown = sorted(fields.keys() - _OF_SOURCE.keys() - _OF_EVIDENCE.keys())
    if unknown:
        raise TypeError(f"no such field of evidence: {', '.join(unknown)}")


def agree(entry: Mapping[str, Any]) -> None:
    """Refuse what contradicts itself. ``entry`` is the whole of it, as stored."""
    answered, outcome = entry.get("answered"), entry.get("outcome")
    if answered and outcome == "no answer":
        raise InvalidValue(_("There was an answer or there was none; leave one of the two out."))
    asked = entry.get("asked") or ""
    if values.is_before(entry.get("deadline") or "", asked):
        raise InvalidValue(_("The deadline lies before the day it was asked; check both dates."))
    if values.is_before(answered or "", asked):
        raise InvalidValue(_("The answer lies before the day it was asked; check both dates."))
    if entry.get("type") == "search" and not (entry.get("place") and entry.get("query")):
        raise InvalidValue(_("A search needs where it was made and what was searched for."))


def completed(entry: Fields) -> Fields:
    """With what follows from the rest: a place and a query make a search, a date of an answer
    says that there was one."""
    if not entry.get("type") and entry.get("place") and entry.get("query"):
        entry = {**entry, "type": "search"}
    if entry.get("answered") and not entry.get("outcome"):
        entry = {**entry, "outcome": "answered"}
    return entry
