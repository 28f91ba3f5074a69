"""What the search over everything found, as a list model: hits under the name of their field."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from annotator.store import Hit
from annotator.ui.kit import plain_tip
from annotator.ui.shelf import wording

HIT = Qt.ItemDataRole.UserRole
"""The role under which a row's ``Hit`` is found, its ``Remark``, or the text of a heading."""
Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True)
class Remark:
    """What is to be said under the hits."""

    text: str


class ResultModel(QAbstractListModel):
    """Hits, each field's under a heading that cannot be chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Hit | Remark | str] = []

    def set_hits(self, hits: Sequence[Hit], remark: str = "") -> None:
        """Other hits, and what is to be said under them."""
        self.beginResetModel()
        self._rows = []
        for field, group in groupby(hits, key=lambda hit: hit.field):
            self._rows += [wording.field_heading(field), *group]
        self._rows += [Remark(remark)] if remark else []
        self.endResetModel()

    def hit(self, row: int) -> Hit | None:
        """The hit at a row; None for any other."""
        found = self._rows[row] if 0 <= row < len(self._rows) else None
        return found if isinstance(found, Hit) else None

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == HIT:
            return row
        speaks = role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        if not isinstance(row, Hit):
            text = row.text if isinstance(row, Remark) else row
            return text if speaks else None
        if speaks:
            return wording.hit_speech(row)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(wording.snippet_text(row).translate(wording.UNMARKED))
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and self.hit(index.row()) is None:
            return Qt.ItemFlag.NoItemFlags  # so that arrow keys go over it
        return super().flags(index)
