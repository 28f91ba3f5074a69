"""A row is the fold of its operations: inserts first, then updates, field by field, in the order
of hybrid time, device and id. Two files that hold the same operations hold the same rows."""

import sqlite3
from collections.abc import Iterable

from annotator.store import rows
from annotator.store.operations import Operation, select
from annotator.store.rows import Fields
from annotator.store.schema import FOLDED


def order(operation: Operation) -> tuple[bool, int, str, str]:
    """The key operations on a row are folded by."""
    return (operation.action != "insert", operation.hlc, operation.device, operation.id)


def of_row(connection: sqlite3.Connection, table: str, row_id: str) -> list[Operation]:
    """The operations on a row, in folding order."""
    found = select(connection, "tbl = ? AND row_id = ?", [table, row_id])
    return sorted(found, key=order)


def fold(operations: Iterable[Operation]) -> Fields:
    """The fields that operations in folding order add up to."""
    fields: Fields = {}
    for operation in operations:
        fields.update(operation.after)
    return fields


def differing_rows(connection: sqlite3.Connection) -> list[tuple[str, str]]:
    """(table, row id) of every row that is not what its operations add up to, or has none.

    Built-in verdicts and their scale have no operations; every file has them alike.
    """
    logged: dict[tuple[str, str], list[Operation]] = {}
    for operation in select(connection, "1", []):
        logged.setdefault((operation.tbl, operation.row_id), []).append(operation)
    wrong = [
        key for key, found in logged.items()
        if not _matches(connection, key, fold(sorted(found, key=order)))
    ]  # fmt: skip
    for table in FOLDED:
        if table not in ("verdicts", "verdict_scales"):
            ids = connection.execute(f"SELECT id FROM {table}")
            wrong += [(table, id) for (id,) in ids if (table, id) not in logged]
    return wrong


def _matches(connection: sqlite3.Connection, key: tuple[str, str], folded: Fields) -> bool:
    row = rows.read(connection, *key)
    return row is not None and all(row[name] == value for name, value in folded.items())
