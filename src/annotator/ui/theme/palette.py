"""The tokens as a QPalette, for what the style draws without the style sheet."""

from PySide6.QtGui import QColor, QPalette

from annotator.ui.theme.colours import mix
from annotator.ui.theme.tokens import Tokens

_Role = QPalette.ColorRole
_Group = QPalette.ColorGroup


def make(tokens: Tokens) -> QPalette:
    """A palette with every role set, disabled text quieter."""
    palette = QPalette(QColor(tokens.chrome))
    roles = {
        _Role.Window: tokens.chrome,
        _Role.WindowText: tokens.ink,
        _Role.Base: tokens.paper,
        _Role.AlternateBase: tokens.chrome,
        _Role.Text: tokens.ink,
        _Role.Button: tokens.card,
        _Role.ButtonText: tokens.ink,
        _Role.BrightText: tokens.bad,
        _Role.ToolTipBase: tokens.card,
        _Role.ToolTipText: tokens.ink,
        _Role.PlaceholderText: tokens.secondary,
        _Role.Highlight: tokens.accent,
        _Role.HighlightedText: tokens.on_accent,
        _Role.Link: tokens.accent,
        _Role.LinkVisited: tokens.accent,
        _Role.Accent: tokens.accent,
        _Role.Light: tokens.card,
        _Role.Midlight: tokens.selected,
        _Role.Mid: tokens.hairline,
        _Role.Dark: tokens.control,
        _Role.Shadow: tokens.control,
    }
    for role, colour in roles.items():
        palette.setColor(role, QColor(colour))
    quiet = mix(tokens.secondary, tokens.chrome, 0.6)
    for role in (_Role.WindowText, _Role.Text, _Role.ButtonText):
        palette.setColor(_Group.Disabled, role, quiet)
    return palette
