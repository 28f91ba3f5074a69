"""The middle of the board: title, filters, progress, and the claims in one of three forms."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from annotator.i18n import _, ngettext
from annotator.library import Preferences
from annotator.ui.board.chips import Filters
from annotator.ui.board.commands import VIEWS
from annotator.ui.board.empty import NoClaims
from annotator.ui.board.state import BoardState
from annotator.ui.board.table import ClaimTable
from annotator.ui.kit import ElidedLabel, Label, ProgressLine, SegmentedControl, Themed
from annotator.ui.theme import Theme

if TYPE_CHECKING:
    from annotator.ui.board.chart import Chart
    from annotator.ui.board.columns import ColumnsView

VIEW = "board.view"


class Board(Themed, QWidget):
    """``view_changed``: table, columns or chart. ``columns_made``: the columns, now that there
    are some."""

    view_changed = Signal(str)
    columns_made = Signal(object)

    def __init__(self, theme: Theme, preferences: Preferences, state: BoardState) -> None:
        super().__init__()
        self._state, self._preferences, self._covered = state, preferences, 0
        self.setAccessibleName(_("Claims"))
        self._title = Label(theme, _("Claims"), "title")
        self._summary = ElidedLabel(theme, "", "ui", "secondary")
        labels = {"table": _("Table"), "columns": _("Columns"), "chart": _("Chart")}
        self.form = SegmentedControl(
            theme, [(view, labels[view]) for view in VIEWS], _("How the claims are shown")
        )
        self.filters = Filters(theme, state)
        self.progress = ProgressLine(theme, name=_("Progress"), height=5)
        self.table = ClaimTable(theme, state)
        self.columns: ColumnsView | None = None
        self.chart: Chart | None = None
        self.empty = NoClaims(theme)
        self._lay_out()
        self.form.chosen.connect(self.show_view)
        self.filters.left_down.connect(self.focus_claims)
        self.empty.cleared.connect(lambda: (state.ask_only(), self.focus_claims()))
        state.rows_changed.connect(self._show_state)
        self.view = "table"
        self.follow(theme)

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        self._head = QHBoxLayout()
        self._head.addWidget(self._title)
        self._head.addWidget(self._summary, 1)
        self._head.addWidget(self.form)
        self._stack_place = QWidget()
        self._stack = QStackedLayout(self._stack_place)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.empty)
        self._column.addLayout(self._head)
        self._filter_row = QVBoxLayout()
        self._filter_row.addWidget(self.filters)
        self._filter_row.addWidget(self.progress)
        self._column.addLayout(self._filter_row)
        self._column.addWidget(self._stack_place, 1)
        self.setFocusProxy(self.table)

    def restore_view(self) -> None:
        """The form it was left in."""
        kept = self._preferences.get(VIEW, "table")
        self.show_view(kept if kept in VIEWS else "table")

    def show_view(self, view: str) -> None:
        """Table, columns or chart."""
        self.view = view
        self._preferences.set(VIEW, view)
        self.form.set_value(view)
        held = self.isAncestorOf(self.window().focusWidget() or self.window())
        self._show_state()
        if held:
            self.focus_claims()
        self.view_changed.emit(view)

    def _made(self, view: str) -> QWidget:
        if view == "columns" and self.columns is None:
            from annotator.ui.board.columns import ColumnsView

            self.columns = ColumnsView(self.theme, self._state)
            self._stack.addWidget(self.columns)
            self.columns_made.emit(self.columns)
        if view == "chart" and self.chart is None:
            from annotator.ui.board.chart import Chart

            self.chart = Chart(self.theme, self._state)
            self.chart.chosen.connect(lambda: self.show_view("table"))
            self._stack.addWidget(self.chart)
        return {"table": self.table, "columns": self.columns, "chart": self.chart}[view]

    def _show_state(self) -> None:
        state, counts = self._state, self._state.counts
        view = self._made(self.view)
        lacking = not state.rows and (self.view != "chart" or not (counts and counts.total))
        self.empty.show_for(filtered=bool(counts and counts.total))
        front = self.empty if lacking else view
        self._stack.setCurrentWidget(front)
        self.setFocusProxy(self.empty if lacking else self.table)
        if not lacking and view is not self.table:
            view.refresh()
        self._show_counts()

    def _show_counts(self) -> None:
        counts = self._state.counts
        total = counts.total if counts else 0
        self.filters.setEnabled(bool(total))
        checked = counts.by_status.get("checked", 0) if counts else 0
        articles = len(counts.by_article) if counts else 0
        where = ngettext("{n} in {m} article", "{n} in {m} articles", articles)
        done = _("{n} checked").format(n=checked)
        text = f"{where.format(n=total, m=articles)} · {done}" if total else ""
        if self._state.filtered and total:
            shown = _("{n} shown").format(n=len(self._state.rows))
            text = f"{text} · {shown}"
        self._summary.setText(text)
        self.progress.set_share(checked / total if total else 0)
        self.progress.setAccessibleName(_("Progress: {done}").format(done=text))
        self.progress.setVisible(bool(total))

    def focus_claims(self) -> None:
        """Put the focus where the claims are."""
        front = self._stack.currentWidget()
        if front is self.columns and self.columns is not None:
            self.columns.focus_current()
        elif front is self.chart and self.chart is not None and self.chart.bars():
            self.chart.bars()[0].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            front.setFocus(Qt.FocusReason.OtherFocusReason)

    def place_of(self, id: str, column: str) -> tuple[QWidget, QRect]:
        """Where something about a claim is asked for: its cell, or its card."""
        if self.view == "table":
            return self.table.viewport(), self.table.cell(id, column)
        for view in self.columns.views() if self.columns else []:
            for at, row in enumerate(view.claims.rows):
                if row.id == id:
                    return view.viewport(), view.visualRect(view.claims.index(at))
        return self, QRect(self.rect().center(), self.rect().center())

    def set_covered(self, width: int) -> None:
        """So many px at the right lie under the claim in full: the claims keep clear of it."""
        self._covered = width
        self.retheme()

    def retheme(self) -> None:
        px = self.theme.px
        # The claims' scroll bar stands in the margin.
        self._column.setContentsMargins(px(22), px(20), px(9) + self._covered, 0)
        for row in (self._head, self._filter_row):
            row.setContentsMargins(0, 0, px(13), 0)
        self._column.setSpacing(px(10))
        self._head.setSpacing(px(10))
        self._filter_row.setSpacing(px(10))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self.theme.colour("paper"))
