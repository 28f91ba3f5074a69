"""Tokens for a platform set to high contrast: its own palette, taken as it is."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette

from annotator.ui.theme.tokens import DARK_MARKS, LIGHT_MARKS, Tokens

_Role = QPalette.ColorRole


def wanted() -> bool:
    """Whether the platform asks for high contrast (Qt tells from 6.10 on; before: no)."""
    hints = QGuiApplication.styleHints()
    if not hasattr(hints, "accessibility"):
        return False
    return hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast


def when_changed(call: Callable[..., None]) -> None:
    """Has ``call`` run when the platform's wish changes, where Qt tells."""
    hints = QGuiApplication.styleHints()
    if hasattr(hints, "accessibility"):
        hints.accessibility().contrastPreferenceChanged.connect(call)


def tokens_of(palette: QPalette) -> Tokens:
    """The platform's colours in our roles: two tones and one accent, nothing in between."""

    def name(role: QPalette.ColorRole) -> str:
        return palette.color(QPalette.ColorGroup.Active, role).name()

    paper, ink = name(_Role.Base), name(_Role.Text)
    dark = QColor(paper).lightnessF() < 0.5
    return Tokens(
        name="contrast",
        dark=dark,
        chrome=name(_Role.Window),
        paper=paper,
        card=paper,
        ink=ink,
        secondary=ink,
        hairline=ink,
        control=ink,
        selected=name(_Role.Button),
        accent=name(_Role.Highlight),
        accent_ground=paper,
        on_accent=name(_Role.HighlightedText),
        good=ink,
        middling=ink,
        bad=ink,
        shadow="#00000000",
        marks=DARK_MARKS if dark else LIGHT_MARKS,
    )
