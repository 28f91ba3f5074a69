"""What a face's table shows, as far as all have it."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from annotator.library import Library

Attempt = Callable[[Callable[[], object]], bool]
"""Does what may fail for the world's reasons, and tells of it; whether it was done."""


class TableState(QObject):
    """``rows_changed``: other rows, or the same ones look different. ``asked_changed``: another
    filter or order. ``usual``: the column by which rows are sorted unless told."""

    rows_changed = Signal()
    asked_changed = Signal()
    usual = ""

    def __init__(self, attempt: Attempt, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.attempt = attempt
        self.library: Library | None = None
        self.rows: list[Any] = []
        self.order, self.descending = self.usual, False

    def take_library(self, library: Library | None) -> None:
        """Another library, or none; in the usual order."""
        self.library = library
        self.order, self.descending = self.usual, False

    def set_library(self, library: Library | None) -> None:
        """Show another library, or none."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Ask the library anew."""
        raise NotImplementedError

    def sort(self, order: str) -> None:
        """Sort by a column; again turns it round."""
        raise NotImplementedError
