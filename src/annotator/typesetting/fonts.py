"""The two typefaces that come with Annotator, made known to Qt."""

from functools import cache
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtGui import QFontDatabase

PACKAGES = ("fontpkg_source_serif_4", "fontpkg_inter")


@cache
def load_fonts() -> tuple[str, ...]:
    """Registers Source Serif 4 and Inter with Qt, once; the families that are there now.

    A missing package is no error: Qt falls back on the system's fonts.
    """
    families: list[str] = []
    for package in PACKAGES:
        spec = find_spec(package)
        if spec is None or spec.origin is None:
            continue
        for path in sorted((Path(spec.origin).parent / "files").glob("*.ttf")):
            families += QFontDatabase.applicationFontFamilies(
                QFontDatabase.addApplicationFont(str(path))
            )
    return tuple(dict.fromkeys(families))
