"""The small lists of a library: tags, collections, claimants, settings."""

import sqlite3

from annotator.model import Collection, Person, Tag


def tags(connection: sqlite3.Connection) -> list[Tag]:
    """All tags by path; the same path made twice shows as one."""
    found = connection.execute(
        "SELECT min(id), path, max(colour), max(description) FROM tags WHERE deleted = 0 "
        "GROUP BY path ORDER BY path"
    )
    return [Tag(*row) for row in found]


def tag_counts(connection: sqlite3.Connection, article: str) -> list[tuple[str, int]]:
    """(path, annotations) of the tags used in an article."""
    return connection.execute(
        "SELECT t.path, count(DISTINCT m.id) FROM annotations m "
        "JOIN annotation_tags l ON l.annotation = m.id AND l.deleted = 0 "
        "JOIN tags t ON t.id = l.tag AND t.deleted = 0 "
        "WHERE m.article = ? AND m.deleted = 0 GROUP BY t.path ORDER BY t.path",
        [article],
    ).fetchall()


def collections(connection: sqlite3.Connection) -> list[Collection]:
    """All collections by name, with how many articles each holds."""
    found = connection.execute(
        "SELECT c.id, c.name, count(a.id) FROM collections c "
        "LEFT JOIN collection_articles l ON l.collection = c.id AND l.deleted = 0 "
        "LEFT JOIN articles a ON a.id = l.article AND a.deleted = 0 "
        "WHERE c.deleted = 0 GROUP BY c.id ORDER BY c.name COLLATE NOCASE, c.n"
    )
    return [Collection(*row) for row in found]


def articles_in(connection: sqlite3.Connection, collection: str) -> set[str]:
    """The ids of a collection's articles."""
    found = connection.execute(
        "SELECT a.id FROM collection_articles l JOIN articles a ON a.id = l.article "
        "WHERE l.collection = ? AND l.deleted = 0 AND a.deleted = 0",
        [collection],
    )
    return {id for (id,) in found}


def claimants(connection: sqlite3.Connection) -> list[str]:
    """Everybody a claim was laid to, the most frequent first."""
    found = connection.execute(
        "SELECT claimant FROM claims WHERE deleted = 0 AND claimant <> '' "
        "GROUP BY claimant ORDER BY count(*) DESC, claimant"
    )
    return [name for (name,) in found]


def tag_by_path(connection: sqlite3.Connection, path: str) -> str | None:
    """The id of the tag with this path."""
    row = connection.execute(
        "SELECT min(id) FROM tags WHERE path = ? AND deleted = 0", [path]
    ).fetchone()
    return str(row[0]) if row[0] else None


def next_claim_number(connection: sqlite3.Connection) -> int:
    """The number the next claim gets; numbers are never given twice in a file."""
    return int(connection.execute("SELECT coalesce(max(number), 0) + 1 FROM claims").fetchone()[0])


def settings(connection: sqlite3.Connection, prefix: str) -> dict[str, str]:
    """The settings whose key starts with ``prefix``, without it."""
    found = connection.execute(
        "SELECT id, value FROM settings WHERE deleted = 0 AND substr(id, 1, ?) = ?",
        [len(prefix), prefix],
    )
    return {key[len(prefix) :]: value for key, value in found}


def tag_links(connection: sqlite3.Connection, annotation: str, path: str) -> list[str]:
    """The ids of the links between an annotation and tags of this path."""
    found = connection.execute(
        "SELECT l.id FROM annotation_tags l JOIN tags t ON t.id = l.tag "
        "WHERE l.annotation = ? AND t.path = ? AND l.deleted = 0",
        [annotation, path],
    )
    return [id for (id,) in found]


def is_comment(connection: sqlite3.Connection, id: str) -> bool:
    """Whether there is a comment with this id, in no trash."""
    query = "SELECT 1 FROM comments WHERE id = ? AND deleted = 0"
    return connection.execute(query, [id]).fetchone() is not None


def evidence_owner(connection: sqlite3.Connection, id: str) -> str:
    """Whether ``id`` is an ``annotation``, a ``claim`` or neither (``""``)."""
    for table, name in (("annotations", "annotation"), ("claims", "claim")):
        if connection.execute(
            f"SELECT 1 FROM {table} WHERE id = ? AND deleted = 0", [id]
        ).fetchone():
            return name
    return ""


def people(connection: sqlite3.Connection) -> list[Person]:
    """Everybody who has a name, by name."""
    found = connection.execute(
        "SELECT id, name FROM people WHERE deleted = 0 AND name <> '' ORDER BY name COLLATE NOCASE"
    )
    return [Person(*row) for row in found]


def setting(connection: sqlite3.Connection, key: str) -> str:
    """The value of a setting of the library, "" where there is none."""
    row = connection.execute(
        "SELECT value FROM settings WHERE id = ? AND deleted = 0", [key]
    ).fetchone()
    return str(row[0]) if row else ""
