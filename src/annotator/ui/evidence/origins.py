"""Which group of entries that rest on one report an entry may belong to."""

from collections.abc import Iterable
from typing import Any

from annotator.library.ledger import Ledger
from annotator.model import Evidence, Source
from annotator.ui.cards import wording


def suggested(ledger: Ledger, values: dict[str, Any], beside: Iterable[Evidence]) -> str:
    """The group to suggest: the one of before or an agency's, else that of what stands beside it
    from the same publisher or site; "" where nothing speaks for one. ``values`` are an editor's."""
    names = ("url", "title", "author", "publisher")
    source = Source("", **{name: values.get(name, "") for name in names})
    known = ledger.suggest_origin(source)
    if known:
        return known
    alike = next((entry for entry in beside if _same_house(entry.source, source)), None)
    return (alike.origin or house(alike.source)) if alike else ""


def house(source: Source) -> str:
    """Who publishes a source: by name, else its site."""
    return source.publisher or (wording.host(source.url) if source.url else "")


def _same_house(one: Source, other: Source) -> bool:
    site = bool(one.url and other.url) and wording.host(one.url) == wording.host(other.url)
    name = bool(one.publisher) and one.publisher.casefold() == other.publisher.casefold()
    return name or site
