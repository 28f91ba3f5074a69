"""Goes through what is to be handed in while the window stays at hand."""

from collections.abc import Iterator
from time import monotonic

from PySide6.QtCore import QObject, QTimer, Signal

from annotator.errors import UserFacingError
from annotator.events import Changes
from annotator.library import Library
from annotator.library.review.checklist import in_order
from annotator.library.review.line import Line

SLICE_S = 0.02
"""How long is looked at a stretch, in seconds."""
REST_MS = 250
"""After an edit it is looked again once edits rest that long."""
WEIGHS = (
    "articles", "article_versions", "annotations", "annotation_tags", "tags", "targets", "claims",
    "claim_passages", "evidence", "sources", "comments", "settings", "block_roles", "verdicts",
)  # fmt: skip
"""Tables whose rows can open or close a line."""


class Looking(QObject):
    """``found`` carries the lines that are open, once all was looked at."""

    found = Signal(list)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library: Library | None = None
        self._article: str | None = None
        self._steps: Iterator[list[Line]] | None = None
        self._lines: list[Line] = []
        self._slice = QTimer(self, interval=0)
        self._slice.timeout.connect(self._go_on)
        self._rest = QTimer(self, interval=REST_MS, singleShot=True)
        self._rest.timeout.connect(self._begin)

    def look(self, library: Library, article: str | None) -> None:
        """Look at an article, or at the whole library (None)."""
        self._library, self._article = library, article
        self._begin()

    def apply(self, changes: Changes) -> None:
        """Look again, if that may have come to something else."""
        if self._library is not None and changes.touches(*WEIGHS):
            self._stop_slices()
            self._rest.start()

    def stop(self) -> None:
        """Look no more."""
        self._library = None
        self._rest.stop()
        self._stop_slices()

    def _stop_slices(self) -> None:
        self._slice.stop()
        self._steps, self._lines = None, []

    def _begin(self) -> None:
        self._rest.stop()
        self._stop_slices()
        if self._library is not None:
            self._steps = self._library.review.steps(self._article)
            self._go_on()

    def _go_on(self) -> None:
        until = monotonic() + SLICE_S
        while self._steps is not None and monotonic() < until:
            try:
                self._lines += next(self._steps)
            except StopIteration:
                self._end()
                return
            except UserFacingError:  # an article is gone meanwhile; of that we will hear
                self._stop_slices()
                self._rest.start()
                return
        self._slice.start()

    def _end(self) -> None:
        lines = in_order(self._lines)
        self._stop_slices()
        self.found.emit(lines)
