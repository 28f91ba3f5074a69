"""The colours of other programs' marks as ours."""

import colorsys
from collections.abc import Sequence

from annotator.model.colours import LINES, MARKS

_PALE = 0.12
"""Less saturation than this is grey to the eye."""
_HUES = (
    (19, "red"), (41, "orange"), (85, "yellow"), (168, "green"), (247, "blue"), (288, "purple"),
    (349, "magenta"), (360, "red"),
)  # fmt: skip
"""Up to which hue, in degrees, a colour is called so. Our own are no measure: a pale purple is
nearer to pure blue than a pale blue is."""


def nearest(colour: Sequence[float]) -> str:
    """Our colour that is most like one of a PDF (grey, RGB or CMYK, parts from 0 to 1): one of
    those we write, else one of its hue. No colour is yellow."""
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
    return next(name for last, name in _HUES if hue * 360 <= last)


def _is_same(one: Sequence[float], other: Sequence[float]) -> bool:
    return all(abs(a - b) < 0.01 for a, b in zip(one, other, strict=True))


def _parts(colour: str) -> tuple[float, float, float]:
    """``#rrggbb`` as parts from 0 to 1."""
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue
