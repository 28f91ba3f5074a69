"""The sources with what they are used for."""

from bisect import insort
from collections.abc import Iterable
from dataclasses import dataclass

from annotator.library.kept_rows import KeptRows
from annotator.model import Source
from annotator.store import Store
from annotator.store import evidence as stored
from annotator.store import sources as known
from annotator.store.source_news import SOURCES
from annotator.store.sources import Use


@dataclass(frozen=True, slots=True)
class SourceUse:
    """A source and all it is used for; ``claims`` is how many claims rest on it."""

    source: Source
    uses: tuple[Use, ...]
    claims: int


class ShownSources:
    """Every source in use; after an edit only those it concerns are read again."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._kept = KeptRows(store, SOURCES, self._read, self._with)

    def sources(self) -> list[SourceUse]:
        """They as they are now, by title."""
        return list(self._kept.now())

    def _read(self, ids: Iterable[str] | None = None) -> list[SourceUse]:
        connection = self._store.connection
        used = known.uses(connection, ids)
        return [
            SourceUse(each, tuple(uses), len({use.claim for use in uses if use.claim}))
            for each in stored.sources(connection, ids)
            if (uses := used.get(each.id))
        ]

    def _with(self, kept: list[SourceUse], others: set[str]) -> list[SourceUse]:
        rest = [use for use in kept if use.source.id not in others]
        for use in self._read(others):
            insort(rest, use, key=_by_title)
        return rest


def _by_title(use: SourceUse) -> tuple[str, str]:
    """As the database orders them: of letters' case it knows that of the Latin ones."""
    return "".join(_small(sign) for sign in use.source.title), use.source.url


def _small(sign: str) -> str:
    return sign.lower() if sign.isascii() else sign
