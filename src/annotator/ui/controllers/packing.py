"""Packs: what a teacher or an editor hands out, and what comes of taking one in."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from annotator.i18n import _
from annotator.ui.actions import Handler

if TYPE_CHECKING:
    from annotator.ui.window import MainWindow

SUFFIX = ".annotator-pack"
FOLDER = "folder.pack"


class Packing:
    """Handing out by a sheet, taking in by a file dialog or a drop; both work outside the window's
    process."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window

    def handlers(self) -> Mapping[str, Handler]:
        """The commands' ids and what they do."""
        return {"file.pack_out": self.hand_out, "file.pack_in": self.choose}

    def hand_out(self) -> None:
        """Ask what goes into a pack, and write it."""
        from annotator.ui.dialogs.pack import PackDialog

        window = self._window
        if window.desk.library is None or not window.boarding.commit():
            return
        session = window.desk.session
        dialog = PackDialog(
            window.theme, window.desk.library, session.id if session else "",
            window.preferences, window.adding.jobs, window,
        )  # fmt: skip
        dialog.rules_wanted.connect(window.judging.rules)
        dialog.open()

    def choose(self) -> None:
        """Ask for a pack's file and take it in."""
        preferences = self._window.preferences
        folder = str(preferences.get(FOLDER, str(Path.home())))
        kinds = f"{_('Packs')} (*{SUFFIX});;{_('All files')} (*)"
        name, _filter = QFileDialog.getOpenFileName(
            self._window, _("Take in a pack"), folder, kinds
        )
        if name:
            preferences.set(FOLDER, str(Path(name).parent))
            self.take_in([Path(name)])

    def without_packs(self, paths: list[Path]) -> list[Path]:
        """Take the packs among files in; the other files."""
        packs = [path for path in paths if path.suffix.lower() == SUFFIX]
        if packs:
            self.take_in(packs)
        return [path for path in paths if path not in packs]

    def take_in(self, packs: list[Path]) -> None:
        """Take packs in, one after the other; what is here already stays."""
        window, library = self._window, self._window.desk.library
        if library is None:
            return
        first, rest = packs[0], packs[1:]
        job = window.adding.jobs.start(["pack", "apply", "--", str(library.path), str(first)])
        window.messages.work(_("Taking {name} in…").format(name=first.name), job)
        job.finished.connect(lambda said: self._done(said, job.notices, rest))
        job.failed.connect(window.messages.fail)

    def _done(self, said: list[str], notices: list[str], rest: list[Path]) -> None:
        window = self._window
        library = window.desk.library
        if library is not None:
            window.desk.attempt(library.poll, retry=False)
        sentence = " ".join([*said, *notices])
        if notices:
            window.messages.fail(sentence)
        else:
            window.messages.inform(sentence, _("What is asked for"), window.judging.rules)
        if rest:
            self.take_in(rest)
