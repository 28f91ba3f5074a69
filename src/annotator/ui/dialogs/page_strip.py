"""The pages of a PDF under each other; only those in sight are drawn."""

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QImage, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

from annotator.errors import PasswordNeeded
from annotator.i18n import _
from annotator.ui.kit import Themed, paint
from annotator.ui.theme import Theme

if TYPE_CHECKING:
    from annotator.pdf import PdfFile

AROUND = 14
"""What stays free around a page, in px at 100 %."""


class PageStrip(Themed, QAbstractScrollArea):
    """Scrolls through a PDF. ``page_changed`` carries the page (from 0) in the middle of what is
    seen. A page is as wide as there is room, or seen as a whole (``set_whole``)."""

    page_changed = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._document: PdfFile | None = None
        self._sizes: list[tuple[float, float]] = []
        self._places: list[QRectF] = []
        self._drawn: dict[int, QPixmap] = {}
        self._whole, self._page = False, 0
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("Preview of the pages"))
        self.viewport().setAutoFillBackground(False)
        self.verticalScrollBar().valueChanged.connect(self._moved)
        self.follow(theme)

    # What is shown

    @property
    def pages(self) -> int:
        """How many there are; 0 while nothing is shown."""
        return len(self._sizes)

    @property
    def page(self) -> int:
        """The page in the middle of what is seen, from 0."""
        return self._page

    def open(self, file: Path, passwords: Iterable[str] = ()) -> None:
        """Show a PDF from its first page on; one of the ``passwords`` opens it, if it is locked.
        Raises ``UnreadableFile``."""
        self.close_file()
        document = self._document = _opened(file.read_bytes(), passwords)
        self._sizes = [(max(1.0, width), max(1.0, height)) for width, height in document.sizes()]
        self._arrange()
        self.go_to(0)

    def close_file(self) -> None:
        """Show nothing and let go of the file."""
        document, self._document = self._document, None
        self._page = 0
        for held in (self._sizes, self._places, self._drawn):
            held.clear()
        self.verticalScrollBar().setRange(0, 0)
        if document is not None:
            document.close()
        self.viewport().update()

    def set_whole(self, whole: bool) -> None:
        """See each page as a whole, or as wide as there is room."""
        self._whole = whole
        self._keep_place()

    def go_to(self, page: int) -> None:
        """Bring a page's upper edge to the top."""
        if self._places:
            page = min(max(0, page), self.pages - 1)
            self.verticalScrollBar().setValue(round(self._places[page].top()) - self._gap())
            self._page = page  # the last one may not reach the middle
            self.page_changed.emit(page)

    # Places

    def _gap(self) -> int:
        return self.theme.px(AROUND)

    def _arrange(self) -> None:
        """Say where each page lies, in px from the top of all of them."""
        gap, width, height = self._gap(), self.viewport().width(), self.viewport().height()
        room, top = (max(60, width - 2 * gap), max(80, height - 2 * gap)), gap
        self._places = []
        for size in self._sizes:
            scale = room[0] / size[0]
            if self._whole:
                scale = min(scale, room[1] / size[1])
            wide, high = round(size[0] * scale), round(size[1] * scale)
            self._places.append(QRectF((width - wide) // 2, top, wide, high))
            top += high + gap
        self._drawn.clear()
        bar = self.verticalScrollBar()
        bar.setPageStep(height)
        bar.setSingleStep(self.theme.px(24))
        bar.setRange(0, max(0, top - height) if self._places else 0)
        self.viewport().update()

    def _keep_place(self) -> None:
        """Lay the pages out anew, with the same part of the same page at the top."""
        bar, page = self.verticalScrollBar(), self._page
        if not self._places:
            return
        before = self._places[page]
        share = (bar.value() - before.top()) / before.height()
        self._arrange()
        now = self._places[page]
        bar.setValue(round(now.top() + share * now.height()))
        self.page_changed.emit(self._page)

    def _moved(self, value: int) -> None:
        self.viewport().update()
        middle = value + self.viewport().height() / 2
        seen = [index for index, place in enumerate(self._places) if place.top() <= middle]
        page = seen[-1] if seen else 0
        if page != self._page:
            self._page = page
            self.page_changed.emit(page)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._keep_place()

    def retheme(self) -> None:
        super().retheme()
        self._keep_place()
        self.viewport().update()

    # Drawing

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, scrolled = self.theme, self.verticalScrollBar().value()
        seen = QRectF(self.viewport().rect())
        painter = QPainter(self.viewport())
        paint.rounded(painter, seen, theme.px(9), theme.colour("selected"))
        painter.setPen(theme.colour("hairline"))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        places = [place.translated(0, -scrolled) for place in self._places]
        visible = [index for index, place in enumerate(places) if place.intersects(seen)]
        for index in visible:
            painter.drawPixmap(places[index].topLeft(), self._pixmap(index))
            painter.drawRect(places[index].adjusted(-1, -1, 0, 0))
        self._drawn = {index: self._drawn[index] for index in visible}
        if self.hasFocus():
            paint.rounded(painter, seen, theme.px(9), border=theme.colour("accent"), width=2)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def _pixmap(self, index: int) -> QPixmap:
        if index not in self._drawn:
            self._drawn[index] = self._draw(index)
        return self._drawn[index]

    def _draw(self, index: int) -> QPixmap:
        density = self.devicePixelRatioF()
        scale = self._places[index].width() / self._sizes[index][0] * density
        bitmap = self._document.render(index, scale)
        image = QImage(
            bitmap.data, bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGB32
        )
        pixmap = QPixmap.fromImage(image)
        pixmap.setDevicePixelRatio(density)
        return pixmap


def _opened(data: bytes, passwords: Iterable[str]) -> "PdfFile":
    from annotator.pdf import open_pdf

    for password in passwords:
        with suppress(PasswordNeeded):
            return open_pdf(data, password, examined=True)
    return open_pdf(data, examined=True)
