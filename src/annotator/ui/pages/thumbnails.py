"""Small pictures of all pages, to go by."""

from PySide6.QtCore import QAbstractListModel, QModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from annotator.i18n import _
from annotator.ui.kit import paint
from annotator.ui.kit.base import Themed
from annotator.ui.pages.renderer import Tile
from annotator.ui.pages.view import PagesView
from annotator.ui.theme import Theme

WIDTH, PICTURE, TEXT, AIR = 148, 104, 20, 8  # px at 100 %


class _Pages(QAbstractListModel):
    """A row a page."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.labels: tuple[str, ...] = ()

    def rowCount(self, parent: QModelIndex | None = None) -> int:
        return len(self.labels)

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        label = self.labels[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return label
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return _("Page {label}").format(label=label)
        return None


class _Delegate(QStyledItemDelegate):
    def __init__(self, thumbnails: "Thumbnails") -> None:
        super().__init__(thumbnails)
        self._owner = thumbnails

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        return self._owner.row_size(index.row())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        self._owner.paint_row(painter, QRectF(option.rect), index.row())


class Thumbnails(Themed, QListView):
    """``page_chosen`` (from 0). Pictures are the view's own small ones."""

    page_chosen = Signal(int)

    def __init__(self, theme: Theme, view: PagesView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view, self._pages = view, _Pages(self)
        self._current = 0
        self.setModel(self._pages)
        self.setItemDelegate(_Delegate(self))
        self.setAccessibleName(_("Pages"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalScrollBar().valueChanged.connect(lambda _v: view.ask_for_pictures())
        self.clicked.connect(lambda index: self.page_chosen.emit(index.row()))
        self.activated.connect(lambda index: self.page_chosen.emit(index.row()))
        view.renderer.drawn.connect(lambda _tile, _image: self.viewport().update())
        view.also_wanted = self.tiles
        self._turn = view.turn
        view.laid_out.connect(self._follow_turn)
        self.follow(theme)

    def set_pages(self, labels: tuple[str, ...]) -> None:
        """Another article's pages."""
        self._pages.beginResetModel()
        self._pages.labels = labels
        self._pages.endResetModel()

    def _follow_turn(self) -> None:
        if self._view.turn != self._turn:
            self._turn = self._view.turn
            self.scheduleDelayedItemsLayout()

    def show_page(self, page: int) -> None:
        """The page in sight."""
        self._current = page
        index = self._pages.index(page, 0)
        if self.isVisible() and index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)
        self.viewport().update()

    def _scale(self, page: int) -> float:
        width, height = self._view.stack.size(page)
        return self.theme.px(PICTURE) / max(width, height * 0.75, 1.0)

    def row_size(self, page: int) -> QSize:
        """How much room a page takes."""
        height = self._view.stack.size(page)[1] * self._scale(page)
        return QSize(self.theme.px(WIDTH) - 14, round(height + self.theme.px(TEXT + 2 * AIR)))

    def tiles(self) -> list[Tile]:
        """The pictures of the pages in sight here."""
        if not self.isVisible() or not self._pages.rowCount():
            return []
        top, bottom = self.viewport().rect().topLeft(), self.viewport().rect().bottomLeft()
        first = max(0, self.indexAt(top).row())
        last = self.indexAt(bottom).row()
        last = last if last >= 0 else self._pages.rowCount() - 1
        return [self._tile(page) for page in range(first, min(last, first + 40) + 1)]

    def _tile(self, page: int) -> Tile:
        scale = round(self._scale(page) * self.devicePixelRatioF(), 4)
        return Tile(page, scale, self._view.recolour, small=True, turn=self._view.turn)

    def paint_row(self, painter: QPainter, row: QRectF, page: int) -> None:
        """A page's picture and label."""
        px, theme = self.theme.px, self.theme
        width, height = self._view.stack.size(page)
        scale = self._scale(page)
        left = row.left() + (row.width() - width * scale) / 2
        rect = QRectF(left, row.top() + px(AIR), width * scale, height * scale)
        image = self._view.pictures.get(self._tile(page))
        painter.fillRect(rect, theme.colour("paper"))
        if image is not None:
            painter.drawImage(rect, image)
        current = page == self._current
        edge = theme.colour("accent" if current else "hairline")
        frame = rect.adjusted(-1, -1, 1, 1)
        paint.rounded(painter, frame, 2, border=edge, width=2.0 if current else 1.0)
        if self.hasFocus() and self.currentIndex().row() == page:
            paint.focus_ring(painter, frame.adjusted(-3, -3, 3, 3), theme, 4)
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("ink" if current else "secondary"))
        under = QRectF(row.left(), rect.bottom() + 2, row.width(), px(TEXT))
        painter.drawText(under, Qt.AlignmentFlag.AlignCenter, self._pages.labels[page])

    def paintEvent(self, event: QPaintEvent) -> None:
        port = self.viewport().rect()
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self.theme.colour("chrome"))
        painter.fillRect(port.right(), 0, 1, port.height(), self.theme.colour("hairline"))
        painter.end()
        super().paintEvent(event)

    def retheme(self) -> None:
        self.setFixedWidth(self.theme.px(WIDTH))
        self.viewport().setAutoFillBackground(False)
        self.scheduleDelayedItemsLayout()
        self.update()
