"""The page: paper, columns, colours. Lengths are px at 96 to the inch, 0.75 pt each."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from annotator.model.colours import (
    ACCENT,
    BAD,
    CONTROL,
    GOOD,
    HAIRLINE,
    LINES,
    MARKS,
    MIDDLING,
    SECONDARY,
)

__all__ = [
    "ACCENT", "CONTROL", "HAIRLINE", "INK", "LOOKS", "PAPER", "POINT", "SECONDARY", "SHEETS",
    "TONES", "Look", "Sheet",
]  # fmt: skip

POINT = 0.75
"""Points of a px."""

INK, PAPER = "#1c1f23", "#ffffff"
TONES: Mapping[str, str] = MappingProxyType(
    {"good": GOOD, "middling": MIDDLING, "bad": BAD, "none": SECONDARY}
)
"""A verdict's colour by its tone, as on the screen."""


@dataclass(frozen=True, slots=True)
class Look:
    """A mark's colour on paper: its ground, its line's colour and the line's pattern, which tells
    it from the others in black and white.

    ``dashes`` alternate on and off, in units of the line's width; ``shape`` is ``line`` |
    ``double`` | ``wave``.
    """

    ground: str
    line: str
    dashes: tuple[float, ...] = ()
    shape: str = "line"
    round: bool = False


LOOKS: Mapping[str, Look] = MappingProxyType(
    {
        "yellow": Look(MARKS["yellow"], LINES["yellow"]),
        "red": Look(MARKS["red"], LINES["red"], shape="double"),
        "green": Look(MARKS["green"], LINES["green"], (3.5, 2)),
        "blue": Look(MARKS["blue"], LINES["blue"], (0, 2.2), round=True),
        "purple": Look(MARKS["purple"], LINES["purple"], shape="wave"),
        "magenta": Look(MARKS["magenta"], LINES["magenta"], (5, 2, 1, 2)),
        "orange": Look(MARKS["orange"], LINES["orange"], (5, 2, 1, 2, 1, 2)),
        "grey": Look(MARKS["grey"], LINES["grey"], (9, 3)),
    }
)


@dataclass(frozen=True, slots=True)
class Sheet:
    """Where things stand on a page, px from its top left corner."""

    width: float
    height: float
    top: float = 62
    left: float = 66
    text_width: float = 440
    margin_left: float = 538
    right: float = 50
    bar: float = 11  # from the margin's left to the words of a note

    @property
    def bottom(self) -> float:
        """Where text ends."""
        return self.height - 80

    @property
    def foot(self) -> float:
        """The rule above the page's foot."""
        return self.height - 60

    @property
    def room(self) -> float:
        """The text's height on a page."""
        return self.bottom - self.top

    @property
    def note_width(self) -> float:
        """The width of a note's words in the margin."""
        return self.width - self.right - self.margin_left - self.bar


SHEETS: Mapping[str, Sheet] = MappingProxyType(
    {"a4": Sheet(210 / 25.4 * 96, 297 / 25.4 * 96), "letter": Sheet(8.5 * 96, 11 * 96)}
)
