"""Bands onto pages, and where a place of the document then is."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QRectF

from annotator.exporting.pdf.bands import Band
from annotator.exporting.pdf.sheet import Sheet

_SLACK = 0.01


@dataclass(slots=True)
class Placement:
    """A stretch of the document on a page: its ``top`` stands at ``y`` there. ``scale`` is less
    than 1 only for what is higher than a page."""

    page: int
    y: float
    top: float
    bottom: float
    scale: float = 1.0
    bands: list[Band] = field(default_factory=list)


class Flow:
    """The bands of an article on pages from 0.

    ``y`` is where the first page's text begins; ``extra`` is room to leave below blocks, px by
    block index.
    """

    def __init__(
        self, sheet: Sheet, bands: Sequence[Band], y: float, extra: Mapping[int, float]
    ) -> None:
        self.sheet = sheet
        self.placements: list[Placement] = []
        self.page, self.y = 0, y
        self._fresh = True  # nothing stands on the page yet
        for chain in _chains(bands, sheet.room):
            self._place(chain, extra)
        self._tops = [placement.top for placement in self.placements]

    def _place(self, chain: Sequence[Band], extra: Mapping[int, float]) -> None:
        last = self.placements[-1] if self.placements else None
        follows = last is not None and last.page == self.page and not self._fresh
        gap = max(0.0, chain[0].top - last.bottom) if last and follows else 0.0
        added = self._added(last, chain[0], extra)
        height = chain[-1].bottom - chain[0].top
        if self.y + gap + added + height > self.sheet.bottom + _SLACK and not self._fresh:
            self._turn()
            gap = added = 0.0
        if last is None or last.page != self.page or added or self._fresh or last.scale != 1:
            room = self.sheet.bottom - self.y - gap - added
            scale = min(1.0, room / height) if height > room else 1.0
            last = Placement(self.page, self.y + gap + added, chain[0].top, chain[0].top, scale)
            self.placements.append(last)
        last.bands += chain
        last.bottom = chain[-1].bottom
        self.y = last.y + (last.bottom - last.top) * last.scale
        self._fresh = False

    def _added(self, last: Placement | None, band: Band, extra: Mapping[int, float]) -> float:
        before = last.bands[-1].block if last and last.bands else None
        if before is None or before == band.block:
            return 0.0
        return extra.get(before, 0.0)

    def _turn(self) -> None:
        self.page += 1
        self.y = self.sheet.top
        self._fresh = True

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return self.page + 1

    def locate(self, rect: QRectF) -> tuple[int, QRectF]:
        """The page of a document rectangle, and the rectangle there."""
        at = max(0, bisect_right(self._tops, rect.center().y()) - 1)
        placed = self.placements[at]
        scale = placed.scale
        return placed.page, QRectF(
            self.sheet.left + rect.x() * scale,
            placed.y + (rect.y() - placed.top) * scale,
            rect.width() * scale,
            rect.height() * scale,
        )


def _chains(bands: Sequence[Band], room: float) -> Iterator[list[Band]]:
    """Runs of bands that stay together, unless they are higher than a page."""
    chain: list[Band] = []
    for band in bands:
        chain.append(band)
        if not band.glued:
            yield from _fitting(chain, room)
            chain = []
    if chain:
        yield from _fitting(chain, room)


def _fitting(chain: list[Band], room: float) -> Iterator[list[Band]]:
    if chain[-1].bottom - chain[0].top <= room:
        yield chain
    else:
        yield from ([band] for band in chain)
