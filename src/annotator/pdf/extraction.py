"""PDFium's page → its text, and its text with the place of each letter. Both come the same way, so
they have the same text; only the places of all letters are asked for in the second one."""

import re
from array import array
from collections.abc import Sequence
from typing import Any

from annotator.pdf.bidi import needs_order, read_order
from annotator.pdf.characters import Characters
from annotator.pdf.geometry import PageGeometry
from annotator.pdf.gutters import cut_at_gutters
from annotator.pdf.line import Line
from annotator.pdf.lines import read_lines
from annotator.pdf.page_text import PageText, page_text
from annotator.pdf.placing import placed
from annotator.pdf.space import Space

_TURNED = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")


def extract_text(page: Any, space: Space) -> PageText:
    """The text of an open page. For holders of the engine."""
    with Characters(page) as characters:
        return _text(characters, space)


def extract_geometry(page: Any, space: Space) -> PageGeometry:
    """The text of an open page and where it stands. For holders of the engine."""
    with Characters(page) as characters:
        text = _text(characters, space)
        boxes: array[float] = array("f", bytes(16 * len(text.text)))
        for start, units in text.sources:
            boxes[start * 4 : (start + len(units)) * 4] = characters.boxes(units)
    return placed(text, boxes)


def _text(characters: Characters, space: Space) -> PageText:
    lines = cut_at_gutters(read_lines(characters, space.box), characters)
    orders = _orders(lines, characters) if _TURNED.search(characters.units) else {}
    return page_text(lines, characters.units, space, orders)


def _orders(lines: list[Line], characters: Characters) -> dict[int, Sequence[int]]:
    """The order of the letters in lines where PDFium's may be another one than the reader's."""
    found: dict[int, Sequence[int]] = {}
    for line in lines:
        words = characters.units[line.start : line.end]
        if needs_order(words):
            boxes = (characters.box(unit) for unit in range(line.start, line.end))
            order = read_order(words, [line.span(box) for box in boxes], line.rtl)
            found[line.start] = [line.start + index for index in order]
    return found
