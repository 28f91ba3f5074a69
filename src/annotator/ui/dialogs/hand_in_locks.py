"""Locked PDFs among what is handed in: asked for their passwords in the sheet itself."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from annotator.i18n import _
from annotator.library import Library
from annotator.ui.dialogs.hand_in_request import Request
from annotator.ui.passwords import Passwords
from annotator.ui.theme import Theme


class Locks(QObject):
    """Asks for the passwords of articles that are locked. ``unlocked`` carries the id of one that
    is not any more, ``failed`` a sentence; ``place`` is called with the bar where it asks."""

    unlocked = Signal(str)
    failed = Signal(str)

    def __init__(
        self, theme: Theme, library: Library, place: Callable[[QWidget], object], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._open: set[str] = set()
        self.passwords = Passwords(theme, self.failed.emit, place, self)

    def ask(self, request: Request) -> bool:
        """Ask for the first password that is missing; whether one is. To be called where a request
        came to nothing: looking at all files beforehand would keep everybody waiting."""
        id = next(filter(self._is_locked, sorted(request.pdfs.intersection(request.articles))), "")
        if id:
            title = self._library.articles([id])[0].title
            self.passwords.ask(
                id, _("“{title}” is locked.").format(title=title), partial(self._unlock, id),
                partial(self._skip, title), _("Not now"),
            )  # fmt: skip
        return bool(id)

    def _is_locked(self, id: str) -> bool:
        if id in self._open:
            return False
        was_open = self._library.is_open(id)
        locked = self._library.session(id).locked
        if not was_open:
            self._library.release(id)
        if not locked:
            self._open.add(id)
        return locked

    def _unlock(self, id: str, password: str) -> None:
        """Raises ``PasswordNeeded`` where it is another."""
        self._library.unlock(id, password)
        # First: another one may follow.
        self.passwords.withdraw(id)
        self.unlocked.emit(id)

    def _skip(self, title: str) -> None:
        self.failed.emit(
            _("“{title}” is locked; it goes out with its password only.").format(title=title)
        )
