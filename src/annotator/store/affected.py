"""Which annotations and articles look different after some rows were written."""

import sqlite3
from collections.abc import Mapping

from annotator.events import Changes
from annotator.store.blocks import dumps
from annotator.store.pairs import WITH_PARTNERS

_OWNERS = """coalesce(e.annotation, p.annotation) FROM evidence e
LEFT JOIN claim_passages p ON p.claim = e.claim"""
_RESTING_ON = """SELECT coalesce(e.annotation, p.annotation) FROM sources s
JOIN evidence e ON e.source = s.id LEFT JOIN claim_passages p ON p.claim = e.claim
WHERE s.annotation"""
"""What has evidence that is the passage of a mark."""
_BEFORE = """SELECT h.before ->> '$.annotation' FROM history h
WHERE h.tbl = 'evidence' AND h.row_id IN ids UNION
SELECT p.annotation FROM history h JOIN claim_passages p ON p.claim = h.before ->> '$.claim'
WHERE h.tbl = 'evidence' AND h.row_id IN ids"""
"""What evidence was brought to before it was moved."""
_COMMENTED = """SELECT coalesce(c.annotation, e.annotation, p.annotation) FROM comments c
LEFT JOIN evidence e ON e.id = c.evidence
LEFT JOIN claim_passages p ON p.claim = coalesce(c.claim, e.claim) WHERE c"""
_CLAIMED = "SELECT p.annotation FROM claims c JOIN claim_passages p ON p.claim = c.id WHERE"
_ANNOTATIONS_OF = {
    "annotations": f"SELECT id FROM annotations WHERE id IN ids UNION {_RESTING_ON} IN ids",
    "targets": "SELECT annotation FROM targets WHERE id IN ids UNION "
    f"{_RESTING_ON} IN (SELECT annotation FROM targets WHERE id IN ids)",
    "annotation_tags": "SELECT annotation FROM annotation_tags WHERE id IN ids",
    "tags": "SELECT annotation FROM annotation_tags WHERE tag IN ids",
    "claim_passages": "SELECT other.annotation FROM claim_passages p "
    "JOIN claim_passages other ON other.claim = p.claim WHERE p.id IN ids",
    "claims": f"SELECT annotation FROM claim_passages WHERE claim IN ({WITH_PARTNERS})",
    "evidence": f"SELECT {_OWNERS} WHERE e.id IN ids UNION {_BEFORE}",
    "sources": f"SELECT {_OWNERS} WHERE e.source IN ids",
    "comments": f"{_COMMENTED}.id IN ids",
    "people": f"SELECT id FROM annotations WHERE author IN ids UNION {_COMMENTED}.author IN ids "
    f"UNION {_CLAIMED} c.assignee IN ids OR c.reviewer IN ids",
    "verdicts": f"{_CLAIMED} c.verdict IN ids",
    "trail": f"{_CLAIMED} c.id IN (SELECT claim FROM trail WHERE id IN ids)",
}
_ARTICLES_OF = {
    "articles": "SELECT id FROM articles WHERE id IN ids",
    "article_versions": "SELECT article FROM article_versions WHERE id IN ids",
    "block_roles": "SELECT v.article FROM block_roles r JOIN article_versions v "
    "ON v.id = r.version WHERE r.id IN ids",
    "comments": "SELECT article FROM comments WHERE id IN ids",
    "collection_articles": "SELECT article FROM collection_articles WHERE id IN ids",
    "trail": "SELECT article FROM trail WHERE id IN ids",
    "suggestions": "SELECT article FROM suggestions WHERE id IN ids",
}


def changes(
    connection: sqlite3.Connection,
    batch: str,
    command: str,
    touched: Mapping[str, set[str]],
    skipped: int = 0,
) -> Changes:
    """What a batch that touched these rows means for those who show them."""
    annotations = _follow(connection, _ANNOTATIONS_OF, touched)
    articles = _follow(connection, _ARTICLES_OF, touched)
    if annotations:
        articles |= _ids(
            connection, "SELECT DISTINCT article FROM annotations WHERE id IN ids", annotations
        )
    return Changes(
        batch=batch,
        command=command,
        rows={table: frozenset(ids) for table, ids in touched.items() if ids},
        articles=frozenset(articles),
        annotations=frozenset(annotations),
        skipped=skipped,
    )


def _follow(
    connection: sqlite3.Connection, queries: Mapping[str, str], touched: Mapping[str, set[str]]
) -> set[str]:
    found: set[str] = set()
    for table, ids in touched.items():
        if table in queries and ids:
            found |= _ids(connection, queries[table], ids)
    return found


def _ids(connection: sqlite3.Connection, query: str, ids: set[str]) -> set[str]:
    query = query.replace("IN ids", "IN (SELECT value FROM json_each(?1))")
    found = connection.execute(query, [dumps(sorted(ids))])
    return {id for (id,) in found if id is not None}
