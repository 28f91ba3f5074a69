"""The claims as columns by status, to be dragged from one to the other."""

from PySide6.QtCore import QItemSelectionModel, QPoint, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from annotator.i18n import _
from annotator.model.claims import STATUSES
from annotator.ui.board.column import Column
from annotator.ui.board.state import BoardState
from annotator.ui.cards import wording
from annotator.ui.kit import Label, Themed, paint
from annotator.ui.theme import Theme

LEAST, EMPTY, SIDES, UNBOUND = 116, 98, 10, 16_777_215
"""px at 100 %: a column's width at least, one's that holds nothing, what is left free beside the
cards; Qt's *as wide as may be*."""

MARGIN = 13
"""px at 100 %: left free at the right, where a table has its scroll bar."""
EDGE, STEP = 36, 16
"""px at 100 %: so near to the edge a drag scrolls, by so much each time it is told of."""


class _Stack(Themed, QWidget):
    """A column under its title."""

    def __init__(self, theme: Theme, column: Column) -> None:
        super().__init__()
        self.column = column
        self.title = Label(theme, "", "caps", "secondary")
        box = QVBoxLayout(self)
        box.addWidget(self.title)
        box.addWidget(column, 1)
        self.follow(theme)

    def show_count(self) -> None:
        """Title and how many."""
        name, count = wording.status_name(self.column.status), len(self.column.claims.rows)
        self.title.setText(f"{name}  {count}")
        self.column.setAccessibleName(_("{status}: {n}").format(status=name, n=count))
        self._fit()

    def _fit(self) -> None:
        """Columns that hold nothing leave their room to the others; the title can be read, and the
        verdicts of what they hold."""
        empty, px = not self.column.claims.rows, self.theme.px
        least = px(EMPTY) if empty else max(px(LEAST), self.column.least_width() + px(SIDES))
        least = max(least, self.title.sizeHint().width() + px(SIDES))
        self.setMinimumWidth(least)
        self.setMaximumWidth(least if empty else UNBOUND)

    def retheme(self) -> None:
        px = self.theme.px
        self.layout().setContentsMargins(px(6), px(8), px(SIDES - 6), 0)
        self.layout().setSpacing(px(6))
        self._fit()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self.theme
        ground = self.rect().toRectF().adjusted(0, 0, 0, theme.px(10))
        paint.rounded(painter, ground, theme.px(8), theme.colour("chrome"))


class ColumnsView(Themed, QScrollArea):
    """All columns side by side. ``opened``: a card was double-clicked. ``moved``: ids and the
    status they were dragged to."""

    moved = Signal(list, str)
    opened = Signal()
    menu_wanted = Signal(QPoint)

    def __init__(self, theme: Theme, state: BoardState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state, self._showing = state, False
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        inner = QWidget()
        self._row = QHBoxLayout(inner)
        self._row.setContentsMargins(0, 0, 0, 0)
        self.stacks = [_Stack(theme, Column(theme, status)) for status in STATUSES]
        for at, stack in enumerate(self.stacks):
            self._row.addWidget(stack, 1)
            self._join(stack.column, at)
        self.setWidget(inner)
        inner.setAutoFillBackground(False)  # which setWidget turned on
        state.rows_changed.connect(self._show_rows)
        state.chosen_changed.connect(self._show_chosen)
        self.follow(theme)

    def _join(self, column: Column, at: int) -> None:
        column.chosen.connect(lambda: self._tell(column))
        column.dropped.connect(lambda ids: self.moved.emit(ids, column.status))
        column.dragged.connect(lambda x: self._follow_drag(column, x))
        column.sideways.connect(lambda step: self._go(at, step))
        column.opened.connect(self.opened)
        column.menu_wanted.connect(self.menu_wanted)

    def _follow_drag(self, column: Column, x: int) -> None:
        """Columns out of sight come when something is dragged to the edge."""
        bar, step = self.horizontalScrollBar(), self.theme.px(STEP)
        place = column.viewport().mapTo(self.viewport(), QPoint(x, 0)).x()
        if place < self.theme.px(EDGE):
            bar.setValue(bar.value() - step)
        elif place > self.viewport().width() - self.theme.px(EDGE):
            bar.setValue(bar.value() + step)

    def views(self) -> list[Column]:
        """The columns, left to right."""
        return [stack.column for stack in self.stacks]

    def retheme(self) -> None:
        self._row.setSpacing(self.theme.px(6))
        self.setViewportMargins(0, 0, self.theme.px(MARGIN), 0)

    def refresh(self) -> None:
        """Show what the state has; called when these are brought to the front."""
        self._show_rows()

    def _show_rows(self) -> None:
        if self.isHidden():
            return
        self._showing = True
        for stack in self.stacks:
            rows = [row for row in self._state.rows if row.status == stack.column.status]
            stack.column.set_rows(rows)
            stack.show_count()
        self._showing = False
        self._show_chosen()

    def _show_chosen(self) -> None:
        if self._showing or self.isHidden():
            return
        self._showing = True
        chosen, current = set(self._state.chosen), self._state.current
        for column in self.views():
            self._choose_in(column, chosen, current)
        self._showing = False

    def _choose_in(self, column: Column, chosen: set[str], current: str) -> None:
        flags, selection = QItemSelectionModel.SelectionFlag, column.selectionModel()
        places = [at for at, row in enumerate(column.claims.rows) if row.id in chosen]
        if set(column.ids()) != chosen & {row.id for row in column.claims.rows}:
            selection.clearSelection()
            for at in places:
                selection.select(column.claims.index(at), flags.Select)
        for at in places:
            if column.claims.rows[at].id == current and column.currentIndex().row() != at:
                selection.setCurrentIndex(column.claims.index(at), flags.NoUpdate)
                column.scrollTo(column.claims.index(at))

    def _tell(self, column: Column) -> None:
        """One column's cards are chosen at a time."""
        ids = column.ids()
        if self._showing or not ids:
            return
        current = column.current_id()
        self._showing = True
        for other in self.views():
            if other is not column:
                other.clearSelection()
        self._state.choose(ids, current if current in ids else ids[0])
        self._showing = False

    def _go(self, at: int, step: int) -> None:
        columns = self.views()
        at += step
        while 0 <= at < len(columns):
            if columns[at].claims.rows:
                columns[at].setFocus(Qt.FocusReason.OtherFocusReason)
                self.ensureWidgetVisible(columns[at], 20, 0)
                return
            at += step

    def focus_current(self) -> None:
        """Put the focus where the current claim is."""
        current = self._state.current
        holding = [c for c in self.views() if any(row.id == current for row in c.claims.rows)]
        target = holding[0] if holding else self.views()[0]
        target.setFocus(Qt.FocusReason.OtherFocusReason)
        self.ensureWidgetVisible(target, 20, 0)
