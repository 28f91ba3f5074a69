"""Long work outside the window's process: a child ``annotator import …`` or ``annotator export …``
with progress and cancel, so that the window never freezes."""

import json
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, QTimer, Signal

from annotator.i18n import _

PROGRESS_VARIABLE = "ANNOTATOR_PROGRESS"
KILL_AFTER_MS = 3_000
_PREFIX = "progress "


def command() -> list[str]:
    """What starts this program again: itself when frozen, else Python with the module."""
    if getattr(sys, "frozen", False):
        return [sys.executable]
    return [sys.executable, "-m", "annotator"]


class Job(QObject):
    """One child process.

    ``progressed`` (done, total); then one of ``finished`` (what it printed: JSON where it is that,
    else its lines), ``failed`` (a sentence), ``cancelled``.
    """

    progressed = Signal(int, int)
    finished = Signal(object)
    failed = Signal(str)
    cancelled = Signal()
    ended = Signal()

    def __init__(self, arguments: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._said: list[str] = []
        self._cancelled = False
        self._process = QProcess(self)
        environment = QProcessEnvironment.systemEnvironment()
        environment.insert(PROGRESS_VARIABLE, "1")
        environment.insert("PYTHONUTF8", "1")
        if sys.platform.startswith("linux"):
            environment.insert("QT_QPA_PLATFORM", "offscreen")  # exports set type without a screen
        self._process.setProcessEnvironment(environment)
        self._process.readyReadStandardError.connect(self._listen)
        self._process.finished.connect(self._end)
        self._process.errorOccurred.connect(self._could_not_start)
        program, *first = command()
        self._process.start(program, [*first, *arguments])

    def cancel(self) -> None:
        """Stop it; what it was writing is taken away by itself or was never moved into place."""
        if self._process.state() == QProcess.ProcessState.NotRunning:
            return
        self._cancelled = True
        self._process.terminate()
        QTimer.singleShot(KILL_AFTER_MS, self._process, self._process.kill)

    def stop(self) -> None:
        """Stop it and wait, for the window closes."""
        self.cancel()
        if not self._process.waitForFinished(KILL_AFTER_MS):
            self._process.kill()
            self._process.waitForFinished(KILL_AFTER_MS)

    def _listen(self) -> None:
        text = bytes(self._process.readAllStandardError().data()).decode("utf-8", "replace")
        for line in text.splitlines():
            if line.startswith(_PREFIX):
                done, _space, total = line.removeprefix(_PREFIX).partition(" ")
                if done.isdigit() and total.isdigit():
                    self.progressed.emit(int(done), int(total))
            elif line.strip():
                self._said.append(line)

    def _could_not_start(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            self.failed.emit(_("This could not be started; install Annotator anew."))
            self.ended.emit()

    def _end(self, code: int, status: QProcess.ExitStatus) -> None:
        self._listen()
        printed = bytes(self._process.readAllStandardOutput().data()).decode("utf-8", "replace")
        if self._cancelled:
            self.cancelled.emit()
        elif printed.startswith("["):
            self.finished.emit(json.loads(printed))
        elif code or status != QProcess.ExitStatus.NormalExit:
            self.failed.emit(self._said[-1] if self._said else _("It ended before it was done."))
        else:
            self.finished.emit(printed.splitlines())
        self.ended.emit()


class Jobs(QObject):
    """The jobs that run; none outlives it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._running: list[Job] = []

    def start(self, arguments: Sequence[str]) -> Job:
        """Run a command of the program."""
        job = Job(arguments, self)
        self._running.append(job)
        job.ended.connect(lambda: self._forget(job))
        return job

    def import_files(self, library: Path, files: Sequence[Path]) -> Job:
        """Read files into a library; ``finished`` carries the reports."""
        return self.start(["import", str(library), *map(str, files), "--json"])

    def _forget(self, job: Job) -> None:
        if job in self._running:
            self._running.remove(job)
            job.deleteLater()

    def stop_all(self) -> None:
        """End all of them."""
        for job in list(self._running):
            job.stop()
            self._forget(job)
