"""What a write touched, told to everyone who shows it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Changes:
    """One committed batch: which rows of which tables it touched.

    ``rows`` maps a table's name to the ids of its rows. ``articles`` are the articles whose
    annotations, details or roles are concerned; ``annotations`` the annotations whose card would
    look different (because of themselves, their tags, claims, evidence or sources). ``skipped``
    counts the fields an undo left alone because somebody else wrote them since.
    """

    batch: str
    command: str
    rows: Mapping[str, frozenset[str]] = field(default_factory=dict)
    articles: frozenset[str] = frozenset()
    annotations: frozenset[str] = frozenset()
    skipped: int = 0

    def touches(self, *tables: str) -> bool:
        """Whether any row of one of these tables was written."""
        return any(table in self.rows for table in tables)


def merged(several: Iterable[Changes]) -> Changes:
    """Several batches as one, for those who need not hear of each."""
    rows: dict[str, frozenset[str]] = {}
    articles: frozenset[str] = frozenset()
    annotations: frozenset[str] = frozenset()
    batch = command = ""
    for changes in several:
        batch, command = changes.batch, changes.command
        for table, ids in changes.rows.items():
            rows[table] = rows.get(table, frozenset()) | ids
        articles |= changes.articles
        annotations |= changes.annotations
    return Changes(batch, command, rows, articles, annotations)
