"""Claims and marked passages that share words with a text; candidates, not an answer."""

import re
import sqlite3

_WORDS = 8
_CANDIDATES = 60
_PASSAGES = """
SELECT m.id, m.article, a.title, t.exact FROM targets t
JOIN annotations m ON m.id = t.annotation AND m.deleted = 0 AND m.kind = 'highlight'
JOIN articles a ON a.id = m.article AND a.deleted = 0
WHERE t.n IN (
    SELECT n FROM targets WHERE deleted = 0 AND ({any}) ORDER BY {shared} DESC LIMIT {limit}
) AND NOT EXISTS (
    SELECT 1 FROM claim_passages p JOIN claims c ON c.id = p.claim AND c.deleted = 0
    WHERE p.annotation = m.id AND p.deleted = 0
)
"""


def telling_words(text: str) -> list[str]:
    """The words of a text that tell most: numbers, then the longest ones; in small letters."""
    words = dict.fromkeys(word.casefold() for word in re.findall(r"\w+", text))
    kept = [word for word in words if len(word) > 3 or any(map(str.isdigit, word))]
    ordered = sorted(kept or words, key=lambda word: (word.isalpha(), -len(word)))
    return ordered[:_WORDS]


def claims(connection: sqlite3.Connection, text: str) -> list[tuple[str, str]]:
    """(id, statement) of claims that share words with the text, those that share most first."""
    words = telling_words(text)
    if not words:
        return []
    match = "{statement} : (" + " OR ".join(f'"{word}"' for word in words) + ")"
    return connection.execute(
        "SELECT c.id, c.statement FROM claims_fts f JOIN claims c ON c.n = f.rowid "
        f"WHERE f.claims_fts MATCH ? AND c.deleted = 0 ORDER BY f.rank LIMIT {_CANDIDATES}",
        [match],
    ).fetchall()


def passages(connection: sqlite3.Connection, text: str) -> list[tuple[str, str, str, str]]:
    """(annotation, article, title, quote) of marks without a claim that share words with it."""
    words = telling_words(text)
    if not words:
        return []
    found = [f"(instr(lower(exact), ?{at}) > 0)" for at in range(1, len(words) + 1)]
    query = _PASSAGES.format(any=" OR ".join(found), shared=" + ".join(found), limit=_CANDIDATES)
    return connection.execute(query, words).fetchall()
