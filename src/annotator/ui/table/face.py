"""A face of the window that shows rows: its ear for changes, its keys and its menu."""

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu, QWidget

from annotator.events import Changes
from annotator.library import Library
from annotator.ui.table.page import TablePage
from annotator.ui.table.state import TableState


class TableFace(QObject):
    """``seen``: tables of the library whose rows the face shows something of; ``menu``: the
    window's menu of what can be done with a row."""

    seen: tuple[str, ...] = ()
    menu = ""
    state: TableState
    centre: TablePage

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window, self._stale = window, False

    def views(self) -> list[QWidget]:
        """The widgets in which the face's keys act, as far as they are made."""
        return [self.centre.table, self.centre.empty.clear]

    def set_library(self, library: Library | None) -> None:
        """Another library is open, or none."""
        self.state.set_library(library)

    def apply(self, changes: Changes) -> None:
        """Show what a change touched, at once if the face is in sight."""
        if not changes.touches(*self.seen):
            return
        if self.centre.isVisible():
            self.refresh(changes)
        else:
            self._stale = True

    def refresh(self, changes: Changes) -> None:
        """Show a change that touched what is in sight."""
        self.state.refresh()

    def entered(self) -> None:
        """It came to the front."""
        if self._stale:
            self._stale = False
            self.state.refresh()

    def in_short(self) -> str:
        """What it counts, for the line at the window's foot."""
        return self.centre.in_short()

    def filter(self) -> None:
        """Type words to look for."""
        self.centre.filters.words.edit.setFocus()
        self.centre.filters.words.edit.selectAll()

    def show_menu(self, at: QPoint) -> None:
        """The window's menu of what can be done, at a place on the screen."""
        menu: QMenu = self._window.actions_.menu(self.menu, self._window)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)
