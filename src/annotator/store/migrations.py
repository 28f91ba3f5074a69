"""The steps from one schema version to the next; the last step's number is the file's
``user_version``."""

import sqlite3

from sqlite_utils import Database, Migrations

from annotator.store import fts, scales, schema

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
    scales.put_first(db.conn)


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


@migrations(name="0003_desk")
def third(db: Database) -> None:
    """Claims with people, scales and a trail; evidence in full; suggestions that were dismissed."""
    for statement in schema.add_columns(schema.THIRD):
        db.conn.execute(statement)
    for table in schema.DESK:
        db.conn.execute(schema.create_table(table, schema.DESK))
    for statement in _statements(schema.THIRD_INDEXES):
        db.conn.execute(statement)
    scales.put_third(db.conn)
    fts.make_indexes(db.conn, fts.THIRD)
    fts.rebuild(db.conn, fts.THIRD)


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
