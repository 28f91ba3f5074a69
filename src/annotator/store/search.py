"""Search over titles, texts, notes, comments, tags, claims and sources."""

import re
import sqlite3
from dataclasses import dataclass
from typing import Any

HIT_START, HIT_END = "\x02", "\x03"
"""The marks around what was found in a snippet; neither can stand in stored text."""

_UNSPACED = "[\u0e00-\u0eff\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]"
_AROUND = 60


@dataclass(frozen=True, slots=True)
class Hit:
    """One place found. ``field``: title | text | note | comment | tag | claim | source;
    ``annotation`` is None for the first two. ``snippet`` marks what was found with ``HIT_START``
    and ``HIT_END``.
    """

    article: str
    title: str
    annotation: str | None
    field: str
    snippet: str


_BROUGHT_TO = """
    LEFT JOIN claim_passages p ON p.claim = e.claim AND p.deleted = 0
    LEFT JOIN claims c ON c.id = e.claim
    JOIN annotations m ON m.id = coalesce(e.annotation, p.annotation) AND m.deleted = 0
    JOIN articles a ON a.id = m.article AND a.deleted = 0
    WHERE coalesce(c.deleted, 0) = 0"""
"""The marks that evidence ``e`` was brought to, or whose claims it was brought to."""
_SOURCE = """s.title || iif(s.author = '', '', ' · ' || s.author)
    || iif(s.publisher = '', '', ' · ' || s.publisher)"""
_ENTRY = """e.quote || iif(e.note = '', '', ' · ' || e.note)
    || iif(e.query = '', '', ' · ' || e.query)"""
_QUERIES = {
    "title": """
        SELECT a.id, a.title, NULL,
            a.title || iif(a.authors = '', '', ' · ' || a.authors)
            || iif(a.site = '', '', ' · ' || a.site)
        FROM articles_fts f JOIN articles a ON a.n = f.rowid
        WHERE f.articles_fts MATCH :match AND a.deleted = 0 ORDER BY f.rank LIMIT :limit""",
    "claim": """
        SELECT m.article, a.title, m.id,
            c.statement || iif(c.claimant = '', '', ' · ' || c.claimant)
            || iif(c.reasoning = '', '', ' · ' || c.reasoning)
        FROM claims_fts f JOIN claims c ON c.n = f.rowid
        JOIN claim_passages p ON p.claim = c.id AND p.deleted = 0
        JOIN annotations m ON m.id = p.annotation AND m.deleted = 0
        JOIN articles a ON a.id = m.article AND a.deleted = 0
        WHERE f.claims_fts MATCH :match AND c.deleted = 0 ORDER BY f.rank LIMIT :limit""",
    "note": """
        SELECT m.article, a.title, m.id, m.note
        FROM annotations_fts f JOIN annotations m ON m.n = f.rowid
        JOIN articles a ON a.id = m.article AND a.deleted = 0
        WHERE f.annotations_fts MATCH :match AND m.deleted = 0 ORDER BY f.rank LIMIT :limit""",
    "comment": """
        SELECT DISTINCT m.article, a.title, m.id, c.text
        FROM comments_fts f JOIN comments c ON c.n = f.rowid AND c.deleted = 0
        LEFT JOIN evidence e ON e.id = c.evidence
        LEFT JOIN claim_passages p ON p.claim = coalesce(c.claim, e.claim) AND p.deleted = 0
        JOIN annotations m ON m.id = coalesce(c.annotation, e.annotation, p.annotation)
            AND m.deleted = 0
        JOIN articles a ON a.id = m.article AND a.deleted = 0
        WHERE f.comments_fts MATCH :match ORDER BY f.rank LIMIT :limit""",
    "source": f"""
        SELECT DISTINCT m.article, a.title, m.id, {_SOURCE}
        FROM sources_fts f JOIN sources s ON s.n = f.rowid AND s.deleted = 0
        JOIN evidence e ON e.source = s.id AND e.deleted = 0
        {_BROUGHT_TO} AND f.sources_fts MATCH :match UNION ALL
        SELECT DISTINCT m.article, a.title, m.id, {_ENTRY}
        FROM evidence_fts f JOIN evidence e ON e.n = f.rowid AND e.deleted = 0
        {_BROUGHT_TO} AND f.evidence_fts MATCH :match LIMIT :limit""",
    "tag": """
        SELECT m.article, a.title, m.id, t.path
        FROM tags_fts f JOIN tags t ON t.n = f.rowid AND t.deleted = 0
        JOIN annotation_tags l ON l.tag = t.id AND l.deleted = 0
        JOIN annotations m ON m.id = l.annotation AND m.deleted = 0
        JOIN articles a ON a.id = m.article AND a.deleted = 0
        WHERE f.tags_fts MATCH :match ORDER BY m.article, m.n LIMIT :limit""",
    "text": """
        SELECT a.id, a.title, NULL, v.text
        FROM article_versions_fts f JOIN article_versions v ON v.n = f.rowid
        JOIN articles a ON a.version = v.id AND a.deleted = 0
        WHERE f.article_versions_fts MATCH :match ORDER BY f.rank LIMIT :limit""",
}
_SCANS = {
    "title": "SELECT id, title, NULL, title FROM articles "
    "WHERE deleted = 0 AND instr(title, :word) LIMIT :limit",
    "claim": "SELECT m.article, a.title, m.id, c.statement FROM claims c "
    "JOIN claim_passages p ON p.claim = c.id AND p.deleted = 0 "
    "JOIN annotations m ON m.id = p.annotation AND m.deleted = 0 "
    "JOIN articles a ON a.id = m.article AND a.deleted = 0 "
    "WHERE c.deleted = 0 AND instr(c.statement, :word) LIMIT :limit",
    "note": "SELECT m.article, a.title, m.id, m.note FROM annotations m "
    "JOIN articles a ON a.id = m.article AND a.deleted = 0 "
    "WHERE m.deleted = 0 AND instr(m.note, :word) LIMIT :limit",
    "comment": "SELECT DISTINCT m.article, a.title, m.id, c.text FROM comments c "
    "LEFT JOIN evidence e ON e.id = c.evidence "
    "LEFT JOIN claim_passages p ON p.claim = coalesce(c.claim, e.claim) AND p.deleted = 0 "
    "JOIN annotations m ON m.id = coalesce(c.annotation, e.annotation, p.annotation) "
    "AND m.deleted = 0 JOIN articles a ON a.id = m.article AND a.deleted = 0 "
    "WHERE c.deleted = 0 AND instr(c.text, :word) LIMIT :limit",
    "source": f"""
        SELECT DISTINCT m.article, a.title, m.id, {_SOURCE}
        FROM sources s JOIN evidence e ON e.source = s.id AND e.deleted = 0
        {_BROUGHT_TO} AND s.deleted = 0 AND instr({_SOURCE}, :word) UNION ALL
        SELECT DISTINCT m.article, a.title, m.id, {_ENTRY}
        FROM evidence e {_BROUGHT_TO} AND e.deleted = 0 AND instr({_ENTRY}, :word)
        LIMIT :limit""",
    "tag": "SELECT m.article, a.title, m.id, t.path FROM tags t "
    "JOIN annotation_tags l ON l.tag = t.id AND l.deleted = 0 "
    "JOIN annotations m ON m.id = l.annotation AND m.deleted = 0 "
    "JOIN articles a ON a.id = m.article AND a.deleted = 0 "
    "WHERE t.deleted = 0 AND instr(t.path, :word) LIMIT :limit",
    "text": "SELECT a.id, a.title, NULL, v.text FROM article_versions v "
    "JOIN articles a ON a.version = v.id AND a.deleted = 0 "
    "WHERE instr(v.text, :word) LIMIT :limit",
}


