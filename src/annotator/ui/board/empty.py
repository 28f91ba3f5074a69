"""What stands in place of claims while there are none to show."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from annotator.i18n import _
from annotator.ui.kit import KeyCap, Label, LinkButton, Themed
from annotator.ui.theme import Theme


class NoClaims(Themed, QWidget):
    """How a claim is made; or, where the filter leaves all out, a way out: ``cleared``."""

    cleared = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._headline = Label(theme, "", "title")
        self._hint = QWidget()
        row = QHBoxLayout(self._hint)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(
            Label(theme, _("Select a passage while reading and press"), "ui", "secondary")
        )
        row.addWidget(KeyCap(theme, "C"))
        self.clear = LinkButton(theme, _("Clear filter"), role="ui", key="0")
        self.clear.clicked.connect(self.cleared)
        self._box = QVBoxLayout(self)
        self._box.addStretch(2)
        for widget in (self._headline, self._hint, self.clear):
            self._box.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        self._box.addStretch(3)
        self.setFocusProxy(self.clear)
        self.follow(theme)

    def show_for(self, *, filtered: bool) -> None:
        """Whether there are claims that a filter leaves out."""
        self._headline.setText(_("No claim here") if filtered else _("No claims yet"))
        self._hint.setVisible(not filtered)
        self.clear.setVisible(filtered)

    def retheme(self) -> None:
        self._box.setSpacing(self.theme.px(8))
