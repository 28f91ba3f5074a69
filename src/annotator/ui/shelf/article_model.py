"""The articles as a list model: which are shown, in which order, and how many there are."""

import json
from collections.abc import Collection, Iterable, Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QByteArray,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from annotator.store import ArticleRow
from annotator.ui.kit import plain_tip
from annotator.ui.shelf import wording

MIME = "application/x-annotator-articles"
ROW = Qt.ItemDataRole.UserRole
"""The role under which a row's ``ArticleRow`` is found."""
SINGLY = 60
"""How many rows may come or go one by one; more of them are a reset."""
Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


def is_open(row: ArticleRow) -> bool:
    """Whether some claim of the article awaits its check."""
    return row.claims_done < row.claims


def is_done(row: ArticleRow) -> bool:
    """Whether the article has claims, all of them checked or set aside."""
    return bool(row.claims) and not is_open(row)


class ArticleModel(QAbstractListModel):
    """The articles of the scope that pass the filter (``all``, ``open`` or ``done``)."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: dict[str, ArticleRow] = {}
        self._gone: set[str] = set()
        self._shown: list[ArticleRow] = []
        self._places: dict[str, int] = {}
        self._scope: Collection[str] | None = None
        self._filter = "all"

    # What there is

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._shown[index.row()]
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return wording.article_speech(row)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(wording.article_tip(row)).replace("\n", "<br>")
        return None

    def row_at(self, row: int) -> ArticleRow:
        """What is shown at a row."""
        return self._shown[row]

    def place(self, id: str) -> QModelIndex:
        """Where an article is shown; invalid where it is not."""
        row = self._places.get(id)
        return QModelIndex() if row is None else self.index(row)

    @property
    def total(self) -> int:
        """How many articles the library has."""
        return len(self._rows)

    def ids(self) -> Collection[str]:
        """All articles, shown or not."""
        return self._rows.keys()

    def counts(self) -> dict[str, int]:
        """Articles in the scope, by filter."""
        rows = [row for row in self._rows.values() if self._in_scope(row.id)]
        return {"all": len(rows), "open": sum(map(is_open, rows)), "done": sum(map(is_done, rows))}

    # What is shown

    def set_rows(self, rows: Iterable[ArticleRow]) -> None:
        """Other articles altogether, in their order."""
        self._rows = {row.id: row for row in rows}
        self._gone.clear()
        self._reset(self._choose())

    def set_scope(self, ids: Collection[str] | None) -> None:
        """Only these articles; None: all."""
        self._scope = ids
        self._show(self._choose())

    def set_filter(self, name: str) -> None:
        """``all``, ``open`` or ``done``."""
        self._filter = name
        self._show(self._choose())

    def update(self, rows: Sequence[ArticleRow], asked: Iterable[str]) -> bool:
        """Take in the rows of the articles asked for; those that are missing are gone. False
        where the order has to be asked for anew, because an older article came back."""
        new = [row for row in rows if row.id not in self._rows]
        newest = next(iter(self._rows.values()), None)
        if any(row.id in self._gone or (newest and row.added < newest.added) for row in new):
            return False
        known = {row.id for row in rows}
        for id in asked:
            if id not in known and self._rows.pop(id, None):
                self._gone.add(id)
        self._rows.update((row.id, row) for row in rows if row.id in self._rows)
        if new:
            self._rows = {row.id: row for row in (*new, *self._rows.values())}
        self._show(self._choose(), known)
        return True

    def _in_scope(self, id: str) -> bool:
        return self._scope is None or id in self._scope

    def _choose(self) -> list[ArticleRow]:
        passes = {"all": lambda _row: True, "open": is_open, "done": is_done}[self._filter]
        return [row for row in self._rows.values() if self._in_scope(row.id) and passes(row)]

    def _show(self, rows: list[ArticleRow], touched: Collection[str] = ()) -> None:
        wanted = {row.id for row in rows}
        gone = [at for at, row in enumerate(self._shown) if row.id not in wanted]
        come = [at for at, row in enumerate(rows) if row.id not in self._places]
        if len(gone) + len(come) > SINGLY:
            self._reset(rows)
            return
        for at in reversed(gone):
            self.beginRemoveRows(NOWHERE, at, at)
            del self._shown[at]
            self._number()
            self.endRemoveRows()
        for at in come:
            self.beginInsertRows(NOWHERE, at, at)
            self._shown.insert(at, rows[at])
            self._number()
            self.endInsertRows()
        self._shown = rows
        for id in touched:
            if id in self._places:
                index = self.index(self._places[id])
                self.dataChanged.emit(index, index)

    def _number(self) -> None:
        self._places = {row.id: at for at, row in enumerate(self._shown)}

    def _reset(self, rows: list[ArticleRow]) -> None:
        self.beginResetModel()
        self._shown = rows
        self._number()
        self.endResetModel()

    # Dragging

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else flags

    def mimeTypes(self) -> list[str]:
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        data = QMimeData()
        rows = sorted(index.row() for index in indexes)
        data.setData(MIME, QByteArray(json.dumps([self._shown[row].id for row in rows]).encode()))
        return data


def dragged_articles(data: QMimeData) -> list[str]:
    """The ids of the articles that are being dragged."""
    return json.loads(bytes(data.data(MIME).data()).decode()) if data.hasFormat(MIME) else []
