"""The steps from one schema version to the next; the last step's number is the file's
``user_version``."""

import sqlite3

from sqlite_utils import Database, Migrations

from annotator.store import fts, schema
from annotator.store.ids import shared_id

migrations = Migrations("annotator")


def apply(connection: sqlite3.Connection) -> None:
    """Run the steps the file has not seen, inside the caller's transaction."""
    migrations.apply(Database(connection))


@migrations(name="0001_first")
def first(db: Database) -> None:
    """All tables, indexes, triggers, and the built-in verdict scale."""
    for table in schema.FIRST:
        db.conn.execute(schema.create_table(table, schema.FIRST, schema.FIRST_LOCAL))
    for statement in _statements(schema.PLAIN):
        db.conn.execute(statement)
    fts.make_indexes(db.conn, fts.FIRST)
    _seed_verdicts(db)


@migrations(name="0002_pages_and_comments")
def second(db: Database) -> None:
    """Articles with pages, what marks came from, comments."""
    for statement in schema.add_columns(schema.SECOND) + schema.add_columns(schema.SECOND_LOCAL):
        db.conn.execute(statement)
    for table in schema.COMMENTS:
        db.conn.execute(schema.create_table(table, schema.COMMENTS))
    for statement in _statements(schema.SECOND_INDEXES):
        db.conn.execute(statement)
    fts.make_indexes(db.conn, fts.SECOND)


def _seed_verdicts(db: Database) -> None:
    scale = shared_id("scale", schema.FIVE_POINT)
    db.conn.execute(
        "INSERT INTO verdict_scales (id, name) VALUES (?, ?)", [scale, schema.FIVE_POINT]
    )
    for name, rating, tone, definition in schema.VERDICTS:
        db.conn.execute(
            "INSERT INTO verdicts (id, scale, name, rating, tone, definition) "
            "VALUES (?, ?, ?, ?, ?, ?)",
            [shared_id("verdict", schema.FIVE_POINT, name), scale, name, rating, tone, definition],
        )


def _statements(script: str) -> list[str]:
    """The script's statements; a trigger's body holds semicolons of its own."""
    statements: list[str] = []
    pending = ""
    for piece in script.split(";"):
        pending += piece
        if "CREATE TRIGGER" in pending and not pending.rstrip().endswith("END"):
            pending += ";"
            continue
        if pending.strip():
            statements.append(pending.strip())
        pending = ""
    return statements
