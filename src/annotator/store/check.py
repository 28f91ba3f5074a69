"""Is the library whole? Everything ``annotator check`` looks at."""

import sqlite3
import zlib
from contextlib import closing

from annotator.i18n import _
from annotator.store import fold, layout
from annotator.store.fts import INDEXED, triggers
from annotator.store.ids import digest


def problems(connection: sqlite3.Connection) -> list[str]:
    """A sentence for everything that is wrong; empty when the library is sound."""
    return [
        *_damage(connection),
        *_dangling(connection),
        *_rows(connection),
        *_texts(connection),
        *_blobs(connection),
        *_indexes(connection),
    ]


def _damage(connection: sqlite3.Connection) -> list[str]:
    found = [message for (message,) in connection.execute("PRAGMA integrity_check")]
    return [] if found == ["ok"] else [_("SQLite reports: {what}").format(what=w) for w in found]


def _dangling(connection: sqlite3.Connection) -> list[str]:
    return [
        _("{table}: row {row} points to a row of {parent} that is not there.").format(
            table=table, row=row, parent=parent
        )
        for table, row, parent, _key in connection.execute("PRAGMA foreign_key_check")
    ]


def _rows(connection: sqlite3.Connection) -> list[str]:
    return [
        _("{table}: row {row} is not what its history adds up to.").format(table=table, row=row)
        for table, row in fold.differing_rows(connection)
    ]


def _texts(connection: sqlite3.Connection) -> list[str]:
    wrong: list[str] = []
    found = connection.execute(
        "SELECT id, text, text_sha256, blocks, blocks_sha256, pages, outline, pages_sha256 "
        "FROM article_versions"
    )
    for id, text, text_hash, blocks, blocks_hash, pages, outline, pages_hash in found:
        if (digest(text.encode()), digest(blocks.encode())) != (text_hash, blocks_hash):
            wrong.append(_("The text of article version {id} was changed.").format(id=id))
        if layout.fingerprint(pages, outline) != pages_hash:
            wrong.append(_("The pages of article version {id} were changed.").format(id=id))
    return wrong


def _blobs(connection: sqlite3.Connection) -> list[str]:
    wrong: list[str] = []
    for sha256, data in connection.execute("SELECT sha256, data FROM originals"):
        if not _is_original(data, sha256):
            wrong.append(_("The original file {sha256} is damaged.").format(sha256=sha256))
    for sha256, data in connection.execute("SELECT sha256, data FROM resources"):
        if digest(data) != sha256:
            wrong.append(_("The picture {sha256} is damaged.").format(sha256=sha256))
    missing = connection.execute(
        "SELECT original FROM article_versions WHERE original NOT IN (SELECT sha256 FROM originals)"
    )
    wrong += [_("The original file {sha256} is missing.").format(sha256=s) for (s,) in missing]
    return wrong


def _is_original(data: bytes, sha256: str) -> bool:
    try:
        return digest(zlib.decompress(data)) == sha256
    except zlib.error:
        return False


def _indexes(connection: sqlite3.Connection) -> list[str]:
    """Looked at in a copy: SQLite is asked for it by a write, and the file may be read-only."""
    with closing(sqlite3.connect("", isolation_level=None)) as copy:
        connection.backup(copy)
        return _indexes_here(copy)


def _indexes_here(connection: sqlite3.Connection) -> list[str]:
    wrong: list[str] = []
    present = {
        name
        for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type='trigger'")
    }
    for table in INDEXED:
        if not set(triggers(table)) <= present:
            wrong.append(
                _("The search index of {table} is not kept up to date.").format(table=table)
            )
        try:
            connection.execute(
                f"INSERT INTO {table}_fts({table}_fts, rank) VALUES ('integrity-check', 1)"
            )
        except sqlite3.DatabaseError:
            wrong.append(_("The search index of {table} is damaged.").format(table=table))
    return wrong
