"""One article with its marks, laid out on pages."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter

from annotator.exporting import wording
from annotator.exporting.document import ExportArticle, ExportDocument
from annotator.exporting.pdf.bands import bands
from annotator.exporting.pdf.beside import add_notes
from annotator.exporting.pdf.end import add_end
from annotator.exporting.pdf.end_pages import End
from annotator.exporting.pdf.flow import Flow, Placement
from annotator.exporting.pdf.marks import Marks
from annotator.exporting.pdf.notes import Said
from annotator.exporting.pdf.page import Page
from annotator.exporting.pdf.sheet import HAIRLINE, INK, SECONDARY, Sheet
from annotator.exporting.pdf.type import SERIF, Type
from annotator.exporting.pdf.words import Run, Words
from annotator.exporting.shown import marked_blocks, title_block
from annotator.model import BlockKind
from annotator.model.annotation import COLOURS
from annotator.model.direction import all_apart
from annotator.typesetting.grounds import paint_grounds
from annotator.typesetting.setting import Setting, typeset
from annotator.typesetting.style import Heading, TypeStyle

SIZE, LEADING = 14.2, 1.62
TITLE_SIZE = 25.0
_HEADINGS = (
    Heading(TITLE_SIZE / SIZE, 650, 1.2),
    Heading(17 / SIZE, 620, 1.3),
    Heading(15.5 / SIZE, 620, 1.35),
    *(Heading(1.0, weight, 1.4) for weight in (650, 600, 600)),
)
_UNDER = 14.0
"""px between the details under the title and the text."""
_DATE = re.compile(r"\b(?:\d{1,2} )?[^\W\d_]+ \d{4}\b")
_GROUNDED = frozenset({BlockKind.CODE, BlockKind.RULE, BlockKind.IMAGE})


def lay_out(
    document: ExportDocument, article: ExportArticle, sheet: Sheet, type: Type
) -> list[Page]:
    """The article's pages, nothing painted yet."""
    type.used.update(article.article.text)
    setting = _set(article, sheet, type)
    head = _Head(document, article, sheet, type, setting)
    cut = bands(setting, sheet.room)
    for band in cut:
        band.glued = band.glued and band.block != head.block
    flow = Flow(sheet, cut, sheet.top + head.above, head.extra)
    pages = [Page() for _page in range(flow.pages)]
    for placement in flow.placements:
        page = pages[placement.page]
        page.draws.append(_body(setting, sheet, placement))
        _cover(page, sheet, placement)
        _numbers(page, article, sheet, type, placement)
    head.draw(pages, flow, setting)
    _headings(pages, flow, setting)
    marks = Marks(article, setting, flow, pages, type)
    continued = add_notes(pages, article, sheet, type, marks.beside)
    end = End(pages, sheet, type, flow.y)
    lost = [Said(mark.annotation, mark) for mark in marks.without_place]
    add_end(end, type, sheet, article, continued, lost)
    legend = _legend(document, article)
    for page in pages:
        page.legend = legend
    return pages


def _set(article: ExportArticle, sheet: Sheet, type: Type) -> Setting:
    style = TypeStyle(
        size=SIZE, leading=LEADING, measure=sheet.text_width, ink=INK, ligatures=False,
        paragraph_gap=10 / SIZE, headings=_HEADINGS,
    )  # fmt: skip

    def picture(sha256: str) -> bytes | None:
        found = article.resources.get(sha256)
        return found.data if found else None

    shown = marked_blocks(article)
    setting = typeset(article.article, style, whole=False, shown=shown, picture=picture)
    setting.document.documentLayout().setPaintDevice(type.device)
    setting.document.setTextWidth(sheet.text_width)
    return setting


class _Head:
    """The title, where the text does not begin with it, and the details under it."""

    def __init__(
        self, document: ExportDocument, article: ExportArticle, sheet: Sheet, type: Type,
        setting: Setting,
    ) -> None:  # fmt: skip
        self._sheet = sheet
        self._details = type.set(_details(document, article), sheet.text_width, 11, 1.3)
        self._title: Words | None = None
        self.block = title_block(article.article)
        if self.block not in setting.shown_blocks[:3]:
            self.block = None
            self._title = type.set(
                [Run(article.article.title)], sheet.text_width, TITLE_SIZE, 1.2,
                family=SERIF, weight=650,
            )  # fmt: skip
        self._name = article.article.title

    @property
    def above(self) -> float:
        """Room for what stands above the text, px."""
        if self._title is None:
            return 0.0
        return self._title.height + 6 + self._details.height + _UNDER

    @property
    def extra(self) -> dict[int, float]:
        """Room for the details below the title's block."""
        if self.block is None:
            return {}
        return {self.block: self._details.height + _UNDER}

    def draw(self, pages: Sequence[Page], flow: Flow, setting: Setting) -> None:
        """Put it on its page."""
        page, at = pages[0], QPointF(self._sheet.left, self._sheet.top)
        if self._title is not None:
            title, corner = self._title, QPointF(at)
            page.draws.insert(0, lambda painter: title.draw(painter, corner))
            page.headings.append((1, self._name, at.y()))
            at += QPointF(0, title.height + 6)
        elif self.block is not None:
            number, rect = flow.locate(setting.block_rectangle(self.block))
            page, at = pages[number], QPointF(self._sheet.left, rect.bottom() + 6)
        details, place = self._details, QPointF(at)
        page.draws.insert(1, lambda painter: details.draw(painter, place))
        page.links += details.links(place)


