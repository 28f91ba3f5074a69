"""A pack's file: a zip with ``pack.json`` and the articles' files under their hashes.

Read within bounds: a file that claims little and unpacks to much is refused.
"""

import hashlib
import zipfile
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from annotator.errors import InvalidValue, UnreadableFile
from annotator.i18n import _
from annotator.library.packs.pack import Pack, from_json, no_pack, to_json
from annotator.reading import MAX_BYTES

CONTENTS = "pack.json"
SUFFIX = ".annotator-pack"
_MOST_CONTENTS = 16 << 20
_MOST_FILES = 1 << 30
"""Bytes of all articles of a pack: they are held in memory at once."""
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the same pack is the same file


@dataclass(frozen=True, slots=True)
class OpenedPack:
    """A pack that was read, and the bytes of its articles by hash."""

    pack: Pack
    files: Mapping[str, bytes]


def write(path: Path, pack: Pack, files: Mapping[str, bytes]) -> None:
    """Write a pack. Raises ``ExportFailed``, and ``InvalidValue`` where nobody could read it again;
    then nothing is left behind."""
    from annotator.exporting.writing import Outputs

    if sum(map(len, files.values())) > _MOST_FILES:
        raise InvalidValue(
            _("These articles are more than one pack can hold; choose fewer of them.")
        )
    with (
        Outputs() as outputs,
        zipfile.ZipFile(outputs.file(path), "w", zipfile.ZIP_DEFLATED) as archive,
    ):
        _add(archive, CONTENTS, to_json(pack))
        for sha256, data in files.items():
            _add(archive, f"articles/{sha256}", data)


def _add(archive: zipfile.ZipFile, name: str, data: bytes) -> None:
    info = zipfile.ZipInfo(name, _EPOCH)
    info.compress_type = zipfile.ZIP_DEFLATED
    info.external_attr = 0o644 << 16
    archive.writestr(info, data)


def read(path: Path) -> OpenedPack:
    """Read a pack. Raises ``UnreadableFile``."""
    try:
        with zipfile.ZipFile(path) as archive:
            pack = from_json(_member(archive, CONTENTS, _MOST_CONTENTS))
            files = _articles(archive, {article.sha256 for article in pack.articles})
    except OSError as error:
        raise UnreadableFile(
            _("{path} cannot be read: {why}").format(path=path, why=error.strerror or error)
        ) from error
    except (
        zipfile.BadZipFile, zlib.error, KeyError, ValueError, NotImplementedError, RuntimeError,
        EOFError,
    ) as error:  # fmt: skip
        raise no_pack() from error
    return OpenedPack(pack, files)


def _articles(archive: zipfile.ZipFile, hashes: Iterable[str]) -> dict[str, bytes]:
    files: dict[str, bytes] = {}
    room = _MOST_FILES
    for sha256 in sorted(hashes):
        data = _member(archive, f"articles/{sha256}", min(MAX_BYTES, room))
        if hashlib.sha256(data).hexdigest() != sha256:
            raise no_pack()
        files[sha256] = data
        room -= len(data)
    return files


def _member(archive: zipfile.ZipFile, name: str, most: int) -> bytes:
    if archive.getinfo(name).compress_type not in _METHODS:
        raise no_pack()
    with archive.open(name) as member:
        data = member.read(most + 1)
    if len(data) > most:
        raise UnreadableFile(_("This pack is too large to be read."))
    return data
