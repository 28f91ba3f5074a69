"""One status as a column of cards."""

import json

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QWidget,
)

from annotator.store.board import ClaimRow
from annotator.ui.board.column_cards import ColumnCards
from annotator.ui.board.model import in_full, spoken
from annotator.ui.kit import Themed, plain_tip
from annotator.ui.table.rows import ROW
from annotator.ui.theme import Theme

MIME = "application/x-annotator-claims"
Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


class ColumnModel(QAbstractListModel):
    """The claims of one status."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: list[ClaimRow] = []

    def set_rows(self, rows: list[ClaimRow]) -> None:
        """Show these."""
        before = self.rows
        if [row.id for row in before] != [row.id for row in rows]:
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()
            return
        self.rows = rows
        for at, (old, new) in enumerate(zip(before, rows, strict=True)):
            if old is not new and old != new:
                self.dataChanged.emit(self.index(at), self.index(at))

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{row.label} {row.statement}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said = (spoken(row, name) for name in ("verdict", "sources", "assignee"))
            return f"{row.label}, {', '.join(said)}: {in_full(row)}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(in_full(row))
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        drag = Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else Qt.ItemFlag.ItemIsDropEnabled
        return super().flags(index) | drag

    def mimeTypes(self) -> list[str]:
        return [MIME]

    def mimeData(self, indexes: list[QModelIndex]) -> QMimeData:
        data = QMimeData()
        ids = [self.rows[index.row()].id for index in indexes]
        data.setData(MIME, json.dumps(ids).encode())
        return data

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction


class Column(Themed, QListView):
    """One status. ``dropped``: ids of claims; ``dragged``: claims are over it, so many px from its
    left; ``sideways``: the focus is to go a column on or back."""

    dropped = Signal(list)
    dragged = Signal(int)
    sideways = Signal(int)
    chosen = Signal()
    opened = Signal()
    menu_wanted = Signal(QPoint)

    def __init__(self, theme: Theme, status: str) -> None:
        super().__init__()
        self.status = status
        self.claims = ColumnModel(self)
        self.setModel(self.claims)
        self.cards = ColumnCards(theme, self)
        self.setItemDelegate(self.cards)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDropIndicatorShown(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.viewport().setAutoFillBackground(False)
        self.selectionModel().selectionChanged.connect(lambda *_what: self.chosen.emit())
        self.doubleClicked.connect(lambda _index: self.opened.emit())
        self.follow(theme)

    def retheme(self) -> None:
        self.verticalScrollBar().setSingleStep(self.theme.px(24))
        self.setSpacing(0)
        self.cards.fit(self.viewport().width())
        self.scheduleDelayedItemsLayout()

    def set_rows(self, rows: list[ClaimRow]) -> None:
        """Show these."""
        self.claims.set_rows(rows)
        self.cards.set_rows(rows)
        self._fit()

    def least_width(self) -> int:
        """How narrow it may be, px."""
        return self.cards.least_width() + self.verticalScrollBar().sizeHint().width()

    def _fit(self) -> None:
        if self.cards.fit(self.viewport().width()):
            self.scheduleDelayedItemsLayout()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def ids(self) -> list[str]:
        """The chosen claims here, in order."""
        rows = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        return [self.claims.rows[row].id for row in rows]

    def current_id(self) -> str:
        """The current claim, "" for none."""
        row = self.currentIndex().row()
        return self.claims.rows[row].id if row >= 0 else ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.sideways.emit(step)
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters are commands here."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.claims.rows:
            self.setCurrentIndex(self.claims.index(0))
        elif self.claims.rows and not self.ids():
            self.setCurrentIndex(self.currentIndex())
        self.chosen.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            self.menu_wanted.emit(event.globalPos())
        else:
            rect = self.visualRect(self.currentIndex())
            self.menu_wanted.emit(self.viewport().mapToGlobal(rect.bottomLeft()))

    def dragEnterEvent(self, event: QDragMoveEvent) -> None:
        if event.mimeData().hasFormat(MIME):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if event.mimeData().hasFormat(MIME):
            event.acceptProposedAction()
            self.dragged.emit(round(event.position().x()))

    def dropEvent(self, event: QDropEvent) -> None:
        if not event.mimeData().hasFormat(MIME):
            return
        event.setDropAction(Qt.DropAction.CopyAction)  # the library moves it, no view does
        event.accept()
        self.dropped.emit(json.loads(bytes(event.mimeData().data(MIME).data())))
