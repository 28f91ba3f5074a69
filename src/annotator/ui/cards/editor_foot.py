"""The foot of an editor: a link that ends the writing, and the key that does."""

from PySide6.QtWidgets import QHBoxLayout

from annotator.i18n import _
from annotator.ui.kit import KeyCap, LinkButton
from annotator.ui.theme import Theme


class DoneRow(QHBoxLayout):
    """``done`` is the link, at the right."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setContentsMargins(0, theme.px(7), 0, 0)
        self.setSpacing(theme.px(6))
        self.done = LinkButton(theme, _("Done"))
        self.addStretch(1)
        self.addWidget(KeyCap(theme, "Ctrl+Return"))
        self.addWidget(self.done)
