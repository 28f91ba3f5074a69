"""What the window was started with: a library among the files, told by content."""

from pathlib import Path

from annotator.store.schema import APPLICATION_ID

SUFFIX = ".annotator"
_MAGIC = b"SQLite format 3\x00"
_ID_AT = 68
"""Where the application id stands in an SQLite file's header: four bytes, big-endian."""


def is_library(path: Path) -> bool:
    """Whether the file carries our application id, or is to be a new ``*.annotator``."""
    try:
        with path.open("rb") as file:
            head = file.read(100)
    except OSError:
        return path.suffix.lower() == SUFFIX and not path.is_dir()
    if not head:
        return path.suffix.lower() == SUFFIX
    carried = int.from_bytes(head[_ID_AT : _ID_AT + 4], "big")
    return head.startswith(_MAGIC) and carried == APPLICATION_ID


def sort_arguments(arguments: list[str]) -> tuple[Path | None, list[Path]]:
    """(library, files to import). Of several libraries the last one is opened."""
    paths = [Path(argument) for argument in arguments]
    libraries = [path for path in paths if is_library(path)]
    return (libraries[-1] if libraries else None), [p for p in paths if p not in libraries]
