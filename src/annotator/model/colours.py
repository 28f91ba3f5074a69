"""The colours on light paper, which the window's light scheme and exported pages share: a mark
looks the same on both because it is. Form: ``#rrggbb``."""

from collections.abc import Mapping
from types import MappingProxyType

from annotator.model.annotation import COLOURS

SECONDARY, HAIRLINE, CONTROL, ACCENT = "#5a5f66", "#e2ddd4", "#8b857a", "#2a5684"
"""Quieter text; rules between things; borders of what stands out; links and what is current."""
GOOD, MIDDLING, BAD = "#1f6b40", "#7d5200", "#a02a22"
"""A verdict by its tone."""
MARKS: Mapping[str, str] = MappingProxyType(
    dict(
        zip(
            COLOURS,
            (
                "#f3e385", "#eabdb7", "#b6f5c0", "#b0d7f8",
                "#c0b4fb", "#ff9ecf", "#f7ac5e", "#dcdedd",
            ),
            strict=True,
        )
    )
)  # fmt: skip
"""The ground of a mark by its colour's name."""

LINES: Mapping[str, str] = MappingProxyType(
    {
        "yellow": MIDDLING, "red": BAD, "green": GOOD, "blue": ACCENT,
        "purple": "#4a3a9c", "magenta": "#96155a", "orange": "#8a4500", "grey": "#4d5157",
    }
)  # fmt: skip
"""A mark's line on paper, which tells it from the others in black and white."""
