"""The cover and contents of several articles joined in one file."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter

from annotator.exporting import wording
from annotator.exporting.document import ExportDocument, ExportOptions
from annotator.exporting.pdf.page import Jump, Page
from annotator.exporting.pdf.sheet import HAIRLINE, SECONDARY, Sheet
from annotator.exporting.pdf.type import SERIF, Type
from annotator.exporting.pdf.words import Run, Words
from annotator.i18n import _, ngettext


def cover(document: ExportDocument, options: ExportOptions, sheet: Sheet, type: Type) -> Page:
    """Whose work it is, for which course, when; what is in it."""
    page = Page(numbered=False)
    y = sheet.height * 0.3
    width = sheet.width - sheet.left - sheet.right - 60
    count = len(document.articles)
    articles = ngettext("{n} annotated article", "{n} annotated articles", count).format(n=count)
    marks = sum(len(article.marks) for article in document.articles)
    noted = ngettext("{n} mark", "{n} marks", marks).format(n=marks)
    title = options.course or articles
    lines = [
        (title, 34.0, 1.2, SERIF, 650, None),
        (options.name or document.marked_by, 18.0, 1.9, SERIF, 400, None),
        (
            wording.shown_date(options.date or document.marked_on),
            13.0,
            1.8,
            "Inter",
            400,
            SECONDARY,
        ),
        (f"{articles} · {noted}" if options.course else noted, 13.0, 1.8, "Inter", 400, SECONDARY),
    ]
    for text, px, leading, family, weight, colour in lines:
        if text:
            run = Run(text, colour=colour) if colour else Run(text)
            words = type.set([run], width, px, leading, family=family, weight=weight)
            page.draws.append(_drawing(words, QPointF(sheet.left, y)))
            y += words.height + (14 if px > 30 else 0)
    return page


def contents(
    titles: Sequence[tuple[str, str]], sheet: Sheet, type: Type
) -> tuple[list[Page], list[tuple[int, QRectF]]]:
    """The pages of the contents: (title, byline) of each article. The second part says for each
    article on which of these pages and where its entry is; ``number`` fills in the rest."""
    pages = [Page()]
    places: list[tuple[int, QRectF]] = []
    heading = type.set([Run(_("Contents"))], sheet.text_width, 25, 1.2, family=SERIF, weight=650)
    pages[0].draws.append(_drawing(heading, QPointF(sheet.left, sheet.top)))
    pages[0].headings.append((1, _("Contents"), sheet.top))
    y = sheet.top + heading.height + 16
    width = sheet.width - sheet.left - sheet.right
    for title, byline in titles:
        name = type.set([Run(title)], width - 60, 14.2, 1.4, family=SERIF, weight=600)
        by = type.set([Run(byline, colour=SECONDARY)], width - 60, 11, 1.42) if byline else None
        height = name.height + (by.height if by else 0) + 12
        if y + height > sheet.bottom:
            pages.append(Page())
            y = sheet.top
        pages[-1].draws.append(_drawing(name, QPointF(sheet.left, y)))
        if by:
            pages[-1].draws.append(_drawing(by, QPointF(sheet.left, y + name.height)))
        places.append((len(pages) - 1, QRectF(sheet.left, y, width, height - 6)))
        y += height
    return pages, places


def number(
    pages: Sequence[Page], places: Sequence[tuple[int, QRectF]], starts: Sequence[int],
    sheet: Sheet, type: Type,
) -> None:  # fmt: skip
    """Write into the contents where each article starts (pages counted from 0 in the file), as a
    number and a link."""
    font = type.font(13)
    for (page, box), start in zip(places, starts, strict=True):
        text = str(start + 1)
        x = sheet.width - sheet.right - type.metrics(font).horizontalAdvance(text)
        pages[page].draws.append(_number(text, QPointF(x, box.top() + 15), box, type))
        pages[page].jumps.append(Jump(box, start))


def _number(text: str, at: QPointF, box: QRectF, type: Type):  # type: ignore[no-untyped-def]
    def draw(painter: QPainter) -> None:
        painter.fillRect(QRectF(box.left(), box.bottom(), box.width(), 0.8), QColor(HAIRLINE))
        painter.setFont(type.font(13))
        painter.setPen(QColor(SECONDARY))
        painter.drawText(at, text)

    return draw


def _drawing(words: Words, at: QPointF):  # type: ignore[no-untyped-def]
    return lambda painter: words.draw(painter, at)
