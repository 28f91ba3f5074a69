"""Telling a library from other files, whether or not somebody has it open.

SQLite itself is asked: a file that is opened and closed by other means loses the locks that an open
library has on it (POSIX). A young library's application id may lie in the log beside it only.
"""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from annotator.store.schema import APPLICATION_ID

_BESIDE = ("-wal", "-shm", "-journal")


def is_library(path: Path) -> bool:
    """Whether there is an Annotator library at ``path``."""
    if not path.is_file():
        return False
    if _application_id(path, "mode=ro&immutable=1") == APPLICATION_ID:
        return True
    log = path.with_name(path.name + _BESIDE[0])
    return log.is_file() and _application_id(path, "mode=ro") == APPLICATION_ID


def belongs_to_library(path: Path) -> bool:
    """Whether ``path`` is a library or one of the files that SQLite keeps beside it, by this or
    another name."""
    for each in {path, Path(os.path.realpath(path))}:
        names = {each.name, *(each.name.removesuffix(ending) for ending in _BESIDE)} - {""}
        if any(is_library(each.with_name(name)) for name in names):
            return True
    return False


def _application_id(path: Path, how: str) -> int | None:
    """None where it is no database, or cannot be read."""
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?{how}", uri=True)) as connection:
            return int(connection.execute("PRAGMA application_id").fetchone()[0])
    except sqlite3.DatabaseError:
        return None
