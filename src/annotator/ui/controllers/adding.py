"""Saved articles into the library: one at once, several by a child process, with a report."""

from dataclasses import asdict
from pathlib import Path

from PySide6.QtWidgets import QWidget

from annotator.i18n import _, ngettext
from annotator.library import ImportReport, Library
from annotator.library.arguments import is_library
from annotator.ui.controllers.locked_files import LOCKED, LockedFiles, Report, is_small
from annotator.ui.controllers.returned_copies import ReturnedCopies
from annotator.ui.desk import Desk
from annotator.ui.jobs import Jobs
from annotator.ui.messages import Messages
from annotator.ui.passwords import Passwords


class Adding:
    """Brings files in and says what became of them."""

    def __init__(
        self, desk: Desk, messages: Messages, passwords: Passwords, window: QWidget
    ) -> None:
        self._desk, self._messages, self._window = desk, messages, window
        self.jobs = Jobs(window)
        self._locked = LockedFiles(desk, passwords, messages, self.jobs)
        self._returned = ReturnedCopies(desk, messages, window)
        desk.library_opened.connect(lambda _library: passwords.withdraw())

    def add(self, paths: list[Path]) -> None:
        """Add saved articles; a library among the paths is opened instead."""
        libraries = [path for path in paths if is_library(path)]
        files = [path for path in paths if path not in libraries]
        if libraries:
            self._desk.open_library(libraries[-1], create=True)
        library = self._desk.library
        if not files or library is None:
            return
        if len(files) == 1 and is_small(files[0]):
            self._desk.attempt(
                lambda: self._tell_one(library, library.add(files[0], compare=False))
            )
        else:
            self._add_many(library, files)

    def _tell_one(self, library: Library, report: ImportReport) -> None:
        if report.status == "refused":
            self._tell_refused(library, asdict(report))
            return
        if report.returned:
            self._returned.review(library, [Path(report.file)])
            return
        if report.status == "already":
            self._messages.inform(
                _("“{title}” is already in this library.").format(title=report.title)
            )
        self._desk.open_article(report.article)

    def _tell_refused(self, library: Library, report: Report) -> None:
        self._locked.mark([report])
        if report["status"] == LOCKED:
            self._ask(library, [report])
        else:
            self._messages.fail(report["message"])

    def _tell_added(self, report: Report) -> None:
        """A file that was locked has been taken in."""
        id, already = report["article"], report["status"] == "already"
        if came_back(report) and self._desk.library is not None:
            self._returned.review(self._desk.library, [Path(report["file"])])
            return
        sentence = (
            _("“{title}” is already in this library.") if already else _("“{title}” was added.")
        )
        self._messages.inform(
            sentence.format(title=report["title"]), _("Open"), lambda: self._desk.open_article(id)
        )
        if self._desk.session is None:
            self._desk.open_article(id)

    def _add_many(self, library: Library, files: list[Path]) -> None:
        job = self.jobs.import_files(library.path, files)
        count = ngettext("{n} file", "{n} files", len(files)).format(n=len(files))
        self._messages.work(_("Adding {count}…").format(count=count), job)
        job.finished.connect(lambda reports: self._tell_many(library, reports))
        job.failed.connect(self._messages.fail)
        job.cancelled.connect(self._stopped)

    def _stopped(self) -> None:
        self._look()
        self._messages.inform(_("Stopped; what was added so far is in the library."))

    def _look(self) -> None:
        if self._desk.library is not None:
            self._desk.attempt(self._desk.library.poll, retry=False)

    def _tell_many(self, library: Library, reports: list[Report]) -> None:
        self._look()
        if len(reports) == 1 and not reports[0]["article"]:
            self._tell_refused(library, reports[0])
            return
        copies = [Path(report["file"]) for report in reports if came_back(report)]
        if len(copies) < len(reports) or not reports:
            self._tell_summary(reports)
        self._ask(library, reports)
        if copies and self._desk.library is library:
            self._returned.review(library, copies)

    def _tell_summary(self, reports: list[Report]) -> None:
        self._locked.mark(reports)
        self._messages.inform(
            summary(reports), _("Show") if reports else "",
            lambda: self._show_report(reports), passing=not reports,
        )  # fmt: skip
        taken = [report for report in reports if report["article"]]
        if taken and self._desk.session is None:
            self._desk.open_article(taken[0]["article"])

    def _ask(self, library: Library, reports: list[Report]) -> None:
        if self._desk.library is library:  # no other one was opened meanwhile
            self._locked.ask(library, reports, self._tell_added)

    def _show_report(self, reports: list[Report]) -> None:
        from annotator.ui.dialogs.import_report import ImportReportDialog

        dialog = ImportReportDialog(self._window.theme, reports, self._window)
        dialog.article_chosen.connect(self._desk.open_article)
        dialog.open()

    def may_close(self) -> bool:
        """Stop what still runs, for the window is about to close."""
        self.jobs.stop_all()
        self._returned.stop()
        return True


def came_back(report: Report) -> bool:
    """Whether the file is a copy of an article that was exported here."""
    # What a child process prints of a file says it by its message.
    return report.get("returned") or (report["status"] == "already" and bool(report["message"]))


def summary(reports: list[Report]) -> str:
    """“12 articles added, 2 already here, 1 refused: scan.tiff is a picture.”"""
    if not reports:
        return _("There was nothing to add.")
    added, already, locked, refused = (
        [report for report in reports if report["status"] == status]
        for status in ("imported", "already", LOCKED, "refused")
    )
    parts = [
        ngettext("{n} article added", "{n} articles added", len(added))
        if added
        else _("Nothing added"),
        ngettext("{n} already here", "{n} already here", len(already)) if already else "",
        ngettext("{n} locked", "{n} locked", len(locked)) if locked else "",
        ngettext("{n} refused", "{n} refused", len(refused)) if refused else "",
    ]
    numbers = (len(added), len(already), len(locked), len(refused))
    line = ", ".join(text.format(n=n) for text, n in zip(parts, numbers, strict=True) if text)
    if len(refused) == 1:
        return _("{what}: {reason}").format(what=line, reason=refused[0]["message"])
    return _("{what}.").format(what=line)
