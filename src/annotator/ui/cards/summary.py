"""The words over the cards: how many, which, in what order."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from annotator.i18n import _
from annotator.ui.kit import Themed, paint
from annotator.ui.theme import Theme


class Summary(Themed, QPushButton):
    """Says what is shown; its menu changes it."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.follow(theme)

    def set_text(self, text: str) -> None:
        """The words; the tooltip has them whole."""
        self.setText(text)
        self.setToolTip(_("Order and filter of the notes"))
        self.setAccessibleName(_("{state}: order and filter").format(state=text))

    def sizeHint(self) -> QSize:
        return QSize(self.theme.px(200), self.theme.px(28))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.px(80), self.theme.px(28))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self.theme
        metrics, side = QFontMetrics(theme.font("ui")), theme.px(14)
        token = "ink" if self.underMouse() or self.isDown() else "secondary"
        room = self.width() - side - theme.px(10)
        words = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        painter.setFont(theme.font("ui"))
        painter.setPen(theme.colour(token))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter, words)
        x = metrics.horizontalAdvance(words) + theme.px(7)
        paint.icon(
            painter,
            theme,
            "chevron-down",
            token,
            QRectF(x, (self.height() - side) // 2, side, side),
        )
        if self.hasFocus():
            paint.focus_ring(painter, QRectF(self.rect()), theme, theme.px(6))
