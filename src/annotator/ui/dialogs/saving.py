"""A sheet whose fields are saved at its end."""

from annotator.i18n import _
from annotator.ui.dialogs.sheet import Sheet
from annotator.ui.kit import MessageBar


class SavingSheet(Sheet):
    """*Cancel* leaves, *Save* writes; what went wrong is told above them."""

    def make_foot(self) -> None:
        """The buttons, and where trouble is told."""
        self._trouble = MessageBar(self.theme)
        self._trouble.acted.connect(self._save)
        self.foot.addWidget(self._trouble)
        cancel = self.add_button(_("Cancel"))
        cancel.clicked.connect(self.reject)
        self.save = self.add_button(_("Save"), default=True)
        self.save.clicked.connect(self._save)

    def tell_trouble(self, sentence: str) -> None:
        """Say why it was not saved, with a way to try again."""
        self._trouble.tell(sentence, "warn", action=_("Try again"))
        self.grow()

    def _save(self) -> None:
        """Write the fields, and close where that went well."""
        raise NotImplementedError
