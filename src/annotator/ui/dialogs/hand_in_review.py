"""Who publishes a fact-check, where and when, and what a ClaimReview still lacks."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from annotator.errors import UserFacingError
from annotator.i18n import _
from annotator.library import Library
from annotator.ui.dialogs.field import Field
from annotator.ui.dialogs.hand_in_lacks import Lack
from annotator.ui.kit import Label
from annotator.ui.theme import Theme

FORMATS = ("factcheck", "factcheck-md", "claimreview")


class ReviewFields(QWidget):
    """Fields that the library remembers. ``changed``: something else is to go out; ``failed``
    carries a sentence. ``incomplete``: write a ClaimReview that lacks something, too."""

    changed = Signal()
    failed = Signal(str)

    def __init__(self, theme: Theme, library: Library) -> None:
        super().__init__()
        self._library = library
        known = library.review_settings.get()
        self.reviewer, self.url = QLineEdit(known.reviewer), QLineEdit(known.url)
        self.date = QLineEdit(known.date)
        self.incomplete = QCheckBox(_("Write it incomplete"))
        self.incomplete.toggled.connect(self.changed)
        self.whole = QCheckBox(_("With the article’s text"))
        self.whole.toggled.connect(self.changed)
        self.lacks = Label(theme, "", "small", "middling", wrap=True)
        self._lacking: tuple[Lack, ...] = ()
        self._lay_out(theme)
        for name, field in self.fields.items():
            field.editor.editingFinished.connect(lambda name=name: self._keep(name))

    def _lay_out(self, theme: Theme) -> None:
        self.fields = {
            "reviewer": Field(theme, _("Published by"), self.reviewer, _("paper, desk or person")),
            "url": Field(theme, _("Address of the fact-check"), self.url, "https://…"),
            "date": Field(theme, _("On"), self.date, "2026-05-12"),
        }
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(self.fields["reviewer"], 2)
        row.addWidget(self.fields["date"], 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addLayout(row)
        for widget in (self.fields["url"], self.whole, self.lacks, self.incomplete):
            column.addWidget(widget)

    def show_for(self, format: str) -> None:
        """Show what this format asks for."""
        self.setVisible(format in FORMATS)
        self.whole.setVisible(format != "claimreview")
        self._show_lacks(format == "claimreview")

    def tell(self, lacking: tuple[Lack, ...]) -> None:
        """What is missing in the ClaimReview."""
        self._lacking = lacking
        self._show_lacks(True)

    def _show_lacks(self, shown: bool) -> None:
        shown = shown and bool(self._lacking)
        self.lacks.setText("\n".join(lack.text for lack in self._lacking))
        self.lacks.setVisible(shown)
        self.incomplete.setVisible(shown)

    @property
    def is_lacking(self) -> bool:
        """Whether something is missing, and it is not wanted all the same."""
        return bool(self._lacking) and not self.incomplete.isChecked()

    def enter(self) -> None:
        """Go to the first field that is empty and asked for, else to the choice."""
        for lack in self._lacking:
            if lack.field in self.fields:
                self.fields[lack.field].setFocus()
                return
        self.incomplete.setFocus()

    def _keep(self, name: str) -> None:
        editor = self.fields[name].editor
        text = " ".join(editor.text().split())
        if text == getattr(self._library.review_settings.get(), name):
            return
        try:
            self._library.review_settings.set(**{name: text})
        except UserFacingError as error:
            self.fields[name].complain(str(error))
            return
        self.changed.emit()
