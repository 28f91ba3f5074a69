"""Returned copies compared beside the window's thread, which goes on meanwhile.

A comparison reads much of the log and draws nothing: what it needs of the library it reads over a
connection of its own, made and closed in the thread that uses it.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from annotator.library import Library
from annotator.typesetting.fonts import load_fonts

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

    from annotator.library.returning import ReturnedCopy


class Comparisons(QObject):
    """One at a time. ``compared`` carries the ``Future`` of a ``ReturnedCopy``, or of None where
    the file is none; whoever asks for its result is told what went wrong."""

    compared = Signal(object)
    _ended = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workers: ThreadPoolExecutor | None = None
        # Queued: it is the worker that says so, and the window's thread that goes on.
        self._ended.connect(self.compared, Qt.ConnectionType.QueuedConnection)

    def start(self, library: Library, path: Path) -> "Future[ReturnedCopy | None]":
        """Compare a file with what is in a library now."""
        from concurrent.futures import ThreadPoolExecutor

        load_fonts()  # which is for the window's thread
        if self._workers is None:
            self._workers = ThreadPoolExecutor(1, thread_name_prefix="comparing copies")
        future = self._workers.submit(library.comparison(), path)
        future.add_done_callback(self._ended.emit)
        return future

    def stop(self) -> None:
        """End, and wait until what is at work is done."""
        if self._workers is not None:
            self._workers.shutdown(cancel_futures=True)
            self._workers = None
