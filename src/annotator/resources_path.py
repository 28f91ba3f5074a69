"""Where the files shipped beside the code lie: in the wheel, in a checkout, in a frozen app."""

from functools import cache
from pathlib import Path


def resource(name: str) -> Path:
    """The path of a shipped file or folder, for example ``samples/harbour-study.txt``."""
    return _folder() / name


@cache
def _folder() -> Path:
    """Asked for dozens of times at the start, so looked for once."""
    package = Path(__file__).resolve().parent
    installed = package / "resources"
    return installed if installed.is_dir() else package.parents[1] / "resources"
