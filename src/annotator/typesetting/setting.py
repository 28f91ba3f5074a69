"""An article set in type: the document, and where everything is in it."""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QTextBlock, QTextDocument, QTextLayout, QTextOption, QTextTable

from annotator.model import Article, BlockKind
from annotator.typesetting.building import Builder
from annotator.typesetting.formats import Formats
from annotator.typesetting.pictures import PictureDocument, Provider
from annotator.typesetting.positions import Placed, PositionMap
from annotator.typesetting.rectangles import block_rectangle, line_rectangles
from annotator.typesetting.style import TypeStyle

_KNOWN = 4_000
"""Passages whose rectangles are kept."""


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
        # Asking Qt where something is takes 10 µs and is done again at every paint; what is known
        # holds until the document is laid out anew.
        self._title: tuple[str, int | None] | None = None
        self._edges: dict[int, tuple[float, float]] = {}
        self._known: dict[tuple[int, int], list[QRectF]] = {}
        document.documentLayout().documentSizeChanged.connect(self._forget)

    def _forget(self) -> None:
        self._edges.clear()
        self._known.clear()

    def position(self, offset: int) -> int:
        """The document position of a code point; the next shown place where it is not shown."""
        return self.map.position(offset)

    def offset(self, position: int) -> int:
        """The code point at a document position."""
        return self.map.offset(position)

    def shown(self, index: int) -> bool:
        """Whether the article's block of that index is in the document."""
        return self.map.ordinal(index) is not None

    def covers(self, offset: int) -> bool:
        """Whether the code point stands in a block that is shown."""
        at = self.map.ordinal_at(offset)
        return at >= 0 and offset <= self.map.placed[at].end

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
        """Where a block stands: its column from the indent on, its lines with their leading. Empty
        when it is not shown."""
        block = self.text_block(index)
        if not block.isValid():
            return QRectF()
        return block_rectangle(block, self._origin(block))

    def _origin(self, block: QTextBlock) -> QPointF:
        """Where the coordinates of a block's lines begin."""
        return self.document.documentLayout().blockBoundingRect(block).topLeft()

    def rectangles(self, start: int, end: int) -> list[QRectF]:
        """Where ``[start, end)`` stands: one rectangle a line and run of one direction, as high
        as the type. Blocks that are not shown have none, nor have pictures."""
        known = self._known.get((start, end))
        if known is None:
            if len(self._known) > _KNOWN:
                self._known.clear()
            known = self._known[(start, end)] = self._find(start, end)
        return known

    def _find(self, start: int, end: int) -> list[QRectF]:
        found: list[QRectF] = []
        placed = self.map.placed
        for at in range(max(0, self.map.ordinal_at(start)), len(placed)):
            block = placed[at]
            if block.start >= end:
                break
            first, last = max(start, block.start), min(end, block.end)
            if first >= last:
                continue
            text_block = self.document.findBlock(block.position)
            height = self.formats.height(self.formats.role(self.article.blocks[block.index]))
            positions = (self.position(first), self.position(last))
            found += line_rectangles(text_block, self._origin(text_block), *positions, height)
        return found

    def picture_missing(self, index: int) -> bool:
        """Whether the block stands for a picture that was not saved or cannot be read."""
        return self.text_block(index).length() <= 1

    def baseline(self, index: int) -> float:
        """The height in the document of the first line's baseline of a block."""
        block = self.text_block(index)
        line = block.layout().lineAt(0)
        return self._origin(block).y() + line.y() + line.ascent()

    @property
    def title_block(self) -> int | None:
        """The block that is the title: the first heading of level 1 that says it, else the first
        block shown when it is one; None when the title does not stand in the text."""
        blocks, title = self.article.blocks, " ".join(self.article.title.split())
        if self._title is None or self._title[0] != title:
            heads = (
                index for index in self.shown_blocks
                if blocks[index].kind is BlockKind.HEADING and blocks[index].level == 1
            )  # fmt: skip
            self._title = (title, self._choose_title(list(heads), title))
        return self._title[1]

    def _choose_title(self, heads: list[int], title: str) -> int | None:
        for index in heads:
            if " ".join(self.text_of(index).split()) == title:
                return index
        return heads[0] if heads and heads[0] == self.shown_blocks[0] else None

    def text_of(self, index: int) -> str:
        """A block's text."""
        block = self.article.blocks[index]
        return self.article.text[block.start : block.end]

    def link_at(self, offset: int) -> str:
        """Where the link at a code point leads, as found; "" where there is none. Links in the
        document are inert."""
        at = self.map.ordinal_at(offset)
        spans = self.article.blocks[self.map.placed[at].index].spans if at >= 0 else ()
        return next((span.link for span in spans if span.start <= offset < span.end), "")

    def blocks_between(self, top: float, bottom: float) -> list[int]:
        """The indices of the blocks that touch ``[top, bottom]`` of the document's height."""
        placed = self.map.placed
        reach = self._reach(bottom)
        first = bisect_left(range(reach), top, key=self._bottom)
        last = bisect_right(range(reach), bottom, key=self._top)
        return [block.index for block in placed[first:last]]

    def _reach(self, bottom: float) -> int:
        """How many blocks are worth a look for that height: to ask Qt where a block is lays out
        all before it, so blocks far behind are not asked."""
        count, reach = len(self.map.placed), 16
        while reach < count and self._top(reach) <= bottom:
            reach *= 2
        return min(reach, count)

    def offsets_between(self, top: float, bottom: float) -> tuple[int, int]:
        """The code points that stand between two heights of the document, to whole lines."""
        indices = self.blocks_between(top, bottom)
        if not indices:
            return (0, 0)
        blocks = self.article.blocks
        start = self._line_offset(indices[0], top, after=False)
        end = self._line_offset(indices[-1], bottom, after=True)
        # Cells of a row stand beside each other: the first one found need not begin first.
        return (
            min(start, *(blocks[i].start for i in indices[1:])) if indices[1:] else start,
            max(end, *(blocks[i].end for i in indices[:-1])) if indices[:-1] else end,
        )

    def _line_offset(self, index: int, y: float, *, after: bool) -> int:
        """Where in a block the line at a height begins, or ends."""
        block, text_block = self.article.blocks[index], self.text_block(index)
        layout, origin = text_block.layout(), self._origin(text_block).y()
        count = layout.lineCount()
        if count < 2 or block.container("cell"):
            return block.end if after else block.start
        at = bisect_left(range(count), y, key=lambda n: origin + _line_bottom(layout, n))
        line = layout.lineAt(min(at, count - 1))
        position = line.textStart() + (line.textLength() if after else 0)
        return self.offset(text_block.position() + position)

    def edge(self, offset: int, *, after: bool) -> QRectF:
        """The upright line (a rectangle without width) before the code point at ``offset``, or
        after the one that ends there; where the text runs to the left, that is right, or left, of
        it. Empty where nothing is shown."""
        at = offset - 1 if after else offset
        found = self.rectangles(at, at + 1)
        if not found:
            return QRectF()
        rect = found[-1] if after else found[0]
        right = after is not self.runs_left(at)
        return QRectF(rect.right() if right else rect.left(), rect.top(), 0, rect.height())

    def runs_left(self, offset: int) -> bool:
        """Whether the code point is set from right to left."""
        position = self.position(offset)
        block = self.document.findBlock(position)
        line = block.layout().lineForTextPosition(position - block.position())
        runs = line.glyphRuns(position - block.position(), 1) if line.isValid() else []
        return bool(runs) and runs[0].isRightToLeft()

    def _top(self, ordinal: int) -> float:
        return self._extent(ordinal)[0]

    def _bottom(self, ordinal: int) -> float:
        return self._extent(ordinal)[1]

    def _extent(self, ordinal: int) -> tuple[float, float]:
        """Top and bottom of a block, of the whole table for one that stands in a table."""
        found = self._edges.get(ordinal)
        if found is None:
            table = self._table_of(ordinal)
            if table is not None:
                rect = self.document.documentLayout().frameBoundingRect(table)
            else:
                rect = self.block_rectangle(self.map.placed[ordinal].index)
            found = self._edges[ordinal] = (rect.top(), rect.bottom())
        return found

    def _table_of(self, ordinal: int) -> QTextTable | None:
        at = bisect_right(self._table_starts, ordinal) - 1
        if at >= 0 and ordinal in self._tables[at][1]:
            return self._tables[at][0]
        return None


def _line_bottom(layout: QTextLayout, number: int) -> float:
    line = layout.lineAt(number)
    return line.y() + line.height()


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
    formats = Formats(style, article.text)
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
