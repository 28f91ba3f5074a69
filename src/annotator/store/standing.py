"""Where claims stand: their passages, by claim."""

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """A passage that a claim stands in: ids of its annotation and article, and whether the mark is
    private."""

    annotation: str
    article: str
    private: bool


def places(connection: sqlite3.Connection) -> dict[str, list[Place]]:
    """The passages of all claims by claim, in the order they were added; what lies in the trash is
    left out."""
    found: dict[str, list[Place]] = {}
    for claim, annotation, article, private in connection.execute(
        "SELECT p.claim, m.id, m.article, m.private FROM claim_passages p "
        "JOIN annotations m ON m.id = p.annotation AND m.deleted = 0 "
        "JOIN articles a ON a.id = m.article AND a.deleted = 0 "
        "WHERE p.deleted = 0 ORDER BY p.n"
    ):
        found.setdefault(claim, []).append(Place(annotation, article, bool(private)))
    return found


def nowhere(connection: sqlite3.Connection, standing: Mapping[str, list[Place]]) -> list[str]:
    """The ids of claims that stand in none of these passages, by number."""
    found = connection.execute("SELECT id FROM claims WHERE deleted = 0 ORDER BY number, n")
    return [id for (id,) in found if id not in standing]


def private_passages(connection: sqlite3.Connection) -> set[str]:
    """The ids of evidence that goes out though the passage it rests on is a private mark."""
    found = connection.execute(
        "SELECT e.id FROM evidence e JOIN sources s ON s.id = e.source "
        "JOIN annotations m ON m.id = s.annotation AND m.deleted = 0 "
        "WHERE e.deleted = 0 AND e.private = 0 AND m.private = 1"
    )
    return {id for (id,) in found}
