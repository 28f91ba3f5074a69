"""What the window was started with: a library among the files, told by content."""

from pathlib import Path

from annotator.store import libraries

SUFFIX = ".annotator"


def is_library(path: Path) -> bool:
    """Whether the file carries our application id, or is to be a new ``*.annotator``."""
    try:
        fresh = path.stat().st_size == 0
    except OSError:
        fresh = True
    if fresh:
        return path.suffix.lower() == SUFFIX and not path.is_dir()
    return libraries.is_library(path)


def sort_arguments(arguments: list[str]) -> tuple[Path | None, list[Path]]:
    """(library, files to import). Of several libraries the last one is opened."""
    paths = [Path(argument) for argument in arguments]
    found = [path for path in paths if is_library(path)]
    return (found[-1] if found else None), [path for path in paths if path not in found]
