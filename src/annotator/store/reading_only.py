"""A library that cannot be written: a read-only file, folder or disk, or a full one.

SQLite wants two files beside a library, also to read it. Where they cannot be made it reads all
the same once told that nobody writes (``immutable``); that holds only while no log with changes
lies beside, and is looked at again at every poll.
"""

import sqlite3
from dataclasses import dataclass
from pathlib import Path

from annotator.errors import LibraryBusy, LibraryError
from annotator.i18n import _
from annotator.store.trouble import is_unwritable

Look = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Opened:
    """An open library file. ``read_only`` is "" or the sentence why it cannot be written; ``look``
    is how the files lay when it was opened as one that nobody writes, else empty."""

    connection: sqlite3.Connection
    read_only: str = ""
    look: Look = ()


def connect(path: Path, why: str, busy_seconds: float) -> Opened:
    """The library at ``path``, to be read. Raises ``LibraryBusy`` where changes lie in a log that
    cannot be read."""
    if _beside(path, "-shm").exists():  # another program may have it open
        try:
            return Opened(_try(path, "mode=ro", busy_seconds), why)
        except sqlite3.OperationalError as error:
            if not is_unwritable(error):
                raise
    if _has_log(path):
        return Opened(_with_log(path, busy_seconds), why)
    return Opened(_try(path, "mode=ro&immutable=1", busy_seconds), why, look(path))


def another(path: Path, opened: Opened) -> sqlite3.Connection:
    """One more connection to a library that is open, to read from it in another thread."""
    how = "mode=ro&immutable=1" if opened.look else "mode=ro"
    return _try(path, how, busy_seconds=5.0)


def _with_log(path: Path, busy_seconds: float) -> sqlite3.Connection:
    try:
        return _try(path, "mode=ro", busy_seconds)
    except sqlite3.OperationalError as error:
        if not is_unwritable(error):
            raise
        raise LibraryBusy(
            _(
                "{name} has changes in a file beside it that can only be read where it can be "
                "written; copy both to a folder of your own."
            ).format(name=path.name)
        ) from error


def _try(path: Path, how: str, busy_seconds: float) -> sqlite3.Connection:
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?{how}", uri=True, timeout=busy_seconds, isolation_level=None
    )
    try:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except BaseException:
        connection.close()
        raise
    return connection


def look(path: Path) -> Look:
    """How the file and the logs beside it lie: sizes and times. Empty where there is none."""
    found: list[int] = []
    for file in (path, _beside(path, "-wal"), _beside(path, "-journal")):
        if file.exists():
            status = file.stat()
            found += (status.st_mtime_ns, status.st_size)
    return tuple(found)


def _has_log(path: Path) -> bool:
    logs = (_beside(path, "-wal"), _beside(path, "-journal"))
    return any(log.exists() and log.stat().st_size for log in logs)


def _beside(path: Path, ending: str) -> Path:
    return path.with_name(path.name + ending)


def too_old(path: Path, full: bool = False) -> LibraryError:
    """The error for an older library that cannot be brought up to date; ``full``: since the disk
    is."""
    if full:
        return LibraryBusy(
            _(
                "{name} was made by an older Annotator and has to be brought up to date, for which "
                "the disk is too full. Free some space first."
            ).format(name=path.name)
        )
    return LibraryBusy(
        _(
            "{name} was made by an older Annotator and cannot be brought up to date where it is; "
            "copy it to a folder of your own."
        ).format(name=path.name)
    )