def _details(document: ExportDocument, article: ExportArticle) -> list[Run]:
    details = article.article.details
    address = wording.address(details.url)
    shown = details.url.removeprefix("https://").removeprefix("http://").rstrip("/")
    parts = [
        Run(_whole_dates(wording.byline(details)), colour=SECONDARY),
        Run(shown, colour=SECONDARY, link=address),
        Run(_whole_dates(wording.marked(document)), colour=SECONDARY),
    ]
    parts = [part for part in parts if part.text]
    runs: list[Run] = []
    for part, text in zip(parts, all_apart([part.text for part in parts]), strict=True):
        runs += [Run(" · ", colour=SECONDARY)] * bool(runs) + [replace(part, text=text)]
    return runs


def _whole_dates(text: str) -> str:
    """The text with no blank in "12 May 2026" at which a line may end."""
    return _DATE.sub(lambda match: match[0].replace(" ", "\u00a0"), text)


def _body(setting: Setting, sheet: Sheet, placement: Placement) -> Callable[[QPainter], None]:
    blocks = setting.article.blocks
    grounded = any(
        blocks[band.block].containers or blocks[band.block].kind in _GROUNDED
        for band in placement.bands
    )

    def draw(painter: QPainter) -> None:
        painter.save()
        painter.translate(sheet.left, placement.y)
        painter.scale(placement.scale, placement.scale)
        painter.translate(0, -placement.top)
        if grounded:
            painter.save()
            height = placement.bottom - placement.top
            painter.setClipRect(QRectF(-40, placement.top - 12, sheet.text_width + 60, height + 24))
            paint_grounds(painter, setting, placement.top + 0.5, placement.bottom - 0.5)
            painter.restore()
        for band in placement.bands:
            for line, corner in band.lines:
                line.draw(painter, corner)
            if band.row:
                painter.fillRect(QRectF(0, band.bottom, sheet.text_width, 0.8), QColor(HAIRLINE))
        painter.restore()

    return draw


def _cover(page: Page, sheet: Sheet, placement: Placement) -> None:
    for band in placement.bands:
        for line, corner in band.lines:
            left = sheet.left + (corner.x() + line.x()) * placement.scale
            page.cover(left, left + line.naturalTextWidth() * placement.scale)


def _numbers(
    page: Page, article: ExportArticle, sheet: Sheet, type: Type, placement: Placement
) -> None:
    """Paragraph numbers, left of their first lines."""
    found: list[tuple[QPointF, str]] = []
    font = type.font(11)
    for band in placement.bands:
        number = article.paragraphs[band.block] if band.begins and not band.row else 0
        if number and band.lines:
            line, corner = band.lines[0]
            y = corner.y() + line.y() + line.ascent() - placement.top
            x = sheet.left - 14 - type.metrics(font).horizontalAdvance(str(number))
            found.append((QPointF(x, placement.y + y * placement.scale), str(number)))

    def draw(painter: QPainter) -> None:
        painter.setFont(font)
        painter.setPen(QColor(SECONDARY))
        for at, text in found:
            painter.drawText(at, text)

    if found:
        page.draws.append(draw)


def _headings(pages: Sequence[Page], flow: Flow, setting: Setting) -> None:
    for placement in flow.placements:
        for band in placement.bands:
            block = setting.article.blocks[band.block]
            if band.begins and block.kind is BlockKind.HEADING:
                text = " ".join(setting.article.text[block.start : block.end].split())
                y = placement.y + (band.top - placement.top) * placement.scale
                pages[placement.page].headings.append((max(1, block.level), text, y))


def _legend(document: ExportDocument, article: ExportArticle) -> list[tuple[str, str]]:
    used = {mark.annotation.colour for mark in article.marks}
    return [
        (colour, document.colour_names.get(colour) or colour)
        for colour in COLOURS
        if colour in used
    ]
