"""The interface's type: roles, each a family, size in px at 100 % and weight."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from PySide6.QtGui import QFont, QGuiApplication

UI_FAMILY = "Inter"
SERIF_FAMILY = "Source Serif 4"


@dataclass(frozen=True, slots=True)
class Role:
    """``spacing`` is letter spacing in parts of the size."""

    family: str
    size: float
    weight: int
    capitals: bool = False
    spacing: float = 0.0


ROLES: Mapping[str, Role] = MappingProxyType(
    {
        "ui": Role(UI_FAMILY, 13, 400),
        "button": Role(UI_FAMILY, 13, 550),
        "strong": Role(UI_FAMILY, 13, 570),
        "small": Role(UI_FAMILY, 12, 400),
        "small_strong": Role(UI_FAMILY, 12, 600),
        "caps": Role(UI_FAMILY, 11, 600, capitals=True, spacing=0.05),
        "key": Role(UI_FAMILY, 11, 500),
        "badge": Role(UI_FAMILY, 11, 600),
        "serif": Role(SERIF_FAMILY, 14.5, 400),
        "serif_strong": Role(SERIF_FAMILY, 16, 600),
        "title": Role(SERIF_FAMILY, 20, 620),
    }
)


def points(px: float) -> float:
    """Pixels as points on this screen: ``QFont.setPixelSize`` takes whole pixels only."""
    screen = QGuiApplication.primaryScreen()
    return px * 72 / (screen.logicalDotsPerInch() if screen else 96)


def weigh(font: QFont, weight: int) -> None:
    """Sets a variable font's weight by its axis.

    ``QFont.setWeight`` finds no instance between regular and bold in an application font, and
    smears the regular outlines from 600 on; the axis gives the drawn weight.
    """
    font.setVariableAxis(QFont.Tag("wght"), weight)


def role_font(role: str, scale: float) -> QFont:
    """The font of a role at an interface scale."""
    spec = ROLES[role]
    font = QFont(spec.family)
    font.setPointSizeF(points(spec.size * scale))
    weigh(font, spec.weight)
    if spec.capitals:
        font.setCapitalization(QFont.Capitalization.AllUppercase)
    if spec.spacing:
        font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 100 * (1 + spec.spacing))
    return font
