"""What one can do with pages that hold no text."""

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from annotator.i18n import _
from annotator.model import Article
from annotator.ui.kit import IconButton, Label, Themed
from annotator.ui.theme import Theme


class ScanHint(Themed, QWidget):
    """A quiet line over the pages, shown for scans until it is put away. ``closed``: it was."""

    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = QLabel()
        self._text = Label(theme, "", "small", "secondary", wrap=True)
        self._close = IconButton(theme, "x", _("Close message"), size=22, token="secondary")
        self._close.clicked.connect(self._put_away)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._icon)
        self._row.addWidget(self._text, 1)
        self._row.addWidget(self._close)
        # As high as its words at the width there is, and no higher.
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._put_away_for: str | None = None
        self._article: str | None = None
        self.hide()
        self.follow(theme)

    def show_for(self, article: Article | None, key: str) -> None:
        """Another article, or none. ``key`` is what draws an area now (``A``), as this platform
        writes it; "" where none does."""
        if article is None or not article.is_scan:
            self._article = None
            self.hide()
            return
        self._article = article.id
        press = _("No text on these pages: they are pictures. Press {key}, or draw with Alt held, "
                  "to mark an area.")  # fmt: skip
        draw = _("No text on these pages: they are pictures. Draw with Alt held to mark an area.")
        sentence = press.format(key=key) if key else draw
        self._text.setText(sentence)
        self.setAccessibleName(sentence)
        self.setVisible(self._put_away_for != article.id)

    def text(self) -> str:
        """What it says, "" while it is hidden."""
        return "" if self.isHidden() else self._text.text()

    def _put_away(self) -> None:
        self._put_away_for = self._article
        self.hide()
        self.closed.emit()

    def retheme(self) -> None:
        theme = self.theme
        self._row.setContentsMargins(theme.px(14), theme.px(5), theme.px(8), theme.px(5))
        self._row.setSpacing(theme.px(9))
        self._icon.setPixmap(theme.pixmap("image", "secondary", 15))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.theme.colour("chrome"))
        line = QRectF(0, self.height() - 1, self.width(), 1)
        painter.fillRect(line, self.theme.colour("hairline"))
