"""Where an article's marks lie on its pages."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from annotator.exporting.document import ExportArticle, ExportMark
from annotator.exporting.pdf_badges import HEIGHT, badge_width
from annotator.exporting.pdf_flow import Flow
from annotator.exporting.pdf_notes import contents
from annotator.exporting.pdf_page import MarkBox, Page
from annotator.exporting.pdf_sheet import LOOKS, TONES
from annotator.exporting.pdf_type import Type
from annotator.model import Annotation
from annotator.model.locators import block_at
from annotator.typesetting.setting import Setting

_LIFT = 0.78
"""How much of the badge stands above the type's top."""


@dataclass(frozen=True, slots=True)
class Beside:
    """A mark's first place: its page and how far down it is there, px."""

    mark: ExportMark
    page: int
    y: float


class Marks:
    """Puts the marks' boxes and badges on the pages; ``beside`` says where their notes belong."""

    def __init__(
        self, article: ExportArticle, setting: Setting, flow: Flow, pages: Sequence[Page],
        type: Type,
    ) -> None:  # fmt: skip
        self._article = article
        self._flow = flow
        self._pages = pages
        self._type = type
        self._badges: list[QRectF] = []
        self.beside: list[Beside] = []
        self.without_place: list[ExportMark] = []
        for mark in article.marks:
            found = mark.start is not None and mark.end is not None
            rects = setting.rectangles(mark.start, mark.end) if found else []  # type: ignore[arg-type]
            if rects:
                self._put(mark, rects)
            else:
                self.without_place.append(mark)

    def _put(self, mark: ExportMark, rects: Sequence[QRectF]) -> None:
        placed = [self._flow.locate(rect) for rect in rects]
        by_page: dict[int, list[QRectF]] = {}
        for page, rect in placed:
            by_page.setdefault(page, []).append(rect)
        colour, strong = line_colour(mark.annotation)
        text = contents(mark.annotation)
        for part, (page, boxes) in enumerate(by_page.items(), 1):
            box = MarkBox(mark.annotation, part, boxes, colour, strong, text)
            self._pages[page].marks.append(box)
        first_page, first = placed[0]
        self.beside.append(Beside(mark, first_page, first.top()))
        self._badge(mark, *placed[-1])

    def _badge(self, mark: ExportMark, page: int, rect: QRectF) -> None:
        text = str(mark.number) if mark.number is not None else ""
        width, height = badge_width(self._type, text), HEIGHT
        blocks = self._article.article.blocks
        assert mark.end is not None  # it has a rectangle
        rtl = blocks[block_at(blocks, max(0, mark.end - 1))].dir == "rtl"
        x = rect.left() - width + 1 if rtl else rect.right() - 1
        box = QRectF(x, rect.top() - height * _LIFT + 1.5, width, height)
        box.translate(0, page * 1e6)  # badges of other pages are no neighbours
        for other in self._badges[-6:]:
            if other.intersects(box):
                box.moveLeft(other.left() - width - 0.5 if rtl else other.right() + 0.5)
        self._badges.append(box)
        self._pages[page].badges.append((box.topLeft() - QPointF(0, page * 1e6), text))


def line_colour(annotation: Annotation) -> tuple[str, bool]:
    """The colour of a mark's line, and whether it is a claim's: then it is the verdict's."""
    if not annotation.claims:
        return LOOKS[annotation.colour].line, False
    verdicts = [claim.verdict for claim in annotation.claims if claim.verdict]
    worst = min(verdicts, key=lambda verdict: verdict.rating, default=None)
    return TONES.get(worst.tone if worst else "none", TONES["none"]), True
