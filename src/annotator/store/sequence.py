"""Rows that are shown in the order they were made, in the same order in every file.

``n`` says in which order rows came into a file: those that another file has brought come last,
whenever they were made. After an exchange they are numbered anew by their first operation.
"""

import sqlite3
from collections.abc import Iterable

from annotator.store import fts

_ORDERED = ("articles", "claim_passages", "comments", "evidence", "trail")
_MADE = """
SELECT t.n, min(printf('%020d', h.hlc) || h.device || h.id) FROM {table} t
JOIN history h ON h.tbl = '{table}' AND h.row_id = t.id AND h.action = 'insert'
GROUP BY t.n ORDER BY t.n
"""


def put_in_order(connection: sqlite3.Connection, touched: Iterable[str]) -> None:
    """Number the rows of those tables among ``touched`` where the order shows."""
    for table in set(touched) & set(_ORDERED):
        made: dict[int, str] = dict(connection.execute(_MADE.format(table=table)).fetchall())
        moved = [
            (old, new) for old, new in zip(sorted(made, key=made.__getitem__), made, strict=True)
            if old != new
        ]  # fmt: skip
        if moved:
            _move(connection, table, moved)


def _move(connection: sqlite3.Connection, table: str, moved: list[tuple[int, int]]) -> None:
    aside = f"UPDATE {table} SET n = -n WHERE n = ?"
    connection.executemany(aside, [(old,) for old, _new in moved])
    connection.executemany(f"UPDATE {table} SET n = ? WHERE n = -?", [(n, o) for o, n in moved])
    if table in fts.INDEXED:
        fts.rebuild(connection, {table: fts.INDEXED[table]})
