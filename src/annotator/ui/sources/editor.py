"""What is known of a source, being written."""

from PySide6.QtWidgets import QLineEdit

from annotator.i18n import _
from annotator.library import Library
from annotator.ui.cards.editor import Editor, Values
from annotator.ui.cards.fields import Field
from annotator.ui.cards.saving import Saver, Write
from annotator.ui.evidence.form import DATE_HINT
from annotator.ui.evidence.values import OF_SOURCE
from annotator.ui.kit import LinkField
from annotator.ui.theme import Theme


class DetailsEditor(Editor):
    """Title, link, who and when: for all that rests on the source."""

    def __init__(self, theme: Theme, saver: Saver, library: Library, source: str) -> None:
        self._library, self._source = library, source
        super().__init__(theme, saver)
        title = self.line("title", _("Title"))
        self.link = LinkField(theme)
        self.link.changed.connect(lambda _text: (self.resized.emit(), self._typed()))
        self._keep("url", self.link.edit, Field(self.link.text, self.link.set_text))
        author, publisher = self.line("author", _("Author")), self.line("publisher", _("Publisher"))
        published = self.line("published", _("Published"), DATE_HINT)
        accessed = self.line("accessed", _("Looked at"), DATE_HINT)
        archive = self.line("archive_url", _("Archived copy"), "https://web.archive.org/…")
        self.add_row(title, labels=(_("Title"),))
        self.add_row(self.link, labels=(_("Link or DOI"),))
        self.add_row(author, publisher, labels=(_("Author"), _("Publisher")))
        self.add_row(published, accessed, labels=(_("Published"), _("Looked at")))
        self.add_row(archive, labels=(_("Archived copy"),))
        self.add_foot()
        self.end_rows()
        for field in self.findChildren(QLineEdit):
            field.home(False)  # long texts show where they begin

    def load(self) -> Values:
        source = self._library.ledger.source(self._source)
        return {name: getattr(source, name) for name in OF_SOURCE}

    def write(self, changed: Values) -> Write:
        ledger, source = self._library.ledger, self._source
        return lambda: ledger.update_source(source, **changed)

    def complain(self, sentence: str) -> None:
        super().complain("" if sentence == self.link.hint() else sentence)

    def enter(self, name: str = "") -> None:
        at = {"accessed": 5}.get(name, 0)
        self._stops[at].setFocus()
