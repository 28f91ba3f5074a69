"""The middle of the face: title, filters, and the sources."""

from collections import Counter

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from annotator.i18n import _, ngettext
from annotator.ui.kit import Chip, FlowLayout, SearchField, Themed
from annotator.ui.sources.rows import ANY, KINDS, UNDATED, kind_name
from annotator.ui.sources.state import SourcesState
from annotator.ui.sources.table import SourceTable
from annotator.ui.table.empty import NothingHere
from annotator.ui.table.page import TablePage
from annotator.ui.theme import Theme

FIELD = 190


class Filters(Themed, QWidget):
    """Chips for all, for what lacks a date of access and for each kind; a field for words.
    ``left_down``: Down was pressed in it, or Esc in an empty one."""

    left_down = Signal()

    def __init__(self, theme: Theme, state: SourcesState) -> None:
        super().__init__()
        self._state = state
        self.chips = {kind: Chip(theme, "") for kind in (ANY, UNDATED, *KINDS)}
        self.words = SearchField(theme, _("Filter"), key="/")
        strip = QWidget()
        flow = FlowLayout(strip)
        for kind, chip in self.chips.items():
            chip.clicked.connect(lambda _on=False, kind=kind: self._ask(kind))
            flow.addWidget(chip)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(strip, 1)
        self._row.addWidget(self.words, 0, Qt.AlignmentFlag.AlignTop)
        self.words.changed.connect(lambda text: state.ask(words=text))
        for gone in (self.words.left_down, self.words.escaped):
            gone.connect(self.left_down)
        self.words.submitted.connect(lambda _text: self.left_down.emit())
        state.rows_changed.connect(self.show_asked)
        state.asked_changed.connect(self.show_asked)
        self.follow(theme)
        self.show_asked()

    def _ask(self, kind: str) -> None:
        """A chip that is on is switched off by another press."""
        self._state.ask(kind=ANY if self._state.kind == kind else kind)
        self.show_asked()

    def show_asked(self) -> None:
        """Say how many there are of each, and which are shown."""
        rows = self._state.all
        counts = Counter(row.kind for row in rows)
        counts |= {ANY: len(rows), UNDATED: sum(row.undated for row in rows)}
        for kind, chip in self.chips.items():
            chip.setText(_chip_text(kind, counts[kind]))
            chip.setChecked(self._state.kind == kind)
            chip.setVisible(kind == ANY or bool(counts[kind]))
            chip.updateGeometry()
        if self.words.text() != self._state.words:
            self.words.set_text(self._state.words)

    def retheme(self) -> None:
        self._row.setSpacing(self.theme.px(8))
        self.words.setFixedWidth(self.theme.px(FIELD))


def _chip_text(kind: str, count: int) -> str:
    name = {ANY: _("All"), UNDATED: _("No date")}.get(kind) or kind_name(kind)
    return f"{name[0].upper()}{name[1:]} {count}"


def no_sources(theme: Theme) -> NothingHere:
    """How a source is brought, or a way out of the filter."""
    return NothingHere(
        theme, _("No sources yet"), _("No source here"), key="S", way_out=_("Show all sources")
    )


class SourcesPage(TablePage):
    """What stands in the middle."""

    def __init__(self, theme: Theme, state: SourcesState) -> None:
        filters, table = Filters(theme, state), SourceTable(theme, state)
        super().__init__(theme, _("Sources"), filters, table, no_sources(theme))
        self._state = state
        self.filters.left_down.connect(self.focus_rows)
        self.empty.cleared.connect(lambda: (state.ask_all(), self.focus_rows()))
        state.rows_changed.connect(self._show_state)

    def _show_state(self) -> None:
        state = self._state
        self.empty.show_for(filtered=bool(state.all))
        front = self.table if state.rows else self.empty
        self._stack.setCurrentWidget(front)
        self.setFocusProxy(front)
        self.filters.setVisible(bool(state.all))
        self._summary.setText(self._summed_up())

    def in_short(self) -> str:
        state, count = self._state, len(self._state.all)
        claims = len({use.claim for row in state.all for use in row.use.uses if use.claim})
        said = ngettext("{n} source", "{n} sources", count).format(n=count)
        rests = ngettext("{n} claim rests on them", "{n} claims rest on them", claims)
        return f"{said} · {rests.format(n=claims)}" if count else ""

    def _summed_up(self) -> str:
        state, said = self._state, self.in_short()
        if state.filtered and said:
            said = f"{said} · {_('{n} shown').format(n=len(state.rows))}"
        return said
