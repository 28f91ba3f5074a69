"""The values an evidence editor works on: what of them a new entry says, what a known one has."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from annotator.model import Evidence, Source

Values = dict[str, Any]

OF_SOURCE = ("url", "title", "author", "publisher", "published", "accessed", "archive_url")
OF_ENTRY = (
    "stance", "quote", "type", "locator", "note", "private", "origin", "asked", "deadline",
    "answered", "outcome", "place", "query",
)  # fmt: skip
ASKED = ("interview", "email", "request")
SEARCH = "search"
ENOUGH = ("url", "title", "quote", "publisher", "place", "file")
"""Without one of these there is nothing to add yet."""


def of_entry(entry: Evidence) -> Values:
    """What an entry and its source say."""
    return {
        **{name: getattr(entry.source, name) for name in OF_SOURCE},
        **{name: getattr(entry, name) for name in OF_ENTRY},
    }


def fresh() -> Values:
    """What a new entry begins with: looked at today."""
    empty = dict.fromkeys((*OF_SOURCE, *OF_ENTRY), "")
    return {**empty, "stance": "context", "private": False, "accessed": date.today().isoformat()}


def to_add(values: Mapping[str, Any], known: Source | None, *, file: bool) -> Values:
    """What is said of a new entry: no empty fields, nothing of what is known of its source, and no
    date of access for what one does not look at."""
    said = {name: value for name, value in values.items() if value}
    if known is not None:
        for name in OF_SOURCE:
            if said.get(name) == getattr(known, name):
                said.pop(name, None)
    looked_at = values.get("url") and not file and values.get("type") not in (*ASKED, SEARCH)
    if not looked_at and said.get("accessed") == date.today().isoformat():
        del said["accessed"]
    return said
