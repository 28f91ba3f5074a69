"""Two libraries give each other the operations they lack, and end equal."""

import sqlite3
from collections import defaultdict

from annotator.store import fold, rows
from annotator.store.clock import Clock
from annotator.store.operations import append, select
from annotator.store.schema import LOCAL


def receive(
    connection: sqlite3.Connection, clock: Clock, other: sqlite3.Connection
) -> dict[str, set[str]]:
    """Take in what ``other`` has and this library lacks, within the caller's transaction; the
    rows touched. In any order, and as often as one likes, the result is the same.

    Originals, pictures and canonical texts travel by their hash beside the operations.
    """
    known = {id for (id,) in connection.execute("SELECT id FROM history")}
    lacking = [o for o in select(other, "1", []) if o.id not in known]
    touched: dict[str, set[str]] = defaultdict(set)
    for operation in lacking:
        append(connection, operation)
        clock.observe(operation.hlc)
        touched[operation.tbl].add(operation.row_id)
    for table, ids in touched.items():
        for row_id in ids:
            _refold(connection, table, row_id, other)
    _copy_blobs(connection, other)
    return dict(touched)


def _refold(
    connection: sqlite3.Connection, table: str, row_id: str, other: sqlite3.Connection
) -> None:
    fields = fold.fold(fold.of_row(connection, table, row_id))
    if rows.read(connection, table, row_id) is None:
        rows.insert(connection, table, row_id, {**fields, **_local(other, table, row_id)})
    else:
        rows.update(connection, table, row_id, fields)


def _local(other: sqlite3.Connection, table: str, row_id: str) -> rows.Fields:
    names = list(LOCAL.get(table, ()))
    if not names:
        return {}
    row = other.execute(f"SELECT {', '.join(names)} FROM {table} WHERE id = ?", [row_id]).fetchone()
    return dict(zip(names, row, strict=True))


def _copy_blobs(connection: sqlite3.Connection, other: sqlite3.Connection) -> None:
    for table, names in (
        ("originals", ("sha256", "size", "data")),
        ("resources", ("sha256", "media_type", "data")),
    ):
        have = {sha for (sha,) in connection.execute(f"SELECT sha256 FROM {table}")}
        for (sha,) in other.execute(f"SELECT sha256 FROM {table}").fetchall():
            if sha not in have:
                row = other.execute(
                    f"SELECT {', '.join(names)} FROM {table} WHERE sha256 = ?", [sha]
                ).fetchone()
                connection.execute(f"INSERT INTO {table} VALUES (?, ?, ?)", row)
