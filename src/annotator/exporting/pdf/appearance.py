"""How a mark looks in every viewer: its ground multiplied with the page, its colour's own line."""

import math
from collections.abc import Iterator, Sequence

from annotator.exporting.pdf.sheet import Look

_RADIUS = 1.5  # pt
_ROUND = 0.5523  # a quarter circle as a Bézier curve
Box = tuple[float, float, float, float]
"""Left, bottom, right, top in points from the page's bottom left corner."""


def around(boxes: Sequence[Box]) -> list[float]:
    """One rectangle around the boxes and their lines."""
    return [
        min(box[0] for box in boxes) - 1.5, min(box[1] for box in boxes) - 2.5,
        max(box[2] for box in boxes) + 1.5, max(box[3] for box in boxes) + 1,
    ]  # fmt: skip


def rgb(colour: str) -> list[float]:
    """``#rrggbb`` as parts from 0 to 1."""
    return [round(int(colour[at : at + 2], 16) / 255, 3) for at in (1, 3, 5)]


def ops(colour: str, operator: str) -> str:
    """The operator that sets a colour: ``rg`` to fill, ``RG`` to stroke."""
    return f"{' '.join(f'{part:g}' for part in rgb(colour))} {operator}"


def painted(look: Look, line: str, strong: bool, boxes: Sequence[Box], underline: bool) -> str:
    """The operators of a mark's appearance: ground (none when it is an underline), and a line of
    this colour, ``strong`` where it stands for a claim."""
    width = (1.3 if strong else 0.8) * (1.5 if look.round else 1)
    parts = ["/Multiply gs"]
    if not underline:
        parts.append(ops(look.ground, "rg"))
        parts += [f"{rounded(x0 - 0.4, y0, x1 + 0.4, y1, _RADIUS)} f" for x0, y0, x1, y1 in boxes]
    parts.append(ops(line, "RG"))
    parts.append(f"{width:g} w {1 if look.round else 0} J")
    if look.dashes:
        dashes = " ".join(f"{max(0.01, part) * width:.3g}" for part in look.dashes)
        parts.append(f"[{dashes}] 0 d")
    for left, bottom, right, _top in boxes:
        parts.append("".join(_strokes(look, left, right, bottom, width)))
    return "\n".join(parts)


def rounded(left: float, bottom: float, right: float, top: float, radius: float) -> str:
    """The path of a rounded rectangle."""
    r = min(radius, (right - left) / 2, (top - bottom) / 2)
    k = r * (1 - _ROUND)
    return (
        f"{left + r:.2f} {bottom:.2f} m {right - r:.2f} {bottom:.2f} l "
        f"{right - k:.2f} {bottom:.2f} {right:.2f} {bottom + k:.2f} {right:.2f} {bottom + r:.2f} c "
        f"{right:.2f} {top - r:.2f} l "
        f"{right:.2f} {top - k:.2f} {right - k:.2f} {top:.2f} {right - r:.2f} {top:.2f} c "
        f"{left + r:.2f} {top:.2f} l "
        f"{left + k:.2f} {top:.2f} {left:.2f} {top - k:.2f} {left:.2f} {top - r:.2f} c "
        f"{left:.2f} {bottom + r:.2f} l "
        f"{left:.2f} {bottom + k:.2f} {left + k:.2f} {bottom:.2f} {left + r:.2f} {bottom:.2f} c"
    )


def _strokes(look: Look, left: float, right: float, y: float, width: float) -> Iterator[str]:
    match look.shape:
        case "double":
            for shift in (0.1, -1.9):
                at = y + shift * width
                yield f"{left:.2f} {at:.2f} m {right:.2f} {at:.2f} l S "
        case "wave":
            steps = max(1, math.ceil((right - left) / (4 * width)))
            step, high = (right - left) / steps, 1.5 * width
            yield f"{left:.2f} {y:.2f} m"
            for number in range(steps):
                x, side = left + number * step, high if number % 2 else -high
                yield (
                    f" {x + step / 3:.2f} {y + side:.2f} {x + step * 2 / 3:.2f} {y + side:.2f}"
                    f" {x + step:.2f} {y:.2f} c"
                )
            yield " S"
        case _:
            yield f"{left:.2f} {y:.2f} m {right:.2f} {y:.2f} l S"
