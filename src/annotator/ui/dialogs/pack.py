"""Handing a pack out: rules, scale, tags and colours, with articles and the questions on them."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QWidget

from annotator.i18n import _, ngettext
from annotator.library import Library, Preferences
from annotator.library.packs.file import SUFFIX
from annotator.library.packs.making import QUESTIONS
from annotator.ui.dialogs.field import Field
from annotator.ui.dialogs.hand_in_place import Place
from annotator.ui.dialogs.result_bar import ResultBar
from annotator.ui.dialogs.scale_words import scale_name
from annotator.ui.dialogs.sheet import Sheet
from annotator.ui.jobs import Job, Jobs
from annotator.ui.kit import Label, LinkButton
from annotator.ui.theme import Theme

FOLDER = "folder.pack"


class PackDialog(Sheet):
    """Name, which articles, which tag the questions have, where to. ``rules_wanted``: what goes out
    is to be changed first."""

    rules_wanted = Signal()

    def __init__(
        self, theme: Theme, library: Library, article_id: str, preferences: Preferences,
        jobs: Jobs, parent: QWidget,
    ) -> None:  # fmt: skip
        super().__init__(theme, _("Hand out a pack"), parent, 500)
        self._library, self._article = library, article_id
        self._preferences, self._jobs = preferences, jobs
        self._job: Job | None = None
        self._agreed: Path | None = None
        says = _(
            "A file with an assignment in it. Whoever takes it in gets articles and questions, and "
            "their checklist asks for what yours does."
        )
        self.body.addWidget(Label(theme, says, "ui", "secondary", wrap=True))
        self._make_fields()
        self._lay_out()
        self._make_foot()
        self._update()
        self.name.setFocus()
        self.name.selectAll()

    def _make_fields(self) -> None:
        library = self._library
        self.name = QLineEdit(library.packs.applied or library.name)
        self.articles = QComboBox()
        if self._article:
            self.articles.addItem(_("The open article"), "this")
        self.articles.addItem(_("All articles of the library"), "all")
        for collection in library.collections():
            text = _("Collection: {name}").format(name=collection.name)
            self.articles.addItem(text, collection.id)
        self.articles.addItem(_("No articles: rules, scale, tags and colours alone"), "none")
        self.questions = QComboBox()
        self.questions.setEditable(True)
        for path in dict.fromkeys([QUESTIONS, *(tag.path for tag in library.tags())]):
            self.questions.addItem(path)
        self.place = Place(
            self.theme, Path(self._preferences.get(FOLDER, str(library.path.parent)))
        )
        self.says = Label(self.theme, "", "ui", wrap=True)
        self.articles.currentIndexChanged.connect(self._update)
        self.questions.currentTextChanged.connect(self._update)
        self.name.textEdited.connect(lambda _text: self._offer())

    def _lay_out(self) -> None:
        theme = self.theme
        self._asked_with = Field(theme, _("Questions are the notes tagged"), self.questions)
        for widget in (
            Field(theme, _("Name"), self.name), Field(theme, _("Articles"), self.articles),
            self._asked_with, Field(theme, _("Where"), self.place), self.says,
        ):  # fmt: skip
            self.body.addWidget(widget)
        row = QHBoxLayout()
        rules = LinkButton(theme, _("What is asked for…"), role="ui")
        rules.clicked.connect(self.rules_wanted)
        row.addWidget(rules)
        row.addStretch(1)
        self.body.addLayout(row)
        self.body.addStretch(1)

    def _make_foot(self) -> None:
        self.message = ResultBar(self.theme)
        self.message.acted.connect(self._replace)
        self.foot.addWidget(self.message)
        self.cancel = self.add_button(_("Cancel"))
        self.cancel.clicked.connect(self.reject)
        self.send = self.add_button(_("Hand out"), default=True)
        self.send.clicked.connect(self._send)

    # What goes out

    def chosen(self) -> list[str]:
        """The ids of the articles that go along."""
        which = self.articles.currentData()
        if which == "none":
            return []
        if which == "this":
            return [self._article]
        ids = [row.id for row in self._library.articles()]
        if which == "all":
            return ids
        inside = self._library.articles_in(which)
        return [id for id in ids if id in inside]

    def _update(self) -> None:
        self._agreed = None
        self.message.dismiss()
        chosen, tag = self.chosen(), self.questions.currentText().strip()
        self._asked_with.setVisible(bool(chosen))
        count = sum(
            number for id in chosen for path, number in self._library.tag_counts(id) if path == tag
        )
        self.says.setText(self._what(len(chosen), count if chosen else 0))
        self._offer()

    def _what(self, articles: int, questions: int) -> str:
        scale = scale_name(self._library.scales.current)
        parts = [
            ngettext("{n} article", "{n} articles", articles).format(n=articles),
            ngettext("{n} question", "{n} questions", questions).format(n=questions),
        ]
        what = ", ".join(parts) if articles else _("no article")
        return _("Goes out: {what}; scale “{scale}”, tags, names of colours, rules.").format(
            what=what, scale=scale
        )

    def _offer(self) -> None:
        self.place.offer(self.name.text() or self._library.name, SUFFIX)

    # Out

    def _send(self) -> None:
        path = self.place.path()
        if path is None:
            self._tell(_("Say where it shall go."), "warn")
            self.place.setFocus()
        elif not self.questions.currentText().strip():
            self._asked_with.complain(_("Say which tag the marks with questions have."))
            self._asked_with.speak()
        elif path.is_file() and self._agreed != path:
            self._agreed = path
            said = _("{name} is there already.").format(name=path.name)
            self._tell(said, "warn", action=_("Replace"))
            self.message.focus_action()
        else:
            self._start(path)

    def _replace(self) -> None:
        if self._agreed is not None:
            self._send()

    def arguments(self, path: Path) -> list[str]:
        """The command that does it."""
        made = ["pack", "export", f"--name={self.name.text()}"]
        made += [f"--questions={self.questions.currentText().strip()}"]
        chosen = self.chosen()
        if not chosen:
            made += ["--no-articles"]
        elif self.articles.currentData() != "all":
            made += [f"--article={id}" for id in chosen]
        return [*made, "--", str(self._library.path), str(path)]

    def _start(self, path: Path) -> None:
        self._preferences.set(FOLDER, str(path.parent))
        self.send.setEnabled(False)
        self._tell(_("Writing…"), closable=False)
        job = self._job = self._jobs.start(self.arguments(path), path.parent)
        job.finished.connect(lambda _lines: self._done(path))
        job.failed.connect(self._failed)

    def _done(self, path: Path) -> None:
        self._end()
        self.cancel.setText(_("Close"))
        self._agreed = None
        self._tell(_("Saved as {name}.").format(name=path.name), icon="check")

    def _failed(self, sentence: str) -> None:
        self._end()
        self._tell(sentence, "error")

    def _end(self) -> None:
        self._job = None
        self.send.setEnabled(True)

    def _tell(self, text: str, kind: str = "info", **rest: object) -> None:
        self.message.tell(text, kind, **rest)
        self.grow()

    def done(self, result: int) -> None:
        """Closing stops what still runs."""
        if self._job is not None:
            self._job.cancel()
        super().done(result)
