"""Long work outside the window's process, so that the window never freezes."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from PySide6.QtCore import QObject

from annotator.ui.job import Job

LONGEST_COMMAND = 20_000
"""Characters of the file names in one command; Windows takes 32,767 in all."""


class Jobs(QObject):
    """The jobs that run; none outlives it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._running: list[Job] = []

    @property
    def running(self) -> tuple[Job, ...]:
        """The jobs that have not ended."""
        return tuple(self._running)

    def start(self, arguments: Sequence[str], folder: Path | None = None, told: str = "") -> Job:
        """Run a command of the program; ``folder`` is where it writes, if it does, ``told`` what it
        reads from its standard input."""
        return self._run([arguments], folder, told)

    def import_files(self, library: Path, files: Sequence[Path], password: str = "") -> Job:
        """Read files and folders into a library; ``finished`` carries a report for each file, as
        ``annotator import --json`` prints them. ``password`` opens those that are locked; it goes
        through a pipe, for command lines are seen by everybody on a computer."""
        first = ["import", "--json", *(["--password-file", "-"] if password else [])]
        commands = [[*first, "--", str(library), *names] for names in _portions(files)]
        return self._run(commands, told=password)

    def _run(
        self, commands: Sequence[Sequence[str]], folder: Path | None = None, told: str = ""
    ) -> Job:
        job = Job(commands, folder, self, told)
        self._running.append(job)
        job.ended.connect(lambda: self._forget(job))
        return job

    def _forget(self, job: Job) -> None:
        if job in self._running:
            self._running.remove(job)
            job.deleteLater()

    def stop_all(self) -> None:
        """End all of them and wait until they have ended."""
        for job in self.running:
            job.stop()
            self._forget(job)


def _portions(files: Sequence[Path]) -> Iterator[list[str]]:
    """The files' names in as many parts as the platform's longest command asks for."""
    part: list[str] = []
    length = 0
    for name in map(str, files):
        if part and length + len(name) > LONGEST_COMMAND:
            yield part
            part, length = [], 0
        part.append(name)
        length += len(name) + 3
    if part:
        yield part
