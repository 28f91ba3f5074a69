"""Where claims stand, and which claim is meant by a number or the beginning of an id."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from annotator.store.blocks import dumps


@dataclass(frozen=True, slots=True)
class Standing:
    """A passage that a claim stands in: the annotation, its article, the words."""

    annotation: str
    article: str
    title: str
    quote: str


_OF_CLAIMS = """
SELECT p.claim, m.id, m.article, a.title, coalesce(
    (SELECT exact FROM targets
     WHERE annotation = m.id AND version = a.version AND deleted = 0 LIMIT 1),
    (SELECT exact FROM targets WHERE annotation = m.id AND deleted = 0 ORDER BY n DESC LIMIT 1),
    '')
FROM claim_passages p
JOIN annotations m ON m.id = p.annotation AND m.deleted = 0
JOIN articles a ON a.id = m.article AND a.deleted = 0
WHERE p.deleted = 0 AND p.claim IN (SELECT value FROM json_each(?)) ORDER BY p.n
"""


def of_claims(connection: sqlite3.Connection, ids: Iterable[str]) -> dict[str, list[Standing]]:
    """The passages of claims in the order they were added, by claim; none in the trash."""
    found: dict[str, list[Standing]] = defaultdict(list)
    for claim, *where in connection.execute(_OF_CLAIMS, [dumps(sorted(ids))]):
        found[claim].append(Standing(*where))
    return dict(found)


def links(connection: sqlite3.Connection, claim: str) -> list[tuple[str, str]]:
    """(link, annotation) of a claim's passages, also of those whose mark is in the trash."""
    return connection.execute(
        "SELECT id, annotation FROM claim_passages WHERE claim = ? AND deleted = 0 ORDER BY n",
        [claim],
    ).fetchall()


def named(connection: sqlite3.Connection, text: str) -> list[str]:
    """The ids of the claims that ``text`` names: an id, a number (``14``, ``C14``) or a beginning
    of an id. Claims found to be the same as another lead to that one."""
    number = text[1:] if text[:1] in ("C", "c") else text
    conditions: list[tuple[str, str | int]] = [("id = ?", text.lower())]
    if number.isascii() and number.isdigit():
        conditions.append(("number = ?", int(number[:18])))
    if len(text) >= 4:
        conditions.append(("deleted = 0 AND substr(id, 1, length(?1)) = ?1", text.lower()))
    for condition, value in conditions:
        rows = connection.execute(
            f"SELECT id, deleted, merged_into FROM claims WHERE {condition} ORDER BY n", [value]
        ).fetchall()
        found = {_followed(connection, *row) for row in rows} - {""}
        if found:
            return sorted(found)
    return []


def _followed(connection: sqlite3.Connection, id: str, deleted: int, into: str | None) -> str:
    """The claim itself, or the one it was merged into; "" where it is in the trash."""
    seen = {id}
    while deleted and into and into not in seen:
        seen.add(into)
        id = into
        deleted, into = connection.execute(
            "SELECT deleted, merged_into FROM claims WHERE id = ?", [id]
        ).fetchone()
    return "" if deleted else id


def attributed(connection: sqlite3.Connection, claim: str) -> list[str]:
    """The claims that ask whether it is so, where ``claim`` asks whether somebody said it."""
    found = connection.execute(
        "SELECT id FROM claims WHERE attribution = ? AND deleted = 0 ORDER BY number", [claim]
    )
    return [id for (id,) in found]


def hanging_on(connection: sqlite3.Connection, claim: str) -> list[tuple[str, str]]:
    """(table, id) of the evidence and the comments of a claim; none in the trash."""
    return connection.execute(
        "SELECT 'evidence', id FROM evidence WHERE claim = ?1 AND deleted = 0 "
        "UNION ALL SELECT 'comments', id FROM comments WHERE claim = ?1 AND deleted = 0",
        [claim],
    ).fetchall()
