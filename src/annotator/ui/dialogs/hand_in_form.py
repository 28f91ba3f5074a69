"""The choices of *Hand in*: which articles, which form, whose, where to."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from annotator.errors import UserFacingError
from annotator.i18n import _, ngettext
from annotator.library import Library, Preferences
from annotator.ui.dialogs.field import Field
from annotator.ui.dialogs.hand_in_count import Counter, goes_out
from annotator.ui.dialogs.hand_in_open import OpenLines
from annotator.ui.dialogs.hand_in_place import Place
from annotator.ui.dialogs.hand_in_request import SUFFIXES, Request
from annotator.ui.dialogs.hand_in_review import ReviewFields
from annotator.ui.kit import Label, SegmentedControl
from annotator.ui.theme import Theme

FOLDER = "folder.hand_in"
QWIDGETSIZE_MAX = 16_777_215
ID = Qt.ItemDataRole.UserRole


class HandInForm(QWidget):
    """``changed``: something else is to be handed in; ``moved``: to another place; ``failed``
    carries a sentence."""

    changed = Signal()
    moved = Signal()
    failed = Signal(str)

    def __init__(
        self, theme: Theme, library: Library, article_id: str, preferences: Preferences,
        collection: str = "",
    ) -> None:  # fmt: skip
        super().__init__()
        self._theme, self._library, self._preferences = theme, library, preferences
        self._article = article_id
        rows = library.articles()
        self._titles = {row.id: row.title for row in rows}
        self._pdfs = frozenset(row.id for row in rows if row.format == "pdf")
        self.counter = Counter(library, self)
        self._make_choices()
        self._offer(collection)
        self._make_fields()
        self._lay_out()
        self._connect()
        self._update()

    def _make_choices(self) -> None:
        self.scope = QComboBox()
        if self._article:
            self.scope.addItem(_("This article"), "this")
        self.scope.addItem(_("Chosen articles"), "chosen")
        for collection in self._library.collections():
            self.scope.addItem(_("Collection: {name}").format(name=collection.name), collection.id)
        self.scope.addItem(_("The whole library"), "all")
        self.listing = _Listing()
        self.listing.setAccessibleName(_("Articles to hand in"))
        self.listing.setFixedHeight(self._theme.px(132))
        for id, title in self._titles.items():
            item = QListWidgetItem(title, self.listing)
            item.setData(ID, id)
            chosen = id == self._article
            item.setCheckState(Qt.CheckState.Checked if chosen else Qt.CheckState.Unchecked)
        self.format = QComboBox()
        for name, text in (
            ("pdf", _("Annotated PDF")), ("markdown", _("Markdown: the notes")),
            ("whole", _("Markdown: the article with footnotes")),
            ("factcheck", _("Fact-check page (HTML)")),
            ("factcheck-md", _("Fact-check (Markdown)")),
            ("claimreview", _("ClaimReview (JSON-LD)")),
        ):  # fmt: skip
            self.format.addItem(text, name)
        self.originals = QComboBox()
        for name, text in (
            ("plain", _("Original pages, marked")),
            ("notes", _("Original pages, with pages of notes")),
            ("margin", _("Original pages, with notes in a wider margin")),
        ):  # fmt: skip
            self.originals.addItem(text, name)

    def _offer(self, collection: str) -> None:
        inside = self._library.articles_in(collection) if collection else set()
        if inside and (not self._article or self._article in inside):
            self.scope.setCurrentIndex(self.scope.findData(collection))

    def _make_fields(self) -> None:
        theme, kept = self._theme, self._preferences
        self.paper = SegmentedControl(theme, [("a4", "A4"), ("letter", "Letter")], _("Paper"))
        self.paper.set_value(kept.get("paper", "a4"))
        self.originals.setCurrentIndex(max(0, self.originals.findData(kept.get("originals"))))
        self.joined = QCheckBox(_("In one PDF with a cover"))
        self.private = QCheckBox()
        self.name = QLineEdit(kept.get("name", ""))
        self.course = QLineEdit(kept.get("course", ""))
        self.date = QLineEdit(date.today().isoformat())
        self.place = Place(theme, Path(kept.get(FOLDER, str(self._library.path.parent))))
        self.says = Label(theme, "", "ui", wrap=True)
        self.gaps = Label(theme, "", "small", "middling", wrap=True)
        self.review = ReviewFields(theme, self._library)
        self.open_lines = OpenLines(theme, self._library)

    def _lay_out(self) -> None:
        theme = self._theme
        self._cover = QWidget()
        cover = QHBoxLayout(self._cover)
        cover.setContentsMargins(0, 0, 0, 0)
        cover.setSpacing(theme.px(12))
        cover.addWidget(Field(theme, _("Course"), self.course), 1)
        cover.addWidget(Field(theme, _("Date"), self.date), 1)
        self._paper = Field(theme, _("Paper"), self.paper)
        self._originals = Field(theme, _("Pages of PDFs"), self.originals)
        hint = _("as it shall stand on what you hand in")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        for widget in (
            Field(theme, _("What"), self.scope), self.listing,
            Field(theme, _("As"), self.format), self._originals, self._paper, self.joined,
            self.review, Field(theme, _("Your name"), self.name, hint), self._cover, self.private,
            Field(theme, _("Where"), self.place), self.says, self.gaps,
        ):  # fmt: skip
            column.addWidget(widget)
        column.addWidget(self.open_lines, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)

    def _connect(self) -> None:
        self.scope.currentIndexChanged.connect(self._update)
        self.format.currentIndexChanged.connect(self._update)
        self.originals.currentIndexChanged.connect(self._update)
        self.listing.itemChanged.connect(self._update)
        self.paper.chosen.connect(self._update)
        self.joined.toggled.connect(self._update)
        self.private.toggled.connect(self._update)
        self.counter.counted.connect(self._say_what_goes_out)
        self.place.changed.connect(self.moved)
        self.review.changed.connect(self.changed)
        self.review.failed.connect(self.failed)
        for field in (self.course, self.date):
            field.editingFinished.connect(self._edited)
        self.name.editingFinished.connect(self._keep_name)

    def set_column(self, width: int | None) -> None:
        """Be as wide as this (px), or as wide as there is room (None)."""
        self.setMinimumWidth(width or 0)
        self.setMaximumWidth(width or QWIDGETSIZE_MAX)

    # What is chosen

    def articles(self) -> tuple[str, ...]:
        """The ids of the articles chosen."""
        scope = self.scope.currentData()
        if scope == "this":
            return (self._article,)
        if scope == "all":
            return tuple(self._titles)
        if scope == "chosen":
            items = (self.listing.item(at) for at in range(self.listing.count()))
            checked = Qt.CheckState.Checked
            return tuple(item.data(ID) for item in items if item.checkState() == checked)
        inside = self._library.articles_in(scope)
        return tuple(id for id in self._titles if id in inside)

    def titles(self) -> list[str]:
        """The titles of the articles chosen."""
        return [self._titles[id] for id in self.articles()]

    def request(self) -> Request:
        """What stands in the form."""
        articles = self.articles()
        known = map(self._library.password, self._pdfs.intersection(articles))
        return Request(
            library=self._library.path, articles=articles,
            format=self.format.currentData(), path=self.place.path(), paper=self.paper.value(),
            private=self.private.isEnabled() and self.private.isChecked(),
            joined=self.joined.isChecked(), everything=self.scope.currentData() == "all",
            name=self.name.text(), course=self.course.text(), date=self.date.text(),
            pdfs=self._pdfs, originals=self.originals.currentData(),
            passwords=tuple(sorted(set(filter(None, known)))),
            with_text=self.review.whole.isChecked(), review=self._library.review_settings.get(),
            incomplete=self.review.incomplete.isChecked(),
        )  # fmt: skip

    def keep(self) -> None:
        """Remember folder, paper, course and the like for the next time."""
        request = self.request()
        if request.path is not None:
            self._preferences.set(FOLDER, str(request.path.parent))
        self._preferences.set("paper", request.paper)
        self._preferences.set("originals", request.originals)
        self._preferences.set("course", request.course)

    # Changes

    def _edited(self) -> None:
        if self.sender().isModified():
            self.sender().setModified(False)
            self.changed.emit()

    def _keep_name(self) -> None:
        name = " ".join(self.name.text().split())
        if name == self._preferences.get("name", ""):
            return
        self._preferences.set("name", name)
        try:
            self._library.set_name(name)
        except UserFacingError as error:
            self.failed.emit(str(error))
        self.changed.emit()

    def _update(self) -> None:
        request = self.request()
        articles = request.articles
        self.listing.setVisible(self.scope.currentData() == "chosen")
        self._originals.setVisible(request.has_pdf)
        self._paper.setVisible(request.sets_pages)
        self.joined.setVisible(request.format == "pdf" and len(articles) > 1)
        self._cover.setVisible(request.makes_cover)
        self.review.show_for(request.format)
        suffix = "" if request.to_folder else SUFFIXES[request.format]
        self.place.offer(self._title(articles), suffix)
        self.counter.ask(articles)
        self.open_lines.ask(articles)
        self._say_what_goes_out()
        self.changed.emit()

    def _title(self, articles: tuple[str, ...]) -> str:
        """What it would be called."""
        if len(articles) == 1:
            return self._titles[articles[0]]
        for collection in self._library.collections():
            if collection.id == self.scope.currentData():
                return collection.name
        return self._library.name

    def _say_what_goes_out(self) -> None:
        if not self.counter.is_done:
            self.says.setText(_("Counting what goes out…"))
            self.gaps.hide()
            return
        shown, private = self.counter.sums(self.articles())
        count = private.marks
        self.private.setEnabled(bool(count))
        self.private.setText(
            ngettext("Take {n} private note along", "Take {n} private notes along", count).format(
                n=count
            )
            if count
            else _("No private notes here")
        )
        with_private, format = self.private.isChecked(), self.format.currentData()
        what, gaps = goes_out(shown, private, with_private, format)
        self.says.setText(what)
        self.gaps.setText(gaps)
        self.gaps.setVisible(bool(gaps))


class _Listing(QListWidget):
    """Keeps the keys that go through it by pages; elsewhere they go through the preview."""

    def event(self, event: QEvent) -> bool:
        pages = (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
        override = event.type() == QEvent.Type.ShortcutOverride
        if override and isinstance(event, QKeyEvent) and event.key() in pages:
            event.accept()
            return True
        return super().event(event)
