"""Geometry for a text that another version of PDFium made of the same page."""

from array import array
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from annotator.pdf.geometry import PageGeometry
from annotator.pdf.line import Style
from annotator.pdf.page_text import PageLine


def mapped(geometry: PageGeometry, text: str) -> PageGeometry:
    """The page's geometry for its stored text: places are carried over along what both texts have
    in common; what replaced something takes its room."""
    if text == geometry.text:
        return geometry
    from annotator.anchoring.differing import common_pieces

    pieces = [(each.old, each.new, each.size) for each in common_pieces(geometry.text, text)]
    ends = (len(geometry.text), len(text), 0)
    pieces = [each for each in pieces if each[2]]
    sources = _sources(pieces, ends)
    boxes: array[float] = array("f")
    for source in sources:
        boxes.extend(geometry.boxes[source * 4 : source * 4 + 4] if source >= 0 else (0.0,) * 4)
    lines = tuple(_lines(geometry.lines, pieces, ends))
    blocks = tuple(
        block._replace(
            start=_start(block.start, pieces), end=_end(block.end, pieces, ends),
            styles=tuple(_styles(block.styles, pieces, ends)),
        )
        for block in geometry.blocks
    )  # fmt: skip
    return PageGeometry(text, blocks, lines, geometry.space, boxes)


def _sources(pieces: Sequence[tuple[int, int, int]], ends: tuple[int, int, int]) -> list[int]:
    """For each code point of the new text the old one whose room it has, -1 for none."""
    found: list[int] = []
    old = 0
    for old_start, new_start, size in (*pieces, ends):
        replaced, given = old_start - old, new_start - len(found)
        for at in range(given):
            found.append(old + at * replaced // given if replaced else max(old - 1, 0))
        found.extend(range(old_start, old_start + size))
        old = old_start + size
    return [source if source < ends[0] else -1 for source in found]


def _lines(
    lines: Sequence[PageLine], pieces: Sequence[tuple[int, int, int]], ends: tuple[int, int, int]
) -> list[PageLine]:
    found: list[PageLine] = []
    reached = 0
    for line in lines:
        start = max(reached, _start(line.start, pieces))
        end = max(start, _end(line.end, pieces, ends))
        if end > start:
            found.append(line._replace(start=start, end=end))
        reached = end
    return found


def _styles(
    styles: Sequence[Style], pieces: Sequence[tuple[int, int, int]], ends: tuple[int, int, int]
) -> Iterator[Style]:
    for style in styles:
        start, end = _start(style.start, pieces), _end(style.end, pieces, ends)
        if start < end:
            yield style._replace(start=start, end=end)


def _start(at: int, pieces: Sequence[tuple[int, int, int]]) -> int:
    """Where what began at ``at`` begins now."""
    index = bisect_right(pieces, at, key=lambda piece: piece[0]) - 1
    if index < 0:
        return 0
    old, new, size = pieces[index]
    return new + min(at - old, size)


def _end(at: int, pieces: Sequence[tuple[int, int, int]], ends: tuple[int, int, int]) -> int:
    """Where what ended at ``at`` ends now."""
    index = bisect_right(pieces, at - 1, key=lambda piece: piece[0]) - 1
    old, new, size = pieces[index] if index >= 0 else (0, 0, 0)
    if at - old <= size:
        return new + at - old
    return pieces[index + 1][1] if index + 1 < len(pieces) else ends[1]
