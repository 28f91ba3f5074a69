"""Full-text indexes (FTS5, external content) and the triggers that keep them true.

The triggers fire on the indexed columns alone: without ``OF``, any other update of a long article
would index it anew. sqlite-utils' ``transform()`` drops triggers silently, so ``make_triggers``
runs after every migration.
"""

import sqlite3

FIRST: dict[str, tuple[str, ...]] = {
    "articles": ("title", "authors", "site"),
    "article_versions": ("text",),
    "annotations": ("note",),
    "tags": ("path", "description"),
    "claims": ("statement", "claimant", "reasoning"),
}
SECOND: dict[str, tuple[str, ...]] = {"comments": ("text",)}
THIRD: dict[str, tuple[str, ...]] = {
    "sources": ("title", "author", "publisher"),
    "evidence": ("quote", "note", "query"),
    "targets": ("exact",),
}
INDEXED = FIRST | SECOND | THIRD
"""The indexed columns by table; those of version 1 and those that later versions added."""


def make_indexes(connection: sqlite3.Connection, indexed: dict[str, tuple[str, ...]]) -> None:
    """Make the empty indexes of these tables."""
    for table, columns in indexed.items():
        connection.execute(
            f"CREATE VIRTUAL TABLE {table}_fts USING fts5({', '.join(columns)}, content='{table}', "
            "content_rowid='n', tokenize=\"unicode61 remove_diacritics 2\", prefix='2 3')"
        )


def rebuild(connection: sqlite3.Connection, indexed: dict[str, tuple[str, ...]]) -> None:
    """Index the rows that these tables had before there was an index."""
    for table in indexed:
        connection.execute(f"INSERT INTO {table}_fts({table}_fts) VALUES ('rebuild')")


def make_triggers(connection: sqlite3.Connection) -> None:
    """Make the triggers, anew where they were."""
    for table in INDEXED:
        for name, statement in triggers(table).items():
            connection.execute(f"DROP TRIGGER IF EXISTS {name}")
            connection.execute(statement)


def triggers(table: str) -> dict[str, str]:
    """The triggers of one indexed table by name."""
    columns = INDEXED[table]
    names = ", ".join(columns)
    old, new = (", ".join(f"{row}.{column}" for column in columns) for row in ("old", "new"))
    add = f"INSERT INTO {table}_fts(rowid, {names}) VALUES (new.n, {new});"
    drop = f"INSERT INTO {table}_fts({table}_fts, rowid, {names}) VALUES ('delete', old.n, {old});"
    return {
        f"{table}_fts_insert": f"CREATE TRIGGER {table}_fts_insert AFTER INSERT ON {table} "
        f"BEGIN {add} END",
        f"{table}_fts_delete": f"CREATE TRIGGER {table}_fts_delete AFTER DELETE ON {table} "
        f"BEGIN {drop} END",
        f"{table}_fts_update": f"CREATE TRIGGER {table}_fts_update AFTER UPDATE OF {names} "
        f"ON {table} BEGIN {drop} {add} END",
    }
