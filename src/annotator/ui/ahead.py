"""What the first press of a key would wait for, loaded while the window rests.

The faces beside reading are made when they are first shown, so that a start does not pay for them.
Their code is another matter: nobody waits for it who has just begun to look at the window.
"""

from collections import deque
from importlib import import_module

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

REST_MS = 300
"""After the window is shown."""
BETWEEN_MS = 5
"""From one module to the next: what is typed meanwhile comes first."""
MODULES = (
    "annotator.store.board",
    "annotator.library.claims.filtering",
    "annotator.library.claims.claims",
    "annotator.ui.table.view",
    "annotator.ui.table.face",
    "annotator.ui.board.inspector.inspector",
    "annotator.ui.board.state",
    "annotator.ui.board.table",
    "annotator.ui.board.board",
    "annotator.ui.board.face",
)
"""The board's, each before those that need it, so that none takes long."""


class LoadingAhead(QObject):
    """Loads one module after the other once ``window`` is shown."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._left = deque(MODULES)
        self._timer = QTimer(self, singleShot=True, interval=REST_MS)
        self._timer.timeout.connect(self._next)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show:
            watched.removeEventFilter(self)
            self._timer.start()
        return False

    def _next(self) -> None:
        import_module(self._left.popleft())
        if self._left:
            self._timer.start(BETWEEN_MS)
