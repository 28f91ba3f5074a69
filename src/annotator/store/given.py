"""The verdicts that were given: how many of each, and to which claims and articles."""

import sqlite3

Given = tuple[str | None, str]
"""The id of a verdict, or None and the conclusion in its place."""


_COUNTS = """
SELECT verdict, iif(verdict IS NULL, conclusion, ''), sum(claim) FROM (
    SELECT verdict, conclusion, 1 AS claim FROM claims WHERE deleted = 0
    UNION ALL SELECT verdict, conclusion, 0 FROM articles WHERE deleted = 0
) WHERE verdict IS NOT NULL OR conclusion <> '' GROUP BY 1, 2
"""


def counts(connection: sqlite3.Connection) -> dict[Given, int]:
    """How many claims have each verdict, outcomes included; none in the trash. Those that only
    articles have are there, too."""
    found = connection.execute(_COUNTS)
    return {(verdict, conclusion): count for verdict, conclusion, count in found}


def articles(connection: sqlite3.Connection) -> dict[Given, list[str]]:
    """The titles of the articles that have each verdict; none in the trash."""
    found: dict[Given, list[str]] = {}
    for verdict, conclusion, title in connection.execute(
        "SELECT verdict, iif(verdict IS NULL, conclusion, ''), title FROM articles "
        "WHERE deleted = 0 AND (verdict IS NOT NULL OR conclusion <> '') ORDER BY title, id"
    ):
        found.setdefault((verdict, conclusion), []).append(title)
    return found


def rows(connection: sqlite3.Connection, table: str, given: Given) -> list[tuple[str, str]]:
    """(id, status) of the claims that have it, or of articles (no status)."""
    verdict, conclusion = given
    status = "status" if table == "claims" else "''"
    condition = "verdict = ?" if verdict else "verdict IS NULL AND conclusion = ?"
    return connection.execute(
        f"SELECT id, {status} FROM {table} WHERE deleted = 0 AND {condition}",
        [verdict or conclusion],
    ).fetchall()


def used(connection: sqlite3.Connection, verdict: str) -> bool:
    """Whether a claim or an article has the verdict, also one in the trash: undo may bring it
    back."""
    row = connection.execute(
        "SELECT EXISTS (SELECT 1 FROM claims WHERE verdict = ?1) "
        "OR EXISTS (SELECT 1 FROM articles WHERE verdict = ?1)",
        [verdict],
    ).fetchone()
    return bool(row[0])


def of_article(connection: sqlite3.Connection, id: str) -> tuple[str | None, str, str, str] | None:
    """(verdict, conclusion, summary, as of) of an article; None where it is not there."""
    row: tuple[str | None, str, str, str] | None = connection.execute(
        "SELECT verdict, conclusion, summary, as_of FROM articles WHERE id = ? AND deleted = 0",
        [id],
    ).fetchone()
    return row
