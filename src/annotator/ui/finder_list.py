"""A list one searches with the keys of its field: the lines that fit, one of them current."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListView, QStyledItemDelegate

from annotator.ui.kit import SearchField, announce

LINE = Qt.ItemDataRole.UserRole
"""The role under which a line itself is found."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class _Lines(QAbstractListModel):
    """What fits, for the view and for screen readers."""

    def __init__(
        self, shown: Callable[[Any], str], spoken: Callable[[Any], str], parent: QObject
    ) -> None:
        super().__init__(parent)
        self.rows: list[Any] = []
        self._shown, self._spoken = shown, spoken

    def show(self, rows: list[Any]) -> None:
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._shown(row)
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(row)
        return row if role == LINE else None


class FinderList(QListView):
    """The focus stays in ``field``, whose keys go from line to line. ``taken``: a line, by Enter
    or a click. With ``around``, single steps go from the last line to the first."""

    taken = Signal(object)

    def __init__(
        self, field: SearchField, delegate: QStyledItemDelegate, name: str, *,
        shown: Callable[[Any], str], spoken: Callable[[Any], str], page: int = 8,
        around: bool = False,
    ) -> None:  # fmt: skip
        """``shown``, ``spoken``: a line in words, for the view and for screen readers; ``page``:
        how far the keys for pages go, lines."""
        super().__init__()
        self._spoken, self._around = spoken, around
        keys = Qt.Key
        self._moves = {
            keys.Key_Down: 1, keys.Key_Up: -1, keys.Key_PageDown: page, keys.Key_PageUp: -page,
        }  # fmt: skip
        self._lines = _Lines(shown, spoken, self)
        self._field = field.edit
        delegate.setParent(self)
        self.setModel(self._lines)
        self.setItemDelegate(delegate)
        self.setUniformItemSizes(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(name)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._field.installEventFilter(self)
        self.clicked.connect(lambda index: self.taken.emit(self._lines.rows[index.row()]))

    def lines(self) -> list[Any]:
        """What is shown, the best first."""
        return self._lines.rows

    def show_lines(self, lines: list[Any]) -> None:
        """Show these, the first one current; nothing is seen where there are none."""
        self._lines.show(lines)
        self.setVisible(bool(lines))
        if lines:
            self.setCurrentIndex(self._lines.index(0))

    def say(self) -> None:
        """Tell a screen reader which line is current."""
        announce(self, self._spoken(self._lines.rows[self.currentIndex().row()]))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        ours = watched is self._field and event.type() == QEvent.Type.KeyPress
        return (ours and self._typed(event)) or super().eventFilter(watched, event)

    def _typed(self, event: QKeyEvent) -> bool:
        if event.key() in self._moves:
            self._move(self._moves[Qt.Key(event.key())])
        elif event.key() in _ENTER:
            self._take_current()
        else:
            return False
        return True

    def _move(self, by: int) -> None:
        count = len(self._lines.rows)
        if count:
            row = self.currentIndex().row() + by
            turns = self._around and abs(by) == 1
            row = row % count if turns else min(count - 1, max(0, row))
            self.setCurrentIndex(self._lines.index(row))
            self.say()

    def _take_current(self) -> None:
        row = self.currentIndex().row()
        if 0 <= row < len(self._lines.rows):
            self.taken.emit(self._lines.rows[row])
