"""The list of articles."""

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from annotator.i18n import _
from annotator.ui.shelf.article_delegate import ArticleDelegate
from annotator.ui.shelf.article_model import ROW, ArticleModel
from annotator.ui.shelf.list_view import PaneList
from annotator.ui.theme import Theme

_CHOOSING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class ArticleList(PaneList):
    """Rows to open, choose several of, and drag onto a collection.

    ``menu_wanted`` carries a place on the screen; what it is about is ``chosen_ids``.
    ``removal_wanted``: Delete was pressed; ``details_wanted``: F2.
    """

    menu_wanted = Signal(QPoint)
    removal_wanted = Signal()
    details_wanted = Signal()

    def __init__(self, theme: Theme, model: ArticleModel, parent: QWidget | None = None) -> None:
        super().__init__(_("Articles"), parent)
        self._delegate = ArticleDelegate(theme, self)
        self.setItemDelegate(self._delegate)
        self.setModel(model)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self._awaited = False
        model.modelReset.connect(self._find_current)
        model.rowsInserted.connect(self._take_new)
        self.follow(theme)

    def set_current(self, id: str) -> None:
        """The article that lies open, "" for none; it is brought into sight."""
        if id == self._delegate.current:
            return
        self._delegate.current = id
        self.viewport().update()
        self._awaited = False
        place = self.model().place(id)
        if place.isValid():
            self._go_to(place)
        elif id:
            self.clearSelection()  # or the one before would look chosen
            self._awaited = True

    def _go_to(self, place: QModelIndex) -> None:
        self.setCurrentIndex(place)
        self.scrollTo(place)

    def _take_new(self) -> None:
        """Rows have come; the one of an article just made may be among them."""
        place = self.model().place(self._delegate.current)
        if self._awaited and place.isValid():
            self._awaited = False
            self._go_to(place)

    def _find_current(self) -> None:
        place = self.model().place(self._delegate.current)
        if place.isValid():
            self.setCurrentIndex(place)

    def chosen_ids(self) -> list[str]:
        """The articles that are selected, from top to bottom."""
        rows = sorted(index.row() for index in self.selectedIndexes())
        return [self.model().row_at(row).id for row in rows]

    def resizeEvent(self, event: QResizeEvent) -> None:
        index, before = self.currentIndex(), event.oldSize().height()
        place = self.visualRect(index)
        seen = index.isValid() and place.bottom() > 0 and place.top() < before
        super().resizeEvent(event)
        if seen:
            self.scrollTo(index)  # the sections below have taken of our height

    def retheme(self) -> None:
        self._delegate.forget()
        super().retheme()

    def dataChanged(self, first: QModelIndex, last: QModelIndex, roles: object = ()) -> None:
        # The base class lays out all rows anew; that is only needed where a height changed.
        for row in range(first.row(), last.row() + 1):
            index = self.model().index(row)
            if self.visualRect(index).height() != self._delegate.height(index.data(ROW)):
                super().dataChanged(first, last, [])
                return
            self.update(index)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        keyboard = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if keyboard else self.indexAt(event.pos())
        if not index.isValid():
            return
        if not self.selectionModel().isSelected(index):
            self.setCurrentIndex(index)
        at = self.visualRect(index).center() if keyboard else event.pos()
        self.menu_wanted.emit(self.viewport().mapToGlobal(at))

    def answers(self, event: QKeyEvent) -> bool:
        one = len(self.selectedIndexes()) == 1
        return one and event.key() == Qt.Key.Key_F2 and not event.modifiers()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self.chosen_ids():
            self.removal_wanted.emit()
        elif self.answers(event):
            self.details_wanted.emit()
        else:
            super().keyPressEvent(event)

    def _click(self, index: QModelIndex) -> None:
        # With Ctrl or Shift, a click chooses rows.
        if not QGuiApplication.keyboardModifiers() & _CHOOSING:
            super()._click(index)
