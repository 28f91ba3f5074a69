"""Locked files on their way into the library: asked for their password, tried, taken in."""

from collections.abc import Callable
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from typing import Any

from annotator.errors import PasswordNeeded, UserFacingError
from annotator.i18n import _
from annotator.library import Library
from annotator.ui.desk import Desk
from annotator.ui.jobs import Jobs
from annotator.ui.messages import Messages
from annotator.ui.passwords import Passwords

Report = dict[str, Any]
LOCKED = "locked"
"""The status of a refused file that opens with a password only, in the window's reports."""
SMALL = 1_500_000
"""Bytes of a file that is read at once; a larger one is read by a child process."""


class LockedFiles:
    """Asks for the passwords of files that were refused."""

    def __init__(self, desk: Desk, passwords: Passwords, messages: Messages, jobs: Jobs) -> None:
        self._desk, self._passwords = desk, passwords
        self._messages, self._jobs = messages, jobs

    def mark(self, reports: list[Report]) -> None:
        """Tell locked files from those that were refused for good."""
        for report in reports:
            # What a child process prints of a file does not say it.
            if report["status"] == "refused" and (
                report["locked"] if "locked" in report else is_locked(Path(report["file"]))
            ):
                report["status"] = LOCKED

    def ask(
        self, library: Library, reports: list[Report], added: Callable[[Report], object]
    ) -> None:
        """Ask for the passwords of locked files; ``added`` is called with the report of one that
        was taken in after all."""
        for report in reports:
            if report["status"] == LOCKED:
                self._ask(library, report, added)

    def _ask(self, library: Library, report: Report, added: Callable[[Report], object]) -> None:
        path = Path(report["file"])
        taking = _Taking(self._desk, library, report, added, self._messages, self._jobs)
        self._passwords.ask(
            f"file:{path}", _("“{name}” is locked.").format(name=path.name),
            taking.open, partial(self._skip, path),
        )  # fmt: skip

    def _skip(self, path: Path) -> None:
        self._messages.inform(_("“{name}” was not added.").format(name=path.name))


@dataclass(frozen=True, slots=True)
class _Taking:
    """One file being taken in with its password."""

    desk: Desk
    library: Library
    report: Report
    added: Callable[[Report], object]
    messages: Messages
    jobs: Jobs

    def open(self, password: str) -> None:
        """Raises ``PasswordNeeded`` where the password is another one."""
        path = Path(self.report["file"])
        if is_small(path):
            report = self.library.add(path, password, compare=False)
            if report.locked:
                raise PasswordNeeded(report.message, wrong=True)
            self._take(asdict(report))
            return
        _try(path, password)
        job = self.jobs.import_files(self.library.path, [path], password)
        self.messages.work(_("Adding {name}…").format(name=path.name), job)
        job.failed.connect(self.messages.fail)
        job.finished.connect(lambda found: self._take_from_elsewhere(found[0], password))

    def _take_from_elsewhere(self, found: Report, password: str) -> None:
        """The child process that took it in knew the password; we have to be told."""
        if self.desk.library is self.library:
            self.desk.attempt(lambda: self._take_known(found, password), retry=False)

    def _take_known(self, found: Report, password: str) -> None:
        self.library.poll()
        if found["article"]:
            self.library.unlock(found["article"], password)
        self._take(found)

    def _take(self, found: Report) -> None:
        self.report.update(found)
        if found["article"]:
            self.added(self.report)
        else:
            self.messages.fail(found["message"])


def is_small(path: Path) -> bool:
    """Whether the file is read at once."""
    try:
        return path.is_file() and path.stat().st_size <= SMALL
    except OSError:
        return True  # the reader says what is wrong with it


def is_locked(path: Path) -> bool:
    """Whether a file opens with a password only."""
    if path.suffix.lower() != ".pdf" and not _is_pdf(path):
        return False
    try:
        _try(path, None)
    except PasswordNeeded:
        return True
    except UserFacingError:  # what else is wrong with it was said already
        return False
    return False


def _is_pdf(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return b"%PDF-" in file.read(1024)
    except OSError:
        return False


def _try(path: Path, password: str | None) -> None:
    """Raises ``PasswordNeeded`` where the password does not open the file."""
    from annotator.pdf import open_pdf
    from annotator.reading import load

    open_pdf(load(path), password).close()
