"""The page: paper, columns, colours. Lengths are px at 96 to the inch, 0.75 pt each."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

POINT = 0.75
"""Points of a px."""

INK, SECONDARY, HAIRLINE, CONTROL = "#1c1f23", "#5a5f66", "#e2ddd4", "#8b857a"
ACCENT, PAPER = "#2a5684", "#ffffff"
TONES: Mapping[str, str] = MappingProxyType(
    {"good": "#1f6b40", "middling": "#7d5200", "bad": "#a02a22", "none": SECONDARY}
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
        "yellow": Look("#f3e385", "#7d5200"),
        "red": Look("#eabdb7", "#a02a22", shape="double"),
        "green": Look("#b6f5c0", "#1f6b40", (3.5, 2)),
        "blue": Look("#b0d7f8", "#2a5684", (0, 2.2), round=True),
        "purple": Look("#c0b4fb", "#4a3a9c", shape="wave"),
        "magenta": Look("#ff9ecf", "#96155a", (5, 2, 1, 2)),
        "orange": Look("#f7ac5e", "#8a4500", (5, 2, 1, 2, 1, 2)),
        "grey": Look("#dcdedd", "#4d5157", (9, 3)),
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
