"""Pages pushed about by hand: with the middle button, or with Space held where they are wider than
there is room."""

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QNativeGestureEvent
from PySide6.QtWidgets import QWidget

from annotator.ui.pages.selecting import SelectedPages
from annotator.ui.theme import Theme


class PannedPages(SelectedPages):
    """``zoomed`` (factor): a pinch, or the wheel, asks for larger or smaller pages."""

    zoomed = Signal(float)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self._panned_from: QPointF | None = None
        self._space_held = self._space_used = False
        super().__init__(theme, parent)

    @property
    def panning(self) -> bool:
        """Whether the mouse pushes the pages, or is about to."""
        return self._panned_from is not None or self._space_held

    @property
    def is_wide(self) -> bool:
        """Whether the pages are wider than there is room."""
        return self.horizontalScrollBar().maximum() > 0

    def mousePressEvent(self, event: QMouseEvent) -> None:
        middle = event.button() == Qt.MouseButton.MiddleButton
        if self.session is not None and (middle or self._space_held):
            self._panned_from, self._space_used = event.position(), True
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        else:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._panned_from is None:
            super().mouseMoveEvent(event)
            return
        by, self._panned_from = event.position() - self._panned_from, event.position()
        for bar, step in (
            (self.horizontalScrollBar(), by.x()), (self.verticalScrollBar(), by.y()),
        ):  # fmt: skip
            bar.setValue(bar.value() - round(step))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._panned_from is None:
            super().mouseReleaseEvent(event)
            return
        self._panned_from = None
        shape = Qt.CursorShape.OpenHandCursor if self._space_held else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    def hold_space(self, event: QKeyEvent) -> bool:
        """Space went down; whether it is held to push the pages. It goes on a screen when it is let
        go of and nothing was pushed."""
        if not self.is_wide or event.modifiers():
            return False
        if not event.isAutoRepeat():
            self._space_held, self._space_used = True, False
            self.viewport().setCursor(Qt.CursorShape.OpenHandCursor)
        return True

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Space or not self._space_held or event.isAutoRepeat():
            super().keyReleaseEvent(event)
            return
        self._space_held = False
        if self._panned_from is None:
            self.viewport().setCursor(Qt.CursorShape.ArrowCursor)
        if not self._space_used:
            self.go_screen(1)

    def go_screen(self, step: int) -> None:
        """Scroll by a whole screen on (1) or back (-1), but for a few lines."""
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + step * round(bar.pageStep() * 0.9))

    def viewportEvent(self, event: QEvent) -> bool:
        pinch = Qt.NativeGestureType.ZoomNativeGesture
        if isinstance(event, QNativeGestureEvent) and event.gestureType() == pinch:
            self.zoom_at(event.position())
            self.zoomed.emit(max(0.2, 1.0 + event.value()))
            return True
        return super().viewportEvent(event)
