"""Copies that come back: shown change by change, and taken in."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from annotator.i18n import _
from annotator.library import Library
from annotator.ui.desk import Desk
from annotator.ui.messages import Messages

if TYPE_CHECKING:  # copies come back seldom, and what reads them costs the start
    from annotator.library.returning import ReturnedChange, ReturnedCopy


class ReturnedCopies:
    """Lets what is different in returned copies be reviewed, one copy after the other."""

    def __init__(self, desk: Desk, messages: Messages, window: QWidget) -> None:
        self._desk, self._messages, self._window = desk, messages, window
        self._waiting: list[Path] = []
        self._open = False

    def review(self, library: Library, paths: Sequence[Path]) -> None:
        """Show what is different in these copies of articles of ``library``."""
        self._waiting += paths
        if not self._open:
            self._next(library)

    def _next(self, library: Library) -> None:
        self._open = False
        while self._waiting and self._desk.library is library and not self._open:
            path = self._waiting.pop(0)
            self._desk.attempt(lambda path=path: self._show(library, path), retry=False)
        if not self._open:
            self._waiting.clear()

    def _show(self, library: Library, path: Path) -> None:
        copy = library.returned(path)
        if copy is None:
            return
        self._desk.open_article(copy.article)
        if not copy.changes:
            self._messages.inform(f"{copy.summary}.")
            return
        self._open_sheet(library, copy)

    def _open_sheet(self, library: Library, copy: "ReturnedCopy") -> None:
        from annotator.ui.dialogs.returned import ReturnedDialog

        sheet = ReturnedDialog(self._window.theme, copy, self._window)
        sheet.passage_chosen.connect(self._go)
        sheet.taken.connect(lambda chosen: self._take(library, chosen))
        sheet.finished.connect(lambda _result: self._next(library))
        self._open = True
        sheet.open()

    def _go(self, change: "ReturnedChange") -> None:
        going, session = self._window.going, self._desk.session
        if session is None or session.id != change.article:
            going.to_article(change.article)
            session = self._desk.session
        if session is not None and session.has(change.annotation):
            going.to_annotation(change.annotation)
        elif change.start is not None:
            going.to_offset(change.start, change.place.page if change.place else 0)

    def _take(self, library: Library, chosen: Sequence["ReturnedChange"]) -> None:
        if self._desk.library is library:
            self._desk.attempt(lambda: self._accept(library, chosen))

    def _accept(self, library: Library, chosen: Sequence["ReturnedChange"]) -> None:
        from annotator.ui.dialogs import returned_wording as wording

        library.accept(chosen)
        step = library.can_undo

        def undo() -> None:
            if library.can_undo == step:  # nothing else was done since
                self._window.editing.undo()

        self._messages.inform(wording.taken_in(len(chosen)), _("Undo"), undo)
