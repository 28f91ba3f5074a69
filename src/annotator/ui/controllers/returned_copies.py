"""Copies that come back: shown change by change, and taken in."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from annotator.i18n import _
from annotator.library import Library
from annotator.ui.controllers.comparing import Comparisons
from annotator.ui.desk import Desk
from annotator.ui.messages import Messages

if TYPE_CHECKING:  # copies come back seldom, and what reads them costs the start
    from concurrent.futures import Future

    from annotator.library.returning import ReturnedChange, ReturnedCopy

Changes = Sequence["ReturnedChange"]
Copy = tuple[Library, Path]
SLOW_MS = 400
"""A comparison that takes longer is told of."""


class ReturnedCopies:
    """Lets what is different in returned copies be reviewed, one copy after the other."""

    def __init__(self, desk: Desk, messages: Messages, window: QWidget) -> None:
        self._desk, self._messages, self._window = desk, messages, window
        self._waiting: list[Copy] = []
        self._comparing: Copy | None = None
        self._sheet_is_open = False
        self._comparisons = Comparisons(window)
        self._comparisons.compared.connect(self._compared)
        self._slow = QTimer(window, interval=SLOW_MS, singleShot=True)
        self._slow.timeout.connect(self._say_that_it_takes_time)

    def review(self, library: Library, paths: Sequence[Path]) -> None:
        """Show what is different in these copies of articles of ``library``."""
        self._waiting += [(library, path) for path in paths]
        self._next()

    def stop(self) -> None:
        """Look at no more copies, for the window closes."""
        self._waiting.clear()
        self._slow.stop()
        self._comparisons.stop()

    def _next(self) -> None:
        """Compare the next copy, unless one is being looked at; ``_compared`` goes on."""
        while self._waiting and not (self._comparing or self._sheet_is_open):
            library, path = self._waiting.pop(0)
            if library is self._desk.library:
                self._comparing = library, path
                self._comparisons.start(library, path)
                self._slow.start()

    def _say_that_it_takes_time(self) -> None:
        self._messages.inform(self._sentence(), passing=False)

    def _sentence(self) -> str:
        name = self._comparing[1].name if self._comparing else ""
        return _("Looking for what is different in “{name}”…").format(name=name)

    def _compared(self, future: "Future[ReturnedCopy | None]") -> None:
        self._slow.stop()
        if self._messages.bar.text() == self._sentence():
            self._messages.bar.dismiss()
        (library, _path), self._comparing = self._comparing, None
        try:
            self._desk.attempt(lambda: self._show(library, future.result()), retry=False)
        finally:  # what went wrong with one copy keeps nobody from the next
            self._next()

    def _show(self, library: Library, copy: "ReturnedCopy | None") -> None:
        if copy is None or self._desk.library is not library:
            return
        self._desk.open_article(copy.article)
        if copy.changes:
            self._open_sheet(library, copy)
        else:
            show = _("Show") if copy.ignored else ""
            self._messages.inform(
                f"{copy.summary}.", show, lambda: self._show_ignored(library, copy)
            )

    def _show_ignored(self, library: Library, copy: "ReturnedCopy") -> None:
        if self._desk.library is library and not self._sheet_is_open:
            self._open_sheet(library, copy)

    def _open_sheet(self, library: Library, copy: "ReturnedCopy") -> None:
        from annotator.ui.dialogs.returned import ReturnedDialog

        sheet = ReturnedDialog(self._window.theme, copy, self._window)
        sheet.passage_chosen.connect(self._go)
        sheet.taken.connect(lambda chosen, left: self._take(library, chosen, left))
        sheet.ignored.connect(lambda changes: self._ignore(library, changes))
        sheet.finished.connect(self._closed)
        self._sheet_is_open = True
        sheet.open()

    def _closed(self) -> None:
        self._sheet_is_open = False
        self._next()

    def _go(self, change: "ReturnedChange") -> None:
        going, session = self._window.going, self._desk.session
        if session is None or session.id != change.article:
            going.to_article(change.article)
            session = self._desk.session
        if session is not None and session.has(change.annotation):
            going.to_annotation(change.annotation)
        elif change.start is not None:
            going.to_offset(change.start, change.place.page if change.place else 0)

    def _take(self, library: Library, chosen: Changes, left: Changes) -> None:
        if self._desk.library is library:
            self._desk.attempt(lambda: self._accept(library, chosen, left))

    def _ignore(self, library: Library, changes: Changes) -> None:
        if self._desk.library is library and not library.read_only:  # where nothing can be kept
            self._desk.attempt(lambda: library.ignore(changes))

    def _accept(self, library: Library, chosen: Changes, left: Changes) -> None:
        from annotator.ui.dialogs import returned_wording as wording

        library.accept(chosen, ignored=left)
        step = library.can_undo

        def undo() -> None:
            if library.can_undo == step:  # nothing else was done since
                self._window.editing.undo()

        self._messages.inform(wording.taken_in(len(chosen)), _("Undo"), undo)
