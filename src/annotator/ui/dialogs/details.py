"""Article details: what is known of an article, and where to say what is not."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QPlainTextEdit, QWidget

from annotator.errors import InvalidValue, UserFacingError
from annotator.i18n import _
from annotator.library import Library
from annotator.library.details import detail
from annotator.model import Details
from annotator.ui.dialogs.field import Field
from annotator.ui.dialogs.sheet import Sheet
from annotator.ui.kit import MessageBar
from annotator.ui.theme import Theme

LINES = (2, 5)
"""The least and the most lines that the authors' field is high."""


class DetailsDialog(Sheet):
    """Title, authors, site, address, dates, type, DOI, language; saved as one undo step.

    ``field`` is the name of the one to begin at. Only what was changed here is written.
    """

    def __init__(
        self, theme: Theme, library: Library, article_id: str, field: str, parent: QWidget
    ) -> None:
        super().__init__(theme, _("Article details"), parent, 580)
        self._library, self._article = library, article_id
        self._make_fields(library.article(article_id).details)
        self._lay_out()
        self._before = self.values()
        self._trouble = MessageBar(theme)
        self._trouble.acted.connect(self._save)
        self.foot.addWidget(self._trouble)
        cancel = self.add_button(_("Cancel"))
        cancel.clicked.connect(self.reject)
        self.save = self.add_button(_("Save"), default=True)
        self.save.clicked.connect(self._save)
        self.fields.get(field, self.fields["title"]).setFocus()

    def _make_fields(self, known: Details) -> None:
        theme = self.theme
        self.fields = {
            "title": Field(theme, _("Title"), QLineEdit(known.title)),
            "authors": Field(
                theme, _("Authors, one a line"), _lines(theme, known.authors), _("Ines Calder")
            ),
            "site": Field(theme, _("Site"), QLineEdit(known.site), _("paper, journal, website")),
            "type": Field(theme, _("Type"), _choice(known.type)),
            "url": Field(theme, _("URL"), QLineEdit(known.url), "https://…"),
            "published": Field(
                theme, _("Published"), QLineEdit(known.published), _("2026-05-12, or 2026-05")
            ),
            "saved": Field(theme, _("Saved"), QLineEdit(known.saved), "2026-05-12"),
            "doi": Field(theme, _("DOI"), QLineEdit(known.doi), "10.1000/182"),
            "language": Field(theme, _("Language"), QLineEdit(known.language), "en, de, pt-BR"),
        }

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(self.theme.px(16))
        grid.setVerticalSpacing(self.theme.px(12))
        rows = (
            ("title",), ("authors",), ("site", "type"), ("url",), ("published", "saved"),
            ("doi", "language"),
        )  # fmt: skip
        for row, names in enumerate(rows):
            for column, name in enumerate(names):
                grid.addWidget(self.fields[name], row, column, 1, 3 - len(names))
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self.body.addLayout(grid)
        self.body.addStretch(1)

    def values(self) -> dict[str, Any]:
        """What stands in the fields."""
        return {name: _value(field.editor) for name, field in self.fields.items()}

    def _save(self) -> None:
        changed = {name: v for name, v in self.values().items() if v != self._before[name]}
        if self._complain(changed):
            self.grow()
            return
        try:
            self._library.set_details(self._article, **changed)
        except UserFacingError as error:
            sentence = _("{reason} What you wrote is kept here.").format(reason=error)
            self._trouble.tell(sentence, "warn", action=_("Try again"))
            self.grow()
            return
        self.accept()

    def _complain(self, changed: dict[str, Any]) -> bool:
        """Say under each field what is wrong with it; whether anything is."""
        wrong = []
        for name, value in changed.items():
            try:
                detail(name, value)
            except InvalidValue as error:
                self.fields[name].complain(str(error))
                wrong.append(self.fields[name])
        if wrong:
            wrong[0].speak()
        return bool(wrong)


def types() -> tuple[tuple[str, str], ...]:
    """(value, label) of the usual types of an article; others may be typed."""
    return (
        ("", ""), ("news", _("news")), ("opinion", _("opinion")), ("feature", _("feature")),
        ("blog", _("blog")), ("paper", _("paper")), ("report", _("report")), ("book", _("book")),
        ("web page", _("web page")), ("transcript", _("transcript")),
        ("press release", _("press release")), ("social post", _("social post")),
    )  # fmt: skip


def _lines(theme: Theme, authors: Sequence[str]) -> QPlainTextEdit:
    field = QPlainTextEdit("\n".join(authors))
    field.setTabChangesFocus(True)
    lines = min(max(len(authors), LINES[0]), LINES[1])
    field.setFixedHeight(theme.px(18 + 17 * lines))
    return field


def _choice(value: str) -> QComboBox:
    choice = QComboBox()
    choice.setEditable(True)
    choice.setMinimumContentsLength(8)
    for name, label in types():
        choice.addItem(label, name)
    choice.setCurrentText(dict(types()).get(value, value))
    return choice


def _value(editor: QWidget) -> Any:
    if isinstance(editor, QPlainTextEdit):
        return [name for line in editor.toPlainText().splitlines() for name in line.split(";")]
    if isinstance(editor, QComboBox):
        names = {label: name for name, label in types()}
        return names.get(editor.currentText().strip(), editor.currentText())
    return editor.text()
