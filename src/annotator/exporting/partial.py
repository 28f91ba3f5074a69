"""Files in the making, and what is left of them where a program was killed.

The first file of an export in a folder is kept locked while the export is at work; that of a killed
program is not, and whoever exports there next takes away all that belongs to it.
"""

import os
import secrets
import sys
from collections import defaultdict
from contextlib import suppress
from pathlib import Path

if sys.platform != "win32":
    import fcntl

_FORM = ".annotator-{name}-{number}.part"


class Partials:
    """The unfinished files of one export."""

    def __init__(self) -> None:
        self._name = secrets.token_hex(6)
        self._locks: dict[Path, int] = {}
        self._count = 0

    def new(self, place: Path) -> Path:
        """A new empty file in a folder. Raises ``OSError``."""
        while place not in self._locks:
            _sweep(place)
            made = self._path(place, 0)
            descriptor = os.open(made, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o666)
            _lock(descriptor)
            if made.exists():  # nobody swept it before it was locked
                self._locks[place] = descriptor
                return made
            os.close(descriptor)
        self._count += 1
        made = self._path(place, self._count)
        os.close(os.open(made, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o666))
        return made

    def _path(self, place: Path, number: int) -> Path:
        return place / _FORM.format(name=self._name, number=number)

    def release(self) -> None:
        """Lock nothing any more: all files are in place, or are to be taken away."""
        for descriptor in self._locks.values():
            os.close(descriptor)
        self._locks.clear()


def _sweep(place: Path) -> None:
    """Remove what exports that were killed left in a folder."""
    found: dict[str, list[Path]] = defaultdict(list)
    for left in place.glob(".annotator-*.part"):
        found[left.name.split("-")[1]].append(left)
    for files in found.values():
        with suppress(OSError):  # it is at work still, somebody else's, or gone by now
            _take(min(files, key=lambda file: (len(file.name), file.name)))
            for file in files:
                file.unlink(missing_ok=True)


def _take(file: Path) -> None:
    """Remove a file that nobody has locked. Raises ``OSError`` for another."""
    if sys.platform == "win32":  # no file that is open can be removed there
        file.unlink()
        return
    descriptor = os.open(file, os.O_RDWR)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        file.unlink()
    finally:
        os.close(descriptor)


def _lock(descriptor: int) -> None:
    if sys.platform != "win32":
        with suppress(OSError):  # a disk that knows no locks: then nobody takes it away, either
            fcntl.flock(descriptor, fcntl.LOCK_EX)
