"""What lies open: the library, the article, and the wire on which every change is told.

Widgets never tell each other of a change. They edit through the session; the change comes back
from the library and the window hands it to all of them.
"""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from annotator.errors import InvalidValue, UserFacingError
from annotator.events import Changes
from annotator.library import ArticleSession, Library, Preferences
from annotator.library.garbage import garbage_left_alone

POLL_MS = 1_000
IDLE_MS = 20_000
RECENT = 8
PATIENCE_S = 0.4
"""A window that waits longer for a busy library looks frozen; it says so and offers another try."""


class Desk(QObject):
    """The open library and article.

    ``library_opened`` carries the ``Library``, ``article_opened`` an ``ArticleSession`` or None,
    ``changed`` a ``Changes``, ``failed`` a sentence and a callable that tries again (or None),
    ``current_changed`` the id of the mark that is now current, "" for none. ``leaving``: the open
    article is about to be put away.
    """

    library_opened = Signal(object)
    article_opened = Signal(object)
    changed = Signal(object)
    failed = Signal(str, object)
    current_changed = Signal(str)
    leaving = Signal()

    def __init__(self, preferences: Preferences, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.preferences = preferences
        self.library: Library | None = None
        self.session: ArticleSession | None = None
        self.current = ""
        self._unsubscribe: Callable[[], None] | None = None
        self._poll = QTimer(self, interval=POLL_MS)
        self._poll.timeout.connect(self._look_for_others)
        self._idle = QTimer(self, interval=IDLE_MS, singleShot=True)
        self._idle.timeout.connect(self._tidy)

    def attempt(self, action: Callable[[], object], retry: bool = True) -> bool:
        """Do something that may fail for the world's reasons; whether it did not. What was refused
        for what it is would be refused again."""
        try:
            action()
        except InvalidValue as error:
            self.failed.emit(str(error), None)
            return False
        except UserFacingError as error:
            self.failed.emit(str(error), (lambda: self.attempt(action)) if retry else None)
            return False
        return True

    # Libraries

    def open_library(self, path: Path, create: bool = False) -> bool:
        """Open another library; the one before stays where this fails."""
        return self.attempt(lambda: self._open(Library.open(path, create, self.preferences)))

    def _open(self, library: Library) -> None:
        self.close()
        self.library = library
        library.store.wait_at_most(PATIENCE_S)
        self._unsubscribe = library.subscribe(self._on_change)
        self._remember(library.path)
        self._poll.start()
        self.library_opened.emit(library)

    def _remember(self, path: Path) -> None:
        shown = str(path.resolve())
        self.preferences.set("library", shown)
        recent = [shown, *(p for p in self.preferences.get("recent", []) if p != shown)]
        self.preferences.set("recent", recent[:RECENT])

    def recent(self) -> list[Path]:
        """The libraries opened last, this one first; those that are gone left out."""
        paths = [Path(path) for path in self.preferences.get("recent", [])]
        return [path for path in paths if path.exists()]

    def close(self) -> None:
        """Close the article and the library."""
        self.open_article(None)
        self._poll.stop()
        self._idle.stop()
        if self._unsubscribe:
            self._unsubscribe()
            self._unsubscribe = None
        if self.library:
            library, self.library = self.library, None
            self.attempt(library.close, retry=False)

    # Articles

    def open_article(self, article_id: str | None) -> None:
        """Open an article, or none."""
        before = self.session.id if self.session else None
        if article_id == before:
            return
        if before:
            self.leaving.emit()
        if article_id is None or self.library is None:
            self._show(None)
        else:
            library = self.library
            with garbage_left_alone():
                self.attempt(lambda: self._show(library.session(article_id)), retry=False)
        if before and self.library and (self.session is None or self.session.id != before):
            self.library.release(before)

    def _show(self, session: ArticleSession | None) -> None:
        self.set_current("")
        self.session = session
        self.article_opened.emit(session)

    def set_current(self, annotation_id: str) -> None:
        """Make a mark the current one; "" for none."""
        known = bool(self.session and annotation_id and self.session.has(annotation_id))
        annotation_id = annotation_id if known else ""
        if annotation_id != self.current:
            self.current = annotation_id
            self.current_changed.emit(annotation_id)

    # Changes

    def _on_change(self, changes: Changes) -> None:
        self._idle.start()
        if self.session and self.library and not self._still_there():
            self._show(None)
        if self.session and self.current and not self.session.has(self.current):
            self.set_current("")
        self.changed.emit(changes)

    def _still_there(self) -> bool:
        return self.session is not None and bool(
            self.library and self.library.is_open(self.session.id)
        )

    def _look_for_others(self) -> None:
        if self.library:
            self.attempt(self.library.poll, retry=False)

    def _tidy(self) -> None:
        if self.library:
            self.attempt(self.library.store.checkpoint, retry=False)
