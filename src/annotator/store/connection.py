"""Opening a library file: is it ours, do we know its version, back up, migrate, check, go.

Order matters: foreign keys stay off while migrations run (sqlite-utils' ``transform()`` needs
that) and go on after ``foreign_key_check``. A file that cannot be written is opened for reading.

sqlite-utils runs the migrations and is imported only then: its import takes as long as Qt's, and
a library that is up to date opens without it.
"""

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from annotator.errors import LibraryBusy, LibraryForeign, LibraryMissing, LibraryTooNew
from annotator.i18n import _
from annotator.store import fts, reading_only, schema
from annotator.store.reading_only import Opened
from annotator.store.trouble import (
    as_sentences,
    cannot_write,
    damaged,
    is_busy,
    is_full,
    is_unwritable,
)

BUSY_SECONDS = 5.0
AT_FIRST, THEN = 1.0, 2.0
"""Seconds to wait for another program before somebody is told of it, and from then on."""


def connect(path: Path, create: bool, waiting: Callable[[], None] | None = None) -> Opened:
    """The open library at ``path``, for reading only where it cannot be written. ``waiting`` is
    called where another program holds it for some time.

    Raises ``LibraryMissing`` where there is none and ``create`` is false, else the other
    ``LibraryError``s; a file that is refused is left as it was.
    """
    if waiting is None:
        return _connect(path, create, BUSY_SECONDS)
    try:
        return _connect(path, create, AT_FIRST)
    except LibraryBusy as error:
        if not is_busy(error.__cause__):
            raise
    waiting()
    return _connect(path, create, THEN)


def _connect(path: Path, create: bool, seconds: float) -> Opened:
    fresh = not path.exists()
    if fresh and not create:
        raise LibraryMissing(_("There is no library at {path}.").format(path=path))
    if path.is_dir():
        raise LibraryForeign(_("{path} is a folder, not a library.").format(path=path))
    with as_sentences(path):
        if not fresh and not os.access(path, os.W_OK):
            return _connect_to_read(path, None, seconds)
        try:
            return Opened(_connect_to_write(path, fresh, create, seconds))
        except sqlite3.OperationalError as error:
            if fresh or not is_unwritable(error):
                raise
            return _connect_to_read(path, error, seconds)


def _connect_to_write(path: Path, fresh: bool, create: bool, seconds: float) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=seconds, isolation_level=None)
    try:
        if not create and _is_empty(connection):
            raise LibraryForeign(
                _(
                    "{name} is an empty file, no library; import articles into it, or choose "
                    "another file."
                ).format(name=path.name)
            )
        return _prepare(connection, path)
    except BaseException as error:
        connection.close()
        if fresh and not is_busy(error):  # then another program is making it
            for made in (path, *(path.with_name(path.name + end) for end in ("-wal", "-shm"))):
                made.unlink(missing_ok=True)
        raise


def _connect_to_read(path: Path, why: sqlite3.Error | None, seconds: float) -> Opened:
    opened = reading_only.connect(path, cannot_write(path, why), seconds)
    try:
        _refuse_others(opened.connection, path)
        if _version(opened.connection) < schema.SCHEMA_VERSION:
            raise reading_only.too_old(path, is_full(why))
    except BaseException:
        opened.connection.close()
        raise
    return opened


def _prepare(connection: sqlite3.Connection, path: Path) -> sqlite3.Connection:
    if not _is_empty(connection):
        _refuse_others(connection, path)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    if _version(connection) < schema.SCHEMA_VERSION:
        _migrate(connection, path)
        if connection.execute("PRAGMA foreign_key_check").fetchone():
            raise damaged(path)
    connection.execute("PRAGMA foreign_keys = ON")
    return connection


def _is_empty(connection: sqlite3.Connection) -> bool:
    return not connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _refuse_others(connection: sqlite3.Connection, path: Path) -> None:
    if connection.execute("PRAGMA application_id").fetchone()[0] != schema.APPLICATION_ID:
        raise LibraryForeign(
            _("{name} is not an Annotator library; choose another file.").format(name=path.name)
        )
    if _version(connection) > schema.SCHEMA_VERSION:
        row = connection.execute("SELECT value FROM library_info WHERE key = 'needs'").fetchone()
        raise LibraryTooNew(
            _("{name} was made by a newer Annotator; it needs version {version} or later.").format(
                name=path.name, version=row[0] if row else "?"
            )
        )


def _migrate(connection: sqlite3.Connection, path: Path) -> None:
    """Take the file to this version; two programs at once do it one after the other."""
    from annotator.store.migrations import apply

    if not _is_empty(connection) and _version(connection) < schema.SCHEMA_VERSION:
        back_up(connection, path)
    connection.execute("BEGIN IMMEDIATE")
    try:
        apply(connection)
        fts.make_triggers(connection)
        connection.execute(
            "INSERT OR REPLACE INTO library_info (key, value) VALUES ('needs', ?)",
            [schema.NEEDS_ANNOTATOR],
        )
        connection.execute(f"PRAGMA application_id = {schema.APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {schema.SCHEMA_VERSION}")
    except BaseException:
        connection.rollback()
        raise
    connection.execute("COMMIT")


def back_up(connection: sqlite3.Connection, path: Path) -> Path:
    """Copy the library beside itself, named after its version and the moment; the copy's path."""
    version = _version(connection)
    stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S")
    copy = path.with_name(f"{path.stem}.backup-v{version}-{stamp}{path.suffix}")
    try:
        with closing(sqlite3.connect(copy)) as target:
            connection.backup(target)
    except BaseException:
        copy.unlink(missing_ok=True)
        raise
    return copy
