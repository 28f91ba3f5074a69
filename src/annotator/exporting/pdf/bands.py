"""A typeset article cut into bands: lines of text, rows of tables, pictures, which no page break
may cut."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby, pairwise

from PySide6.QtCore import QPointF
from PySide6.QtGui import QTextBlock, QTextLine

from annotator.model import BlockKind
from annotator.typesetting.setting import Setting


@dataclass(slots=True)
class Band:
    """One strip of the document over its whole width; ``top``/``bottom`` are px in the document.

    ``lines`` are what stands in it, with the place of their block. ``glued``: it stays on one page
    with the next band. ``block`` is the article's block (a row's first), ``begins`` whether the
    band is that block's first.
    """

    top: float
    bottom: float
    block: int
    begins: bool
    lines: list[tuple[QTextLine, QPointF]] = field(default_factory=list)
    holders: list[QTextBlock] = field(default_factory=list)
    glued: bool = False
    row: bool = False

    @property
    def height(self) -> float:
        """Its height, px."""
        return self.bottom - self.top


def bands(setting: Setting, room: float) -> list[Band]:
    """All bands from top to bottom. ``room`` is the height of a page: table rows that are higher
    are cut into lines."""
    found: list[Band] = []
    blocks = setting.article.blocks

    def table(index: int) -> int | None:
        cell = blocks[index].container("cell")
        return cell.id if cell else None

    for table_id, group in groupby(setting.shown_blocks, table):
        indices = list(group)
        if table_id is None:
            for index in indices:
                found += _block(setting, index)
        else:
            found += _table(setting, indices, room)
    _glue_captions(setting, found)
    return found


def _lines(setting: Setting, index: int) -> Iterator[Band]:
    text_block = setting.text_block(index)
    corner = setting.document.documentLayout().blockBoundingRect(text_block).topLeft()
    layout = text_block.layout()
    for at in range(layout.lineCount()):
        line = layout.lineAt(at)
        top = corner.y() + line.y()
        bottom = top + line.height()
        yield Band(top, bottom, index, at == 0, [(line, corner)], [text_block])


def _block(setting: Setting, index: int) -> list[Band]:
    """A block's lines; no first or last line of four or more stands alone, shorter blocks and
    headings stay whole."""
    lines = list(_lines(setting, index))
    heading = setting.article.blocks[index].kind is BlockKind.HEADING
    last = len(lines) - 1
    for at, band in enumerate(lines):
        alone = at in (0, last - 1) or last < 3
        band.glued = heading or (alone and at < last)
    return lines


def _table(setting: Setting, indices: Sequence[int], room: float) -> list[Band]:
    pad = setting.style.px(0.3)
    rows: dict[int, list[Band]] = {}
    headers = set()
    for index in indices:
        cell = setting.article.blocks[index].container("cell")
        assert cell is not None  # they were grouped by it
        rows.setdefault(cell.row, []).extend(_lines(setting, index))
        if cell.header:
            headers.add(cell.row)
    found: list[Band] = []
    for row, lines in sorted(rows.items()):
        if not lines:
            continue
        band = _merged(lines, pad)
        band.glued = row in headers and row == min(rows)
        if found and band.top < found[-1].bottom - 0.5:  # a cell above reaches into this row
            found[-1] = _joined(found[-1], band)
        elif band.height > room:
            found += _levels(lines)
        else:
            found.append(band)
    if found:
        found[-1].glued = False
    return found


def _merged(lines: Sequence[Band], pad: float) -> Band:
    top = min(line.top for line in lines) - pad
    bottom = max(line.bottom for line in lines) + pad
    band = Band(top, bottom, lines[0].block, True, row=True)
    for line in lines:
        band.lines += line.lines
        band.holders += line.holders
    return band


def _joined(one: Band, other: Band) -> Band:
    one.bottom = max(one.bottom, other.bottom)
    one.lines += other.lines
    one.holders += other.holders
    one.glued = other.glued
    return one


def _levels(lines: Sequence[Band]) -> list[Band]:
    """The lines of a row too high for a page: those beside each other together."""
    found: list[Band] = []
    for line in sorted(lines, key=lambda band: band.top):
        if found and line.top < found[-1].bottom - 0.5:
            _joined(found[-1], line)
        else:
            found.append(line)
    return found


def _glue_captions(setting: Setting, found: Sequence[Band]) -> None:
    blocks = setting.article.blocks
    for band, after in pairwise(found):
        if blocks[band.block].kind is BlockKind.IMAGE:
            band.glued = blocks[after.block].kind is BlockKind.CAPTION
