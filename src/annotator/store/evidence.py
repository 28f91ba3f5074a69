"""Sources and the evidence that rests on them."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from annotator.model import Evidence, Source
from annotator.model.making import maker
from annotator.store.blocks import dumps

_source, _entry = maker(Source), maker(Evidence)

_OF_EVIDENCE = (
    "e.stance, e.quote, e.type, e.created, e.locator, e.note, e.private, e.origin, e.asked, "
    "e.deadline, e.answered, e.outcome, e.place, e.query"
)
OF_SOURCE = (
    "s.id, s.url, s.title, s.author, s.publisher, s.published, s.accessed, s.archive_url, "
    "s.file_sha256, s.file_name, coalesce(s.annotation, ''), coalesce(sm.article, '')"
)
FROM_SOURCE = "sources s LEFT JOIN annotations sm ON sm.id = s.annotation"
"""What ``OF_SOURCE`` is selected from: the source, and the passage it is, where it is one."""
_COLUMNS = f"e.id, {_OF_EVIDENCE}, {OF_SOURCE}"
_SOME = "AND s.id IN (SELECT value FROM json_each(?))"
_JOIN = "LEFT JOIN annotations sm ON sm.id = s.annotation"

Grouped = dict[str, tuple[Evidence, ...]]
"""Evidence in the order it was brought, by the id of what it was brought to."""


def source(row: tuple[Any, ...]) -> Source:
    """A row of ``OF_SOURCE``."""
    made: Source = _source(*row)
    return made


def _evidence(row: tuple[Any, ...]) -> Evidence:
    id, stance, quote, type, created, locator, note, private, *more = row
    made: Evidence = _entry(
        id, source(tuple(more[7:])), stance, quote, type, created, locator, note, bool(private),
        *more[:7],
    )  # fmt: skip
    return made


def _grouped(rows: list[tuple[Any, ...]]) -> Grouped:
    grouped: dict[str, list[Evidence]] = defaultdict(list)
    for owner, *row in rows:
        grouped[owner].append(_evidence(tuple(row)))
    return {owner: tuple(found) for owner, found in grouped.items()}


def of_annotations(connection: sqlite3.Connection, scope: str, parameter: str) -> Grouped:
    """The sources of annotations ``m`` that the condition ``scope`` names."""
    return _grouped(
        connection.execute(
            f"SELECT m.id, {_COLUMNS} FROM annotations m "
            "JOIN evidence e ON e.annotation = m.id AND e.deleted = 0 "
            f"JOIN sources s ON s.id = e.source {_JOIN} WHERE {scope} ORDER BY e.n",
            [parameter],
        ).fetchall()
    )


def of_claims_on(connection: sqlite3.Connection, scope: str, parameter: str) -> Grouped:
    """The evidence of claims that stand on annotations ``m`` that the condition names."""
    return _grouped(
        connection.execute(
            f"SELECT DISTINCT p.claim, {_COLUMNS} FROM annotations m "
            "JOIN claim_passages p ON p.annotation = m.id AND p.deleted = 0 "
            "JOIN evidence e ON e.claim = p.claim AND e.deleted = 0 "
            f"JOIN sources s ON s.id = e.source {_JOIN} WHERE {scope} ORDER BY e.n",
            [parameter],
        ).fetchall()
    )


def of_claims(connection: sqlite3.Connection, ids: str) -> Grouped:
    """The evidence of claims; ``ids`` is a JSON array."""
    return _grouped(
        connection.execute(
            f"SELECT e.claim, {_COLUMNS} FROM evidence e "
            f"JOIN sources s ON s.id = e.source {_JOIN} "
            "WHERE e.claim IN (SELECT value FROM json_each(?)) AND e.deleted = 0 ORDER BY e.n",
            [ids],
        ).fetchall()
    )


def entry(connection: sqlite3.Connection, id: str) -> Evidence | None:
    """One entry of evidence with its source."""
    row = connection.execute(
        f"SELECT {_COLUMNS} FROM evidence e JOIN sources s ON s.id = e.source {_JOIN} "
        "WHERE e.id = ?",
        [id],
    ).fetchone()
    return _evidence(row) if row else None


def sources(connection: sqlite3.Connection, ids: Iterable[str] | None = None) -> list[Source]:
    """All sources that some evidence rests on, or those of some ids, by title."""
    some, values = ("", []) if ids is None else (_SOME, [dumps(sorted(ids))])
    found = connection.execute(
        f"SELECT {OF_SOURCE} FROM {FROM_SOURCE} WHERE s.deleted = 0 {some} AND EXISTS "
        "(SELECT 1 FROM evidence e WHERE e.source = s.id AND e.deleted = 0) "
        "ORDER BY s.title COLLATE NOCASE, s.url",
        values,
    )
    return [source(row) for row in found]
