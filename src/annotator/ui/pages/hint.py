"""A quiet line over the pages that says something about them."""

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from annotator.i18n import _
from annotator.ui.kit import IconButton, Label, LinkButton, Themed
from annotator.ui.theme import Theme


class Hint(Themed, QWidget):
    """Shown for an article until it is put away: ``closed`` tells that it was, ``acted`` that what
    it offers was chosen."""

    closed = Signal()
    acted = Signal()

    def __init__(
        self, theme: Theme, icon: str, action: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._name = icon
        self._icon = QLabel()
        self._text = Label(theme, "", "small", "secondary", wrap=True)
        self._action = LinkButton(theme, action, role="small")
        if not action:
            self._action.hide()  # to show it, having no parent yet, would make it a window
        self._action.clicked.connect(self.acted)
        self._close = IconButton(theme, "x", _("Close message"), size=22, token="secondary")
        self._close.clicked.connect(self._put_away)
        self._row = QHBoxLayout(self)
        for widget, stretch in (
            (self._icon, 0), (self._text, 1), (self._action, 0), (self._close, 0),
        ):  # fmt: skip
            self._row.addWidget(widget, stretch)
        # As high as its words at the width there is, and no higher.
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._put_away_for: str | None = None
        self._article: str | None = None
        self.hide()
        self.follow(theme)

    def tell(self, article: str | None, sentence: str) -> None:
        """Say this of an article; "" for nothing."""
        self._article = article if sentence else None
        self._text.setText(sentence)
        self.setAccessibleName(sentence)
        self.setVisible(bool(sentence) and self._put_away_for != article)

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
        self._icon.setPixmap(theme.pixmap(self._name, "secondary", 15))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.theme.colour("chrome"))
        line = QRectF(0, self.height() - 1, self.width(), 1)
        painter.fillRect(line, self.theme.colour("hairline"))