def search(connection: sqlite3.Connection, query: str, limit: int) -> list[Hit]:
    """Places that hold all words of the query, the last one also as a beginning: titles first,
    then claims, notes, comments, sources, tags and texts. Scripts without spaces are searched as
    they are written.
    """
    words = re.findall(r"\w+", query)
    if not words:
        return []
    scan = bool(re.search(_UNSPACED, query))
    queries = _SCANS if scan else _QUERIES
    needle = {"word": query.strip()} if scan else {"match": _match(words)}
    patterns = [re.escape(query.strip())] if scan else [rf"\b{re.escape(w)}" for w in words]
    pattern = re.compile("|".join(patterns), re.IGNORECASE)
    found = {
        field: connection.execute(statement, {**needle, "limit": limit}).fetchall()
        for field, statement in queries.items()
    }
    _share(found, limit)
    return [
        Hit(article, title, annotation, field, snippet(text or "", pattern))
        for field, rows in found.items()
        for article, title, annotation, text in rows
    ]


def _share(found: dict[str, list[tuple[Any, ...]]], limit: int) -> None:
    """Cut the longest lists until all fit, so that many hits of one sort leave room for others."""
    while sum(map(len, found.values())) > limit:
        max(found.values(), key=len).pop()


def _match(words: list[str]) -> str:
    quoted = [f'"{word}"' for word in words]
    return " ".join(quoted) + "*"


def snippet(text: str, pattern: re.Pattern[str]) -> str:
    """The text around the first place found, in one line, with the places marked."""
    first = pattern.search(text)
    at = first.start() if first else 0
    start, end = max(0, at - _AROUND), min(len(text), at + 2 * _AROUND)
    start = start if start == 0 else text.find(" ", start, at) + 1 or start
    piece = pattern.sub(lambda m: f"{HIT_START}{m.group()}{HIT_END}", text[start:end])
    line = " ".join(piece.split())
    return f"{'…' if start else ''}{line}{'…' if end < len(text) else ''}"
