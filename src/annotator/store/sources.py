"""Sources that are known already, and what each is used for."""

import sqlite3
from typing import Any

from annotator.model import Source
from annotator.store import evidence


def same(connection: sqlite3.Connection, fields: dict[str, Any]) -> str | None:
    """The id of the source that is the same passage, the same file or the same address as the one
    these fields describe. Of one address, two different files are two sources."""
    passage, file, url = (fields.get(name) or "" for name in ("annotation", "file_sha256", "url"))
    if passage:
        return _first(connection, "s.annotation = :passage", passage=passage)
    known = _first(connection, "s.file_sha256 = :file", file=file) if file else None
    if known or not url:
        return known
    either = "s.url = :url AND s.annotation IS NULL AND (s.file_sha256 = '' OR :file = '')"
    return _first(connection, either, url=url, file=file)


def _first(connection: sqlite3.Connection, condition: str, **values: str) -> str | None:
    query = f"SELECT min(s.id) FROM sources s WHERE s.deleted = 0 AND {condition}"
    row = connection.execute(query, values).fetchone()
    return str(row[0]) if row[0] else None


def load(connection: sqlite3.Connection, id: str | None) -> Source | None:
    """A source by its id; None where there is none or it lies in the trash."""
    row = connection.execute(
        f"SELECT {evidence.OF_SOURCE} FROM {evidence.FROM_SOURCE} WHERE s.id = ? AND s.deleted = 0",
        [id],
    ).fetchone()
    return evidence.source(row) if row else None
