"""A field for a small number."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QIntValidator, QKeyEvent
from PySide6.QtWidgets import QLineEdit

MOST = 99


class NumberField(QLineEdit):
    """A number from 0 to 99; 0 shows as an empty field. ↑ and ↓ count."""

    def __init__(self, value: int, name: str, empty: str) -> None:
        """``name``: for screen readers; ``empty``: what stands there for 0."""
        super().__init__()
        self.setValidator(QIntValidator(0, MOST, self))
        self.setMaxLength(2)
        self.setAccessibleName(name)
        self.setPlaceholderText(empty)
        self.set_value(value)

    def value(self) -> int:
        """The number."""
        text = self.text().strip()
        return int(text) if text.isdecimal() else 0

    def set_value(self, value: int) -> None:
        """Show another number."""
        self.setText(str(value) if value else "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(event.key(), 0)
        if step:
            self.set_value(min(MOST, max(0, self.value() + step)))
        else:
            super().keyPressEvent(event)
