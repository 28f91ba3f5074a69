"""Files put in place whole or not at all.

Everything is written beside its place under a temporary name, then moved: a full disk, a cancelled
export or a crash leaves what was there before.
"""

import errno
import os
import sys
from contextlib import suppress
from pathlib import Path
from types import TracebackType

from annotator.errors import ExportFailed
from annotator.exporting.partial import Partials
from annotator.i18n import _
from annotator.store.libraries import belongs_to_library


class Outputs:
    """The files of one export; all are moved into place when the ``with`` block ends well.

    Any exception inside the block removes the temporary files and goes on, an ``OSError`` as an
    ``ExportFailed``.
    """

    def __init__(self) -> None:
        self._files: list[tuple[Path, Path]] = []
        self._folders: list[Path] = []
        self._partials = Partials()

    def __enter__(self) -> "Outputs":
        return self

    def file(self, path: Path) -> Path:
        """A new empty file to write to, in the folder of ``path``, where it will be moved.

        Raises ``ExportFailed`` where the folder cannot be written to, or ``path`` is a library.
        """
        refuse_libraries(path)
        if path.is_dir():
            raise ExportFailed(_("“{path}” is a folder; name the file to write.").format(path=path))
        name = path
        if path.is_symlink():  # the link stays, and leads to what is written
            path = Path(os.path.realpath(path))
        if path.is_symlink() or (
            path.exists() and not path.is_file()
        ):  # a circle, a pipe, a device
            raise ExportFailed(
                _("“{path}” is not a file; name the file to write.").format(path=name)
            )
        try:
            temporary = self._partials.new(path.parent)
        except OSError as error:
            raise ExportFailed(_sentence(error, path)) from error
        self._files.append((temporary, path))
        return temporary

    def write_beside(self, path: Path, data: bytes) -> None:
        """Write a whole file in a folder of its own, which goes again where the export fails."""
        folder = path.parent
        try:
            if not folder.exists():
                folder.mkdir()
                self._folders.append(folder)
        except OSError as error:
            raise ExportFailed(_sentence(error, folder)) from error
        self.write(path, data)

    def write(self, path: Path, data: bytes) -> None:
        """Write a whole file."""
        temporary = self.file(path)
        try:
            temporary.write_bytes(data)
        except OSError as error:
            raise ExportFailed(_sentence(error, path)) from error

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        try:
            if error is None:
                self._move()
            elif isinstance(error, OSError):
                raise ExportFailed(_sentence(error, self._place())) from error
        finally:
            self._partials.release()
            for temporary, _path in self._files:
                temporary.unlink(missing_ok=True)
            for folder in self._folders:
                with suppress(OSError):  # what was written stands in it
                    folder.rmdir()

    def _place(self) -> Path:
        return self._files[-1][1] if self._files else Path()

    def _move(self) -> None:
        path = self._place()
        try:
            for temporary, _path in self._files:
                _to_disk(temporary)
            if sys.platform == "win32":  # no file that is open can be moved there
                self._partials.release()
            for temporary, path in reversed(self._files):  # the one that is locked last
                temporary.replace(path)
        except OSError as error:
            raise ExportFailed(_sentence(error, path)) from error


def refuse_libraries(path: Path) -> None:
    """Raises ``ExportFailed`` where a library, or a part of one, would be overwritten."""
    if belongs_to_library(path):
        raise ExportFailed(
            _("Nothing was written: “{path}” is an Annotator library; choose another name.").format(
                path=path
            )
        )


def folder(path: Path) -> Path:
    """The folder, made if need be. Raises ``ExportFailed``."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ExportFailed(_sentence(error, path)) from error
    return path


def _to_disk(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _sentence(error: OSError, path: Path) -> str:
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT:
            text = _(
                "Nothing was written to “{path}”: the disk is full; make room or choose another."
            )
        case errno.ENOENT:
            text = _("Nothing was written: the folder of “{path}” does not exist; choose another.")
        case errno.ENOTDIR | errno.EEXIST:
            text = _("Nothing was written: “{path}” is a file, not a folder; choose another name.")
        case errno.EACCES | errno.EPERM | errno.EROFS:
            text = _(
                "Nothing was written: you may not write to “{path}”, or another program has it "
                "open; choose another place."
            )
        case errno.ENAMETOOLONG:
            text = _("Nothing was written: the name “{path}” is too long; choose a shorter one.")
        case _other:
            text = _("Nothing was written to “{path}” ({reason}); choose another place.")
    return text.format(path=path, reason=error.strerror or error)
