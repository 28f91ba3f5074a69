"""What stands in the middle while nothing is open: what to do next."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from annotator.i18n import _
from annotator.ui.kit import KeyCap, Label, LinkButton
from annotator.ui.kit.base import Themed
from annotator.ui.theme import Theme


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
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        pieces: tuple[str | KeyCap, ...] = (
            _("or press"), KeyCap(theme, "Ctrl+O"), _("or paste its text with"),
            KeyCap(theme, "Ctrl+V"), _("Web pages, Markdown, plain text."),
        )  # fmt: skip
        for piece in pieces:
            is_text = isinstance(piece, str)
            layout.addWidget(Label(theme, piece, token="secondary") if is_text else piece)
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
        self._hint.layout().setSpacing(self.theme.px(5))
        self.layout().setSpacing(self.theme.px(8))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.theme.colour("paper"))
        if self._library_is_empty:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self.theme.colour("hairline"), 2, Qt.PenStyle.DashLine))
            margin = self.theme.px(28)
            inner = self.rect().adjusted(margin, margin, -margin, -margin)
            painter.drawRoundedRect(inner, self.theme.px(11), self.theme.px(11))
