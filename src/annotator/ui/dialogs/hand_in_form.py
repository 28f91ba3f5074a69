"""The choices of *Hand in*: which articles, which form, whose, where to."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from annotator.exporting.names import file_names
from annotator.i18n import _, ngettext
from annotator.library import Library, Preferences
from annotator.ui.dialogs.hand_in_request import Request
from annotator.ui.kit import Label, SegmentedControl
from annotator.ui.theme import Theme

FOLDER = "folder.hand_in"


class HandInForm(QWidget):
    """``changed``: something else is to be handed in. ``browse_requested``: another place."""

    changed = Signal()
    browse_requested = Signal()

    def __init__(
        self, theme: Theme, library: Library, article_id: str, preferences: Preferences
    ) -> None:
        super().__init__()
        self._theme, self._library, self._preferences = theme, library, preferences
        self._article = article_id
        self._make_fields()
        self._lay_out()
        self.setFixedWidth(theme.px(380))
        self._update()

    def _make_fields(self) -> None:
        self.scope = QComboBox()
        self._fill_scope()
        self.listing = QListWidget()
        self.listing.setAccessibleName(_("Articles to hand in"))
        for row in self._library.articles():
            item = QListWidgetItem(row.title, self.listing)
            item.setData(Qt.ItemDataRole.UserRole, row.id)
            item.setCheckState(
                Qt.CheckState.Checked if row.id == self._article else Qt.CheckState.Unchecked
            )
        self.format = QComboBox()
        for name, text in (
            ("pdf", _("Annotated PDF")), ("markdown", _("Markdown: the notes")),
            ("whole", _("Markdown: the article with footnotes")),
        ):  # fmt: skip
            self.format.addItem(text, name)
        self.paper = SegmentedControl(self._theme, [("a4", "A4"), ("letter", "Letter")], _("Paper"))
        self.paper.set_value(self._preferences.get("paper", "a4"))
        self.joined = QCheckBox(_("In one PDF with a cover"))
        self.private = QCheckBox(_("Take private notes along"))
        self.name = QLineEdit(self._preferences.get("name", ""))
        self.course = QLineEdit(self._preferences.get("course", ""))
        self.date = QLineEdit(date.today().isoformat())
        self.path = QLineEdit()
        self.browse = QPushButton(_("Choose…"))
        self.says = Label(self._theme, "", "small", "secondary", wrap=True)

    def _fill_scope(self) -> None:
        if self._article:
            self.scope.addItem(_("This article"), "this")
        self.scope.addItem(_("Chosen articles"), "chosen")
        for collection in self._library.collections():
            self.scope.addItem(_("Collection: {name}").format(name=collection.name), collection.id)
        self.scope.addItem(_("The whole library"), "all")

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        grid = QGridLayout()
        grid.setHorizontalSpacing(self._theme.px(12))
        grid.setVerticalSpacing(self._theme.px(9))
        place = QHBoxLayout()
        place.setSpacing(self._theme.px(6))
        place.addWidget(self.path, 1)
        place.addWidget(self.browse)
        self._rows: dict[str, tuple[Label, QWidget]] = {}
        for row, (name, text, widget) in enumerate((
            ("scope", _("What"), self.scope), ("listing", "", self.listing),
            ("format", _("As"), self.format), ("paper", _("Paper"), self.paper),
            ("joined", "", self.joined), ("name", _("Your name"), self.name),
            ("course", _("Course"), self.course), ("date", _("Date"), self.date),
            ("private", "", self.private),
        )):  # fmt: skip
            label = Label(self._theme, text, "small", "secondary")
            label.setBuddy(widget)
            widget.setAccessibleName(text or widget.accessibleName() or widget.text())
            grid.addWidget(label, row, 0)
            grid.addWidget(widget, row, 1)
            self._rows[name] = (label, widget)
        grid.addWidget(Label(self._theme, _("Where"), "small", "secondary"), 20, 0)
        grid.addLayout(place, 20, 1)
        self.path.setAccessibleName(_("Where"))
        column.addLayout(grid)
        column.addWidget(self.says)
        column.addStretch(1)
        self._connect()

    def _connect(self) -> None:
        self.scope.currentIndexChanged.connect(self._update)
        self.format.currentIndexChanged.connect(self._update)
        self.listing.itemChanged.connect(self._update)
        self.paper.chosen.connect(self._update)
        self.joined.toggled.connect(self._update)
        self.private.toggled.connect(self._update)
        for field in (self.course, self.date):
            field.editingFinished.connect(self.changed)
        self.name.editingFinished.connect(self._keep_name)
        self.browse.clicked.connect(self.browse_requested)

    # What is chosen

    def articles(self) -> tuple[str, ...]:
        """The ids of the articles chosen."""
        scope = self.scope.currentData()
        if scope == "this":
            return (self._article,)
        rows = self._library.articles()
        if scope == "all":
            return tuple(row.id for row in rows)
        if scope == "chosen":
            items = (self.listing.item(at) for at in range(self.listing.count()))
            checked = Qt.CheckState.Checked
            return tuple(
                item.data(Qt.ItemDataRole.UserRole) for item in items
                if item.checkState() == checked
            )  # fmt: skip
        inside = self._library.articles_in(scope)
        return tuple(row.id for row in rows if row.id in inside)

    def request(self) -> Request:
        """What stands in the form."""
        return Request(
            library=self._library.path, articles=self.articles(),
            format=self.format.currentData(), path=Path(self.path.text()).expanduser(),
            paper=self.paper.value(), private=self.private.isChecked(),
            joined=self.joined.isChecked(), name=self.name.text(), course=self.course.text(),
            date=self.date.text(),
        )  # fmt: skip

    def set_path(self, path: Path) -> None:
        """Another place."""
        self.path.setText(str(path))

    def keep(self) -> None:
        """Remember folder, paper and course for the next time."""
        path = Path(self.path.text())
        self._preferences.set(FOLDER, str(path.parent))
        self._preferences.set("paper", self.paper.value())
        self._preferences.set("course", self.course.text())

    def _keep_name(self) -> None:
        name = " ".join(self.name.text().split())
        if name != self._preferences.get("name", ""):
            self._preferences.set("name", name)
            self._library.set_name(name)
            self.changed.emit()

    def _update(self) -> None:
        articles, pdf = self.articles(), self.format.currentData() == "pdf"
        several = len(articles) > 1
        cover = pdf and several and self.joined.isChecked()
        for name, shown in (
            ("listing", self.scope.currentData() == "chosen"), ("paper", pdf),
            ("joined", pdf and several), ("course", cover), ("date", cover),
        ):  # fmt: skip
            for widget in self._rows[name]:
                widget.setVisible(shown)
        self.set_path(self._place(articles, pdf and several and not self.joined.isChecked()))
        self.says.setText(self._what_goes_out(articles))
        self.changed.emit()

    def _place(self, articles: tuple[str, ...], folder: bool) -> Path:
        home = Path(self._preferences.get(FOLDER, str(self._library.path.parent)))
        suffix = ".pdf" if self.format.currentData() == "pdf" else ".md"
        title = self._library.name
        if len(articles) == 1:
            title = self._library.articles(articles)[0].title
        return home / file_names([title], "" if folder else suffix)[0]

    def _what_goes_out(self, articles: tuple[str, ...]) -> str:
        marks = claims = private = open_ = bare = 0
        for id in articles:
            was_open = self._library.is_open(id)
            for note in self._library.session(id).annotations():
                if note.private and not self.private.isChecked():
                    private += 1
                    continue
                marks += 1
                claims += len(note.claims)
                open_ += sum(claim.verdict is None for claim in note.claims)
                bare += sum(not claim.evidence for claim in note.claims)
            if not was_open:
                self._library.release(id)
        parts = [
            ngettext("{n} mark", "{n} marks", marks).format(n=marks),
            ngettext("{n} claim", "{n} claims", claims).format(n=claims),
        ]
        gaps = [_("{n} without a verdict").format(n=open_)] if open_ else []
        gaps += [_("{n} without a source").format(n=bare)] if bare else []
        line = _("Goes out: {what}.").format(
            what=", ".join(parts) + (f" ({', '.join(gaps)})" if gaps else "")
        )
        if private:
            line += " " + ngettext(
                "{n} private note stays at home.", "{n} private notes stay at home.", private
            ).format(n=private)
        return line
