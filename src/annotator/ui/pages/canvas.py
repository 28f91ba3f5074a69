"""The pages of an article on the desk: where they lie, how large, which pictures they need."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from annotator.library import ArticleSession
from annotator.model.locators import block_at
from annotator.pdf.recolour import Recolour
from annotator.ui.document_view import Passage
from annotator.ui.pages.places import Places
from annotator.ui.pages.renderer import Pictures, Renderer, Tile, tiles_of
from annotator.ui.pages.stack import Fit, Stack, fitting_scale, turned_size
from annotator.ui.theme import Theme

LEFT = 28.0  # px at 100 %, beside the pages
AHEAD = 1
"""Pages before and after those in sight that are drawn, too."""
PACE_MS = 16
"""Pictures are asked for so often at most while one scrolls; what is kept is shown meanwhile."""
LEAST_ZOOM, GREATEST_ZOOM = 0.1, 16.0


@dataclass(frozen=True, slots=True)
class PageLook:
    """``zoom`` multiplies what ``fit`` comes to; ``recoloured``: pages take on the colours of a
    dark or sepia window."""

    fit: Fit = Fit.WIDTH
    zoom: float = 1.0
    recoloured: bool = True
    apart: bool = False

    def changed(self, settings: dict[str, Any]) -> "PageLook":
        """The same with the settings of pages; others are left out."""
        names = {"fit": "pages_fit", "zoom": "pages_zoom", "recoloured": "pages_recoloured",
                 "apart": "apart"}  # fmt: skip
        given = {name: settings[key] for name, key in names.items() if key in settings}
        if "fit" in given:
            given["fit"] = Fit(given["fit"])
        return replace(self, **given)


class PageCanvas(QAbstractScrollArea):
    """Pages without what is marked on them.

    ``visible_range_changed`` (start, end): what is in sight. ``page_changed``: the page in the
    middle of the sight (from 0). ``set_anew``: another article; ``laid_out``: all pages lie
    otherwise. ``also_wanted`` names pictures that others show, drawn after those in sight. ``turn``
    is how far pages are turned, degrees clockwise; the file knows nothing of it.
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
        self.pictures = Pictures()
        self.renderer = Renderer(self)
        self.turn, self._page = 0, -1
        self._zoom_at: QPointF | None = None
        self.setFrameStyle(0)
        self.setProperty("bare", "true")
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.also_wanted: Callable[[], list[Tile]] = list
        self._ask = QTimer(self, singleShot=True, interval=PACE_MS)
        self._ask.timeout.connect(self._want)
        self.renderer.drawn.connect(self._take_picture)
        self.renderer.measured.connect(self._take_geometry)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.horizontalScrollBar().valueChanged.connect(self._scrolled)
        theme.changed.connect(self._retheme)

    # What is shown

    def set_session(self, session: ArticleSession | None) -> None:
        """Show an article with pages from its first, or none."""
        self.renderer.stop()
        self.pictures.clear()
        self.session = session
        self.turn, self._page = 0, -1
        if session is not None:
            self.renderer.start(self._draw, self._measure)
            self.setAccessibleName(session.article.title)
        self._lay_out()
        self.verticalScrollBar().setValue(0)
        self.set_anew.emit()
        self._scrolled()
        self._want()

    def _draw(self, tile: Tile) -> Any:
        return self.session.draw_page(tile.page, tile.scale, tile.rect, tile.recolour)

    def _measure(self, page: int) -> None:
        """What the mouse asks for, before it does."""
        self.session.links_on(page)
        self.session.geometry_of(page)

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

    @property
    def recolour(self) -> Recolour | None:
        """The colours pages take on; None for their own."""
        tokens = self.theme.tokens
        if not self.look.recoloured or tokens.name == "light":
            return None
        return Recolour(tokens.paper, tokens.ink)

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
        """See ``Surface``."""
        blocks = self.session.article.blocks if self.session else ()
        spans = blocks[block_at(blocks, offset)].spans if blocks else ()
        return next((span.link for span in spans if span.start <= offset < span.end), "")

    # Scrolling and pictures

    def _scrolled(self) -> None:
        self.viewport().update()
        self.ask_for_pictures()
        page = self.stack.page_at(self.seen().center().y()) if self.stack.sizes else -1
        turned, self._page = page != self._page, page
        self.visible_range_changed.emit(*self.visible_range())
        if turned:
            self.page_changed.emit(page)

    def ask_for_pictures(self) -> None:
        """What is in sight has changed."""
        if not self._ask.isActive():
            self._ask.start()

    def _want(self) -> None:
        """Ask for what is in sight: pictures, then where their letters are; then the same of its
        neighbours."""
        seen = self.seen()
        inside = self.stack.pages_between(seen.top(), seen.bottom())
        if not inside:
            return
        low, high = max(0, inside[0] - AHEAD), min(len(self.stack.sizes), inside[-1] + AHEAD + 1)
        beside = [*range(inside[-1] + 1, high), *range(low, inside[0])]
        wanted = [*self._lacking(inside), *self._missing(self.also_wanted())]
        self.renderer.want([*wanted, *self._lacking(beside)])

    def _lacking(self, pages: Iterable[int]) -> list[Tile | int]:
        """What is not there yet of pages: pictures first."""
        tiles = [tile for page in pages for tile in self.tiles(page)]
        measures = [page for page in pages if self.places.known(page) is None]
        return [*self._missing(tiles), *measures]

    def _missing(self, tiles: Iterable[Tile]) -> list[Tile]:
        return [tile for tile in tiles if self.pictures.get(tile) is None]

    def tiles(self, page: int) -> list[Tile]:
        """The pictures that show what is in sight of a page; all of one that is not."""
        rect, scale = self.stack.rect(page), self.stack.scale
        part = self.seen().intersected(rect)
        inside = self.stack.part_of(page, part if part.isValid() else rect)
        size, density = self.stack.sizes[page], self.devicePixelRatioF()
        return tiles_of(page, size, scale * density, self.recolour, inside, self.turn)

    def _take_picture(self, tile: Tile, image: object) -> None:
        if self.session is not None and tile.page < len(self.stack.sizes):
            self.pictures.put(tile, image)
            self._update_page(tile.page)

    def _take_geometry(self, page: int) -> None:
        if self.session is not None and page < len(self.stack.sizes):
            self._update_page(page)
            self.visible_range_changed.emit(*self.visible_range())

    def _update_page(self, page: int) -> None:
        rect = self.stack.rect(page).translated(-QPointF(self.scrolled)).toAlignedRect()
        self.viewport().update(QRect(0, rect.top() - 4, self.viewport().width(), rect.height() + 8))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.lay_out_again()

    # Painting

    def paint_page(self, painter: QPainter, page: int) -> None:
        """Paint a page's paper and what there is of its pictures; in the stack."""
        rect, recolour = self.stack.rect(page), self.recolour
        painter.fillRect(rect, self.theme.colour("paper") if recolour else Qt.GlobalColor.white)
        tiles = self.tiles(page)
        images = [self.pictures.get(tile) for tile in tiles]
        if None in images:
            stand_in = self.pictures.stand_in(page, self.turn)
            if stand_in is not None:
                painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
                painter.drawImage(rect, stand_in)
        for tile, image in zip(tiles, images, strict=True):
            if image is not None:
                painter.drawImage(
                    self.stack.from_page(page, tile.rect) if tile.rect else rect, image
                )
        painter.setPen(self.theme.colour("hairline"))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(rect.adjusted(-0.5, -0.5, 0.5, 0.5))

    def shut(self) -> None:
        """End the worker; for a window that goes."""
        self.renderer.stop()


def _nothing(_page: int) -> None:
    return None


_LINE = QRectF(0, 0, 1, 12).size()
