"""Pictures of pages, made beside the window's thread: what is in sight first, the newest wish wins.

It never holds the window up: what is not drawn yet is shown as the picture there was before, larger
or smaller, or as an empty page.
"""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage, QTransform

from annotator.pdf.recolour import Recolour
from annotator.pdf.rendering import Bitmap
from annotator.ui.pages.stack import Size
from annotator.ui.worker import Worker

TILE = 1_024
"""px: a page larger than ``WHOLE`` is drawn in squares of so many."""
WHOLE = 4_000_000
"""px of a picture up to which a page is drawn in one piece."""
ROOM = 64 * 1024 * 1024
"""Bytes of pictures kept; those used longest ago go first."""


@dataclass(frozen=True, slots=True)
class Tile:
    """A picture of a page: ``scale`` in device px a point, ``rect`` the part of the page (x, y,
    width, height; points) or None for all of it; ``small`` ones stand in for no other. The picture
    is turned by ``turn`` degrees, clockwise."""

    page: int
    scale: float
    recolour: Recolour | None = None
    rect: tuple[float, float, float, float] | None = None
    small: bool = False
    turn: int = 0

    @property
    def whole(self) -> bool:
        """Whether it can stand in for another picture of the page."""
        return self.rect is None and not self.small


def tiles_of(
    page: int,
    size: Size,
    scale: float,
    recolour: Recolour | None,
    seen: Sequence[float],
    turn: int = 0,
) -> list[Tile]:
    """The pictures that show what is seen (x, y, width, height; points) of a page."""
    if size[0] * size[1] * scale * scale <= WHOLE:
        return [Tile(page, scale, recolour, turn=turn)]
    side = TILE / scale
    x, y, width, height = seen
    columns = range(int(max(0.0, x) // side), int(min(size[0], x + width) // side) + 1)
    rows = range(int(max(0.0, y) // side), int(min(size[1], y + height) // side) + 1)
    return [
        Tile(page, scale, recolour, _part(size, column * side, row * side, side), turn=turn)
        for row in rows
        for column in columns
        if column * side < size[0] and row * side < size[1]
    ]


def _part(size: Size, x: float, y: float, side: float) -> tuple[float, float, float, float]:
    return (x, y, min(side, size[0] - x), min(side, size[1] - y))


class Pictures:
    """Pictures by tile, within ``ROOM``."""

    def __init__(self, room: int = ROOM) -> None:
        self._room, self._taken = room, 0
        self._kept: OrderedDict[Tile, QImage] = OrderedDict()

    def get(self, tile: Tile) -> QImage | None:
        """The picture, if it is kept; it is now the one used last."""
        image = self._kept.get(tile)
        if image is not None:
            self._kept.move_to_end(tile)
        return image

    def stand_in(self, page: int, turn: int = 0) -> QImage | None:
        """The newest whole picture of a page at any scale, turned like that."""
        kept = (tile for tile in reversed(self._kept) if (tile.page, tile.turn) == (page, turn))
        return next((self._kept[tile] for tile in kept if tile.whole), None)

    def put(self, tile: Tile, image: QImage) -> None:
        """Keep a picture."""
        before = self._kept.pop(tile, None)
        self._taken += image.sizeInBytes() - (before.sizeInBytes() if before else 0)
        self._kept[tile] = image
        while self._taken > self._room and len(self._kept) > 1:
            _tile, oldest = self._kept.popitem(last=False)
            self._taken -= oldest.sizeInBytes()

    def clear(self) -> None:
        """Keep none."""
        self._kept.clear()
        self._taken = 0


class Renderer(QObject):
    """Draws and measures beside the window's thread. ``drawn`` carries a tile and its ``QImage``,
    ``measured`` a page (from 0) whose geometry is now at hand."""

    drawn = Signal(object, object)
    measured = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker: Worker[Tile | int] = Worker("page renderer")

    def start(self, draw: Callable[[Tile], Bitmap], measure: Callable[[int], object]) -> None:
        """Begin on another PDF: ``draw`` a tile, ``measure`` a page's geometry."""

        def work(wanted: Tile | int) -> None:
            if isinstance(wanted, Tile):
                self.drawn.emit(wanted, _image(draw(wanted), wanted.turn))
            else:
                measure(wanted)
                self.measured.emit(wanted)

        self._worker.start(work)

    def stop(self) -> None:
        """End, and wait until what is at work is done."""
        self._worker.stop()

    def want(self, wanted: Sequence[Tile | int]) -> None:
        """From now on these pictures and these pages' geometries are wanted, the first first; what
        was wanted before is forgotten."""
        self._worker.want(wanted)


def _image(bitmap: Bitmap, turn: int) -> QImage:
    image = QImage(
        bitmap.data, bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGB32
    )
    # Either way another image: the bytes are the bitmap's own.
    return image.transformed(QTransform().rotate(turn)) if turn else image.copy()
