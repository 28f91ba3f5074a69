"""The middle of the board: title, filters, progress, and the claims in one of three forms."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtWidgets import QWidget

from annotator.i18n import _, ngettext
from annotator.library import Preferences
from annotator.ui.board.chips import Filters
from annotator.ui.board.commands import VIEWS
from annotator.ui.board.empty import no_claims
from annotator.ui.board.state import BoardState
from annotator.ui.board.table import ClaimTable
from annotator.ui.kit import ProgressLine, SegmentedControl
from annotator.ui.table.page import TablePage
from annotator.ui.theme import Theme

if TYPE_CHECKING:
    from annotator.ui.board.chart import Chart
    from annotator.ui.board.columns import ColumnsView

VIEW = "board.view"


class Board(TablePage):
    """``view_changed``: table, columns or chart. ``columns_made``: the columns, now that there
    are some. ``view_made``: one more widget in which the board's keys act."""

    view_changed = Signal(str)
    view_made = Signal(QWidget)
    columns_made = Signal(object)

    def __init__(self, theme: Theme, preferences: Preferences, state: BoardState) -> None:
        labels = {"table": _("Table"), "columns": _("Columns"), "chart": _("Chart")}
        forms = [(view, labels[view]) for view in VIEWS]
        form = SegmentedControl(theme, forms, _("How the claims are shown"))
        progress = ProgressLine(theme, name=_("Progress"), height=5)
        super().__init__(
            theme, _("Claims"), Filters(theme, state), ClaimTable(theme, state), no_claims(theme),
            [form], [progress],
        )  # fmt: skip
        self._state, self._preferences = state, preferences
        self.form, self.progress = form, progress
        self.columns: ColumnsView | None = None
        self.chart: Chart | None = None
        self.view = "table"
        self.form.chosen.connect(self.show_view)
        self.filters.left_down.connect(self.focus_rows)
        self.empty.cleared.connect(lambda: (state.ask_only(), self.focus_rows()))
        state.rows_changed.connect(self._show_state)

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
            self.focus_rows()
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
            self.chart.view_made.connect(self.view_made)
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

    def in_short(self) -> str:
        counts = self._state.counts
        total = counts.total if counts else 0
        claims = ngettext("{n} claim", "{n} claims", total).format(n=total)
        return f"{claims} · {self._done()[1]}" if total else ""

    def _done(self) -> tuple[int, str]:
        """How many claims await nothing, and that in words."""
        by_status = self._state.counts.by_status if self._state.counts else {}
        checked, aside = by_status.get("checked", 0), by_status.get("set aside", 0)
        words = [_("{n} checked").format(n=checked)]
        if aside:
            words.append(_("{n} set aside").format(n=aside))
        return checked + aside, ", ".join(words)

    def _show_counts(self) -> None:
        counts = self._state.counts
        total = counts.total if counts else 0
        self.filters.setEnabled(bool(total))
        articles = len(counts.by_article) if counts else 0
        where = ngettext("{n} in {m} article", "{n} in {m} articles", articles)
        done, said = self._done()
        text = f"{where.format(n=total, m=articles)} · {said}" if total else ""
        if self._state.filtered and total:
            shown = _("{n} shown").format(n=len(self._state.rows))
            text = f"{text} · {shown}"
        self._summary.setText(text)
        self.progress.set_share(done / total if total else 0)
        self.progress.setAccessibleName(_("Progress: {done}").format(done=text))
        self.progress.setVisible(bool(total))

    def focus_rows(self) -> None:
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
