"""Finds out about an article beside the window's thread.

It takes some seconds for a book. The thread only fills an ``Analysis``; the window looks now and
then whether it is there, so that nobody is told who is gone by then.
"""

from PySide6.QtCore import QObject, QTimer, Signal

from annotator.library.inspecting.analysis import Analysis
from annotator.ui.worker import Worker

LOOK_MS = 30
"""How often it is looked whether something was found out."""
Wish = tuple[Analysis, str]


class Thinking(QObject):
    """``found`` carries what was found out: one of the analysis' kinds."""

    found = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker: Worker[Wish] = Worker("looking through an article")
        self._wanted: dict[str, Analysis] = {}
        self._look = QTimer(self, interval=LOOK_MS)
        self._look.timeout.connect(self._tell)

    def want(self, what: str, analysis: Analysis) -> None:
        """Find out ``what``; of another article than before, if need be."""
        if self._wanted.get(what) is analysis:
            return
        self._wanted[what] = analysis
        if not self._worker.started:
            self._worker.start(_find)
        self._worker.want([(wanted, kind) for kind, wanted in self._wanted.items()])
        self._look.start()

    def forget(self, what: str | None = None) -> None:
        """Find out no more of a kind, or of any."""
        kinds = list(self._wanted) if what is None else [what]
        for kind in kinds:
            self._wanted.pop(kind, None)

    def leave(self) -> None:
        """End, without waiting for what is being found out."""
        self.forget()
        self._look.stop()
        self._worker.leave()

    def _tell(self) -> None:
        there = [kind for kind, wanted in self._wanted.items() if wanted.has(kind)]
        for kind in there:
            del self._wanted[kind]
        if not self._wanted:
            self._look.stop()
        for kind in there:
            self.found.emit(kind)


def _find(wish: Wish) -> None:
    analysis, what = wish
    analysis.find(what)
