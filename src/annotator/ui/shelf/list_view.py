"""What the lists of the pane have in common: look, keys, width, height of their contents."""

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from annotator.ui.kit import Themed

PANE_SIDE = 11  # px at 100 % between the rows and the pane's edge: a scroll bar's width
OPENING_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class PaneList(Themed, QListView):
    """A list on the pane's ground. Its scroll bar stands in the pane's right margin.

    ``opened`` carries the row that was clicked, or chosen with Enter; ``left_up``: Up was pressed
    in the first row.
    """

    opened = Signal(QModelIndex)
    left_up = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.viewport().setAutoFillBackground(False)
        self.clicked.connect(self._click)

    def row_width(self) -> int:
        """How wide rows are, px: the same with and without scroll bar."""
        return self.width() - self.theme.px(PANE_SIDE)

    def contents_height(self, enough: int) -> int:
        """How high all rows are together, px; not counted on once that is ``enough``."""
        model, delegate, height = self.model(), self.itemDelegate(), 0
        for row in range(model.rowCount()):
            height += delegate.sizeHint(None, model.index(row, 0)).height()
            if height >= enough:
                return enough
        return height

    def retheme(self) -> None:
        self.verticalScrollBar().setSingleStep(self.theme.px(24))
        self.scheduleDelayedItemsLayout()

    def showEvent(self, event: QShowEvent) -> None:
        self.executeDelayedItemsLayout()  # Qt lets what was due while it was hidden be
        super().showEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.set_row_width(self.row_width())
        super().resizeEvent(event)

    def set_row_width(self, width: int) -> None:
        """Rows are painted this wide, px."""
        self.itemDelegate().width = width

    def answers(self, event: QKeyEvent) -> bool:
        """Whether a key that means something else in the window is meant for the row here."""
        return False

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and self.answers(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier
        )  # fmt: skip
        if self.state() == QAbstractItemView.State.EditingState:
            super().keyPressEvent(event)  # a line edit lets Enter through to us
        elif event.key() in OPENING_KEYS and plain and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex())
        elif event.key() == Qt.Key.Key_Up and plain and self._at_top():
            self.left_up.emit()
        else:
            super().keyPressEvent(event)

    def _at_top(self) -> bool:
        return self.currentIndex().row() <= 0

    def _click(self, index: QModelIndex) -> None:
        self.opened.emit(index)
