"""Claims with all that hangs on them: verdict, people, evidence, comments."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from annotator.model import Claim, Comment, Person, Verdict
from annotator.model.claims import CONCLUSIONS
from annotator.model.pairs import Pair
from annotator.store import evidence, pairs
from annotator.store.blocks import dumps

Threads = Mapping[str, tuple[Comment, ...]]
"""Comments by the id of what they are about."""
Names = Mapping[str | None, str]
"""What people are called, by id."""
Pairs = Mapping[str, Pair]
"""What linked claims ask, by id."""

_COLUMNS = (
    "c.id, c.number, c.statement, c.kind, c.claimant, c.claimed, c.as_of, c.reasoning, c.status, "
    "c.conclusion, c.check_again, c.assignee, c.reviewer, c.priority, coalesce("
    "(SELECT a.id FROM claims a WHERE a.id = c.attribution AND a.deleted = 0), ''), "
    "c.created, c.modified, "
    "v.id, v.scale, v.name, v.rating, v.tone, v.definition, v.position"
)


def of_annotations(
    connection: sqlite3.Connection, scope: str, parameter: str, names: Names, threads: Threads
) -> dict[str, tuple[Claim, ...]]:
    """The claims of annotations ``m`` that the condition ``scope`` names, by annotation."""
    brought = evidence.of_claims_on(connection, scope, parameter)
    found = connection.execute(
        f"SELECT m.id, {_COLUMNS} FROM annotations m "
        "JOIN claim_passages p ON p.annotation = m.id AND p.deleted = 0 "
        "JOIN claims c ON c.id = p.claim AND c.deleted = 0 "
        f"LEFT JOIN verdicts v ON v.id = c.verdict WHERE {scope} ORDER BY c.number, c.n",
        [parameter],
    ).fetchall()
    linked = pairs.of_claims(connection, (row[1] for row in found)) if found else {}
    grouped: dict[str, list[Claim]] = defaultdict(list)
    for owner, *row in found:
        grouped[owner].append(_claim(tuple(row), names, brought, threads, linked))
    return {owner: tuple(claims) for owner, claims in grouped.items()}


def load(connection: sqlite3.Connection, ids: Iterable[str] | None = None) -> list[Claim]:
    """Claims that are in no trash, by number; only those asked for when ``ids`` is given."""
    if ids is None:
        ids = [id for (id,) in connection.execute("SELECT id FROM claims WHERE deleted = 0")]
    ids = sorted(ids)
    wanted = dumps(ids)
    names: Names = dict(connection.execute("SELECT id, name FROM people").fetchall())
    brought = evidence.of_claims(connection, wanted)
    threads = _threads(connection, wanted, names)
    found = connection.execute(
        f"SELECT {_COLUMNS} FROM claims c LEFT JOIN verdicts v ON v.id = c.verdict "
        "WHERE c.deleted = 0 AND c.id IN (SELECT value FROM json_each(?)) "
        "ORDER BY c.number, c.n",
        [wanted],
    )
    linked = pairs.of_claims(connection, ids)
    return [_claim(row, names, brought, threads, linked) for row in found]


def hanging_on(connection: sqlite3.Connection, claim: str) -> list[tuple[str, str]]:
    """(table, id) of the evidence and the comments of a claim; none in the trash."""
    return connection.execute(
        "SELECT 'evidence', id FROM evidence WHERE claim = ?1 AND deleted = 0 "
        "UNION ALL SELECT 'comments', id FROM comments WHERE claim = ?1 AND deleted = 0",
        [claim],
    ).fetchall()


def _threads(connection: sqlite3.Connection, ids: str, names: Names) -> Threads:
    found = connection.execute(
        "SELECT claim, id, text, author, created, modified, resolved FROM comments "
        "WHERE deleted = 0 AND claim IN (SELECT value FROM json_each(?)) ORDER BY created, n",
        [ids],
    )
    grouped: dict[str, list[Comment]] = defaultdict(list)
    for claim, id, text, author, created, modified, resolved in found:
        comment = Comment(
            id, text, author or "", names.get(author, ""), created, modified, bool(resolved)
        )
        grouped[claim].append(comment)
    return {claim: tuple(thread) for claim, thread in grouped.items()}


def _claim(
    row: tuple[Any, ...], names: Names, brought: evidence.Grouped, threads: Threads, linked: Pairs
) -> Claim:
    id, number, statement, kind, claimant, claimed, as_of, reasoning, status, *more = row
    conclusion, check_again, assignee, reviewer, priority, attribution, created, changed = more[:8]
    return Claim(
        id, number, statement, kind, claimant, claimed, verdict_of(more[8:], conclusion), as_of,
        reasoning, status, brought.get(id, ()), threads.get(id, ()), check_again,
        _person(assignee, names), _person(reviewer, names), priority, attribution, created, changed,
        linked.get(id),
    )  # fmt: skip


def _person(id: str | None, names: Names) -> Person | None:
    return Person(id, names.get(id, "")) if id else None


def verdict_of(row: Iterable[Any], conclusion: str) -> Verdict | None:
    """A verdict's row, or the conclusion that stands in place of one; None without either."""
    verdict = tuple(row)
    if verdict[0]:
        return Verdict(*verdict)
    return Verdict("", CONCLUSIONS, conclusion, 0, "none") if conclusion else None
