"""Search over everything: asks while one types, shows what was found."""

from PySide6.QtCore import QObject, QTimer, Signal

from annotator.i18n import _, ngettext
from annotator.store import Hit
from annotator.ui.kit import SearchField, announce
from annotator.ui.shelf import wording
from annotator.ui.shelf.commands import Commands
from annotator.ui.shelf.result_list import ResultList
from annotator.ui.shelf.result_model import ResultModel
from annotator.ui.theme import Theme

DELAY_MS = 120
MOST = 50
"""As many hits are shown; more are nothing to read through."""


class Finder(QObject):
    """``changed``: there are other results, or none are wanted any more. ``chosen``: a ``Hit``.
    ``left``: Esc was pressed where there was nothing to empty."""

    changed = Signal()
    chosen = Signal(object)
    left = Signal()

    def __init__(self, theme: Theme, field: SearchField, commands: Commands) -> None:
        super().__init__(field)
        self.model = ResultModel(self)
        self.list = ResultList(theme, self.model)
        self.query = ""
        self._field, self._commands = field, commands
        self._timer = QTimer(self, interval=DELAY_MS, singleShot=True)
        self._timer.timeout.connect(self.search)
        field.changed.connect(self._typed)
        field.submitted.connect(self._enter)
        field.left_down.connect(self._down)
        field.escaped.connect(self.left)
        self.list.left_up.connect(field.edit.setFocus)
        self.list.escaped.connect(self._back)
        self.list.hit_opened.connect(self.chosen)

    @property
    def found(self) -> int:
        """How many rows the results have."""
        return self.model.rowCount()

    def search(self) -> None:
        """Ask the library now."""
        self._timer.stop()
        self.query = self._field.text()
        query = self.query
        hits: list[Hit] = []
        if query:
            hits = self._commands.ask(lambda library: library.search(query, MOST + 1), hits)
        self.model.set_hits(hits[:MOST], wording.first_only(MOST) if len(hits) > MOST else "")
        self.changed.emit()
        if query:
            self._tell(len(hits))

    def words_to_find(self, hit: Hit) -> str:
        """What to look for where a hit leads."""
        return self.query if hit.annotation else wording.words_to_find(hit, self.query)

    def search_soon(self) -> None:
        """Ask again, because something was written."""
        if self.query:
            self._timer.start()

    def clear(self) -> None:
        """Search for nothing."""
        self._field.edit.clear()
        self.search()

    def _typed(self, text: str) -> None:
        if text:
            self._timer.start()
        else:
            self.search()

    def _enter(self) -> None:
        if self._field.text() != self.query or self._timer.isActive():
            self.search()
        self.list.open_first()

    def _down(self) -> None:
        if self._timer.isActive():
            self.search()
        if self.query and self.found:
            self.list.enter()
        elif not self.query:
            self.left.emit()

    def _back(self) -> None:
        self._field.edit.setFocus()
        self._field.edit.selectAll()

    def _tell(self, count: int) -> None:
        words = ngettext("{n} place found", "{n} places found", count).format(n=count)
        if count > MOST:
            words = wording.first_only(MOST)
        announce(self._field.edit, words if count else _("Nothing found"))
