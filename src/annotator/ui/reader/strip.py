"""The strip at the page's edge: every mark of the article as a tick, and what is in sight."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotator.i18n import _
from annotator.library.marks import Mark
from annotator.ui.kit import Themed
from annotator.ui.theme import Theme, mix

WIDTH, TICK, LEAST = 12.0, 4.0, 18.0  # px at 100 %
SETTLE_MS = 150
"""After changes, ticks are painted anew when there was none for so long."""

Heights = Sequence[tuple[int, int, float, float]]
"""For each block (start, end, top, bottom): code points and shares of the document's height."""


class Rows:
    """Which marks begin in each row of pixels. One tick a row is all that can be seen, so that an
    edit costs what stands in its row, and painting the strip's height."""

    def __init__(self) -> None:
        self._row: dict[str, int] = {}
        self._marks: dict[int, dict[str, Mark]] = {}

    def put(self, id: str, mark: Mark | None, row: int) -> set[int]:
        """A mark is in that row now, and in no other (None: in none); the rows that changed."""
        changed = set()
        before = self._row.pop(id, None)
        if before is not None:
            del self._marks[before][id]
            changed.add(before)
        if mark is not None:
            self._row[id] = row
            self._marks.setdefault(row, {})[id] = mark
            changed.add(row)
        return changed

    def shown(self, top: int, bottom: int) -> Iterator[tuple[int, Mark]]:
        """Of each row from ``top`` to ``bottom`` the mark whose tick is painted: the last one with
        claims, else the first one."""
        for row in range(top, bottom + 1):
            marks = self._marks.get(row)
            if marks:
                claimed = [mark for mark in marks.values() if mark.verdict_tone is not None]
                shown = max(claimed, key=_place) if claimed else min(marks.values(), key=_place)
                yield row, shown


def _place(mark: Mark) -> tuple[int, int]:
    return mark.start, mark.end


