"""The middle of the window: the article, or what to do while none is open."""

from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

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
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self._article)
        self.setFocusProxy(reader)

    def show_article(self, shown: bool, library_is_empty: bool) -> None:
        """The article, or the invitation that fits the library."""
        self.empty.show_for(library_is_empty)
        self._stack.setCurrentWidget(self._article if shown else self.empty)
        self.setFocusProxy(self._reader if shown else self.empty)

    def add_bar(self, bar: QWidget) -> None:
        """Put a bar over the article, under those that are there; it shows and hides itself."""
        self._column.insertWidget(self._column.count() - 1, bar)
