"""Reading and writing single rows of folded tables."""

import sqlite3
from collections.abc import Mapping
from functools import cache
from typing import Any

from annotator.store.schema import FOLDED

Fields = dict[str, Any]


@cache
def columns(table: str) -> tuple[str, ...]:
    """The columns that operations carry, ``deleted`` last."""
    return (*FOLDED[table], "deleted")


def read(connection: sqlite3.Connection, table: str, row_id: str) -> Fields | None:
    """The row's carried fields, or None where there is no such row."""
    names = columns(table)
    row = connection.execute(
        f"SELECT {', '.join(names)} FROM {table} WHERE id = ?", [row_id]
    ).fetchone()
    return dict(zip(names, row, strict=True)) if row else None


def insert(connection: sqlite3.Connection, table: str, row_id: str, fields: Fields) -> None:
    """Add a row; fields not given keep their defaults."""
    names = ["id", *fields]
    marks = ", ".join("?" * len(names))
    connection.execute(
        f"INSERT INTO {table} ({', '.join(names)}) VALUES ({marks})", [row_id, *fields.values()]
    )


def update(
    connection: sqlite3.Connection, table: str, row_id: str, fields: Mapping[str, Any]
) -> None:
    """Set fields of a row."""
    assignments = ", ".join(f"{name} = ?" for name in fields)
    connection.execute(f"UPDATE {table} SET {assignments} WHERE id = ?", [*fields.values(), row_id])
