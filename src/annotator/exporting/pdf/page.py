"""What stands on one page, gathered before anything is painted."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter

from annotator.exporting.pdf.replies import PdfReply
from annotator.exporting.pdf.sheet import HAIRLINE, LOOKS, SECONDARY, Sheet
from annotator.exporting.pdf.signs import draw_line
from annotator.exporting.pdf.type import Type
from annotator.model import Annotation

_DENSE = 0.72  # of the width; text in lines stands on about 0.6 of the height

Draw = Callable[[QPainter], None]


@dataclass(frozen=True, slots=True)
class MarkBox:
    """A mark's part on a page: its lines' rectangles, px of the page. ``line`` is its line's
    colour, ``strong`` whether it stands for a claim."""

    annotation: Annotation
    part: int
    boxes: Sequence[QRectF]
    line: str
    strong: bool
    contents: str
    replies: Sequence[PdfReply] = ()


@dataclass(frozen=True, slots=True)
class Jump:
    """A place of the page that leads to the start of another page (counted from 0)."""

    box: QRectF
    page: int


@dataclass(slots=True)
class Page:
    """What is painted, in order, what is a link, what is marked.

    ``badges`` are the numbers above marks' ends, by their top left corners; ``headings`` are
    (level, title, y). ``legend`` are the colours in use with their names; ``numbered`` pages have
    a foot.
    """

    draws: list[Draw] = field(default_factory=list)
    badges: list[tuple[QPointF, str]] = field(default_factory=list)
    marks: list[MarkBox] = field(default_factory=list)
    links: list[tuple[QRectF, str]] = field(default_factory=list)
    jumps: list[Jump] = field(default_factory=list)
    headings: list[tuple[int, str, float]] = field(default_factory=list)
    legend: Sequence[tuple[str, str]] = ()
    numbered: bool = True
    covered: int = field(default=0, repr=False)

    def cover(self, left: float, right: float) -> None:
        """Note that words stand between two places across the page, px."""
        if right > left >= 0:
            self.covered |= ((1 << round(right - left)) - 1) << round(left)

    @property
    def sparse(self) -> bool:
        """Whether words cover so little of the page's width that viewers may misread it."""
        if not self.covered:
            return False
        low = (self.covered & -self.covered).bit_length() - 1
        return self.covered.bit_count() < _DENSE * (self.covered.bit_length() - low)

    def paint(self, painter: QPainter, sheet: Sheet, type: Type, number: int, total: int) -> None:
        """Paint the page as ``number`` of ``total``."""
        for draw in self.draws:
            draw(painter)
        if self.numbered:
            self._foot(painter, sheet, type, f"{number} / {total}")

    def _foot(self, painter: QPainter, sheet: Sheet, type: Type, count: str) -> None:
        right = sheet.width - sheet.right
        painter.fillRect(QRectF(sheet.left, sheet.foot, right - sheet.left, 1), QColor(HAIRLINE))
        font = type.font(10.5)
        metrics = type.metrics(font)
        baseline = sheet.foot + 19
        painter.setFont(font)
        painter.setPen(QColor(SECONDARY))
        width = metrics.horizontalAdvance(count)
        painter.drawText(QPointF(right - width, baseline), count)
        self.cover(right - width, right)
        x, limit = sheet.left, right - width - 20
        for colour, name in self.legend:
            advance = metrics.horizontalAdvance(name)
            if x + advance > limit:
                break
            _legend(painter, colour, QRectF(x, baseline - 10.5, advance, 14))
            painter.setFont(font)
            painter.setPen(QColor(SECONDARY))
            painter.drawText(QPointF(x, baseline), name)
            self.cover(x, x + advance)
            x += advance + 10


def _legend(painter: QPainter, colour: str, box: QRectF) -> None:
    look = LOOKS[colour]
    painter.setPen(QColor(look.ground))
    painter.setBrush(QColor(look.ground))
    painter.drawRoundedRect(box.adjusted(-1, 0, 1, 0), 2, 2)
    y = box.bottom() - 0.5
    draw_line(painter, look, QPointF(box.left() - 1, y), QPointF(box.right() + 1, y), 1)
