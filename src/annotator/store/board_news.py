"""Which rows of the board are others by now: read out of the log, so that an edit need not cost
what all claims cost."""

import sqlite3
from collections import defaultdict
from types import MappingProxyType

from annotator.store.blocks import dumps
from annotator.store.pairs import WITH_PARTNERS

MOST = 1_000
"""Of more operations than this it is not asked what they concern: everything is read again."""
_CONCERNED = MappingProxyType(
    {
        "claims": WITH_PARTNERS,
        "claim_passages": "SELECT claim FROM claim_passages WHERE id IN ids",
        "evidence": "SELECT claim FROM evidence WHERE id IN ids UNION "
        "SELECT before ->> '$.claim' FROM history WHERE tbl = 'evidence' AND row_id IN ids",
        "annotations": "SELECT claim FROM claim_passages WHERE annotation IN ids",
        "annotation_tags": "SELECT p.claim FROM annotation_tags l "
        "JOIN claim_passages p ON p.annotation = l.annotation WHERE l.id IN ids",
    }
)
_ELSEWHERE = frozenset(
    (
        "block_roles", "collection_articles", "collections", "comments", "devices", "settings",
        "suggestions", "targets", "trail",
    )
)  # fmt: skip
"""Tables of which no row shows anything."""
_WHEN_NEW = frozenset(("people", "sources", "tags"))
"""Tables of which a new row shows nothing until another one refers to it."""


def newest(connection: sqlite3.Connection) -> int:
    """The number of the newest operation."""
    return int(connection.execute("SELECT coalesce(max(seq), 0) FROM history").fetchone()[0])


def concerned(connection: sqlite3.Connection, since: int) -> set[str] | None:
    """The claims whose rows may be others than after operation ``since``; None where that may be
    all of them."""
    written = connection.execute(
        "SELECT tbl, row_id, action FROM history WHERE seq > ? LIMIT ?", [since, MOST + 1]
    ).fetchall()
    if len(written) > MOST:
        return None
    by_table: dict[str, set[str]] = defaultdict(set)
    for table, row_id, action in written:
        if table in _ELSEWHERE or (table in _WHEN_NEW and action == "insert"):
            continue
        if table not in _CONCERNED:
            return None
        by_table[table].add(row_id)
    return {id for table, ids in by_table.items() for id in _claims(connection, table, ids)}


def _claims(connection: sqlite3.Connection, table: str, ids: set[str]) -> set[str]:
    query = _CONCERNED[table].replace("IN ids", "IN (SELECT value FROM json_each(?1))")
    return {id for (id,) in connection.execute(query, [dumps(sorted(ids))]) if id is not None}
