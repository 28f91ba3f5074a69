"""A verdict to choose: those of the scale in use with their definitions, then outcomes."""

from collections.abc import Iterable

from PySide6.QtCore import Qt

from annotator.i18n import _
from annotator.model import Verdict
from annotator.ui.kit import plain_tip
from annotator.ui.kit.settling import SettlingBox


class VerdictChoice(SettlingBox):
    """Its value is a verdict's name, "" for none. Where the library has no scale, a conclusion may
    be written instead."""

    def __init__(self, verdicts: Iterable[Verdict], now: str = "", none: str = "") -> None:
        """``now``: the verdict that was given, which may be of another scale; ``none``: what no
        verdict is called."""
        super().__init__()
        self.setAccessibleName(_("Verdict"))
        known = list(verdicts)
        rated = [verdict for verdict in known if not verdict.is_outcome]
        self.in_words = not rated
        self.setEditable(self.in_words)
        self.addItem(none or _("None yet"), "")
        self._add(rated)
        if now and now not in [verdict.name for verdict in known]:
            self.addItem(now, now)
        self.insertSeparator(self.count())
        self._add(verdict for verdict in known if verdict.is_outcome)
        self.setCurrentIndex(self.findData(now))
        self.currentIndexChanged.connect(self._explain)
        self._explain()

    def _add(self, verdicts: Iterable[Verdict]) -> None:
        for verdict in verdicts:
            self.addItem(verdict.name, verdict.name)
            tip = plain_tip(verdict.definition) if verdict.definition else ""
            self.setItemData(self.count() - 1, tip, Qt.ItemDataRole.ToolTipRole)

    def _explain(self) -> None:
        self.setToolTip(self.itemData(self.currentIndex(), Qt.ItemDataRole.ToolTipRole) or "")

    def value(self) -> str:
        """The verdict's name, or the conclusion."""
        if self.in_words:
            text = " ".join(self.currentText().split())
            at = self.findText(text)
            return str(self.itemData(at)) if at >= 0 else text
        return str(self.currentData())
