"""The middle of the window: the article, or what to do while none is open."""

from PySide6.QtWidgets import QStackedLayout, QWidget

from annotator.ui.empty_state import EmptyState
from annotator.ui.theme import Theme


class Centre(QWidget):
    """The one over the other."""

    def __init__(self, theme: Theme, reader: QWidget) -> None:
        super().__init__()
        self.empty = EmptyState(theme)
        self._reader = reader
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.empty)
        self._stack.addWidget(reader)
        self.setFocusProxy(reader)

    def show_article(self, shown: bool, library_is_empty: bool) -> None:
        """The article, or the invitation that fits the library."""
        self.empty.show_for(library_is_empty)
        front = self._reader if shown else self.empty
        self._stack.setCurrentWidget(front)
        self.setFocusProxy(front)
