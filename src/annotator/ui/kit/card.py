"""A card's frame: paper with a hairline, accented when it is the current one."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QWidget

from annotator.ui.kit import paint
from annotator.ui.kit.base import Themed
from annotator.ui.theme import Theme


class CardFrame(Themed, QFrame):
    """Holds what is put on it; ``set_current`` accents its border."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._current = False
        self.follow(theme)

    def set_current(self, current: bool) -> None:
        """Whether it is the one at work."""
        if current != self._current:
            self._current = current
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, current = self.theme, self._current
        border = theme.colour("accent" if current or self.hasFocus() else "hairline")
        width = 2.0 if current or self.hasFocus() else 1.0
        rect = QRectF(self.rect())
        paint.rounded(QPainter(self), rect, theme.px(10), theme.colour("card"), border, width)
