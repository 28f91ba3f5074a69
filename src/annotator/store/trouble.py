"""SQLite's errors as sentences."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from annotator.errors import LibraryBusy, LibraryDamaged, LibraryError
from annotator.i18n import _


@contextmanager
def as_sentences(path: Path) -> Iterator[None]:
    """Turn what SQLite reports about the file at ``path`` into a ``LibraryError``.

    Errors that are ours (constraints, SQL) pass through: they are bugs.
    """
    try:
        yield
    except sqlite3.DatabaseError as error:
        sentence = _sentence(error, path)
        if sentence is None:
            raise
        raise sentence from error


def is_busy(error: BaseException | None) -> bool:
    """Whether SQLite says that another program has the file locked."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    return code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


_UNWRITABLE = (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM, sqlite3.SQLITE_CANTOPEN)
_NO_COMPANION = (
    sqlite3.SQLITE_IOERR_SHMOPEN, sqlite3.SQLITE_IOERR_SHMSIZE, sqlite3.SQLITE_IOERR_SHMLOCK,
    sqlite3.SQLITE_IOERR_SHMMAP,
)  # fmt: skip


def is_full(error: BaseException | None) -> bool:
    """Whether SQLite says that the disk is full: a write, or the file beside that it needs."""
    code = getattr(error, "sqlite_errorcode", 0)
    return code & 0xFF == sqlite3.SQLITE_FULL or code == sqlite3.SQLITE_IOERR_SHMSIZE


def is_unwritable(error: BaseException) -> bool:
    """Whether SQLite says that it cannot write here: what is there may still be read."""
    code = getattr(error, "sqlite_errorcode", 0)
    return code & 0xFF in _UNWRITABLE or is_full(error) or code in _NO_COMPANION


def cannot_write(path: Path, error: BaseException | None) -> str:
    """The sentence for a library that can be read, but not written."""
    if is_full(error):
        return _("Not saved: the disk is full. Free some space and try again.")
    return _("{name} cannot be written; copy it to a folder of your own.").format(name=path.name)


def _sentence(error: sqlite3.DatabaseError, path: Path) -> LibraryError | None:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    name = path.name
    match code:
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return LibraryBusy(
                _("{name} is in use by another program; close that one and try again.").format(
                    name=name
                )
            )
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_PERM | sqlite3.SQLITE_FULL:
            return LibraryBusy(cannot_write(path, error))
        case sqlite3.SQLITE_IOERR if error.sqlite_errorcode == sqlite3.SQLITE_IOERR_SHMSIZE:
            return LibraryBusy(  # its companion does not fit, so that it cannot even be read
                _("{name} cannot be opened: the disk is full. Free some space first.").format(
                    name=name
                )
            )
        case sqlite3.SQLITE_IOERR:
            return LibraryBusy(
                _("Not saved: the disk that holds {name} does not answer as it should.").format(
                    name=name
                )
            )
        case sqlite3.SQLITE_CANTOPEN:
            return LibraryBusy(
                _("{name} cannot be opened; check that its folder exists and is yours.").format(
                    name=name
                )
            )
        case sqlite3.SQLITE_CORRUPT:
            return damaged(path)
        case sqlite3.SQLITE_NOTADB:
            return LibraryDamaged(
                _(
                    "{name} is not a library, or its beginning is damaged; it was left as it is. "
                    "Choose another file or a backup (they lie beside it, named “…backup…”)."
                ).format(name=name)
            )
    return None


def damaged(path: Path) -> LibraryDamaged:
    """The error for a file that SQLite cannot read."""
    return LibraryDamaged(
        _(
            "{name} is damaged and was left as it is; "
            "open a backup of it (they lie beside it, named “…backup…”)."
        ).format(name=path.name)
    )
