"""What rows were before: their states, read out of the log."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from annotator.store.blocks import dumps
from annotator.store.fold import of_row
from annotator.store.rows import Fields


@dataclass(frozen=True, slots=True)
class State:
    """All fields of a row from one write to the next. ``since`` is the hybrid time of the write,
    ``command`` what it was, ``undone`` whether it was taken back."""

    since: int
    fields: Fields
    command: str
    undone: bool


def states(connection: sqlite3.Connection, table: str, row_id: str) -> list[State]:
    """What the row was, the oldest first, the present state last."""
    return list(_folded(connection, table, row_id))


def _folded(connection: sqlite3.Connection, table: str, row_id: str) -> Iterator[State]:
    fields, operations = _defaults(connection, table), of_row(connection, table, row_id)
    undone: set[str] = set()
    for operation in reversed(operations):
        if operation.undoes and operation.batch not in undone:
            undone.add(operation.undoes)
    for batch, found in groupby(operations, key=lambda operation: operation.batch):
        together = list(found)  # what was written in one go never stood there by halves
        for operation in together:
            fields = {**fields, **operation.after}
        yield State(together[0].hlc, fields, together[-1].command, batch in undone)


def _defaults(connection: sqlite3.Connection, table: str) -> Fields:
    """What fields are that an insert does not name."""
    names = ", ".join(
        f"{default or 'NULL'} AS {name}"
        for _at, name, _type, _required, default, _key in connection.execute(
            f"PRAGMA table_info({table})"
        ).fetchall()
    )
    found = connection.execute(f"SELECT {names}")
    return dict(zip((column[0] for column in found.description), found.fetchone(), strict=True))


def referring(connection: sqlite3.Connection, table: str, column: str, row_id: str) -> list[str]:
    """The ids of the rows that refer to a row, also of those in the trash."""
    found = connection.execute(f"SELECT id FROM {table} WHERE {column} = ?", [row_id])
    return [id for (id,) in found]


def once_referring(
    connection: sqlite3.Connection, table: str, column: str, row_id: str
) -> list[str]:  # fmt: skip
    """The ids of the rows that refer to a row, or did so once. Reads the log of a whole table."""
    found = connection.execute(
        "SELECT DISTINCT row_id FROM history WHERE tbl = ? AND after ->> ? = ?",
        [table, f"$.{column}", row_id],
    )
    return [id for (id,) in found]


def writes(
    connection: sqlite3.Connection, table: str, row_ids: Iterable[str]
) -> dict[str, list[tuple[int, str | None]]]:
    """(hybrid time, time of change that was set, if any) of all writes of rows, by row, the oldest
    first."""
    found = connection.execute(
        "SELECT row_id, hlc, json_extract(after, '$.modified') FROM history WHERE tbl = ? "
        "AND row_id IN (SELECT value FROM json_each(?)) ORDER BY hlc",
        [table, dumps(list(row_ids))],
    )
    by_row: defaultdict[str, list[tuple[int, str | None]]] = defaultdict(list)
    for row_id, hlc, modified in found:
        by_row[row_id].append((hlc, modified))
    return by_row


def newest(connection: sqlite3.Connection) -> int:
    """The place in the log of what was written last; another one after every write."""
    return int(connection.execute("SELECT coalesce(max(seq), 0) FROM history").fetchone()[0])
