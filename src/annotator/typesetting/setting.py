"""An article set in type: the document, and where everything is in it."""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QTextBlock, QTextDocument, QTextOption, QTextTable

from annotator.model import Article
from annotator.typesetting.building import Builder
from annotator.typesetting.formats import Formats
from annotator.typesetting.pictures import PictureDocument, Provider
from annotator.typesetting.positions import Placed, PositionMap
from annotator.typesetting.rectangles import line_rectangles
from annotator.typesetting.style import TypeStyle


class Setting:
    """A typeset article. Offsets are code points of ``article.text``; lengths px of the style's
    device; rectangles stand in document coordinates.

    Rectangles need the document laid out to a width: by a text edit, or by
    ``document.setTextWidth``.
    """

    def __init__(
        self, article: Article, style: TypeStyle, document: QTextDocument, formats: Formats,
        placed: Sequence[Placed], tables: Sequence[tuple[QTextTable, range]],
    ) -> None:  # fmt: skip
        self.article = article
        self.style = style
        self.document = document
        self.formats = formats
        self.map = PositionMap(article.text, placed)
        self._tables = list(tables)
        self._table_starts = [ordinals.start for _table, ordinals in self._tables]

    def position(self, offset: int) -> int:
        """The document position of a code point; the next shown place where it is not shown."""
        return self.map.position(offset)

    def offset(self, position: int) -> int:
        """The code point at a document position."""
        return self.map.offset(position)

    def shown(self, index: int) -> bool:
        """Whether the article's block of that index is in the document."""
        return self.map.ordinal(index) is not None

    @property
    def shown_blocks(self) -> list[int]:
        """The indices of all blocks in the document."""
        return [placed.index for placed in self.map.placed]

    def text_block(self, index: int) -> QTextBlock:
        """The document's block for the article's block; invalid when it is not shown."""
        ordinal = self.map.ordinal(index)
        if ordinal is None:
            return QTextBlock()
        return self.document.findBlock(self.map.placed[ordinal].position)

    def block_rectangle(self, index: int) -> QRectF:
        """Where a block stands; empty when it is not shown."""
        block = self.text_block(index)
        if not block.isValid():
            return QRectF()
        return self.document.documentLayout().blockBoundingRect(block)

    def rectangles(self, start: int, end: int) -> list[QRectF]:
        """Where ``[start, end)`` stands: one rectangle a line and run of one direction, as high
        as the type. Blocks that are not shown have none, nor have pictures."""
        found: list[QRectF] = []
        placed, layout = self.map.placed, self.document.documentLayout()
        for at in range(max(0, self.map.ordinal_at(start)), len(placed)):
            block = placed[at]
            if block.start >= end:
                break
            first, last = max(start, block.start), min(end, block.end)
            if first >= last:
                continue
            text_block = self.document.findBlock(block.position)
            corner = layout.blockBoundingRect(text_block).topLeft()
            height = self.formats.height(self.formats.role(self.article.blocks[block.index]))
            positions = (self.position(first), self.position(last))
            found += line_rectangles(text_block, corner, *positions, height)
        return found

    def blocks_between(self, top: float, bottom: float) -> list[int]:
        """The indices of the blocks that touch ``[top, bottom]`` of the document's height."""
        placed = self.map.placed
        first = bisect_left(range(len(placed)), top, key=self._bottom)
        last = bisect_right(range(len(placed)), bottom, key=self._top)
        return [block.index for block in placed[first:last]]

    def _top(self, ordinal: int) -> float:
        table = self._table_of(ordinal)
        if table is not None:
            return self.document.documentLayout().frameBoundingRect(table).top()
        return self.block_rectangle(self.map.placed[ordinal].index).top()

    def _bottom(self, ordinal: int) -> float:
        table = self._table_of(ordinal)
        if table is not None:
            return self.document.documentLayout().frameBoundingRect(table).bottom()
        return self.block_rectangle(self.map.placed[ordinal].index).bottom()

    def _table_of(self, ordinal: int) -> QTextTable | None:
        at = bisect_right(self._table_starts, ordinal) - 1
        if at >= 0 and ordinal in self._tables[at][1]:
            return self._tables[at][0]
        return None


def typeset(
    article: Article,
    style: TypeStyle,
    *,
    whole: bool = False,
    shown: Collection[int] = (),
    picture: Provider = lambda sha256: None,
) -> Setting:
    """Set an article: its own blocks, with ``whole`` all of them. ``shown`` are the indices of
    blocks that are shown anyway. ``picture`` gives a picture's bytes by its SHA-256, None where it
    was not saved.
    """
    document = PictureDocument(picture, style.measure)
    document.setUndoRedoEnabled(False)
    document.setDocumentMargin(0)
    document.setUseDesignMetrics(True)
    formats = Formats(style)
    document.setDefaultTextOption(_text_option(style))
    builder = Builder(document, article, formats, picture)
    keep = frozenset(shown)
    builder.build([i for i, block in enumerate(article.blocks) if whole or block.main or i in keep])
    return Setting(article, style, document, formats, builder.placed, builder.tables)


def _text_option(style: TypeStyle) -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setTabStopDistance(style.px(2))
    option.setAlignment(Qt.AlignmentFlag.AlignLeading)
    return option