class Strip(Themed, QWidget):
    """A scroll bar that shows where the marks are. ``scrolled_to`` carries the share of the
    document's height that shall be in the middle of the sight."""

    scrolled_to = Signal(float)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marks: Callable[[], Iterable[Mark]] = tuple
        self._heights: Heights = ()
        self._starts: list[int] = []
        self._rows = Rows()
        self._stale: set[int] = set()
        self._ticks: QPixmap | None = None
        self._window = (0.0, 1.0)
        self._grip: float | None = None
        self._settle = QTimer(self, singleShot=True)
        self._settle.timeout.connect(self._renew)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(_("Marks of the article"))
        self.follow(theme)

    def retheme(self) -> None:
        self.setFixedWidth(self.theme.px(WIDTH))
        self._forget()

    def sizeHint(self) -> QSize:
        return QSize(self.theme.px(WIDTH), self.theme.px(100))

    def set_article(self, heights: Heights, marks: Callable[[], Iterable[Mark]]) -> None:
        """Another article, or the same set anew. ``marks`` gives all its marks, whenever asked."""
        self._heights, self._marks = heights, marks
        self._starts = [start for start, _end, _top, _bottom in heights]
        self._forget()

    def change(self, id: str, mark: Mark | None) -> None:
        """One mark more, changed, or gone: its tick is painted over the others at once, all there
        anew when changes have come to rest."""
        if self._ticks is None:
            return  # all are about to be asked for
        row = round(self._y(mark.start)) if mark else 0
        self._stale |= self._rows.put(id, mark, row)
        self._settle.start(SETTLE_MS)
        if mark:
            painter = QPainter(self._ticks)
            self._paint_tick(painter, row, mark)
            painter.end()
            self.update()

    def set_window(self, top: float, bottom: float) -> None:
        """What is in sight, in shares of the document's height."""
        if (top, bottom) != self._window:
            self._window = (top, bottom)
            self.update()

    def _forget(self) -> None:
        self._ticks = None
        self._stale.clear()
        self._colours: dict[tuple[str, str | None], QColor] = {}
        self._settle.stop()
        self.update()

    def _renew(self) -> None:
        if self._ticks is None:
            self._rows = Rows()
            for mark in self._marks():
                self._rows.put(mark.id, mark, round(self._y(mark.start)))
            self._ticks = self._blank()
            self._paint_rows(0, self.height())
        for row in sorted(self._stale):
            self._paint_rows(row, row + self.theme.px(TICK))
        self._stale.clear()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._forget()

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self.theme
        painter.fillRect(self.rect(), theme.colour("paper"))
        painter.fillRect(0, 0, 1, self.height(), theme.colour("hairline"))
        if self._ticks is not None:
            painter.drawPixmap(0, 0, self._ticks)
        elif self._heights and not self._settle.isActive():
            self._settle.start(0)  # thousands of ticks take a while: the text is shown first
        if self._window != (0.0, 1.0):
            self._paint_window(painter)

    def _paint_window(self, painter: QPainter) -> None:
        top, bottom = self._window_edges()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.theme.colour("control"), 1))
        wash = self.theme.colour("control")
        wash.setAlphaF(0.22 if self._grip is not None or self.underMouse() else 0.08)
        painter.setBrush(wash)
        frame = QRectF(1.5, top + 0.5, self.width() - 3, bottom - top - 1)
        painter.drawRoundedRect(frame, self.theme.px(3), self.theme.px(3))

    def _window_edges(self) -> tuple[float, float]:
        top, bottom = (share * self.height() for share in self._window)
        least = min(self.theme.px(LEAST), self.height())
        if bottom - top < least:
            middle = (top + bottom) / 2
            top = min(max(0.0, middle - least / 2), self.height() - least)
            bottom = top + least
        return top, bottom

    def _blank(self) -> QPixmap:
        density = self.devicePixelRatioF()
        pixmap = QPixmap(self.size() * density)
        pixmap.setDevicePixelRatio(density)
        pixmap.fill(Qt.GlobalColor.transparent)
        return pixmap

    def _paint_rows(self, top: int, bottom: int) -> None:
        """Paint what stands between two heights anew, ticks that reach in included."""
        bottom = min(self.height(), bottom)
        top, tick = min(top, bottom - self.theme.px(TICK)), self.theme.px(TICK)
        painter = QPainter(self._ticks)
        painter.setClipRect(0, top, self.width(), bottom - top)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Clear)
        painter.fillRect(0, top, self.width(), bottom - top, Qt.GlobalColor.black)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        for row, mark in self._rows.shown(top - tick, bottom):
            self._paint_tick(painter, row, mark)
        painter.end()

    def _paint_tick(self, painter: QPainter, row: int, mark: Mark) -> None:
        height, left = self.theme.px(TICK), self.theme.px(3)
        kind = (mark.colour, mark.verdict_tone)
        if kind not in self._colours:
            self._colours[kind] = self.colour(mark)
        top = min(row, self.height() - height)
        painter.fillRect(left, top, self.width() - left - 2, height, self._colours[kind])

    def colour(self, mark: Mark) -> QColor:
        """A mark's tick: its verdict where it has claims, else its own colour."""
        if mark.verdict_tone is not None:
            return self.theme.tone(mark.verdict_tone)
        tokens = self.theme.tokens
        return mix(tokens.ink, self.theme.mark(mark.colour), 0.35 if tokens.dark else 0.12)

    def _y(self, offset: int) -> float:
        """Where a code point is on the strip, to the line for all but very long blocks."""
        at = bisect_right(self._starts, offset) - 1
        if at < 0:
            return 0.0
        start, end, top, bottom = self._heights[at]
        share = (min(offset, end) - start) / (end - start) if end > start else 0.0
        return (top + (bottom - top) * share) * self.height()

    # Scrolling

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        y, (top, bottom) = event.position().y(), self._window_edges()
        middle = (top + bottom) / 2
        self._grip = y - middle if top <= y <= bottom else 0.0
        self._go(y)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grip is not None:
            self._go(event.position().y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._grip = None
        self.update()

    def _go(self, y: float) -> None:
        self.scrolled_to.emit((y - (self._grip or 0.0)) / max(1, self.height()))
