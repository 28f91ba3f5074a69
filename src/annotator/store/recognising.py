"""What the library has that a file found elsewhere may come from."""

import sqlite3
from collections.abc import Iterable

from annotator.store.blocks import dumps


def present(connection: sqlite3.Connection, ids: Iterable[str]) -> list[str]:
    """Those of these articles that are here and not in the trash, in the order given."""
    wanted = list(dict.fromkeys(ids))
    known = {
        id
        for (id,) in connection.execute(
            "SELECT id FROM articles WHERE deleted = 0 AND id IN (SELECT value FROM json_each(?))",
            [dumps(wanted)],
        )
    }
    return [id for id in wanted if id in known]


def pdf_originals(connection: sqlite3.Connection) -> list[tuple[int, str, str]]:
    """(bytes, hash, article) of the files that PDF articles were read from, the smallest first."""
    return connection.execute(
        "SELECT o.size, o.sha256, a.id FROM articles a JOIN originals o ON o.sha256 = a.sha256 "
        "WHERE a.deleted = 0 AND a.format = 'pdf' ORDER BY o.size"
    ).fetchall()


def articles_marked(connection: sqlite3.Connection, annotations: Iterable[str]) -> list[str]:
    """The articles that these annotations are on, the one with most of them first."""
    found = connection.execute(
        "SELECT m.article FROM annotations m JOIN articles a ON a.id = m.article "
        "WHERE a.deleted = 0 AND m.id IN (SELECT value FROM json_each(?)) "
        "GROUP BY m.article ORDER BY count(*) DESC, m.article",
        [dumps(list(annotations))],
    )
    return [article for (article,) in found]
