"""A line of a page, and the styles in it.

A line's *frame* is the page turned so that the line runs from left to right (a column of vertical
writing: as if it were turned) and y grows towards the next line. Lengths are points.
"""

from dataclasses import dataclass
from typing import NamedTuple

from annotator.pdf.space import Box


class Style(NamedTuple):
    """``[start, end)`` of what it is said of: units here, of the page's text in ``page_text``.
    ``script`` is "super", "sub" or ""."""

    start: int
    end: int
    bold: bool = False
    italic: bool = False
    script: str = ""

    @property
    def plain(self) -> bool:
        """Whether there is nothing to it."""
        return not (self.bold or self.italic or self.script)

    def continues(self, before: "Style") -> bool:
        """Whether it is the same style, close behind: at most a blank is between."""
        return self[2:] == before[2:] and self.start - before.end <= 1


@dataclass(slots=True)
class Line:
    """Units ``[start, end)`` on one baseline. ``hyphen``: a word is broken at its end.

    ``angle`` is the direction of reading in degrees against the clock, to the next right angle;
    ``slanted`` says it is not quite that, ``cos`` and ``sin`` are exact. In the frame: ``x0`` to
    ``x1`` along, ``y`` the baseline. ``gaps`` are (from, to) of wide blanks inside; ``styles``
    what changes inside, none where it is of one style.
    """

    start: int
    end: int
    hyphen: bool
    angle: int
    slanted: bool
    cos: float
    sin: float
    x0: float
    x1: float
    y: float
    size: float
    sizes: tuple[float, float]  # from the smallest to the largest
    bold: bool
    italic: bool
    fixed: bool
    rtl: bool
    upright: bool  # vertical writing
    raised: bool  # begins with a small figure set high: a note
    box: Box
    gaps: tuple[tuple[float, float], ...] = ()
    styles: tuple[Style, ...] = ()

    @property
    def width(self) -> float:
        """How long it is."""
        return self.x1 - self.x0

    @property
    def top(self) -> float:
        """About where its tallest letters end."""
        return self.y - 0.8 * self.size

    @property
    def bottom(self) -> float:
        """About where its deepest letters end."""
        return self.y + 0.2 * self.size

    def span(self, box: Box) -> tuple[float, float]:
        """(from, to) of a box along the line."""
        one, other = self.across(box[0], box[1])[0], self.across(box[2], box[3])[0]
        return (one, other) if one <= other else (other, one)

    def across(self, x: float, y: float) -> tuple[float, float]:
        """A point of user space in the line's frame."""
        return x * self.cos + y * self.sin, x * self.sin - y * self.cos
