"""Where the files shipped beside the code lie: in the wheel, in a checkout, in a frozen app."""

from pathlib import Path


def resource(name: str) -> Path:
    """The path of a shipped file or folder, for example ``samples/harbour-study.txt``."""
    package = Path(__file__).resolve().parent
    installed = package / "resources" / name
    if installed.exists():
        return installed
    return package.parents[1] / "resources" / name
