"""What became of several files: added, already there, refused and why."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from annotator.i18n import _
from annotator.ui.dialogs.sheet import Sheet
from annotator.ui.kit import SectionHeading
from annotator.ui.theme import Theme


class ImportReportDialog(Sheet):
    """The report of an import; ``reports`` as ``annotator import --json`` prints them."""

    def __init__(self, theme: Theme, reports: Sequence[dict[str, Any]], parent: QWidget) -> None:
        super().__init__(theme, _("Added to the library"), parent, 560)
        for status, heading in (
            ("refused", _("Refused")), ("imported", _("Added")), ("already", _("Already here")),
        ):  # fmt: skip
            shown = [report for report in reports if report["status"] == status]
            if shown:
                self.body.addWidget(SectionHeading(theme, f"{heading} · {len(shown)}"))
                self.body.addWidget(_listing(shown, heading))
        close = self.add_button(_("Close"), default=True)
        close.clicked.connect(self.accept)


def _listing(reports: Sequence[dict[str, Any]], name: str) -> QListWidget:
    listing = QListWidget()
    listing.setAccessibleName(name)
    listing.setWordWrap(True)
    for report in reports:
        item = QListWidgetItem(report["message"] or report["title"])
        item.setToolTip(str(Path(report["file"])))
        listing.addItem(item)
    return listing
