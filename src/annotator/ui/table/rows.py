"""Rows as a table model."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

ROW = Qt.ItemDataRole.UserRole
"""The role under which a row itself is found."""
Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


class RowModel(QAbstractTableModel):
    """Rows with an ``id`` each, as the state gives them. A subclass says what cells say."""

    def __init__(self, titles: dict[str, str], parent: QObject | None = None) -> None:
        """``titles``: the columns, and what stands over each."""
        super().__init__(parent)
        self.rows: list[Any] = []
        self._places: dict[str, int] = {}
        self._titles, self._columns = titles, tuple(titles)

    # For those who say what cells say

    def text(self, row: Any, column: str) -> str:
        """What a cell says, in words."""
        raise NotImplementedError

    def spoken(self, row: Any, column: str) -> str:
        """The same for a screen reader."""
        raise NotImplementedError

    def tip(self, row: Any, column: str) -> str | None:
        """What is said where the mouse rests."""
        return None

    def row_title(self, row: Any) -> str | None:
        """What a row is called in short."""
        return None

    # Rows

    def set_rows(self, rows: list[Any]) -> None:
        """Show these; where they are the same in the same order, only what is different is
        painted anew."""
        before = self.rows
        if [row.id for row in before] != [row.id for row in rows]:
            self.beginResetModel()
            self.rows = rows
            self._places = {row.id: at for at, row in enumerate(rows)}
            self.endResetModel()
            return
        self.rows = rows
        for at, (old, new) in enumerate(zip(before, rows, strict=True)):
            if old is not new and old != new:
                self.dataChanged.emit(self.index(at, 0), self.index(at, len(self._columns) - 1))

    def place(self, id: str) -> int:
        """The place of a row, -1 for none."""
        return self._places.get(id, -1)

    # As a model

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row, column = self.rows[index.row()], self._columns[index.column()]
        match role:
            case _ if role == ROW:
                return row
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                return self.text(row, column)
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{self._titles[column]}: {self.spoken(row, column)}"
            case Qt.ItemDataRole.ToolTipRole:
                return self.tip(row, column)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation == Qt.Orientation.Horizontal:
            return self._titles[self._columns[section]]
        return self.row_title(self.rows[section])
