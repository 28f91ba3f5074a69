"""The list of collections, outline and tags."""

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QWidget

from annotator.i18n import _
from annotator.ui.shelf.article_model import dragged_articles
from annotator.ui.shelf.list_view import PaneList
from annotator.ui.shelf.section_delegate import SectionDelegate
from annotator.ui.shelf.section_model import Entry, SectionModel
from annotator.ui.theme import Theme

RENAME = Qt.Key.Key_F2


class SectionList(PaneList):
    """Click or Enter chooses; a heading of a section folds it, as Left and Right do; F2 renames a
    collection.

    ``chosen``: an ``Entry``. ``menu_wanted``: a place on the screen and the collection's id.
    ``articles_dropped``: the collection's id and the articles' ids. ``folded``: some section was.
    """

    chosen = Signal(object)
    menu_wanted = Signal(QPoint, str)
    articles_dropped = Signal(str, list)
    folded = Signal()

    def __init__(self, theme: Theme, model: SectionModel, parent: QWidget | None = None) -> None:
        super().__init__(_("Collections, outline and tags"), parent)
        self._delegate = SectionDelegate(theme, model, self)
        self.setItemDelegate(self._delegate)
        self.setModel(model)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setAcceptDrops(True)
        self._kept = ("", "")
        model.modelAboutToBeReset.connect(self._keep_place)
        model.modelReset.connect(self._find_place)
        self._delegate.closeEditor.connect(self._end_draft, Qt.ConnectionType.QueuedConnection)
        self.opened.connect(self._open)
        self.follow(theme)

    # Names

    def begin_new(self) -> None:
        """Have the user type the name of a new collection."""
        self._edit(self.model().begin_draft())

    def rename(self, id: str) -> None:
        """Have the user type another name for a collection."""
        self._fold("collections", False)
        self._edit(self.model().find("collection", id))

    def _edit(self, index: QModelIndex) -> None:
        if index.isValid():
            self.scrollTo(index)
            self.setCurrentIndex(index)
            self.edit(index)

    def _end_draft(self) -> None:
        self.model().drop_draft()

    # Sections

    def focus_section(self, section: str) -> None:
        """Go to the current entry of a section, else to its first one."""
        self._fold(section, False)
        start = self.model().find("section", section)
        if not start.isValid():
            return
        rows = range(start.row() + 1, self.model().rowCount())
        own = [row for row in rows if self.model().entry(row).kind == "heading"]
        now = [row for row in own if self.model().entry(row).current] or own
        index = self.model().index(now[0]) if now else start
        self.setCurrentIndex(index)
        self.scrollTo(index)
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def follow_heading(self, number: int) -> None:
        """Bring a heading into sight, unless somebody is at work here."""
        index = self.model().find("heading", str(number))
        if index.isValid() and not (self.hasFocus() or self.underMouse()):
            self.scrollTo(index)

    def _fold(self, section: str, folded: bool) -> None:
        if (section in self.model().folded) != folded:
            self.model().fold(section, folded)
            self.folded.emit()

    def _open(self, index: QModelIndex) -> None:
        entry = self.model().entry(index.row())
        if entry.kind == "section":
            self._fold(entry.key, entry.key not in self.model().folded)
        elif entry.key:
            self.chosen.emit(entry)

    def answers(self, event: QKeyEvent) -> bool:
        entry = self._current()
        named = entry is not None and entry.kind == "collection" and bool(entry.key)
        return named and event.key() == RENAME and not event.modifiers()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        entry = self._current()
        side = event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right)
        if entry and entry.kind == "section" and side:
            self._fold(entry.key, event.key() == Qt.Key.Key_Left)
        elif entry and self.answers(event):
            self.rename(entry.key)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        keyboard = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if keyboard else self.indexAt(event.pos())
        entry = self.model().entry(index.row()) if index.isValid() else None
        if entry and entry.kind == "collection" and entry.key:
            self.setCurrentIndex(index)
            at = self.visualRect(index).center() if keyboard else event.pos()
            self.menu_wanted.emit(self.viewport().mapToGlobal(at), entry.key)

    def _current(self) -> Entry | None:
        index = self.currentIndex()
        return self.model().entry(index.row()) if index.isValid() else None

    def _keep_place(self) -> None:
        entry = self._current()
        self._kept = (entry.kind, entry.key) if entry else ("", "")

    def _find_place(self) -> None:
        index = self.model().find(*self._kept)
        if index.isValid():
            self.setCurrentIndex(index)

    # Articles dragged here

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dragged_articles(event.mimeData()):
            event.acceptProposedAction()
        else:
            event.ignore()  # files are the pane's

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        target = self._target(event)
        self._set_target(target)
        event.setAccepted(bool(target))

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._set_target("")

    def dropEvent(self, event: QDropEvent) -> None:
        target, ids = self._target(event), dragged_articles(event.mimeData())
        self._set_target("")
        event.setAccepted(bool(target))
        if target:
            self.articles_dropped.emit(target, ids)

    def _target(self, event: QDropEvent) -> str:
        index = self.indexAt(event.position().toPoint())
        entry = self.model().entry(index.row()) if index.isValid() else None
        return entry.key if entry and entry.kind == "collection" else ""

    def _set_target(self, id: str) -> None:
        self._delegate.target = id
        self.viewport().update()
