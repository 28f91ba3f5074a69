"""A source with all that its details show."""

from dataclasses import dataclass, field

from annotator.errors import NotFound
from annotator.library import Library
from annotator.model import Evidence
from annotator.ui.evidence.facts import EntryFacts, facts_of
from annotator.ui.sources.rows import SourceRow


@dataclass(frozen=True, slots=True)
class SourceView:
    """``entries`` and ``facts`` are by the id of the evidence; ``article`` and ``title`` are id and
    title of the article in the library that the source is; ``kept``: whether its file's bytes are
    here."""

    row: SourceRow
    entries: dict[str, Evidence] = field(default_factory=dict)
    facts: dict[str, EntryFacts] = field(default_factory=dict)
    article: str = ""
    title: str = ""
    kept: bool = False

    @property
    def id(self) -> str:
        """The source's id."""
        return self.row.id


def view_of(library: Library, row: SourceRow) -> SourceView:
    """All of a source."""
    ledger, entries = library.ledger, {}
    for use in row.use.uses:
        try:
            entries[use.evidence] = ledger.get(use.evidence)
        except NotFound:  # gone elsewhere in this very moment
            continue
    article = ledger.article_of(row.source)
    rows = library.articles(frozenset({article})) if article else []
    return SourceView(
        row, entries, facts_of(library, entries.values()), article, rows[0].title if rows else "",
        ledger.has_file(row.source),
    )  # fmt: skip
