"""The colours of other programs' marks as ours."""

from collections.abc import Iterator, Sequence

from annotator.exporting.pdf_appearance import rgb
from annotator.exporting.pdf_sheet import LOOKS


def nearest(colour: Sequence[float]) -> str:
    """Our colour that is most like one of a PDF (grey, RGB or CMYK, parts from 0 to 1)."""
    match [min(1.0, max(0.0, part)) for part in colour]:
        case [grey]:
            wanted = [grey] * 3
        case [red, green, blue]:
            wanted = [red, green, blue]
        case [cyan, magenta, yellow, black]:
            wanted = [(1 - part) * (1 - black) for part in (cyan, magenta, yellow)]
        case _:
            return "yellow"
    return min(LOOKS, key=lambda name: min(_distance(wanted, name)))


def _distance(wanted: Sequence[float], name: str) -> Iterator[float]:
    for shown in (LOOKS[name].ground, LOOKS[name].line):
        yield sum((a - b) ** 2 for a, b in zip(wanted, rgb(shown), strict=True))
