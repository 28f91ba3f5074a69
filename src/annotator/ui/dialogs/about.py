"""What this program is."""

import PySide6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from annotator import __version__
from annotator.i18n import _
from annotator.ui.dialogs.sheet import Sheet
from annotator.ui.kit import Label
from annotator.ui.theme import Theme


class AboutDialog(Sheet):
    """Version, licence, what it stands on."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, "Annotator", parent, 440)
        version = _("Version {version}, Qt {qt}").format(
            version=__version__, qt=PySide6.__version__
        )
        for text, token in (
            (_("Mark up a saved article, and prove what you say about it."), "ink"),
            (_("Nothing you read or write here leaves this computer."), "ink"),
            (version, "secondary"),
            (_("MIT licence. Icons: Lucide (ISC). Type: Source Serif 4 and Inter (OFL)."),
             "secondary"),
        ):  # fmt: skip
            line = Label(theme, text, "ui", token, wrap=True)
            line.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self.body.addWidget(line)
        self.body.addStretch(1)
        close = self.add_button(_("Close"), default=True)
        close.clicked.connect(self.accept)
        close.setFocus()
