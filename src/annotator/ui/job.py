"""One piece of long work: child processes of this very program, one after the other."""

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, QTimer, Signal

from annotator import progress
from annotator.errors import BugError
from annotator.i18n import _

KILL_AFTER_MS = 3_000
TRACEBACK = "Traceback (most recent call last)"
_UNFINISHED = ".annotator-*.part"


def program() -> list[str]:
    """What starts this program again: itself when frozen, else Python with the module."""
    if getattr(sys, "frozen", False):
        return [sys.executable]
    # -P: a folder that is called like us in the working directory is not taken for us.
    return [sys.executable, "-P", "-m", "annotator"]


class Job(QObject):
    """Runs commands (each a list of the command line's arguments) in turn.

    ``progressed`` (done, total) while it works, then one of ``finished`` (a list of what all of
    them printed: JSON values of commands with ``--json``, else lines), ``failed`` (a sentence) and
    ``cancelled``; ``ended`` after it in any case. ``folder`` is where an export writes: what one
    that was cancelled or failed leaves half-written there is removed. ``told`` is written to each
    command's standard input. ``notices``: sentences about what was made. A
    traceback of the child is raised here as ``BugError``, after ``failed`` and ``ended``.
    """

    progressed = Signal(int, int)
    finished = Signal(object)
    failed = Signal(str)
    cancelled = Signal()
    ended = Signal()

    def __init__(
        self, commands: Sequence[Sequence[str]], folder: Path | None = None,
        parent: QObject | None = None, told: str = "",
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._told = told
        self._waiting = [list(command) for command in commands]
        self._results: list[Any] = []
        self.notices: list[str] = []
        self._folder = folder
        self._there = _unfinished(folder)
        self._done_before = self._total = 0
        self._cancelled = self._over = self._as_json = False
        self._process = self._make_process()
        self._kill = QTimer(self, singleShot=True, interval=KILL_AFTER_MS)
        self._kill.timeout.connect(self._process.kill)
        # Later, so that whoever asked for it hears even of a start that fails at once.
        QTimer.singleShot(0, self, self._next)

    def _make_process(self) -> QProcess:
        process = QProcess(self)
        environment = QProcessEnvironment.systemEnvironment()
        environment.insert(progress.VARIABLE, "1")
        environment.insert("PYTHONUTF8", "1")
        if sys.platform.startswith("linux"):
            environment.insert("QT_QPA_PLATFORM", "offscreen")  # exports set type without a screen
        process.setProcessEnvironment(environment)
        process.readyReadStandardError.connect(self._listen)
        process.finished.connect(self._command_ended)
        process.errorOccurred.connect(self._could_not_start)
        return process

    @property
    def is_over(self) -> bool:
        """Whether it has said how it ended."""
        return self._over

    def cancel(self) -> None:
        """Ask it to stop; ``cancelled`` comes when it has."""
        if self._over or self._cancelled:
            return
        self._cancelled = True
        if self._process.state() == QProcess.ProcessState.NotRunning:
            self._end_cancelled()
        else:
            self._process.terminate()
            self._kill.start()

    def stop(self) -> None:
        """Stop it and wait until it has, for the window closes."""
        self.cancel()
        if not self._over and not self._process.waitForFinished(KILL_AFTER_MS):
            self._process.kill()
            self._process.waitForFinished(KILL_AFTER_MS)

    # Commands in turn

    def _next(self) -> None:
        if self._over:
            return
        arguments = self._waiting.pop(0)
        self._as_json = "--json" in arguments
        self._errors, self._rest = "", b""
        name, *first = program()
        self._process.start(name, [*first, *arguments])
        if self._told and self._process.state() != QProcess.ProcessState.NotRunning:
            self._process.write(self._told.encode("utf-8"))
        self._process.closeWriteChannel()

    def _listen(self) -> None:
        """Take whole lines; a line may come in pieces."""
        *lines, self._rest = (self._rest + self._read_errors()).split(b"\n")
        for line in lines:
            self._hear(line.decode("utf-8", "replace").rstrip("\r"))

    def _read_errors(self) -> bytes:
        return bytes(self._process.readAllStandardError().data())

    def _hear(self, line: str) -> None:
        if heard := progress.heard(line):
            done, self._total = heard
            known = self._done_before + self._total + len(self._waiting)
            self.progressed.emit(self._done_before + done, known)
        elif notice := progress.notice(line):
            self.notices.append(notice)
        elif line.strip():
            self._errors += line + "\n"

    def _could_not_start(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart and not self._over:
            self._end()
            self.failed.emit(_("This could not be started; install Annotator anew."))
            self.ended.emit()

    def _command_ended(self, code: int, status: QProcess.ExitStatus) -> None:
        self._listen()
        self._hear(self._rest.decode("utf-8", "replace"))
        printed = bytes(self._process.readAllStandardOutput().data()).decode("utf-8", "replace")
        answered = self._as_json and printed.strip()
        crashed = status != QProcess.ExitStatus.NormalExit
        if self._cancelled:
            self._end_cancelled()
        elif crashed or (code != 0 and not answered):
            self._end_failed(crashed)
        else:
            self._results += json.loads(printed) if answered else printed.splitlines()
            self._go_on()

    def _go_on(self) -> None:
        self._done_before += self._total
        self._total = 0
        if self._waiting:
            self._next()
            return
        self._end()
        self.finished.emit(self._results)
        self.ended.emit()

    # Ends

    def _end(self) -> None:
        self._over = True
        self._waiting.clear()
        self._kill.stop()

    def _end_cancelled(self) -> None:
        self._end()
        self._sweep()
        self.cancelled.emit()
        self.ended.emit()

    def _sweep(self) -> None:
        """Take away what was half-written."""
        for left in _unfinished(self._folder) - self._there:
            left.unlink(missing_ok=True)

    def _end_failed(self, crashed: bool) -> None:
        errors = self._errors.strip()
        self._end()
        self._sweep()
        if TRACEBACK in errors:
            self.failed.emit(_("This did not work: Annotator made a mistake and reports it."))
            self.ended.emit()
            raise BugError(errors)
        # What a crashed one said last was meant for no reader.
        said = errors.splitlines()[-1] if errors and not crashed else ""
        self.failed.emit(said or _("It broke off before it was done; try again."))
        self.ended.emit()


def _unfinished(folder: Path | None) -> set[Path]:
    """Files that an export here has not moved into place."""
    return set(folder.glob(_UNFINISHED)) if folder and folder.is_dir() else set()
