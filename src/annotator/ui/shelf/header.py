"""The pane's head: what is shown, adding, searching, filtering."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from annotator.i18n import _
from annotator.ui.kit import Chip, FlowLayout, OutlineButton, SearchField, Themed
from annotator.ui.shelf.scope import ScopeButton
from annotator.ui.theme import Theme

FILTERS = ("all", "open", "done")


class Header(Themed, QWidget):
    """``add_requested``; ``scope_pressed``: show the menu; ``filtered``: all, open or done."""

    add_requested = Signal()
    scope_pressed = Signal()
    filtered = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.scope = ScopeButton(theme)
        self.add = OutlineButton(theme, _("Add"), "plus", key="Ctrl+O", compact=True)
        self.search = SearchField(theme, _("Search everything"), key="Ctrl+Shift+F")
        self.search.edit.setAcceptDrops(False)  # files dropped here are to be added
        self.chips = {name: Chip(theme, "") for name in FILTERS}
        self._group = QButtonGroup(self)
        self._row, self._column = QHBoxLayout(), QVBoxLayout(self)
        self._strip = QWidget()
        self._flow = FlowLayout(self._strip)
        self._lay_out()
        self.add.clicked.connect(self.add_requested)
        self.scope.clicked.connect(self.scope_pressed)
        self.set_counts({})
        self.follow(theme)

    def _lay_out(self) -> None:
        self._row.addWidget(self.scope)
        self._row.addStretch(1)
        self._row.addWidget(self.add)
        self._column.addLayout(self._row)
        self._column.addWidget(self.search)
        self._column.addWidget(self._strip)
        for name, chip in self.chips.items():
            self._group.addButton(chip)
            self._flow.addWidget(chip)
            chip.clicked.connect(lambda _checked=False, name=name: self.filtered.emit(name))
        self.chips["all"].setChecked(True)

    def set_filter(self, name: str) -> None:
        """Choose a filter without telling."""
        self.chips[name].setChecked(True)

    def set_counts(self, counts: Mapping[str, int]) -> None:
        """How many articles pass each filter."""
        texts = {"all": _("All {n}"), "open": _("To check {n}"), "done": _("Done {n}")}
        for name, chip in self.chips.items():
            chip.setText(texts[name].format(n=counts.get(name, 0)))
            chip.updateGeometry()
        self._flow.invalidate()

    def show_chips(self, shown: bool) -> None:
        """Filters are of no use to search results."""
        self._strip.setVisible(shown)

    def retheme(self) -> None:
        px = self.theme.px
        self._column.setContentsMargins(px(2), 0, px(12), px(10))
        self._column.setSpacing(px(9))
        self._row.setContentsMargins(0, px(5), px(4), 0)
        self._flow.set_gaps(px(6), px(6))
