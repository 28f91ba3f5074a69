"""Claims as a table model."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from annotator.i18n import _, ngettext
from annotator.store.board import ClaimRow
from annotator.ui.cards import wording
from annotator.ui.kit import plain_tip

ROW = Qt.ItemDataRole.UserRole
"""The role under which a row's ``ClaimRow`` is found."""
COLUMNS = (
    "number", "statement", "kind", "claimant", "verdict", "sources", "assignee", "status",
)  # fmt: skip
Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


def titles() -> dict[str, str]:
    """The columns' titles."""
    return {
        "number": _("#"), "statement": _("Claim"), "kind": _("Kind"), "claimant": _("Said by"),
        "verdict": _("Verdict"), "sources": _("Sources"), "assignee": _("Who"),
        "status": _("Status"),
    }  # fmt: skip


def sources_text(row: ClaimRow) -> str:
    """``4 · 2 origins``, ``2 · 2`` where all are independent, ``none``."""
    if not row.sources:
        return _("none")
    if row.origins == row.sources:
        return f"{row.sources} · {row.origins}"
    words = ngettext("{n} origin", "{n} origins", row.origins).format(n=row.origins)
    return f"{row.sources} · {words}"


def cell_text(row: ClaimRow, column: str) -> str:
    """What a cell says, in words."""
    match column:
        case "number":
            return f"C{row.number}"
        case "statement":
            return row.statement
        case "kind":
            return wording.kind_name(row.kind)
        case "claimant":
            return wording.claimant_name(row.claimant)
        case "verdict":
            return row.verdict.name if row.verdict else "—"
        case "sources":
            return sources_text(row)
        case "assignee":
            return row.assignee or "—"
        case _:
            return wording.status_name(row.status)


def spoken(row: ClaimRow, column: str) -> str:
    """The same for a screen reader: dashes say what they mean, and the column is named."""
    if column == "verdict" and row.verdict is None:
        return _("no verdict yet")
    if column == "assignee" and not row.assignee:
        return _("nobody")
    if column == "sources":
        sources = wording.sources_text(row.sources) or _("no source yet")
        origins = ngettext("{n} origin", "{n} origins", row.origins).format(n=row.origins)
        return f"{sources}, {origins}" if row.sources else sources
    return cell_text(row, column)


class ClaimModel(QAbstractTableModel):
    """Rows as the state gives them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[ClaimRow] = []
        self._places: dict[str, int] = {}
        self._titles = titles()

    def set_rows(self, rows: list[ClaimRow]) -> None:
        """Show these; where they are the same claims in the same order, only what is different is
        painted anew."""
        before = self._rows
        if [row.id for row in before] != [row.id for row in rows]:
            self.beginResetModel()
            self._rows = rows
            self._places = {row.id: at for at, row in enumerate(rows)}
            self.endResetModel()
            return
        self._rows = rows
        for at, (old, new) in enumerate(zip(before, rows, strict=True)):
            if old is not new and old != new:
                self.dataChanged.emit(self.index(at, 0), self.index(at, len(COLUMNS) - 1))

    def claim(self, row: int) -> ClaimRow:
        """What stands at a row."""
        return self._rows[row]

    def place(self, id: str) -> int:
        """The row of a claim, -1 for none."""
        return self._places.get(id, -1)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], COLUMNS[index.column()]
        match role:
            case _ if role == ROW:
                return row
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                return cell_text(row, column)
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{self._titles[column]}: {spoken(row, column)}"
            case Qt.ItemDataRole.ToolTipRole if column == "statement":
                return plain_tip(row.statement)
            case Qt.ItemDataRole.ToolTipRole if column == "verdict" and row.verdict:
                return plain_tip(row.verdict.definition)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._titles[COLUMNS[section]]
        if orientation == Qt.Orientation.Vertical and role == Qt.ItemDataRole.DisplayRole:
            return f"C{self._rows[section].number}"
        return None
