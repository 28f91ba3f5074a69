"""What this program is."""

import PySide6
from PySide6.QtWidgets import QWidget

from annotator import __version__
from annotator.i18n import _
from annotator.ui.dialogs.sheet import Sheet
from annotator.ui.kit import Label
from annotator.ui.theme import Theme


class AboutDialog(Sheet):
    """Version, licence, what it stands on."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, "Annotator", parent, 420)
        for text, token in (
            (_("Mark up a saved article, and prove what you say about it."), "ink"),
            (_("Version {version}").format(version=__version__), "secondary"),
            (f"Qt {PySide6.__version__}", "secondary"),
            (_("MIT licence. Icons: Lucide (ISC). Type: Source Serif 4, Inter (OFL)."),
             "secondary"),
            (_("Nothing you read or write here leaves this computer."), "secondary"),
        ):  # fmt: skip
            self.body.addWidget(Label(theme, text, "ui", token, wrap=True))
        close = self.add_button(_("Close"), default=True)
        close.clicked.connect(self.accept)
