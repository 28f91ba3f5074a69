"""The fields of an evidence editor: few at first, more where they are asked for or the type needs
them."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QDate, QLocale
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QWidget

from annotator.i18n import _
from annotator.model import evidence_words as words
from annotator.model.claims import NOTHING_FOUND, REQUEST_OUTCOMES, SOURCE_TYPES, STANCES
from annotator.ui.cards.editor import Editor
from annotator.ui.cards.fields import ALL_SEEN, Field
from annotator.ui.evidence.values import ASKED, SEARCH
from annotator.ui.kit import Label, LinkField, SegmentedControl

DATE_HINT = "2026-05-12"


class EvidenceForm(Editor):
    """What is said of an entry, as fields. Subclasses say what becomes of it; they call
    ``add_fields`` and ``end_rows``."""

    def add_fields(self, *, of_claim: bool, file: QWidget | None, more: QWidget) -> None:
        """All rows. ``file`` stands under the link, ``more`` where the short form ends."""
        self._rows: dict[str, QWidget] = {}
        self._more = False
        self._add_first(of_claim, file)
        self._add_asking()
        self._column.addWidget(more)
        self._add_more()

    def _put(self, name: str, *widgets: QWidget, labels: tuple[str, ...] = ()) -> None:
        self._rows[name] = self.add_row(*widgets, labels=labels)

    # Rows

    def _add_first(self, of_claim: bool, file: QWidget | None) -> None:
        self.link = LinkField(self.theme)
        self.link.changed.connect(self._link_typed)
        self.link.submitted.connect(lambda _link: self.finish())
        self._keep("url", self.link.edit, Field(self.link.text, self.link.set_text))
        self._put("url", self.link, labels=(_("Link or DOI"),))
        if file is not None:
            self._rows["file"] = self.add_row(file, gap=2)
            for stop in file.stops():
                self.watch(stop)
        if of_claim:
            self._add_stance()
        self._put("quote", self.text("quote", _("Quote")), labels=(_("Quote"),))
        self.title = self.line("title", _("Title"))
        self.type = self._choice("type", _("Type"), self._types(), self._type_chosen)
        self.type.setMinimumWidth(0)  # as wide as its contents need: a type cut off says nothing
        locator = self.line("locator", _("Where in it"), _("p. 31"))
        self._put("title", self.title, labels=(_("Title"),))
        self._put("type", self.type, locator, labels=(_("Type"), _("Where in it")))

    def _types(self) -> list[tuple[str, str]]:
        return [(kind, words.type_name(kind) or _("not said")) for kind in SOURCE_TYPES]

    def _add_stance(self) -> None:
        choices = [(stance, words.stance_name(stance)) for stance in STANCES]
        stance = SegmentedControl(self.theme, choices, _("How it stands to the claim"))
        stance.chosen.connect(lambda _stance: self._typed())
        self._fields["stance"] = Field(stance.value, stance.set_value)
        self._chosen.add("stance")
        self._put("stance", stance, labels=(_("Stance"),))

    def _add_asking(self) -> None:
        """What belongs to questions and searches."""
        place = self.line("place", _("Where"), _("an archive, a register, a search engine"))
        query = self.line("query", _("Searched for"))
        asked = self._date("asked", _("Asked on"))
        deadline = self._date("deadline", _("Answer by"))
        answered = self._date("answered", _("Answered on"))
        self.outcome = self._choice("outcome", _("What came of it"), [("", "—")], self._chosen_one)
        self._put("place", place, query, labels=(_("Where"), _("Searched for")))
        self._put("asked", asked, deadline, labels=(_("On"), _("Answer by")))
        self._put("outcome", answered, self.outcome, labels=(_("Answered on"), _("Outcome")))

    def _add_more(self) -> None:
        author, publisher = self.line("author", _("Author")), self.line("publisher", _("Publisher"))
        published = self._date("published", _("Published"))
        accessed = self._date("accessed", _("Looked at"))
        archive = self.line("archive_url", _("Archived copy"), "https://web.archive.org/…")
        self.origin = self.line("origin", _("Same origin as"), _("an agency, a study"))
        note = self.text("note", _("Note on the evidence"))
        self.private = QCheckBox(_("Private: goes out only when asked for"))
        self.private.toggled.connect(lambda _on: self._chosen_one())
        self._chosen.add("private")
        self._keep(
            "private", self.private,
            Field(self.private.isChecked, lambda on: self.private.setChecked(bool(on))),
        )  # fmt: skip
        self._put("author", author, publisher, labels=(_("Author"), _("Publisher")))
        self._put("published", published, accessed, labels=(_("Published"), _("Looked at")))
        self._put("archive_url", archive, labels=(_("Archived copy"),))
        self._put("origin", self.origin, labels=(_("Origin"),))
        self._put("suggested", self.suggestion())
        self._put("note", note, labels=(_("Note"),))
        self._put("private", self.private)

    def suggestion(self) -> QWidget:
        """What suggests an origin."""
        raise NotImplementedError

    def _date(self, name: str, label: str) -> QLineEdit:
        field = self.line(name, label, DATE_HINT)
        field.textChanged.connect(lambda text: field.setToolTip(_spelled(text)))
        return field

    def _choice(
        self, name: str, label: str, choices: Iterable[tuple[str, str]],
        chosen: Callable[[], object],
    ) -> QComboBox:  # fmt: skip
        """As ``choice``, but what is new is not added by choosing."""
        box = QComboBox()
        box.setAccessibleName(label)
        box.setMinimumWidth(self.theme.px(60))
        box.setMaxVisibleItems(ALL_SEEN)
        for value, shown in choices:
            box.addItem(shown, value)
        box.activated.connect(lambda _at: chosen())
        self._chosen.add(name)
        self._keep(name, box, Field(box.currentData, lambda v: box.setCurrentIndex(_at(box, v))))
        return box

    def end_rows(self) -> None:
        super().end_rows()
        self.show_beginnings()

    def show_beginnings(self) -> None:
        """Long texts show where they begin, not where they end."""
        for field in self.findChildren(QLineEdit):
            field.home(False)

    # What is shown

    def _link_typed(self) -> None:
        self.resized.emit()
        self._typed()

    def _chosen_one(self) -> None:
        """Something was chosen: written at once, unless all of it is new."""
        self._typed()

    def _type_chosen(self) -> None:
        self.arrange()
        self._chosen_one()

    def show_more(self, more: bool) -> None:
        """All fields, or few."""
        self._more = more
        self.arrange()

    def arrange(self) -> None:
        """Show the rows that the type needs, and those asked for."""
        type_ = self.type.currentData()
        asked, search = type_ in ASKED, type_ == SEARCH
        self._offer_outcomes(search)
        needed = {"place": search, "asked": asked or search, "outcome": asked or search}
        for name in ("author", "published", "archive_url", "origin", "note", "private"):
            needed[name] = self._more
        needed["suggested"] = self._more and self.origin_is_suggested()
        needed["file"] = not (asked or search)
        for name, shown in needed.items():
            if name in self._rows:
                self._rows[name].setVisible(shown)
        self._name_fields(asked, search)
        self.resized.emit()

    def origin_is_suggested(self) -> bool:
        """Whether there is an origin to suggest."""
        raise NotImplementedError

    def _name_fields(self, asked: bool, search: bool) -> None:
        """What a field is called depends on the type."""
        title = _("Whom") if asked else _("Title")
        self._rename("title", 0, title)
        self._rename("asked", 0, _("Searched on") if search else _("Asked on"))
        for name, at in (("type", 1), ("asked", 1), ("outcome", 0)):
            _cell(self._rows[name], at, not search)

    def _rename(self, row: str, at: int, text: str) -> None:
        label = self._rows[row].findChildren(Label)[at]
        label.setText(text)
        label.buddy().setAccessibleName(text)

    def _offer_outcomes(self, search: bool) -> None:
        outcomes = ("", NOTHING_FOUND) if search else REQUEST_OUTCOMES
        if [self.outcome.itemData(at) for at in range(self.outcome.count())] == list(outcomes):
            return
        value = self.outcome.currentData()
        self.outcome.clear()
        for outcome in outcomes:
            empty = _("something found") if search else _("open")
            self.outcome.addItem(words.outcome_name(outcome) or empty, outcome)
        self.outcome.setCurrentIndex(_at(self.outcome, value))

    def stops(self) -> list[QWidget]:
        return [stop for stop in super().stops() if stop.isVisibleTo(self)]


def _at(box: QComboBox, value: object) -> int:
    """The place of a value, of the first one where it is none of them."""
    return max(0, box.findData(value))


def _cell(row: QWidget, at: int, shown: bool) -> None:
    """Show or hide one of the fields side by side, with its label."""
    cell = row.layout().itemAt(at).layout()
    for place in range(cell.count()):
        widget = cell.itemAt(place).widget()
        if widget is not None:
            widget.setVisible(shown)
    row.layout().setStretch(at, int(shown))  # or it would leave its room empty


def _spelled(text: str) -> str:
    """A date as it is read, to tell day and month apart."""
    day = QDate.fromString(text.strip(), "yyyy-MM-dd")
    return QLocale().toString(day, QLocale.FormatType.LongFormat) if day.isValid() else ""
