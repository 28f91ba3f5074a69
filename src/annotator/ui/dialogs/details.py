"""Article details: what is known of an article, and where to say what is not."""

from typing import Any

from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QPlainTextEdit, QWidget

from annotator.errors import UserFacingError
from annotator.i18n import _
from annotator.library import Library
from annotator.ui.dialogs.sheet import Sheet
from annotator.ui.kit import Label
from annotator.ui.theme import Theme

TYPES = (
    "", "news", "opinion", "feature", "blog", "paper", "report", "book", "web page", "transcript",
    "press release", "social post",
)  # fmt: skip


class DetailsDialog(Sheet):
    """Title, authors, site, address, dates, type, DOI, language; saved as one undo step."""

    def __init__(
        self, theme: Theme, library: Library, article_id: str, field: str, parent: QWidget
    ) -> None:
        super().__init__(theme, _("Article details"), parent, 560)
        self._library, self._article = library, article_id
        self._fields: dict[str, QWidget] = {}
        self._trouble = Label(theme, "", "small", "bad", wrap=True)
        self._trouble.hide()
        self._build()
        self.body.addWidget(self._trouble)
        cancel = self.add_button(_("Cancel"))
        cancel.clicked.connect(self.reject)
        self.save = self.add_button(_("Save"), default=True)
        self.save.clicked.connect(self._save)
        self._fields.get(field, self._fields["title"]).setFocus()

    def _build(self) -> None:
        details = self._library.article(self._article).details
        grid = QGridLayout()
        grid.setHorizontalSpacing(self.theme.px(14))
        grid.setVerticalSpacing(self.theme.px(8))
        rows: tuple[tuple[str, str, QWidget, str], ...] = (
            ("title", _("Title"), QLineEdit(details.title), ""),
            ("authors", _("Authors"), _lines(self.theme, details.authors), _("one a line")),
            ("site", _("Site"), QLineEdit(details.site), _("paper, journal or website")),
            ("url", _("URL"), QLineEdit(details.url), "https://…"),
            ("published", _("Published"), QLineEdit(details.published), _("2026-05-12 or 2026-05")),
            ("saved", _("Saved"), QLineEdit(details.saved), _("2026-05-12")),
            ("type", _("Type"), _choice(details.type), ""),
            ("doi", _("DOI"), QLineEdit(details.doi), "10.1234/…"),
            ("language", _("Language"), QLineEdit(details.language), "en, de, pt-BR"),
        )
        for row, (name, text, widget, hint) in enumerate(rows):
            label = Label(self.theme, text, "small", "secondary")
            label.setBuddy(widget)
            widget.setAccessibleName(text)
            if hint and isinstance(widget, QLineEdit | QPlainTextEdit):
                widget.setPlaceholderText(hint)
            grid.addWidget(label, row, 0)
            grid.addWidget(widget, row, 1)
            self._fields[name] = widget
        self.body.addLayout(grid)

    def values(self) -> dict[str, Any]:
        """What stands in the fields."""
        return {name: _value(widget) for name, widget in self._fields.items()}

    def _save(self) -> None:
        try:
            self._library.set_details(self._article, **self.values())
        except UserFacingError as error:
            self._trouble.setText(str(error))
            self._trouble.show()
            return
        self.accept()


def _lines(theme: Theme, authors: tuple[str, ...]) -> QPlainTextEdit:
    field = QPlainTextEdit("\n".join(authors))
    field.setTabChangesFocus(True)
    field.setFixedHeight(theme.px(58))
    return field


def _choice(value: str) -> QComboBox:
    choice = QComboBox()
    choice.setEditable(True)
    choice.addItems([_(name) if name else "" for name in TYPES])
    choice.setCurrentText(value)
    return choice


def _value(widget: QWidget) -> Any:
    if isinstance(widget, QPlainTextEdit):
        return [name for line in widget.toPlainText().splitlines() for name in line.split(";")]
    if isinstance(widget, QComboBox):
        return widget.currentText()
    return widget.text()
