"""What the library knows of entries of evidence beside what they say themselves."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotator.library import Library
from annotator.model import Evidence

if TYPE_CHECKING:
    from annotator.checking.quotes import QuoteCheck


@dataclass(frozen=True, slots=True)
class EntryFacts:
    """``check``: whether its quote stands in its source; None where nobody can say. ``article``:
    the id of the article in the library that it leads to, "" for none."""

    check: "QuoteCheck | None" = None
    article: str = ""

    @property
    def differs(self) -> bool:
        """Whether there are words to be shown side by side."""
        return self.check is not None and (self.check.state == "differs" or bool(self.check.before))


NOTHING = EntryFacts()
Facts = Mapping[str, EntryFacts]
"""By the id of an entry."""


def facts_of(library: Library, entries: Iterable[Evidence]) -> dict[str, EntryFacts]:
    """What is known of some entries. Asks the library; what was asked before costs little."""
    ledger = library.ledger
    return {
        entry.id: EntryFacts(
            ledger.check(entry) if entry.quote else None, ledger.article_of(entry.source)
        )
        for entry in entries
    }
