"""Claims and marked passages that share words with a text; candidates, not an answer."""

import re
import sqlite3
from typing import Any

_WORDS = 8
_CANDIDATES = 100
_CLAIMS = """
SELECT c.id, c.statement FROM
    (SELECT rowid FROM claims_fts WHERE claims_fts MATCH ? ORDER BY rank LIMIT ?) f
JOIN claims c ON c.n = f.rowid AND c.deleted = 0
"""
_PASSAGES = """
SELECT m.id, m.article, a.title, t.exact FROM
    (SELECT rowid FROM targets_fts WHERE targets_fts MATCH ? ORDER BY rank LIMIT ?) f
JOIN targets t ON t.n = f.rowid AND t.deleted = 0
JOIN annotations m ON m.id = t.annotation AND m.deleted = 0
JOIN articles a ON a.id = m.article AND a.deleted = 0
WHERE NOT EXISTS (
    SELECT 1 FROM claim_passages p JOIN claims c ON c.id = p.claim AND c.deleted = 0
    WHERE p.annotation = m.id AND p.deleted = 0
)
"""
"""The index is asked alone: looking each match up before the best are chosen costs eight times as
much."""


def telling_words(text: str) -> list[str]:
    """The words of a text that tell most: numbers, then the longest ones; in small letters."""
    words = dict.fromkeys(word.casefold() for word in re.findall(r"\w+", text))
    kept = [word for word in words if len(word) > 3 or any(map(str.isdigit, word))]
    ordered = sorted(kept or words, key=lambda word: (word.isalpha(), -len(word)))
    return ordered[:_WORDS]


def claims(connection: sqlite3.Connection, text: str) -> list[tuple[str, str]]:
    """(id, statement) of claims that share most words with the text."""
    return _found(connection, _CLAIMS, "statement", text)


def passages(connection: sqlite3.Connection, text: str) -> list[tuple[str, str, str, str]]:
    """(annotation, article, title, quote) of marks without a claim that share most with it."""
    return _found(connection, _PASSAGES, "exact", text)


def _found(connection: sqlite3.Connection, query: str, column: str, text: str) -> list[Any]:
    words = telling_words(text)
    if not words:
        return []
    match = f"{column} : (" + " OR ".join(f'"{word}"' for word in words) + ")"
    return connection.execute(query, [match, _CANDIDATES]).fetchall()
