"""How an article is set: sizes and colours, nothing of Qt in it."""

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Heading:
    """A level of heading: size and line height in parts of the text's and its own size, weight."""

    size: float
    weight: int
    leading: float


HEADINGS = (
    Heading(32 / 18.5, 650, 1.18),
    Heading(22 / 18.5, 620, 1.3),
    Heading(19.5 / 18.5, 620, 1.35),
    Heading(1.0, 650, 1.4),
    Heading(1.0, 600, 1.4),
    Heading(0.95, 600, 1.4),
)


MONOSPACED = (
    "DejaVu Sans Mono", "Cascadia Mono", "Consolas", "Menlo", "Liberation Mono", "Courier New",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class TypeStyle:
    """Sizes and lengths are px of the device the text is laid out for; ``dpi`` says how many of
    them make an inch there. Fonts are asked for in points; on a screen Qt draws them in whole px,
    so 18.5 px is 19 there and exact on paper, where a px is divided.

    ``measure`` is the text's width. ``leading`` is a line's height in parts of the size. Lengths
    that belong to the type (gaps, indents) follow the size. Colours are ``#rrggbb``. ``ligatures``
    off is for PDF, where "ﬃ" would not be found by a search. ``weight`` is that of running text.
    """

    family: str = "Source Serif 4"
    size: float = 18.5
    leading: float = 1.62
    measure: float = 600.0
    weight: int = 400
    ink: str = "#1f2328"
    secondary: str = "#5a5f66"
    accent: str = "#2a5684"
    hairline: str = "#e2ddd4"
    control: str = "#8b857a"
    code_ground: str = "#f4f2ee"
    code_families: tuple[str, ...] = MONOSPACED
    ligatures: bool = True
    dpi: float = 96.0
    zoom: float = 1.0
    """By how much the sizes are larger than they are meant to be read at: letters are drawn for
    the size without it, so that a zoomed text breaks its lines alike."""
    paragraph_gap: float = 14 / 18.5
    head_room: float = 0.0
    """px kept free under the title, for the line of details the view puts there."""
    headings: tuple[Heading, ...] = HEADINGS

    def px(self, ems: float) -> float:
        """A length given in parts of the size, in px."""
        return ems * self.size

    def points(self, px: float) -> float:
        """A type size in px as the points that a font is asked for."""
        return px * 72 / self.dpi

    def zoomed(self, factor: float) -> "TypeStyle":
        """The same setting, larger or smaller; the column grows with it, so lines break alike."""
        return replace(
            self, size=self.size * factor, measure=self.measure * factor, zoom=self.zoom * factor
        )
