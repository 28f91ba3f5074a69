"""How a mark on a page of the original looks, in the page's own space: lines may run in any
direction there."""

import math
from collections.abc import Iterator, Sequence

from annotator.exporting.original.marks import PdfMark
from annotator.exporting.pdf.appearance import Box, ops, painted, rounded
from annotator.exporting.pdf.sheet import CONTROL, INK, PAPER
from annotator.model.embedded import Quad

BORDER = 1.5
"""Width of an area's border, user space units."""
PAD = 3.0
"""How far a mark's lines may reach out of its quads."""
NOTE = 18.0
"""Width and height of the sign of a note about the whole article."""
_FIGURE = 6.0
_ADVANCE = 0.556  # of a figure in Helvetica-Bold, of its size


def rectangle(mark: PdfMark) -> Box:
    """The annotation's rectangle, with room for all that is drawn; an area's is the area, which is
    what other programs take it for."""
    x0, y0, x1, y1 = mark.box
    if mark.style == "area":
        return mark.box
    out = PAD if not mark.label else PAD + len(mark.label) * _FIGURE + _FIGURE
    return x0 - out, y0 - out, x1 + out, y1 + out


def operators(mark: PdfMark) -> str:
    """What draws the mark: needs the graphics state ``/Multiply`` and, for a number, the font
    ``/Bold``."""
    if mark.style == "area":
        drawn = [_border(mark)]
    elif mark.style == "note":
        drawn = [_sign(mark)]
    else:
        drawn = list(_lines(mark))
    if mark.label and mark.quads:
        drawn.append(_number(mark))
    return "\n".join(drawn)


def _lines(mark: PdfMark) -> Iterator[str]:
    """Ground and line of each of its quads, those of one direction together."""
    by_angle: dict[float, list[Quad]] = {}
    for quad in mark.quads:
        by_angle.setdefault(_angle(quad), []).append(quad)
    underline = mark.style == "underline"
    for angle, quads in by_angle.items():
        boxes = [_turned(quad, -angle) for quad in quads]
        drawn = painted(mark.look, mark.ink, mark.strong, boxes, underline)
        yield f"q {_turn(angle)}{drawn}\nQ"


def _angle(quad: Quad) -> float:
    """The direction in which its line is read, degrees against the clock from the right."""
    lower = quad[6] - quad[4], quad[7] - quad[5]
    upper = quad[2] - quad[0], quad[3] - quad[1]
    x, y = lower if any(lower) else upper
    return round(math.degrees(math.atan2(y, x)), 1) % 360


def _turned(quad: Quad, angle: float) -> Box:
    """The quad's box after a turn about the origin."""
    c, s = _direction(angle)
    xs = [x * c - y * s for x, y in zip(quad[::2], quad[1::2], strict=True)]
    ys = [x * s + y * c for x, y in zip(quad[::2], quad[1::2], strict=True)]
    return min(xs), min(ys), max(xs), max(ys)


def _turn(angle: float) -> str:
    if angle == 0:
        return ""
    c, s = _direction(angle)
    return f"{c:.6g} {s:.6g} {-s:.6g} {c:.6g} 0 0 cm\n"


def _direction(angle: float) -> tuple[float, float]:
    turn = math.radians(angle)
    return round(math.cos(turn), 9), round(math.sin(turn), 9)


def _border(mark: PdfMark) -> str:
    """A border inside the area's rectangle, and a faint one in white to stand off from dark."""
    x0, y0, x1, y1 = mark.box
    half = BORDER / 2
    width, height = max(0.1, x1 - x0 - BORDER), max(0.1, y1 - y0 - BORDER)
    box = f"{x0 + half:.2f} {y0 + half:.2f} {width:.2f} {height:.2f} re S"
    return f"{ops(mark.ink, 'RG')}\n{BORDER:g} w 0 j\n{box}"


def _sign(mark: PdfMark) -> str:
    """A sheet with lines of writing, in its quad."""
    x0, y0, x1, y1 = mark.box
    paper = rounded(x0 + 1, y0 + 1, x1 - 1, y1 - 1, 2)
    wide = x1 - x0
    rules = "".join(
        f"{x0 + wide * 0.25:.2f} {y0 + (y1 - y0) * part:.2f} m "
        f"{x1 - wide * 0.25:.2f} {y0 + (y1 - y0) * part:.2f} l S "
        for part in (0.3, 0.5, 0.7)
    )
    return f"{ops(mark.look.ground, 'rg')} {ops(mark.ink, 'RG')} 1 w\n{paper} h B\n{rules}"


def _number(mark: PdfMark) -> str:
    """Its number in a frame, at the end of its last line as that is read, in an area's corner."""
    quad: Sequence[float] = mark.quads[-1]
    c, s = _direction(_angle(mark.quads[-1]))
    width = _FIGURE * (len(mark.label) * _ADVANCE + 0.7)
    high = _FIGURE * 1.35
    frame = rounded(0, 0, width, high, _FIGURE * 0.4)
    along, up = (-width - 2, -high - 2) if mark.style == "area" else (0, -high * 0.6)
    x, y = quad[2] + along * c - up * s, quad[3] + along * s + up * c
    return (
        f"q {c:.6g} {s:.6g} {-s:.6g} {c:.6g} {x:.2f} {y:.2f} cm\n"
        f"{ops(PAPER, 'rg')} {ops(CONTROL, 'RG')} 0.5 w {frame} h B\n"
        f"{ops(INK, 'rg')} BT /Bold {_FIGURE:g} Tf {_FIGURE * 0.35:.2f} {_FIGURE * 0.33:.2f} Td"
        f" ({mark.label}) Tj ET Q"
    )
