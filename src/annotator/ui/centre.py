"""The middle of the window: the article, or what to do while none is open."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QStackedLayout, QVBoxLayout, QWidget

from annotator.ui.empty_state import EmptyState
from annotator.ui.theme import Theme


class Centre(QWidget):
    """The one over the other. What is said of the article as a whole stands in bars over it."""

    def __init__(self, theme: Theme, reader: QWidget) -> None:
        super().__init__()
        self.empty = EmptyState(theme)
        self._reader = reader
        self._article = QWidget()
        self._column = QVBoxLayout(self._article)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(reader, 1)
        self._split: QSplitter | None = None
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self._article)
        self.setFocusProxy(reader)

    def show_article(self, shown: bool, library_is_empty: bool) -> None:
        """The article, or the invitation that fits the library."""
        self.empty.show_for(library_is_empty)
        self._stack.setCurrentWidget((self._split or self._article) if shown else self.empty)
        self.setFocusProxy(self._reader if shown else self.empty)

    def set_beside(self, pane: QWidget | None) -> None:
        """Show a pane at the right of the article, as wide as that; None puts it away."""
        if pane is None:
            if self._split is not None and self._split.count() > 1:
                self._split.widget(1).hide()
            return
        split = self._split = self._split or self._make_split()
        if split.indexOf(pane) < 0:
            split.addWidget(pane)
            split.setSizes([self.width() // 2] * 2)
        pane.show()

    def _make_split(self) -> QSplitter:
        """The article moves into it, with the focus it may have."""
        focus, shown = self.window().focusWidget(), self._stack.currentWidget()
        held = focus is not None and self._article.isAncestorOf(focus)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(1)
        split.setObjectName("panes")
        self._stack.removeWidget(self._article)
        split.addWidget(self._article)
        self._article.show()  # the stack hid it
        self._stack.addWidget(split)
        self._stack.setCurrentWidget(split if shown is self._article else self.empty)
        if held:
            focus.setFocus()
        return split

    def add_bar(self, bar: QWidget) -> None:
        """Put a bar over the article, under those that are there; it shows and hides itself."""
        self._column.insertWidget(self._column.count() - 1, bar)
