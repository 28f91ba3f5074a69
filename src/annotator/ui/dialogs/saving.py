"""A sheet whose fields are saved at its end."""

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit

from annotator.i18n import _
from annotator.ui.dialogs.sheet import Sheet
from annotator.ui.kit import MessageBar


class SavingSheet(Sheet):
    """*Cancel* leaves, *Save* writes; what went wrong is told above them. Esc leaves at once only
    where nothing was written."""

    def make_foot(self) -> None:
        """The buttons, and where trouble is told."""
        self._at_first: list[str] | None = None
        self._trouble = MessageBar(self.theme)
        self._trouble.acted.connect(self._save)
        self.foot.addWidget(self._trouble)
        cancel = self.add_button(_("Cancel"))
        cancel.clicked.connect(super().reject)
        self.save = self.add_button(_("Save"), default=True)
        self.save.clicked.connect(self._save)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._at_first is None:
            self._at_first = self._written()

    def reject(self) -> None:
        """What Esc does; a second one leaves without what was written."""
        if self._at_first in (None, self._written()):
            super().reject()
            return
        self._at_first = None
        sentence = _("What you wrote is not saved yet. Esc once more leaves without it.")
        self._trouble.tell(sentence, "warn", action=_("Save"))
        self.grow()

    def _written(self) -> list[str]:
        """What stands in the fields."""
        return [
            *(field.text() for field in self.findChildren(QLineEdit)),
            *(field.toPlainText() for field in self.findChildren(QPlainTextEdit)),
            *(field.currentText() for field in self.findChildren(QComboBox)),
        ]

    def tell_trouble(self, sentence: str) -> None:
        """Say why it was not saved, with a way to try again."""
        self._trouble.tell(sentence, "warn", action=_("Try again"))
        self.grow()

    def _save(self) -> None:
        """Write the fields, and close where that went well."""
        raise NotImplementedError
