"""Areas of pages: how large they are, and which of them only say that there is a note."""

from math import hypot

from annotator.model import Annotation

LARGEST_SIGN = 32.0
"""Points: programs put the signs of notes on pages in squares of 18 to 30."""


def area_size(annotation: Annotation) -> tuple[float, float]:
    """(width, height) of an area as it is seen, points; (0, 0) for what is no area."""
    quads = annotation.target.quads if annotation.target else ()
    if not quads:
        return 0.0, 0.0
    left, top, right, _top, low_left, low, _right, _low = quads[0]
    return hypot(right - left, _top - top), hypot(low_left - left, low - top)


def is_sign(annotation: Annotation) -> bool:
    """Whether an area came with its file as the sign of a note: it is about no picture then."""
    small = max(area_size(annotation)) <= LARGEST_SIGN
    return annotation.kind == "area" and bool(annotation.origin) and small
