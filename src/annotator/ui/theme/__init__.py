"""How the window looks: tokens, fonts, icons, style sheet, and the theme that applies them."""

from annotator.ui.theme.colours import contrast, mix, tint
from annotator.ui.theme.theme import ICON_SIZE, MAX_SCALE, MIN_SCALE, SCHEME_NAMES, Theme
from annotator.ui.theme.tokens import DARK, LIGHT, SCHEMES, SEPIA, TONES, Tokens

__all__ = [
    "DARK",
    "ICON_SIZE",
    "LIGHT",
    "MAX_SCALE",
    "MIN_SCALE",
    "SCHEMES",
    "SCHEME_NAMES",
    "SEPIA",
    "TONES",
    "Theme",
    "Tokens",
    "contrast",
    "mix",
    "tint",
]
