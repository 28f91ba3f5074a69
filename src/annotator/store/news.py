"""Which rows of a list are others by now: read out of the log, so that an edit need not cost what
the whole list costs."""

import sqlite3
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from annotator.store.blocks import dumps

MOST = 1_000
"""Of more operations than this it is not asked what they concern: everything is read again."""


@dataclass(frozen=True, slots=True)
class News:
    """What writes concern a list. ``concerned``: by table, a query for the rows of the list that
    show something of the written rows ``IN ids``; ``elsewhere``: tables of which the list shows
    nothing; ``when_new``: those of which a new row shows nothing until another one refers to it."""

    concerned: Mapping[str, str]
    elsewhere: frozenset[str]
    when_new: frozenset[str]

    def since(self, connection: sqlite3.Connection, operation: int) -> set[str] | None:
        """The rows of the list that may be others than after an operation of that number; None
        where that may be all of them."""
        written = connection.execute(
            "SELECT tbl, row_id, action FROM history WHERE seq > ? LIMIT ?", [operation, MOST + 1]
        ).fetchall()
        if len(written) > MOST:
            return None
        by_table: dict[str, set[str]] = defaultdict(set)
        for table, row_id, action in written:
            if table in self.elsewhere or (table in self.when_new and action == "insert"):
                continue
            if table not in self.concerned:
                return None
            by_table[table].add(row_id)
        found = (_found(connection, self.concerned[table], ids) for table, ids in by_table.items())
        return set().union(*found)


def newest(connection: sqlite3.Connection) -> int:
    """The number of the newest operation."""
    return int(connection.execute("SELECT coalesce(max(seq), 0) FROM history").fetchone()[0])


def _found(connection: sqlite3.Connection, query: str, ids: set[str]) -> set[str]:
    query = query.replace("IN ids", "IN (SELECT value FROM json_each(?1))")
    return {id for (id,) in connection.execute(query, [dumps(sorted(ids))]) if id is not None}
