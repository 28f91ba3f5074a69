"""Where an article's marks lie on its pages."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF

from annotator.exporting.document import ExportArticle, ExportMark
from annotator.exporting.pdf.badges import HEIGHT
from annotator.exporting.pdf.flow import Flow
from annotator.exporting.pdf.notes import contents
from annotator.exporting.pdf.numbers import Number, hang
from annotator.exporting.pdf.page import MarkBox, Page
from annotator.exporting.pdf.replies import replies
from annotator.exporting.pdf.sheet import LOOKS, TONES
from annotator.exporting.pdf.type import Type
from annotator.model import Annotation
from annotator.model.locators import block_at
from annotator.typesetting.setting import Setting

BESIDE = 27.0
"""px that numbers may hang out beside the text: before the notes, and before the paper's edge."""
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
        self._numbers: list[Number] = []
        self.beside: list[Beside] = []
        self.without_place: list[ExportMark] = []
        for mark in article.marks:
            found = mark.start is not None and mark.end is not None
            rects = setting.rectangles(mark.start, mark.end) if found else []  # type: ignore[arg-type]
            if rects:
                self._put(mark, rects)
            else:
                self.without_place.append(mark)
        sheet = flow.sheet
        left, right = sheet.left - BESIDE, sheet.left + sheet.text_width + BESIDE
        for page, corner, text in hang(self._numbers, left, right, type):
            pages[page].badges.append((corner, text))

    def _put(self, mark: ExportMark, rects: Sequence[QRectF]) -> None:
        placed = [self._flow.locate(rect) for rect in rects]
        by_page: dict[int, list[QRectF]] = {}
        for page, rect in placed:
            by_page.setdefault(page, []).append(rect)
        colour, strong = line_colour(mark.annotation)
        text, thread = contents(mark.annotation), tuple(replies(mark.annotation))
        for part, (page, boxes) in enumerate(by_page.items(), 1):
            box = MarkBox(mark.annotation, part, boxes, colour, strong, text, thread)
            self._pages[page].marks.append(box)
        first_page, first = placed[0]
        self.beside.append(Beside(mark, first_page, first.top()))
        self._number(mark, *placed[-1])

    def _number(self, mark: ExportMark, page: int, rect: QRectF) -> None:
        blocks = self._article.article.blocks
        assert mark.end is not None  # it has a rectangle
        rtl = blocks[block_at(blocks, max(0, mark.end - 1))].dir == "rtl"
        y = rect.top() - HEIGHT * _LIFT + 1.5
        x = rect.left() if rtl else rect.right()
        self._numbers.append(Number(page, x, y, mark.number, rtl))


def line_colour(annotation: Annotation) -> tuple[str, bool]:
    """The colour of a mark's line, and whether it is a claim's: then it is the verdict's."""
    if not annotation.claims:
        return LOOKS[annotation.colour].line, False
    verdicts = [claim.verdict for claim in annotation.claims if claim.verdict]
    worst = min(verdicts, key=lambda verdict: verdict.rating, default=None)
    return TONES.get(worst.tone if worst else "none", TONES["none"]), True
