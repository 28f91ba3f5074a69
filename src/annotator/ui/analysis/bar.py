"""A slim bar over the article: what the bars of this room share."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from annotator.i18n import _
from annotator.ui.kit import IconButton, Label, Themed, announce
from annotator.ui.theme import Theme


class LookBar(Themed, QWidget):
    """A head with what is shown and a cross, a second line under it, and what is not looked for
    where that is so. ``closed``: the cross, or Esc."""

    closed = Signal()

    def __init__(self, theme: Theme, name: str, key: str) -> None:
        super().__init__()
        self.theme = theme
        self.setAccessibleName(name)
        self.title = Label(theme, name, "small_strong")
        self.close_ = IconButton(theme, "x", _("Close"), key=key, size=24, token="secondary")
        self.close_.clicked.connect(self.closed)
        self._covered = 0
        self.column, self.head, self.foot = QVBoxLayout(self), QHBoxLayout(), QHBoxLayout()
        self.head.addWidget(self.title)
        self._fill()
        self.head.addWidget(self.close_)
        self.column.addLayout(self.head)
        self.column.addLayout(self.foot)
        self.limits = Label(theme, "", "small", "secondary", wrap=True)
        self.limits.hide()
        self.column.addWidget(self.limits)
        self.hide()
        self.follow(theme)

    def _fill(self) -> None:
        """Put into head and foot what this bar is for."""

    def show_limits(self, words: str) -> None:
        """What is not looked for in this article, in a sentence; "" where everything is."""
        if words and words != self.limits.text():
            announce(self, words)
        self.limits.setText(words)
        self.limits.setVisible(bool(words))

    def set_covered(self, width: int) -> None:
        """How much of its right a drawer covers, px."""
        self._covered = width
        self.retheme()

    def minimumSizeHint(self) -> QSize:
        """No wider than the article wants to be."""
        return QSize(1, super().minimumSizeHint().height())

    def retheme(self) -> None:
        px = self.theme.px
        self.column.setContentsMargins(px(14), px(5), px(8) + self._covered, px(6))
        self.column.setSpacing(px(2))
        for row in (self.head, self.foot):
            row.setSpacing(px(6))
        super().retheme()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, rect = QPainter(self), QRectF(self.rect())
        painter.fillRect(rect, self.theme.colour("chrome"))
        rect.setTop(rect.bottom() - 1)
        painter.fillRect(rect, self.theme.colour("hairline"))
