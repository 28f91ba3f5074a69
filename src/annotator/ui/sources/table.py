"""The sources as a table."""

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from annotator.i18n import _
from annotator.ui.board.drawing import Texts
from annotator.ui.kit import Themed, paint, plain_tip
from annotator.ui.sources.header import Header
from annotator.ui.sources.rows import COLUMNS, SourceRow, cell_text, spoken, titles
from annotator.ui.sources.state import SourcesState
from annotator.ui.theme import Theme

ROW = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
WIDTHS = {"publisher": 138, "kind": 92, "used": 118, "accessed": 104}
"""px at 100 %; the title takes the rest."""
LEFT_OUT = ((640, "kind"), (520, "publisher"), (400, "accessed"))
LINES, TOP, SIDE = 2, 9, 8


class SourceModel(QAbstractTableModel):
    """Rows as the state gives them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[SourceRow] = []
        self._titles = titles()

    def set_rows(self, rows: list[SourceRow]) -> None:
        """Show these."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def place(self, id: str) -> int:
        """The row of a source, -1 for none."""
        return next((at for at, row in enumerate(self.rows) if row.id == id), -1)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row, column = self.rows[index.row()], COLUMNS[index.column()]
        match role:
            case _ if role == ROW:
                return row
            case Qt.ItemDataRole.DisplayRole:
                return cell_text(row, column)
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{self._titles[column]}: {spoken(row, column)}"
            case Qt.ItemDataRole.ToolTipRole if column == "title":
                return plain_tip(row.source.url or cell_text(row, column))
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._titles[COLUMNS[section]]
        return None


class SourceCells(QStyledItemDelegate):
    """All rows are as high as two lines of a title."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme, self.texts = theme, Texts(theme)

    def row_height(self) -> int:
        """The height of every row, px."""
        return LINES * round(14.5 * self.theme.scale * 1.42) + 2 * self.theme.px(TOP)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        return QSize(0, self.row_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        row, column, box = index.data(ROW), COLUMNS[index.column()], QRectF(option.rect)
        painter.save()
        self._ground(painter, option, box)
        px = self.theme.px
        room = box.adjusted(px(SIDE), px(TOP), -px(SIDE), -px(TOP))
        text = cell_text(row, column)
        if column == "title":
            self.texts.draw(painter, text, room, role="serif", most=LINES)
        else:
            token = "middling" if column == "accessed" and row.undated else "ink"
            room.translate(0, px(2))
            self.texts.draw(painter, text, room, token=token, most=LINES)
        painter.restore()

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem, box: QRectF) -> None:
        theme = self.theme
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, theme.colour("accent_ground"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            hover = theme.colour("selected")
            hover.setAlphaF(0.4)
            painter.fillRect(box, hover)
        line = QRectF(box.left(), box.bottom() - 1, box.width(), 1)
        painter.fillRect(line, theme.colour("hairline"))
        if option.state & QStyle.StateFlag.State_HasFocus:
            paint.focus_ring(painter, box.adjusted(1, 1, -1, -2), theme, theme.px(5))


class SourceTable(Themed, QTableView):
    """Arrows go from source to source. ``entered``: Enter, or a double click: to where the current
    one was used."""

    entered = Signal()

    def __init__(self, theme: Theme, state: SourcesState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state, self._showing = state, False
        self.sources = SourceModel(self)
        self.cells = SourceCells(theme, self)
        self._header = Header(theme, self)
        self._set_up()
        self.setModel(self.sources)
        self.setItemDelegate(self.cells)
        self._header.sectionClicked.connect(lambda at: state.sort(COLUMNS[at]))
        self.doubleClicked.connect(lambda _index: self.entered.emit())
        self.selectionModel().currentRowChanged.connect(self._tell)
        state.rows_changed.connect(self._show_rows)
        state.current_changed.connect(self._show_current)
        state.asked_changed.connect(self._show_order)
        self.follow(theme)

    def _set_up(self) -> None:
        self.setAccessibleName(_("Sources"))
        self.setHorizontalHeader(self._header)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    # Look

    def retheme(self) -> None:
        px = self.theme.px
        self.verticalHeader().setDefaultSectionSize(self.cells.row_height())
        self.verticalScrollBar().setSingleStep(px(26))
        self._header.setFixedHeight(px(32))
        self._place_columns()
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_columns()

    def _place_columns(self) -> None:
        if not hasattr(self, "theme"):
            return
        px, width = self.theme.px, self.width() - self.theme.px(13)
        gone = {name for limit, name in LEFT_OUT if width < px(limit)}
        taken = sum(px(wide) for name, wide in WIDTHS.items() if name not in gone)
        for at, name in enumerate(COLUMNS):
            self.setColumnHidden(at, name in gone)
            wide = px(WIDTHS[name]) if name in WIDTHS else max(px(120), width - taken)
            if name not in gone:
                self.setColumnWidth(at, wide)

    # Rows and the current one

    def _show_rows(self) -> None:
        at = self.verticalScrollBar().value()
        self._showing = True
        self.sources.set_rows(self._state.rows)
        self._showing = False
        self._place_columns()
        self.verticalScrollBar().setValue(at)
        self._show_current()

    def _show_current(self) -> None:
        place = self.sources.place(self._state.current)
        if self._showing or place == self.currentIndex().row():
            return
        self._showing = True
        if place >= 0:
            self.setCurrentIndex(self.sources.index(place, 0))
        self._showing = False

    def _show_order(self) -> None:
        self._header.show_order(self._state.order, self._state.descending)

    def _tell(self, index: QModelIndex) -> None:
        if not self._showing and index.isValid():
            self._showing = True
            self._state.choose(self.sources.rows[index.row()].id)
            self._showing = False

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        home, end = Qt.Key.Key_Home, Qt.Key.Key_End
        if event.key() in (home, end) and not event.modifiers():
            row = 0 if event.key() == home else self.sources.rowCount() - 1
            self.setCurrentIndex(self.sources.index(row, 0))
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters are commands here; “/” looks for words."""
