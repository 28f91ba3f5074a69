"""How far something is, as a thin line."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotator.ui.kit import paint
from annotator.ui.kit.base import Themed
from annotator.ui.theme import Theme


def line(painter: QPainter, theme: Theme, rect: QRectF, share: float, token: str = "good") -> None:
    """The line itself, for views that paint their rows; ``share`` is 0 to 1."""
    radius = rect.height() / 2
    paint.rounded(painter, rect, radius, theme.colour("hairline"))
    done = QRectF(rect)
    done.setWidth(rect.width() * min(1.0, max(0.0, share)))
    if done.width() > 0:
        paint.rounded(painter, done, radius, theme.colour(token))


class ProgressLine(Themed, QWidget):
    """``share`` of 1 done, 3 px high unless told otherwise."""

    def __init__(
        self,
        theme: Theme,
        share: float = 0.0,
        name: str = "",
        *,
        height: float = 3,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._share, self._height = share, height
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.follow(theme)

    def set_share(self, share: float) -> None:
        """How much is done, 0 to 1."""
        self._share = share
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self.theme.px(80), self.theme.px(self._height))

    def paintEvent(self, event: QPaintEvent) -> None:
        line(QPainter(self), self.theme, QRectF(self.rect()), self._share)
