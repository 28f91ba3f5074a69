"""The middle of a face: title, filters, and what is shown of the rows."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from annotator.ui.kit import ElidedLabel, Label, Themed
from annotator.ui.table.empty import NothingHere
from annotator.ui.theme import Theme


class TablePage(Themed, QWidget):
    """The table, or in its place what is said of no rows. ``beside``: more at the right of the
    title; ``under``: more under the filters."""

    def __init__(
        self, theme: Theme, title: str, filters: QWidget, table: QWidget, empty: NothingHere,
        beside: Sequence[QWidget] = (), under: Sequence[QWidget] = (),
    ) -> None:  # fmt: skip
        super().__init__()
        self.filters, self.table, self.empty, self._covered = filters, table, empty, 0
        self.setAccessibleName(title)
        self._title = Label(theme, title, "title")
        self._summary = ElidedLabel(theme, "", "ui", "secondary")
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._make_head(beside))
        self._column.addLayout(self._make_filter_row(under))
        self._column.addWidget(self._make_stack(), 1)
        self.setFocusProxy(table)
        self.follow(theme)

    def _make_head(self, beside: Sequence[QWidget]) -> QHBoxLayout:
        self._head = QHBoxLayout()
        self._head.addWidget(self._title)
        self._head.addWidget(self._summary, 1)
        for widget in beside:
            self._head.addWidget(widget)
        return self._head

    def _make_filter_row(self, under: Sequence[QWidget]) -> QVBoxLayout:
        self._filter_row = QVBoxLayout()
        for widget in (self.filters, *under):
            self._filter_row.addWidget(widget)
        return self._filter_row

    def _make_stack(self) -> QWidget:
        place = QWidget()
        self._stack = QStackedLayout(place)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.empty)
        return place

    def focus_rows(self) -> None:
        """Put the focus where the rows are."""
        self._stack.currentWidget().setFocus(Qt.FocusReason.OtherFocusReason)

    def in_short(self) -> str:
        """What there is, whatever is asked for."""
        raise NotImplementedError

    def set_covered(self, width: int) -> None:
        """So many px at the right lie under the right pane: the rows keep clear of it."""
        self._covered = width
        self.retheme()

    def retheme(self) -> None:
        px = self.theme.px
        # The rows' scroll bar stands in the margin.
        self._column.setContentsMargins(px(22), px(20), px(9) + self._covered, 0)
        for row in (self._head, self._filter_row):
            row.setContentsMargins(0, 0, px(13), 0)
        for layout in (self._column, self._head, self._filter_row):
            layout.setSpacing(px(10))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self.theme.colour("paper"))
