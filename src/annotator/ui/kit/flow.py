"""A layout that sets its items like words: in lines, as many as fit."""

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """Items side by side, wrapped. ``gap`` and ``line_gap`` in px.

    ``last_takes_rest``: the last item is widened to its line's end (a field after its chips).
    """

    def __init__(
        self,
        parent: QWidget | None = None,
        gap: int = 6,
        line_gap: int = 6,
        *,
        last_takes_rest: bool = False,
    ) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap, self._line_gap, self._rest = gap, line_gap, last_takes_rest
        self.setContentsMargins(QMargins(0, 0, 0, 0))

    def set_gaps(self, gap: int, line_gap: int) -> None:
        """Distances between items and between lines, in px."""
        self._gap, self._line_gap = gap, line_gap
        self.invalidate()

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def insert_widget(self, index: int, widget: QWidget) -> None:
        """Puts a widget before the item at ``index``."""
        self.addWidget(widget)
        self._items.insert(index, self._items.pop())
        self.invalidate()

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._shown():
            size = size.expandedTo(item.minimumSize())
        margins = self.contentsMargins()
        return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        """Sets the items into ``rect`` line by line; the height they take with the margins."""
        area = rect.marginsRemoved(self.contentsMargins())
        y, items = area.y(), self._shown()
        for line in self._lines(items, area.width()):
            height = max(size.height() for _item, size in line)
            if move:
                self._place(line, area, y, height, last=line[-1][0] is items[-1])
            y += height + self._line_gap
        bottom = self.contentsMargins().bottom()
        return max(0, y - self._line_gap - rect.y()) + bottom if items else bottom

    def _lines(self, items: list[QLayoutItem], width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        lines: list[list[tuple[QLayoutItem, QSize]]] = []
        used = 0
        for item in items:
            size = item.sizeHint().boundedTo(QSize(max(1, width), 1 << 20))
            if not lines or used + self._gap + size.width() > width:
                lines.append([])
                used = -self._gap
            lines[-1].append((item, size))
            used += self._gap + size.width()
        return lines

    def _place(
        self, line: list[tuple[QLayoutItem, QSize]], area: QRect, y: int, height: int, last: bool
    ) -> None:
        x = area.x()
        for item, size in line:
            width = size.width()
            if last and self._rest and item is line[-1][0]:
                width = area.right() + 1 - x
            place = QRect(QPoint(x, y + (height - size.height()) // 2), QSize(width, size.height()))
            item.setGeometry(place)
            x += width + self._gap
