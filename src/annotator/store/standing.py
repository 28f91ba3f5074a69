"""Where claims stand: their passages, by claim."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from annotator.store.blocks import dumps


@dataclass(frozen=True, slots=True)
class Place:
    """A passage that a claim stands in: ids of its annotation and article, and whether the mark is
    private."""

    annotation: str
    article: str
    private: bool


@dataclass(frozen=True, slots=True)
class Standing(Place):
    """The same with the article's title and the words."""

    title: str
    quote: str


_PLACE = "p.claim, m.id, m.article, m.private"
_WORDS = """coalesce(
    (SELECT exact FROM targets
     WHERE annotation = m.id AND version = a.version AND deleted = 0 LIMIT 1),
    (SELECT exact FROM targets WHERE annotation = m.id AND deleted = 0 ORDER BY n DESC LIMIT 1),
    '')"""
_PASSAGES = """FROM claim_passages p
JOIN annotations m ON m.id = p.annotation AND m.deleted = 0
JOIN articles a ON a.id = m.article AND a.deleted = 0
WHERE p.deleted = 0"""
"""Those of all claims; none in the trash."""


def places(connection: sqlite3.Connection) -> dict[str, list[Place]]:
    """The passages of all claims by claim, in the order they were added; what lies in the trash is
    left out."""
    found: dict[str, list[Place]] = defaultdict(list)
    for claim, annotation, article, private in connection.execute(
        f"SELECT {_PLACE} {_PASSAGES} ORDER BY p.n"
    ):
        found[claim].append(Place(annotation, article, bool(private)))
    return dict(found)


def of_claims(connection: sqlite3.Connection, ids: Iterable[str]) -> dict[str, list[Standing]]:
    """The passages of some claims with their words, else as ``places`` has them."""
    found: dict[str, list[Standing]] = defaultdict(list)
    for claim, annotation, article, private, title, words in connection.execute(
        f"SELECT {_PLACE}, a.title, {_WORDS} {_PASSAGES} "
        "AND p.claim IN (SELECT value FROM json_each(?)) ORDER BY p.n",
        [dumps(sorted(ids))],
    ):
        found[claim].append(Standing(annotation, article, bool(private), title, words))
    return dict(found)


def marks(connection: sqlite3.Connection, claim: str) -> list[str]:
    """The annotations a claim stands in, also in articles that are in the trash."""
    found = connection.execute(
        "SELECT m.id FROM claim_passages p JOIN annotations m ON m.id = p.annotation "
        "WHERE p.claim = ? AND p.deleted = 0 AND m.deleted = 0 ORDER BY p.n",
        [claim],
    )
    return [id for (id,) in found]


def links(connection: sqlite3.Connection, claim: str) -> list[tuple[str, str]]:
    """(link, annotation) of a claim's passages, also of those whose mark is in the trash."""
    return connection.execute(
        "SELECT id, annotation FROM claim_passages WHERE claim = ? AND deleted = 0 ORDER BY n",
        [claim],
    ).fetchall()


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
