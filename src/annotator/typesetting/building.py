"""Writes an article's blocks into a document, through one cursor and in one edit."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from PySide6.QtGui import (
    QColor,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrameFormat,
    QTextImageFormat,
    QTextLength,
    QTextTable,
    QTextTableCellFormat,
    QTextTableFormat,
)

from annotator.model import Article, Block, BlockKind, Container
from annotator.typesetting.continuing import goes_on
from annotator.typesetting.formats import Formats, Gaps
from annotator.typesetting.pictures import Provider, Sized, measured
from annotator.typesetting.positions import Placed

_LONG_WORD = 24
_BLANKS = re.compile(r"[ \t\n]+")  # no-break spaces hold words together
LINE_SEPARATOR = "\u2028"


class Builder:
    """Fills ``document`` with the blocks at the given indices; ``placed`` says where they are.

    ``tables`` are those made, each with the ordinals (in ``placed``) of its blocks.
    """

    def __init__(
        self, document: QTextDocument, article: Article, formats: Formats, picture: Provider
    ) -> None:
        self._document = document
        self._article = article
        self._text = article.text
        self._blocks = article.blocks
        self._formats = formats
        self._picture = picture
        self._cursor = QTextCursor(document)
        self._fresh = True  # the block under the cursor is empty and not used yet
        self._in_cell = False
        self.placed: list[Placed] = []
        self.tables: list[tuple[QTextTable, range]] = []

    def build(self, indices: Sequence[int]) -> None:
        """Write the blocks."""
        self._cursor.beginEditBlock()
        for table, group in groupby(indices, self._table_id):
            if table is None:
                self._write_blocks(list(group))
            else:
                self._write_table(list(group))
        self._cursor.endEditBlock()

    def _table_id(self, index: int) -> int | None:
        cell = self._blocks[index].container("cell")
        return cell.id if cell else None

    def _write_blocks(self, indices: list[int]) -> None:
        blocks = [self._blocks[index] for index in indices]
        for index, block, following in zip(indices, blocks, [*blocks[1:], None], strict=True):
            gaps = self._formats.gaps(block, following)
            if following is not None and goes_on(self._article, block, following):
                gaps = Gaps(gaps.above, 0)
            self._write_block(index, gaps if self.placed else Gaps(0, gaps.below))

    def _write_block(self, index: int, gaps: Gaps) -> None:
        block = self._blocks[index]
        sized = self._sized(block) if block.kind is BlockKind.IMAGE else None
        missing = block.kind is BlockKind.IMAGE and sized is None
        block_format = self._formats.block(block, gaps, missing)
        char_format = self._formats.char(self._formats.role(block))
        if self._fresh and not (missing or block.kind is BlockKind.RULE):
            self._cursor.setBlockFormat(block_format)
            if not self._in_cell:  # there it is the cell's own format
                self._cursor.setBlockCharFormat(char_format)
            self._fresh = False
        else:
            # Qt puts an empty block that follows a table beside it: that one stays unused.
            self._cursor.insertBlock(block_format, char_format)
            self._fresh = False
        self.placed.append(Placed(index, block.start, block.end, self._cursor.position()))
        if sized is not None:
            self._write_picture(block, sized)
        elif not missing:
            self._write_text(block, char_format)

    def _write_text(self, block: Block, plain: QTextCharFormat) -> None:
        role, at = self._formats.role(block), block.start
        for span in block.spans:
            if span.start > at:
                self._insert(at, span.start, plain)
            self._insert(span.start, span.end, self._formats.char(role, span))
            at = span.end
        if at < block.end:
            self._insert(at, block.end, plain)

    def _insert(self, start: int, end: int, form: QTextCharFormat) -> None:
        self._cursor.insertText(self._text[start:end].replace("\n", LINE_SEPARATOR), form)

    def _sized(self, block: Block) -> Sized | None:
        room = self._formats.style.measure - self._formats.indent(block)
        return measured(block.resource, self._picture, room)

    def _write_picture(self, block: Block, sized: Sized) -> None:
        form = QTextImageFormat()
        form.setName(sized.name)
        form.setWidth(sized.size.width())
        form.setHeight(sized.size.height())
        form.setProperty(QTextFormat.Property.ImageAltText, block.alt)
        self._cursor.insertImage(form)

    # Tables

    def _write_table(self, indices: list[int]) -> None:
        first = len(self.placed)
        cells = list(self._cells(indices))
        rows = sorted({cell.row for cell, _group in cells})
        columns = sorted({cell.column for cell, _group in cells})
        above = 0.0 if self._fresh else self._cursor.blockFormat().bottomMargin()
        if self._fresh:
            self._cursor.setBlockFormat(_filler())
        elif self._cursor.block().length() <= 1:
            self._cursor.insertBlock(_filler())  # Qt hides an empty block before a table
        form = self._table_format(above)
        self._formats.columns[cells[0][0].id] = len(columns)
        if len(columns) > 3:
            form.setColumnWidthConstraints(self._widths(cells, columns))
        table = self._cursor.insertTable(len(rows), len(columns), form)
        places = [(*_place(cell, rows, columns), group) for cell, group in cells]
        places.sort(key=lambda place: place[:2])
        for row, column, row_span, column_span, _group in places:
            if row_span > 1 or column_span > 1:
                table.mergeCells(row, column, row_span, column_span)
        for row, column, _row_span, _column_span, group in places:
            self._write_cell(table, row, column, group)
        self.tables.append((table, range(first, len(self.placed))))
        self._leave(table)

    def _cells(self, indices: list[int]) -> Iterator[tuple[Container, list[int]]]:
        groups: dict[tuple[int, int], tuple[Container, list[int]]] = {}
        for index in indices:
            cell = self._blocks[index].container("cell")
            assert cell is not None  # they were grouped by it
            groups.setdefault((cell.row, cell.column), (cell, []))[1].append(index)
        return iter(groups.values())

    def _write_cell(self, table: QTextTable, row: int, column: int, group: list[int]) -> None:
        cell = table.cellAt(row, column)
        cell.setFormat(self._cell_format())
        self._cursor.setPosition(cell.lastCursorPosition().position())
        self._fresh = self._in_cell = True
        for index in group:
            self._write_block(index, Gaps(0 if self._fresh else self._formats.style.px(0.3), 0))
        self._in_cell = False

    def _leave(self, table: QTextTable) -> None:
        self._cursor.setPosition(table.lastPosition() + 1)
        self._cursor.setBlockFormat(_filler())
        self._fresh = True

    def _table_format(self, above: float) -> QTextTableFormat:
        style, form = self._formats.style, QTextTableFormat()
        form.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        form.setBorder(0)
        form.setCellSpacing(0)
        form.setCellPadding(0)
        form.setBorderCollapse(False)
        form.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_None)
        form.setTopMargin(above)
        form.setBottomMargin(style.px(style.paragraph_gap + 0.4))
        return form

    def _widths(
        self, cells: list[tuple[Container, list[int]]], columns: list[int]
    ) -> list[QTextLength]:
        """Shares of the width by each column's longest word: left to itself Qt breaks words, which
        URLs need and tables do not."""
        longest = [4.0] * len(columns)
        for cell, group in cells:
            if cell.column_span == 1:
                words = _BLANKS.split("\n".join(self._text_of(index) for index in group))
                at = columns.index(cell.column)
                width = max((min(len(word), _LONG_WORD) for word in words), default=0)
                longest[at] = max(longest[at], width + 2, min(_LONG_WORD, len(words) ** 0.5 * 4))
        whole = sum(longest)
        kind = QTextLength.Type.PercentageLength
        return [QTextLength(kind, 100 * width / whole) for width in longest]

    def _text_of(self, index: int) -> str:
        block = self._blocks[index]
        return self._text[block.start : block.end]

    def _cell_format(self) -> QTextTableCellFormat:
        style, form = self._formats.style, QTextTableCellFormat()
        form.setPadding(style.px(0.3))
        form.setRightPadding(style.px(0.6))
        form.setBottomBorder(1)
        form.setBottomBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        form.setBottomBorderBrush(QColor(style.hairline))
        return form


def _place(cell: Container, rows: list[int], columns: list[int]) -> tuple[int, int, int, int]:
    """Row, column and spans in a table that has only the rows and columns where cells begin."""
    row, column = rows.index(cell.row), columns.index(cell.column)
    row_end, column_end = cell.row + cell.row_span, cell.column + cell.column_span
    return (
        row,
        column,
        sum(cell.row <= other < row_end for other in rows),
        sum(cell.column <= other < column_end for other in columns),
    )


def _filler() -> QTextBlockFormat:
    """The format of the empty blocks that Qt wants around tables."""
    form = QTextBlockFormat()
    form.setLineHeight(1, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    return form
