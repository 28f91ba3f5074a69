"""The middle of the face: title, filters, and the sources."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from annotator.i18n import _, ngettext
from annotator.ui.kit import (
    Chip,
    ElidedLabel,
    FlowLayout,
    KeyCap,
    Label,
    LinkButton,
    SearchField,
    Themed,
)
from annotator.ui.sources.rows import ANY, KINDS, UNDATED, kind_name
from annotator.ui.sources.state import SourcesState
from annotator.ui.sources.table import SourceTable
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
        counts = {kind: sum(row.kind == kind for row in rows) for kind in KINDS}
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


class NoSources(Themed, QWidget):
    """How a source is brought; or, where the filter leaves all out, a way out: ``cleared``."""

    cleared = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._headline = Label(theme, "", "title")
        self._hint = QWidget()
        row = QHBoxLayout(self._hint)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(
            Label(theme, _("Select a passage while reading and press"), "ui", "secondary")
        )
        row.addWidget(KeyCap(theme, "S"))
        self.clear = LinkButton(theme, _("Show all sources"), role="ui", key="0")
        self.clear.clicked.connect(self.cleared)
        self._box = QVBoxLayout(self)
        self._box.addStretch(2)
        for widget in (self._headline, self._hint, self.clear):
            self._box.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        self._box.addStretch(3)
        self.setFocusProxy(self.clear)
        self.follow(theme)

    def show_for(self, *, filtered: bool) -> None:
        """Whether there are sources that a filter leaves out."""
        self._headline.setText(_("No source here") if filtered else _("No sources yet"))
        self._hint.setVisible(not filtered)
        self.clear.setVisible(filtered)

    def retheme(self) -> None:
        self._box.setSpacing(self.theme.px(8))


class SourcesPage(Themed, QWidget):
    """What stands in the middle."""

    def __init__(self, theme: Theme, state: SourcesState) -> None:
        super().__init__()
        self._state, self._covered = state, 0
        self.setAccessibleName(_("Sources"))
        self._title = Label(theme, _("Sources"), "title")
        self._summary = ElidedLabel(theme, "", "ui", "secondary")
        self.filters = Filters(theme, state)
        self.table = SourceTable(theme, state)
        self.empty = NoSources(theme)
        self._lay_out()
        self.filters.left_down.connect(self.focus_sources)
        self.empty.cleared.connect(lambda: (state.ask_all(), self.focus_sources()))
        state.rows_changed.connect(self._show_state)
        self.follow(theme)

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        self._head = QHBoxLayout()
        self._head.addWidget(self._title)
        self._head.addWidget(self._summary, 1)
        place = QWidget()
        self._stack = QStackedLayout(place)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.empty)
        self._column.addLayout(self._head)
        self._filter_row = QVBoxLayout()
        self._filter_row.addWidget(self.filters)
        self._column.addLayout(self._filter_row)
        self._column.addWidget(place, 1)
        self.setFocusProxy(self.table)

    def _show_state(self) -> None:
        state = self._state
        self.empty.show_for(filtered=bool(state.all))
        front = self.table if state.rows else self.empty
        self._stack.setCurrentWidget(front)
        self.setFocusProxy(front)
        self.filters.setVisible(bool(state.all))
        count = len(state.all)
        claims = len({use.claim for row in state.all for use in row.use.uses if use.claim})
        said = ngettext("{n} source", "{n} sources", count).format(n=count)
        rests = ngettext("{n} claim rests on them", "{n} claims rest on them", claims)
        said = f"{said} · {rests.format(n=claims)}" if count else ""
        if state.filtered and count:
            said = f"{said} · {_('{n} shown').format(n=len(state.rows))}"
        self._summary.setText(said)

    def focus_sources(self) -> None:
        """Put the focus where the sources are."""
        self._stack.currentWidget().setFocus(Qt.FocusReason.OtherFocusReason)

    def set_covered(self, width: int) -> None:
        """So many px at the right lie under the details."""
        self._covered = width
        self.retheme()

    def retheme(self) -> None:
        px = self.theme.px
        # The sources' scroll bar stands in the margin.
        self._column.setContentsMargins(px(22), px(20), px(9) + self._covered, 0)
        for row in (self._head, self._filter_row):
            row.setContentsMargins(0, 0, px(13), 0)
        self._column.setSpacing(px(10))
        self._head.setSpacing(px(10))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self.theme.colour("paper"))
