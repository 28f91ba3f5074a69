"""A drop-down whose keys may wander before anything is made of where they stop."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox


class SettlingBox(QComboBox):
    """Keys and the wheel step from one value to the next while the list is closed; only the value
    that is stopped at was chosen.

    ``settled``: chosen in the list, or with Enter. ``left``: another value stood there when the
    focus went elsewhere.
    """

    settled = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.wandering = False
        self._stepping = False
        self.activated.connect(self._activated)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.wandering and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._settle()
            return
        self._stepping = True
        super().keyPressEvent(event)
        self._stepping = False

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._stepping = True
        super().wheelEvent(event)
        self._stepping = False

    def showPopup(self) -> None:
        self._stepping = False  # a key opened it: what is chosen in the list is chosen
        super().showPopup()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self.wandering and event.reason() != Qt.FocusReason.PopupFocusReason:
            self.wandering = False
            self.left.emit()

    def _activated(self) -> None:
        if self._stepping:
            self.wandering = True
        else:
            self._settle()

    def _settle(self) -> None:
        self.wandering = False
        self.settled.emit()
