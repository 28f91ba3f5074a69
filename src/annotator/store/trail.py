"""The way to a verdict: who changed what about a claim or an article, and why."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable

from annotator.model import TrailEntry
from annotator.store.blocks import dumps
from annotator.store.clock import utc_now
from annotator.store.ids import new_id
from annotator.store.operations import Batch

_SELECT = """
SELECT t.{owner}, t.id, t.action, t.before, t.after, t.why, coalesce(p.name, ''), t.created
FROM trail t LEFT JOIN people p ON p.id = t.author
WHERE t.deleted = 0 AND t.{owner} IN (SELECT value FROM json_each(?)) ORDER BY t.created, t.n
"""


def write(
    batch: Batch, owner: dict[str, str], action: str, before: str, after: str, why: str = "",
    author: str = "",
) -> None:  # fmt: skip
    """Put a step down; ``owner`` is ``{"claim": id}`` or ``{"article": id}``. ``author`` is whoever
    writes now unless it was somebody else."""
    batch.insert(
        "trail", new_id(), **owner, action=action, before=before, after=after,
        why=" ".join(why.split()), author=author or batch.author, created=utc_now(),
    )  # fmt: skip


def of_claims(connection: sqlite3.Connection, ids: Iterable[str]) -> dict[str, list[TrailEntry]]:
    """The steps of claims, the oldest first, by claim."""
    return _grouped(connection, "claim", ids)


def of_article(connection: sqlite3.Connection, id: str) -> list[TrailEntry]:
    """The steps to the verdict on an article, the oldest first."""
    return _grouped(connection, "article", [id]).get(id, [])


def _grouped(
    connection: sqlite3.Connection, owner: str, ids: Iterable[str]
) -> dict[str, list[TrailEntry]]:
    found: dict[str, list[TrailEntry]] = defaultdict(list)
    for id, *step in connection.execute(_SELECT.format(owner=owner), [dumps(sorted(ids))]):
        found[id].append(TrailEntry(*step))
    return dict(found)


def given(connection: sqlite3.Connection, claim: str) -> dict[str, str] | None:
    """The step that gave a claim its verdict: ``after``, ``why``, ``author`` and ``created``; None
    where there is none, or it was taken back."""
    row = connection.execute(
        "SELECT after, why, author, created FROM trail "
        "WHERE claim = ? AND action = 'verdict' AND deleted = 0 "
        "ORDER BY created DESC, n DESC LIMIT 1",
        [claim],
    ).fetchone()
    found = dict(zip(("after", "why", "author", "created"), row, strict=True)) if row else {}
    return found if found.get("after") else None


def verdict_giver(connection: sqlite3.Connection, claim: str) -> str:
    """The id of the person the claim has its verdict from; "" where that is not known."""
    row = connection.execute(
        "SELECT author FROM trail WHERE claim = ? AND action = 'verdict' AND deleted = 0 "
        "ORDER BY created DESC, n DESC LIMIT 1",
        [claim],
    ).fetchone()
    return str(row[0] or "") if row else ""
