"""What stands in the middle while nothing is open: what to do next."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from annotator.i18n import _
from annotator.ui.kit import KeyCap, Label, LinkButton
from annotator.ui.kit.base import Themed
from annotator.ui.theme import Theme

ONE_LINE_FROM = 580
"""px at 100 % that the whole hint needs."""


class EmptyState(Themed, QWidget):
    """An invitation: for an empty library to bring an article, else to choose one.

    ``sample_requested`` and ``add_requested`` tell which was taken up.
    """

    sample_requested = Signal()
    add_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._headline = Label(theme, "", "title")
        self._link = LinkButton(theme, _("Try the sample article"), role="ui")
        self._link.clicked.connect(self._follow_link)
        self.setFocusProxy(self._link)
        self._hint = self._hint_row(theme)
        box = QVBoxLayout(self)
        box.addStretch(2)
        for widget in (self._headline, self._hint, self._link):
            box.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        box.addStretch(3)
        self._library_is_empty = True
        self.follow(theme)

    def _hint_row(self, theme: Theme) -> QWidget:
        row, keys = QWidget(), QHBoxLayout()
        self._lines = QBoxLayout(QBoxLayout.Direction.LeftToRight, row)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.addLayout(keys)
        pieces: tuple[str | KeyCap, ...] = (
            _("or press"), KeyCap(theme, "Ctrl+O"), _("or paste its text with"),
            KeyCap(theme, "Ctrl+V"),
        )  # fmt: skip
        for piece in pieces:
            is_text = isinstance(piece, str)
            keys.addWidget(Label(theme, piece, token="secondary") if is_text else piece)
        self._keys = keys
        kinds = Label(theme, _("Web pages, PDF, Markdown, plain text."), token="secondary")
        self._lines.addWidget(kinds, 0, Qt.AlignmentFlag.AlignHCenter)
        return row

    def show_for(self, library_is_empty: bool) -> None:
        """Say what fits the library."""
        self._library_is_empty = library_is_empty
        if library_is_empty:
            self._headline.setText(_("Drop a saved article here"))
            self._link.setText(_("Try the sample article"))
        else:
            self._headline.setText(_("Choose an article on the left"))
            self._link.setText(_("Add another one…"))
        self._hint.setVisible(library_is_empty)

    def _follow_link(self) -> None:
        (self.sample_requested if self._library_is_empty else self.add_requested).emit()

    def retheme(self) -> None:
        for layout in (self._lines, self._keys):
            layout.setSpacing(self.theme.px(5))
        self.layout().setSpacing(self.theme.px(8))
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide, ways = self.width() >= self.theme.px(ONE_LINE_FROM), QBoxLayout.Direction
        self._lines.setDirection(ways.LeftToRight if wide else ways.TopToBottom)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.theme.colour("paper"))
        if self._library_is_empty:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self.theme.colour("hairline"), 2, Qt.PenStyle.DashLine))
            margin = self.theme.px(28)
            inner = self.rect().adjusted(margin, margin, -margin, -margin)
            painter.drawRoundedRect(inner, self.theme.px(11), self.theme.px(11))
