"""What stands in place of rows while there are none to show."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from annotator.i18n import _
from annotator.ui.kit import KeyCap, Label, LinkButton, Themed
from annotator.ui.theme import Theme


class NothingHere(Themed, QWidget):
    """How a first row is made, with a ``key``; or, where the filter leaves all out, a ``way_out``:
    ``cleared``."""

    cleared = Signal()

    def __init__(
        self, theme: Theme, none_yet: str, none_here: str, *, key: str, way_out: str
    ) -> None:
        """``none_yet``, ``none_here``: what is said of no row at all, and of none that fits."""
        super().__init__()
        self._none_yet, self._none_here = none_yet, none_here
        self._headline = Label(theme, "", "title")
        self._hint = _made_by(theme, key)
        self.clear = LinkButton(theme, way_out, role="ui", key="0")
        self.clear.clicked.connect(self.cleared)
        self._box = QVBoxLayout(self)
        self._box.addStretch(2)
        for widget in (self._headline, self._hint, self.clear):
            self._box.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        self._box.addStretch(3)
        self.setFocusProxy(self.clear)
        self.follow(theme)

    def show_for(self, *, filtered: bool) -> None:
        """Whether there are rows that a filter leaves out."""
        self._headline.setText(self._none_here if filtered else self._none_yet)
        self._hint.setVisible(not filtered)
        self.clear.setVisible(filtered)

    def retheme(self) -> None:
        self._box.setSpacing(self.theme.px(8))


def _made_by(theme: Theme, key: str) -> QWidget:
    hint = QWidget()
    row = QHBoxLayout(hint)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(Label(theme, _("Select a passage while reading and press"), "ui", "secondary"))
    row.addWidget(KeyCap(theme, key))
    return hint
