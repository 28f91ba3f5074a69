"""The colours everything is painted with, one set a scheme.

Names are roles, not hues: a widget asks for ``secondary``, never for a grey. Form: ``#rrggbb``.
The eight marks keep a CAM02-UCS distance of at least 8 from each other in simulated deuteranopia
and protanopia, and the ink on them a contrast of 8 (5 in the dark); ``tests/ui/test_tokens.py``
computes all of it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from annotator.model import colours
from annotator.model.annotation import COLOURS

TONES = ("good", "middling", "bad", "none")
"""What a verdict's colour and sign may say; ``none`` is a claim without one."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """One scheme's colours.

    ``chrome`` is the window around the ``paper`` the article is set on; ``card`` what stands on the
    chrome. ``ink`` is text, ``secondary`` quieter text. ``hairline`` divides, ``control`` borders
    what can be operated. ``selected`` grounds a chosen row, ``accent`` marks what is current, and
    ``on_accent`` is text upon it. ``shadow`` carries its alpha: ``#aarrggbb``.
    """

    name: str
    dark: bool
    chrome: str
    paper: str
    card: str
    ink: str
    secondary: str
    hairline: str
    control: str
    selected: str
    accent: str
    accent_ground: str
    on_accent: str
    good: str
    middling: str
    bad: str
    shadow: str
    marks: Mapping[str, str]

    def tone(self, tone: str) -> str:
        """The colour of a verdict's tone, see ``TONES``."""
        return self.secondary if tone in ("none", "") else str(getattr(self, tone))

    def colour(self, token: str) -> str:
        """The colour of a role or of a mark, by name."""
        return self.marks[token] if token in self.marks else str(getattr(self, token))


def _marks(*grounds: str) -> Mapping[str, str]:
    return MappingProxyType(dict(zip(COLOURS, grounds, strict=True)))


LIGHT_MARKS = colours.MARKS
DARK_MARKS = _marks(
    "#6e5d0c", "#864f51", "#16552d", "#3d6275", "#544183", "#602251", "#592a00", "#383635"
)  # fmt: skip
SEPIA_MARKS = _marks(
    "#efde7e", "#e6b9ae", "#b0f0b2", "#b4d7ed", "#c1b5ed", "#fc9dc6", "#f5aa5a", "#d8d9d4"
)  # fmt: skip

LIGHT = Tokens(
    name="light",
    dark=False,
    chrome="#f4f2ee",
    paper="#fffdf9",
    card="#fffdf9",
    ink="#1f2328",
    secondary=colours.SECONDARY,
    hairline=colours.HAIRLINE,
    control=colours.CONTROL,
    selected="#e8e4db",
    accent=colours.ACCENT,
    accent_ground="#e3ecf5",
    on_accent="#fffdf9",
    good=colours.GOOD,
    middling=colours.MIDDLING,
    bad=colours.BAD,
    shadow="#291e190f",
    marks=LIGHT_MARKS,
)

DARK = Tokens(
    name="dark",
    dark=True,
    chrome="#1e1f22",
    paper="#17181a",
    card="#232427",
    ink="#e6e2da",
    secondary="#a9a7a1",
    hairline="#2f3033",
    control="#7b7c82",
    selected="#2c2e32",
    accent="#8bb8e8",
    accent_ground="#24354a",
    on_accent="#10151b",
    good="#7fcf9c",
    middling="#e2b44c",
    bad="#f39a90",
    shadow="#80000000",
    marks=DARK_MARKS,
)

SEPIA = Tokens(
    name="sepia",
    dark=False,
    chrome="#ece1cb",
    paper="#f6eddb",
    card="#f9f2e4",
    ink="#2a2218",
    secondary="#5b4f3c",
    hairline="#d9cbb0",
    control="#837559",
    selected="#e0d3b9",
    accent="#2a4f78",
    accent_ground="#dbe1e0",
    on_accent="#fbf5e8",
    good="#1d5f39",
    middling="#6f4700",
    bad="#95261f",
    shadow="#2e2a1c08",
    marks=SEPIA_MARKS,
)

SCHEMES: Mapping[str, Tokens] = MappingProxyType({"light": LIGHT, "dark": DARK, "sepia": SEPIA})
