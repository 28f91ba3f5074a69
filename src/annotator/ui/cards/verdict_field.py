"""What was found about a claim: one of a scale's verdicts, or a conclusion in words."""

from PySide6.QtCore import QObject, Signal

from annotator.i18n import _
from annotator.library import Library
from annotator.ui.cards.fields import ALL_SEEN, GrowingText, set_text
from annotator.ui.theme import Theme
from annotator.ui.verdict_choice import VerdictChoice


class VerdictField(QObject):
    """``box`` offers the verdicts of the scale in use and the outcomes. Where the library has no
    scale, it offers outcomes alone, and ``words`` takes a conclusion. ``chosen``: by the user."""

    chosen = Signal()

    def __init__(self, theme: Theme, library: Library, now: str, parent: QObject) -> None:
        """``now``: the verdict there is, "" for none; it may be of another scale."""
        super().__init__(parent)
        known = library.verdicts()
        self.outcomes = {verdict.name for verdict in known if verdict.is_outcome}
        in_words = len(self.outcomes) == len(known)
        shown = now if not in_words or now in self.outcomes else ""
        none = _("In words") if in_words else _("To check")
        self.box = VerdictChoice(known, shown, none)
        self.box.setEditable(False)
        self.box.setMinimumWidth(theme.px(60))
        self.box.setMaxVisibleItems(ALL_SEEN)
        self.box.settled.connect(self._chose)
        self.box.left.connect(self._replace_words)
        self.words = GrowingText(theme, _("Conclusion")) if in_words else None
        if self.words is not None:
            self.words.textChanged.connect(self._wrote)

    def value(self) -> str:
        """The verdict's name, or the conclusion; "" for neither."""
        outcome = str(self.box.currentData() or "")
        if outcome or self.words is None:
            return outcome
        return " ".join(self.words.toPlainText().split())

    def show_value(self, name: str) -> None:
        """Show a verdict or a conclusion that was given."""
        if self.words is not None and name not in self.outcomes:
            self.box.setCurrentIndex(self.box.findData(""))
            if name != self.value():
                set_text(self.words, name)
            return
        if self.box.findData(name) < 0:
            self.box.addItem(name, name)
        self.box.setCurrentIndex(self.box.findData(name))

    def _chose(self) -> None:
        self._replace_words()
        self.chosen.emit()

    def _replace_words(self) -> None:
        """An outcome takes the place of what is written."""
        if self.words is not None and self.box.currentData():
            self.words.clear()

    def _wrote(self) -> None:
        """What is written takes the place of an outcome."""
        if self.words is not None and self.words.toPlainText().strip():
            self.box.setCurrentIndex(self.box.findData(""))
