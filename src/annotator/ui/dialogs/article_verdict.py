"""What was found about an article as a whole: verdict, summary, and the way to it."""

from PySide6.QtWidgets import QGridLayout, QLineEdit, QPlainTextEdit, QWidget

from annotator.errors import InvalidValue, UserFacingError
from annotator.i18n import _
from annotator.library import Library, values
from annotator.model import TrailEntry
from annotator.ui.dialogs.field import Field
from annotator.ui.dialogs.saving import SavingSheet
from annotator.ui.kit import SectionHeading
from annotator.ui.theme import Theme
from annotator.ui.verdict_choice import VerdictChoice

SUMMARY = 92  # px at 100 %: the height of the summary's field


class ArticleVerdictDialog(SavingSheet):
    """Verdict, as of, summary (Markdown); another verdict than the one there is asks why. Saved as
    one undo step."""

    def __init__(self, theme: Theme, library: Library, article_id: str, parent: QWidget) -> None:
        super().__init__(theme, _("Verdict on the article"), parent, 540)
        self._library, self._article = library, article_id
        self._found = library.article_verdicts.of(article_id)
        self._had = self._found.verdict.name if self._found.verdict else ""
        self._make_fields()
        self._lay_out()
        self._show_trail(self._found.trail)
        self.body.addStretch(1)
        self.make_foot()
        self._ask_why()
        self.verdict.setFocus()

    def _make_fields(self) -> None:
        theme, found = self.theme, self._found
        self.verdict = VerdictChoice(self._library.verdicts(), self._had)
        self.as_of = QLineEdit(found.as_of)
        self.summary = QPlainTextEdit(found.summary)
        self.summary.setTabChangesFocus(True)
        self.summary.setFixedHeight(theme.px(SUMMARY))
        self.why = QLineEdit()
        self._why = Field(theme, _("Why it changes, in one line"), self.why)
        self._as_of = Field(theme, _("As of"), self.as_of, "2026-05-12")
        self.verdict.currentTextChanged.connect(self._ask_why)

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(self.theme.px(16))
        grid.setVerticalSpacing(self.theme.px(12))
        label = _("Conclusion") if self.verdict.in_words else _("Verdict")
        grid.addWidget(Field(self.theme, label, self.verdict), 0, 0)
        grid.addWidget(self._as_of, 0, 1)
        grid.addWidget(self._why, 1, 0, 1, 2)
        hint = _("What the article gets right and wrong, for somebody who reads only this")
        summary = Field(self.theme, _("Summary, Markdown"), self.summary, hint)
        grid.addWidget(summary, 2, 0, 1, 2)
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 1)
        self.body.addLayout(grid)

    def _show_trail(self, trail: tuple[TrailEntry, ...]) -> None:
        from annotator.ui.board.inspector.pieces import words
        from annotator.ui.board.inspector.reasoning import step_runs
        from annotator.ui.cards.text import Run

        if trail:
            self.body.addSpacing(self.theme.px(8))
            self.body.addWidget(SectionHeading(self.theme, _("Trail")))
        for step in trail:
            self.body.addWidget(words(self.theme, step_runs(step)))
            if step.why:
                self.body.addWidget(words(self.theme, [Run(step.why, "small", "secondary")]))

    def _ask_why(self) -> None:
        """A first verdict needs no reason for a change; another one does."""
        asked = bool(self._had) and self.verdict.value() != self._had
        self._why.setVisible(asked)
        if self.isVisible():
            self.grow()

    def _save(self) -> None:
        if not self._complete():
            self.grow()
            return
        changed = self.verdict.value() != self._had
        as_of = self.as_of.text() if self.as_of.text() != self._found.as_of else None
        try:
            self._library.article_verdicts.give(
                self._article, self.verdict.value() if changed else None,
                self.summary.toPlainText(), as_of, self.why.text(),
            )  # fmt: skip
        except UserFacingError as error:
            sentence = _("{reason} What you wrote is kept here.").format(reason=error)
            self.tell_trouble(sentence)
            return
        self.accept()

    def _complete(self) -> bool:
        """Say under each field what is wrong with it; whether nothing is."""
        if not self._why.isHidden() and not self.why.text().strip():
            self._why.complain(_("Say in one line why; it goes into the trail."))
            self._why.speak()
            return False
        try:
            values.date(self.as_of.text())
        except InvalidValue as error:
            self._as_of.complain(str(error))
            self._as_of.speak()
            return False
        return True
