"""The pages of an article on the desk, painted as their file has them."""

from collections.abc import Callable, Iterable
from typing import Any

from PySide6.QtCore import QPointF, QRect, Qt, QTimer
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from annotator.library import ArticleSession
from annotator.pdf.recolour import Recolour
from annotator.ui.pages.laid import LaidPages
from annotator.ui.pages.renderer import Pictures, Renderer, Tile, tiles_of
from annotator.ui.theme import Theme

AHEAD = 1
"""Pages before and after those in sight that are drawn, too."""
PACE_MS = 16
"""Pictures are asked for so often at most while one scrolls; what is kept is shown meanwhile."""


class PageCanvas(LaidPages):
    """Pages without what is marked on them. ``also_wanted`` names pictures that others show, drawn
    after those in sight."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.pictures = Pictures()
        self.renderer = Renderer(self)
        self.viewport().setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.also_wanted: Callable[[], list[Tile]] = list
        self._ask = QTimer(self, singleShot=True, interval=PACE_MS)
        self._ask.timeout.connect(self._want)
        self.renderer.drawn.connect(self._take_picture)
        self.renderer.measured.connect(self._take_geometry)

    def set_session(self, session: ArticleSession | None) -> None:
        self.renderer.stop()
        self.pictures.clear()
        if session is not None:
            self.renderer.start(self._draw, self._measure)
        super().set_session(session)
        self._want()

    def _draw(self, tile: Tile) -> Any:
        return self.session.draw_page(tile.page, tile.scale, tile.rect, tile.recolour)

    def _measure(self, page: int) -> None:
        """What the mouse asks for, before it does."""
        self.session.links_on(page)
        self.session.geometry_of(page)

    @property
    def recolour(self) -> Recolour | None:
        """The colours pages take on; None for their own."""
        tokens = self.theme.tokens
        if not self.look.recoloured or tokens.name == "light":
            return None
        return Recolour(tokens.paper, tokens.ink)

    # Scrolling and pictures

    def _scrolled(self) -> None:
        super()._scrolled()
        self.ask_for_pictures()

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
