"""The colours of other programs' marks as ours."""

import colorsys
from collections.abc import Sequence

from annotator.model.colours import LINES, MARKS

_PALE = 0.12
"""Less saturation than this is grey to the eye."""


def nearest(colour: Sequence[float]) -> str:
    """Our colour that is most like one of a PDF (grey, RGB or CMYK, parts from 0 to 1): one of
    those we write, else that of the nearest hue. No colour is yellow."""
    match [min(1.0, max(0.0, part)) for part in colour]:
        case [red, green, blue]:
            wanted = (red, green, blue)
        case [cyan, magenta, yellow, black]:
            red, green, blue = ((1 - part) * (1 - black) for part in (cyan, magenta, yellow))
            wanted = (red, green, blue)
        case [_grey]:
            return "grey"
        case _:
            return "yellow"
    for name in MARKS:
        if any(_is_same(wanted, _parts(shown)) for shown in (MARKS[name], LINES[name])):
            return name
    hue, saturation, value = colorsys.rgb_to_hsv(*wanted)
    if saturation * value < _PALE:
        return "grey"
    return min((name for name in MARKS if name != "grey"), key=lambda name: _apart(hue, name))


def _is_same(one: Sequence[float], other: Sequence[float]) -> bool:
    return all(abs(a - b) < 0.01 for a, b in zip(one, other, strict=True))


def _apart(hue: float, name: str) -> float:
    """How far apart two hues are on the circle."""
    apart = abs(hue - colorsys.rgb_to_hsv(*_parts(MARKS[name]))[0])
    return min(apart, 1 - apart)


def _parts(colour: str) -> tuple[float, float, float]:
    """``#rrggbb`` as parts from 0 to 1."""
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue
