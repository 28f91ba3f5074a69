"""Sources that are known already, and what each is used for."""

import re
import sqlite3
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from annotator.model import Source
from annotator.model.links import comparable
from annotator.store import evidence
from annotator.store.blocks import dumps


def same(connection: sqlite3.Connection, fields: dict[str, Any]) -> str | None:
    """The id of the source that is the same passage, the same file or the same address, however
    that is written, as the one these fields describe. Of one address, two different files are two
    sources."""
    passage, file, url = (fields.get(name) or "" for name in ("annotation", "file_sha256", "url"))
    if passage:
        return _first(connection, "s.annotation = :passage", passage=passage)
    known = _first(connection, "s.file_sha256 = :file", file=file) if file else None
    if known or not url:
        return known
    either = "s.annotation IS NULL AND (s.file_sha256 = '' OR :file = '')"
    same = _first(connection, f"s.url = :url AND {either}", url=url, file=file)
    return same or _at(connection, url, either, file)


def _at(connection: sqlite3.Connection, url: str, condition: str, file: str) -> str | None:
    """The first source whose address is but another way to write this one."""
    wanted = comparable(url)
    page = wanted.partition("?")[0]  # that much of it stands in every way to write it
    rows = connection.execute(
        "SELECT s.id, s.url FROM sources s WHERE s.deleted = 0 AND s.url LIKE :like ESCAPE '\\' "
        f"AND {condition} ORDER BY s.id",
        {"like": f"%{_escaped(page)}%", "file": file},
    )
    return next((id for id, known in rows if comparable(known) == wanted), None)


def _escaped(text: str) -> str:
    return re.sub(r"([\\%_])", r"\\\1", text)


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


@dataclass(frozen=True, slots=True)
class Use:
    """What a source was brought to: ``claim`` is a claim's id, "" where it hangs on the mark
    itself; ``annotation`` and ``article`` say where that stands (a claim's first passage).
    ``label`` is the claim's number (``C14``) or the words marked, ``statement`` the claim's own.
    """

    claim: str
    annotation: str
    label: str
    stance: str
    article: str
    evidence: str
    statement: str
    type: str
    private: bool


_USES = """
SELECT e.source, coalesce(e.claim, ''), m.id, coalesce('C' || c.number, ''), e.stance, m.article,
    e.id, coalesce(c.statement, ''), e.type, e.private
FROM evidence e
LEFT JOIN claims c ON c.id = e.claim AND c.deleted = 0
JOIN annotations m ON m.deleted = 0 AND m.id = coalesce(e.annotation, (
    SELECT p.annotation FROM claim_passages p JOIN annotations o ON o.id = p.annotation
    JOIN articles b ON b.id = o.article AND b.deleted = 0
    WHERE p.claim = c.id AND p.deleted = 0 AND o.deleted = 0 ORDER BY p.n LIMIT 1))
JOIN articles a ON a.id = m.article AND a.deleted = 0
WHERE e.deleted = 0 {some} ORDER BY e.n
"""
_WORDS = """
SELECT t.annotation, t.exact FROM targets t JOIN evidence e ON e.annotation = t.annotation
WHERE t.deleted = 0 AND e.deleted = 0 {some}
"""
_SOME = "AND e.source IN (SELECT value FROM json_each(?))"


def uses(connection: sqlite3.Connection, ids: Iterable[str] | None = None) -> dict[str, list[Use]]:
    """What every source is used for, or each of some, by its id, in the order it was brought."""
    some, values = ("", []) if ids is None else (_SOME, [dumps(sorted(ids))])
    words = dict(connection.execute(_WORDS.format(some=some), values).fetchall())
    rows = connection.execute(_USES.format(some=some), values)
    found: dict[str, list[Use]] = defaultdict(list)
    for source, claim, annotation, label, stance, article, *more in rows:
        label = label or " ".join(words.get(annotation, "").split())
        id, statement, type, private = more
        use = Use(claim, annotation, label, stance, article, id, statement, type, bool(private))
        found[source].append(use)
    return found


def by_use(connection: sqlite3.Connection) -> list[Source]:
    """The sources that some evidence rests on, the one used last first."""
    found = connection.execute(
        f"SELECT {evidence.OF_SOURCE} FROM {evidence.FROM_SOURCE} JOIN "
        "(SELECT source, max(n) AS last FROM evidence WHERE deleted = 0 GROUP BY source) u "
        "ON u.source = s.id WHERE s.deleted = 0 ORDER BY u.last DESC"
    )
    return [evidence.source(row) for row in found]


def origin_names(connection: sqlite3.Connection) -> list[tuple[str, str]]:
    """(name of an origin group, id of a source in it), the one used last first."""
    return connection.execute(
        "SELECT origin, source FROM evidence WHERE deleted = 0 AND origin <> '' ORDER BY n DESC"
    ).fetchall()


def of_article(connection: sqlite3.Connection, article: str) -> list[Source]:
    """The sources of an article's marks and of the claims in it, in the order they were brought."""
    found = connection.execute(
        f"SELECT {evidence.OF_SOURCE}, min(e.n) FROM {evidence.FROM_SOURCE} "
        "JOIN evidence e ON e.source = s.id AND e.deleted = 0 "
        "WHERE s.deleted = 0 AND (e.annotation IN "
        "(SELECT id FROM annotations WHERE article = ?1 AND deleted = 0) OR e.claim IN "
        "(SELECT p.claim FROM claim_passages p JOIN annotations m ON m.id = p.annotation "
        "JOIN claims c ON c.id = p.claim WHERE m.article = ?1 AND p.deleted = 0 "
        "AND m.deleted = 0 AND c.deleted = 0)) GROUP BY s.id ORDER BY min(e.n)",
        [article],
    )
    return [evidence.source(row[:-1]) for row in found]
