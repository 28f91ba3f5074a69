"""The pages behind a text: headings, notes and figures set below one another."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from annotator.exporting.pdf.margin import BAR_ROOM, SetNote
from annotator.exporting.pdf.page import Page
from annotator.exporting.pdf.sheet import Sheet
from annotator.exporting.pdf.type import SERIF, Type
from annotator.exporting.pdf.words import Run

_ROOM = 78
"""px that are left below a heading at least."""


class End:
    """Sets headings and notes below the text of the last page and on new pages."""

    def __init__(self, pages: list[Page], sheet: Sheet, type: Type, y: float) -> None:
        self._pages = pages
        self._sheet = sheet
        self._type = type
        self._y = y
        self._heading = ""  # set with what it stands over

    def heading(self, text: str) -> None:
        """Add a heading, on the page on which what it stands over begins."""
        self._heading = text

    def _head(self, height: float) -> None:
        """Set the heading that is due over something that takes ``height`` px at first."""
        text, self._heading = self._heading, ""
        if not text:
            return
        words = self._type.set(
            [Run(text)], self._sheet.text_width, 17, 1.3, family=SERIF, weight=620
        )
        below = min(max(height, _ROOM), self._sheet.room - words.height - 7)
        if self._y + 26 + words.height + 7 + below > self._sheet.bottom:
            self._turn()
        elif self._y > self._sheet.top:
            self._y += 26
        at = QPointF(self._sheet.left, self._y)
        page = self._pages[-1]
        page.draws.append(lambda painter: words.draw(painter, at))
        page.headings.append((2, text, self._y))
        self._y += words.height + 7

    def note(self, note: SetNote) -> tuple[int, QRectF]:
        """Add a note, over several pages if need be; the page and place of its first line."""
        whole = note.height <= self._sheet.room / 3
        self._head(note.height if whole else 0)
        first = 0
        began: tuple[int, QRectF] | None = None
        while first < len(note.parts):
            last = first
            room = self._sheet.bottom - self._y + note.parts[first].top
            while last < len(note.parts) and note.below(last + 1) <= room:
                last += 1
            if last == first or (whole and last < len(note.parts) and first == 0):
                if self._y > self._sheet.top:
                    self._turn()
                    continue
                last = max(last, first + 1)
            line = QRectF(self._sheet.left, self._y, self._sheet.text_width, note.below(1))
            began = began or (len(self._pages) - 1, line)
            self._put(note, first, last)
            first = last
        self._y += 9
        return began or (len(self._pages) - 1, QRectF())

    def figure(self, height: float, draw: Callable[[QPainter, QPointF], None]) -> None:
        """Add something drawn, ``height`` px high, that stays in one piece."""
        self._head(height)
        if self._y + height > self._sheet.bottom and self._y > self._sheet.top:
            self._turn()
        at = QPointF(self._sheet.left, self._y)
        self._pages[-1].draws.append(lambda painter: draw(painter, at))
        self._y += height

    def _put(self, note: SetNote, first: int, last: int) -> None:
        at = QPointF(self._sheet.left - (0 if note.look else BAR_ROOM), self._y)
        page, type = self._pages[-1], self._type
        page.draws.append(lambda painter: note.draw(painter, type, at, first, last))
        page.links += note.links(at, first, last)
        self._y += note.below(last) - note.parts[first].top

    def _turn(self) -> None:
        self._pages.append(Page())
        self._y = self._sheet.top
