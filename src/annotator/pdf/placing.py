"""The places of letters that PDFium does not tell: blanks put in, parts of ligatures."""

from array import array

from annotator.pdf.geometry import PageGeometry
from annotator.pdf.page_text import PageLine, PageText


def placed(text: PageText, boxes: "array[float]") -> PageGeometry:
    """The page's geometry. ``boxes`` has four numbers a code point, zeros where none is known."""
    reached = 0
    for number, line in enumerate(text.lines):
        for at in range(reached, line.start):  # the blank that stands for the line's end
            _set(boxes, at, _edge(boxes, text.lines[number - 1] if number else line, bool(number)))
        _mend(boxes, line, text.text)
        reached = line.end
    return PageGeometry(text.text, text.blocks, text.lines, text.space, boxes)


def _mend(boxes: "array[float]", line: PageLine, text: str) -> None:
    at = line.start
    while at < line.end:
        same = at + 1
        box = boxes[at * 4 : at * 4 + 4]
        while same < line.end and boxes[same * 4 : same * 4 + 4] == box:
            same += 1
        if same - at > 1 and _area(box):
            _split(boxes, at, same, line)
        elif text[at] == " " and not _area(box) and line.start < at < line.end - 1:
            _fill(boxes, at, line)
        at = same


def _split(boxes: "array[float]", start: int, end: int, line: PageLine) -> None:
    """The letters of a ligature share its room."""
    x0, y0, x1, y1 = boxes[start * 4 : start * 4 + 4]
    count = end - start
    backwards = (line.angle in (180, 270)) != line.rtl
    for number in range(count):
        part = count - 1 - number if backwards else number
        low, high = part / count, (part + 1) / count
        if line.angle in (0, 180):
            box = x0 + (x1 - x0) * low, y0, x0 + (x1 - x0) * high, y1
        else:
            box = x0, y0 + (y1 - y0) * low, x1, y0 + (y1 - y0) * high
        _set(boxes, start + number, box)


def _fill(boxes: "array[float]", at: int, line: PageLine) -> None:
    """A blank between words drawn apart reaches from one to the other."""
    before, after = boxes[at * 4 - 4 : at * 4], boxes[at * 4 + 4 : at * 4 + 8]
    if line.angle in (0, 180):
        low, high = sorted((before[0], before[2], after[0], after[2]))[1:3]
        _set(boxes, at, (low, min(before[1], after[1]), high, max(before[3], after[3])))
    else:
        low, high = sorted((before[1], before[3], after[1], after[3]))[1:3]
        _set(boxes, at, (min(before[0], after[0]), low, max(before[2], after[2]), high))


def _edge(boxes: "array[float]", line: PageLine, ends: bool) -> tuple[float, float, float, float]:
    """A box without width at the end (or the beginning) of a line."""
    at = line.end - 1 if ends else line.start
    x0, y0, x1, y1 = boxes[at * 4 : at * 4 + 4]
    far = ends != ((line.angle in (180, 270)) != line.rtl)
    if line.angle in (0, 180):
        x = x1 if far else x0
        return x, y0, x, y1
    y = y1 if far else y0
    return x0, y, x1, y


def _area(box: "array[float]") -> bool:
    return box[2] > box[0] and box[3] > box[1]


def _set(boxes: "array[float]", at: int, box: tuple[float, float, float, float]) -> None:
    boxes[at * 4 : at * 4 + 4] = array("f", box)
