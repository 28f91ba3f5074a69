"""The two typefaces that come with Annotator, made known to Qt, and their weights."""

from functools import cache
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF

PACKAGES = ("fontpkg_source_serif_4", "fontpkg_inter")
VARIABLE = ("Source Serif 4", "Inter")
_OPTICAL = {"Source Serif 4": (8.0, 60.0), "Inter": (14.0, 32.0)}
_SHARPER = 20 / 18.5
"""Screens and printers draw finer than the sizes suppose; running text gets the drawing for 20."""


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


def goes_italic(text: str, italic: QFont) -> bool:
    """Whether a font that is italic has all of a text that its upright sort has. In place of a
    script that is never slanted, such as Arabic, Qt draws boxes: it looks at slanted fonts only."""
    if text.isascii():
        return True
    plain = QFont(italic)
    plain.setItalic(False)
    slanted, upright = QFontMetricsF(italic), QFontMetricsF(plain)
    return not any(
        upright.inFontUcs4(ord(c)) and not slanted.inFontUcs4(ord(c))
        for c in set(text)
        if not c.isascii()
    )


def set_weight(font: QFont, weight: int, px: float) -> None:
    """Give a font its weight (100 to 900) and, where it has one, the drawing for its size.

    Our typefaces are variable: asked for a weight the usual way, Qt smears the regular outlines;
    the axis gives the drawn ones. Other families know only their own instances.
    """
    if font.family() in VARIABLE:
        low, high = _OPTICAL[font.family()]
        font.setVariableAxis(QFont.Tag("wght"), weight)
        font.setVariableAxis(QFont.Tag("opsz"), min(high, max(low, px * _SHARPER)))
    else:
        font.setWeight(QFont.Weight.Bold if weight >= 600 else QFont.Weight.Normal)
