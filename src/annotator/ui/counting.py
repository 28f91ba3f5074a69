"""What is counted in the window: soon after an edit, but once for a run of them."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from annotator.events import Changes, merged
from annotator.i18n import _
from annotator.library import ArticleSession
from annotator.model import AnchorState
from annotator.ui.faces import READ

if TYPE_CHECKING:
    from annotator.ui.window import MainWindow

COUNTS_MS = 150
"""How long counts may lag behind an edit."""


class Counting(QObject):
    """The left pane's rows and the line at the foot. ``name`` shows the open article's title."""

    def __init__(self, window: "MainWindow", name: Callable[[ArticleSession | None], None]) -> None:
        super().__init__(window)
        self._window, self._name = window, name
        self._waiting: list[Changes] = []
        self._rest = QTimer(self, interval=COUNTS_MS, singleShot=True)
        self._rest.timeout.connect(self.now)

    def hear(self, changes: Changes) -> None:
        """Something was written: count when edits rest."""
        self._waiting.append(changes)
        self._rest.start()

    def now(self) -> None:
        """Count what is waiting, and show it."""
        window = self._window
        if window.desk.library is None:  # the window is closing
            self._waiting.clear()
        if self._waiting:
            changes = merged(self._waiting)
            self._waiting.clear()
            window.left.apply(changes)
            if changes.touches("articles") and window.desk.library:
                session = window.desk.session
                self._name(session)
                window.centre.show_article(session is not None, not window.left.has_articles())
            window.status.set_file(window.desk.library.path.name, _("saved"))
        self.show()

    def show(self) -> None:
        """Show what is counted on the face in front."""
        faces = self._window.faces
        if faces.current == READ:
            self._show_counts(self._window.desk.session)
        else:
            self._window.status.set_counted(faces.face(faces.current).in_short())

    def _show_counts(self, session: ArticleSession | None) -> None:
        status = self._window.status
        if session is None:
            status.set_counts(None)
            return
        notes = session.annotations()
        claims = {c.id: c.status for note in notes if note.claims for c in note.claims}
        checked = sum(status == "checked" for status in claims.values())
        status.set_counts(len(notes), len(claims), checked)
        states = [anchor.state for anchor in session.anchors().values()]
        moved = states.count(AnchorState.MOVED) + states.count(AnchorState.CHANGED)
        if notes:
            status.set_places(
                moved, states.count(AnchorState.LOST), states.count(AnchorState.AMBIGUOUS)
            )
