"""Local files as sources: known by their hash, kept in the library only where that is asked for."""

import hashlib
from pathlib import Path

from annotator.errors import InvalidValue, UnreadableFile
from annotator.i18n import _
from annotator.library.ledger.fields import Fields
from annotator.model.alphabet import normalise

_CHUNK = 1 << 20


def described(path: Path) -> Fields:
    """What is read off a file: name, title, hash. Raises ``UnreadableFile``."""
    from annotator import reading

    name = Path(normalise(path.name) or _("file"))  # some file systems let names be any bytes
    return {
        "file_name": name.name, "file_sha256": _hash(path), "title": reading.title_of_name(name),
    }  # fmt: skip


def _hash(path: Path) -> str:
    from annotator import reading

    if not path.is_file() or path.stat().st_size <= reading.MAX_BYTES:
        return hashlib.sha256(reading.load(path)).hexdigest()
    digest = hashlib.sha256()
    try:
        with path.open("rb") as file:
            while chunk := file.read(_CHUNK):
                digest.update(chunk)
    except OSError as error:
        raise UnreadableFile(
            _("“{name}” could not be read; check that you are allowed to, or copy it.").format(
                name=path.name
            )
        ) from error
    return digest.hexdigest()


def load(path: Path, sha256: str = "") -> bytes:
    """The bytes of a file that is to be kept. Raises ``InvalidValue`` where it is too large, or
    not the one with this hash; ``UnreadableFile``."""
    from annotator import reading

    if path.is_file() and path.stat().st_size > reading.MAX_BYTES:
        raise InvalidValue(
            _(
                "“{name}” is larger than 100 MB and cannot be stored in the library; add it without"
                " storing it: its hash is kept."
            ).format(name=path.name)
        )
    data = reading.load(path)
    if sha256 and hashlib.sha256(data).hexdigest() != sha256:
        raise InvalidValue(
            _("“{name}” is another file than the one that was named as the source.").format(
                name=path.name
            )
        )
    return data
