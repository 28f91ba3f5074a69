"""Where the pages of an article lie on the desk, and what of them is in sight."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from annotator.library import ArticleSession
from annotator.model.locators import block_at
from annotator.ui.document_view import Passage
from annotator.ui.pages.look import PageLook
from annotator.ui.pages.places import Places
from annotator.ui.pages.stack import Stack, fitting_scale, turned_size
from annotator.ui.theme import Theme

LEFT = 28.0  # px at 100 %, beside the pages


class LaidPages(QAbstractScrollArea):
    """Pages to scroll over, with nothing painted.

    ``visible_range_changed`` (start, end): what is in sight. ``page_changed``: the page in the
    middle of the sight (from 0). ``set_anew``: another article; ``laid_out``: all pages lie
    otherwise. ``turn`` is how far pages are turned, degrees clockwise; the file knows nothing of
    it.
    """

    visible_range_changed = Signal(int, int)
    page_changed = Signal(int)
    set_anew = Signal()
    laid_out = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme, self.look = theme, PageLook()
        self.session: ArticleSession | None = None
        self.stack = Stack((), 1.0, 1.0)
        self.places = Places((), self.stack, _nothing, _nothing)
        self.turn, self._page = 0, -1
        self._zoom_at: QPointF | None = None
        self.setFrameStyle(0)
        self.setProperty("bare", "true")
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.horizontalScrollBar().valueChanged.connect(self._scrolled)
        theme.changed.connect(self._retheme)

    def set_session(self, session: ArticleSession | None) -> None:
        """Show an article with pages from its first, or none."""
        self.session = session
        self.turn, self._page, self.look = 0, -1, replace(self.look, zoom=1.0)
        if session is not None:
            self.setAccessibleName(session.article.title)
        self._lay_out()
        self.verticalScrollBar().setValue(0)
        self.set_anew.emit()
        self._scrolled()

    def _lay_out(self) -> None:
        pages = self.session.article.pages if self.session else ()
        sizes = [(page.width, page.height) for page in pages]
        left, right = self.theme.px(LEFT), self.number_room()
        room = max(1, self.viewport().width()), max(1, self.viewport().height())
        size = turned_size(sizes[max(0, self._page)], self.turn) if sizes else (1.0, 1.0)
        scale = fitting_scale(self.look.fit, size, room, left + right) * self.look.zoom
        self.stack = Stack.of(sizes, scale, room[0], left, right, self.turn)
        known = self.session.known_geometry if self.session else _nothing
        loaded = self.session.geometry_of if self.session else _nothing
        self.places = Places(pages, self.stack, known, loaded)
        self.verticalScrollBar().setRange(0, max(0, round(self.stack.height) - room[1]))
        self.verticalScrollBar().setPageStep(room[1])
        self.verticalScrollBar().setSingleStep(round(self.theme.px(40)))
        self.horizontalScrollBar().setRange(0, max(0, round(self.stack.width) - room[0]))
        self.horizontalScrollBar().setPageStep(room[0])
        self.laid_out.emit()

    def number_room(self) -> float:
        """What is kept free on the right of pages, px."""
        return self.theme.px(LEFT)

    def restyle(self, **settings: Any) -> None:
        """See ``DocumentView``; of pages ``pages_fit``, ``pages_zoom``, ``pages_recoloured``."""
        before, self.look = self.look, self.look.changed(settings)
        if before != self.look:
            self._zoom_at = self._zoom_at or self.still_point()
            self.lay_out_again()

    def set_turn(self, turn: int) -> None:
        """Turn the pages so far: degrees clockwise, from how their file has them."""
        if turn % 360 != self.turn:
            self.turn = turn % 360
            self._zoom_at = self.still_point()
            self.lay_out_again()

    def still_point(self) -> QPointF:
        """Which point of the viewport stays where it is when sizes change by a command."""
        return QPointF(self.viewport().rect().center())

    def lay_out_again(self) -> None:
        """Other sizes: what one looks at stays where it is."""
        at = self._zoom_at or QPointF(self.viewport().width() / 2, 0)
        self._zoom_at = None
        if not self.stack.sizes:
            self._lay_out()
            return
        page, x, y = self.stack.on_page(at + QPointF(self.scrolled))
        self._lay_out()
        now = self.stack.from_page(page, (x, y, 0, 0)).topLeft() - at
        self.horizontalScrollBar().setValue(round(now.x()))
        self.verticalScrollBar().setValue(round(now.y()))
        self._scrolled()

    def zoom_at(self, point: QPointF) -> None:
        """The next change of size keeps this point of the viewport where it is."""
        self._zoom_at = point

    def _retheme(self) -> None:
        self.lay_out_again()
        self.viewport().update()

    def _scrolled(self) -> None:
        self.viewport().update()
        page = self.stack.page_at(self.seen().center().y()) if self.stack.sizes else -1
        turned, self._page = page != self._page, page
        self.visible_range_changed.emit(*self.visible_range())
        if turned:
            self.page_changed.emit(page)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.lay_out_again()

    # Places

    @property
    def scrolled(self) -> QPoint:
        """How far the stack is scrolled, px."""
        return QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def in_document(self, point: QPointF) -> QPointF:
        """A point of the viewport in the stack."""
        return point + QPointF(self.scrolled)

    def seen(self) -> QRectF:
        """What of the stack is in sight."""
        return QRectF(QPointF(self.scrolled), self.viewport().size().toSizeF())

    def rectangles(self, start: int, end: int) -> list[QRect]:
        """See ``DocumentView``; in this widget's coordinates."""
        corner = self.viewport().pos() - self.scrolled
        found = self.places.sure_rectangles(start, end)
        return [rect.toAlignedRect().translated(corner) for rect in found]

    def visible_range(self) -> Passage:
        """What is in sight."""
        seen = self.seen()
        return self.places.offsets_between(seen.top(), seen.bottom())

    @property
    def page(self) -> int:
        """The page in the middle of the sight, from 0."""
        return max(0, self._page)

    def scroll_to(self, offset: int, align: str = "centre") -> None:
        """See ``DocumentView``."""
        if not self.stack.sizes:
            return
        page = self.places.page_of(offset)
        rects = self.places.sure_rectangles(offset, offset + 1)
        self.show_rect(rects[0] if rects else QRectF(self.stack.rect(page).topLeft(), _LINE), align)

    def show_rect(self, rect: QRectF, align: str) -> None:
        """Scroll to a rectangle of the stack, as ``scroll_to`` does."""
        seen = self.seen()
        top, left = seen.top(), seen.left()
        if align == "top":
            top = rect.top() - self.theme.px(24)
        elif align == "centre":
            top = rect.center().y() - seen.height() * 0.4
        elif rect.top() < top or rect.bottom() > seen.bottom():
            top = rect.top() - seen.height() * (0.2 if rect.top() < top else 0.8)
        if rect.left() < left or rect.right() > seen.right():
            left = rect.left() - seen.width() * 0.2
        self.verticalScrollBar().setValue(round(top))
        self.horizontalScrollBar().setValue(round(left))

    def scroll_to_page(self, page: int, y: float = 0.0) -> None:
        """Put a page's top (or ``y`` points below it) at the top of the sight."""
        if 0 <= page < len(self.stack.sizes):
            down = 0 if self.turn else y * self.stack.scale  # of one turned, all of it
            top = self.stack.rect(page).top() + down
            self.verticalScrollBar().setValue(round(top - self.theme.px(8)))

    def position(self) -> list[float]:
        """See ``DocumentView``: [page, x, y] of the upper left corner, points."""
        if not self.stack.sizes:
            return [0.0, 0.0, 0.0]
        page, x, y = self.stack.on_page(self.seen().topLeft())
        return [float(page), x, y]

    def restore(self, position: Sequence[float]) -> None:
        """See ``DocumentView``."""
        if len(position) == 3 and 0 <= position[0] < len(self.stack.sizes):
            place = self.stack.from_page(int(position[0]), (*position[1:], 0, 0))
            self.horizontalScrollBar().setValue(round(place.left()))
            self.verticalScrollBar().setValue(round(place.top()))

    # What the reader around it asks

    def column(self) -> QRect:
        """See ``Surface``: the page in sight."""
        if not self.stack.sizes:
            return self.rect()
        rect = self.stack.rect(self.page).translated(-QPointF(self.scrolled)).toAlignedRect()
        return QRect(max(0, rect.left()), 0, min(self.width(), rect.width()), self.height())

    def passages(self) -> list[Passage]:
        """See ``Surface``."""
        blocks = self.session.article.blocks if self.session else ()
        return [(block.start, block.end) for block in blocks]

    def heights(self) -> list[tuple[int, int, float, float]]:
        """See ``Surface``: a page is the smallest part."""
        whole, rects = max(1.0, self.stack.height), range(len(self.stack.sizes))
        return [
            (page.start, page.end, self.stack.rect(n).top() / whole,
             self.stack.rect(n).bottom() / whole)
            for n, page in zip(rects, self.places.pages, strict=True)
        ]  # fmt: skip

    def link_at(self, offset: int) -> str:
        """Where the link of the words at an offset leads, "" for none."""
        blocks = self.session.article.blocks if self.session else ()
        spans = blocks[block_at(blocks, offset)].spans if blocks else ()
        return next((span.link for span in spans if span.start <= offset < span.end), "")


def _nothing(_page: int) -> None:
    return None


_LINE = QRectF(0, 0, 1, 12).size()
