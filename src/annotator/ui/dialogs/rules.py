"""What a library asks of every claim in it: an assignment's rules, a desk's habits."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QWidget,
)

from annotator.errors import UserFacingError
from annotator.i18n import _
from annotator.library import Library, Preferences
from annotator.library.minimum import Minimum
from annotator.ui.dialogs.field import Field
from annotator.ui.dialogs.number_field import NumberField
from annotator.ui.dialogs.saving import SavingSheet
from annotator.ui.dialogs.scale_words import scale_name
from annotator.ui.kit import Label, LinkButton, TagField
from annotator.ui.theme import Theme


class RulesDialog(SavingSheet):
    """Numbers, tags, scale and who reviews; saved as one undo step. The checklist then says what
    falls short. ``scales_wanted``: another scale is to be chosen."""

    scales_wanted = Signal()

    def __init__(
        self, theme: Theme, library: Library, preferences: Preferences, parent: QWidget
    ) -> None:
        super().__init__(theme, _("What is asked for"), parent, 460)
        self._library, self._preferences = library, preferences
        says = _("What this library asks of every claim. The checklist says what falls short.")
        self.body.addWidget(Label(theme, says, "ui", "secondary", wrap=True))
        asked = library.review.minimum
        self._make_numbers(asked)
        self._make_tags(asked)
        self._make_people(asked)
        self._make_scale()
        self.body.addStretch(1)
        self.make_foot()
        self._before = self.minimum()
        self.sources.setFocus()

    def _make_numbers(self, asked: Minimum) -> None:
        self.sources = NumberField(asked.sources, _("Sources a claim"), _("any"))
        self.origins = NumberField(asked.origins, _("Origins a claim"), _("any"))
        self.claims = NumberField(asked.claims, _("Claims an article"), _("any"))
        grid = QGridLayout()
        grid.setContentsMargins(0, self.theme.px(4), 0, 0)
        grid.setHorizontalSpacing(self.theme.px(12))
        for at, (text, field) in enumerate(
            (
                (_("Sources a claim"), self.sources), (_("Origins a claim"), self.origins),
                (_("Claims an article"), self.claims),
            )
        ):  # fmt: skip
            grid.addWidget(Field(self.theme, text, field), 0, at)
            grid.setColumnStretch(at, 1)
        self.body.addLayout(grid)
        says = _("At least so many. Sources that repeat one report are one origin.")
        self.body.addWidget(Label(self.theme, says, "small", "secondary", wrap=True))

    def _make_tags(self, asked: Minimum) -> None:
        library = self._library
        self.tags = TagField(
            self.theme, lambda: [tag.path for tag in library.tags()], _("Tags to be used")
        )
        self.tags.set_tags(asked.tags)
        self.body.addWidget(Field(self.theme, _("Tags to be used, each at least once"), self.tags))

    def _make_people(self, asked: Minimum) -> None:
        self.other_person = QCheckBox(_("The reviewer must be somebody else"))
        self.other_person.setToolTip(
            _("Who gave a verdict cannot approve it; a claim waits for somebody else’s review")
        )
        self.other_person.setChecked(asked.other_person)
        self.name = QLineEdit(self._preferences.get("name", ""))
        hint = _("as it stands in trails and on what you hand in")
        self.body.addWidget(Field(self.theme, _("Your name"), self.name, hint))
        self.body.addWidget(self.other_person)

    def _make_scale(self) -> None:
        row = QHBoxLayout()
        self.scale = Label(self.theme, "", "ui")
        self.show_scale()
        other = LinkButton(self.theme, _("Scales of verdicts…"), role="ui")
        other.clicked.connect(self.scales_wanted)
        row.addWidget(self.scale)
        row.addWidget(other)
        row.addStretch(1)
        self.body.addLayout(row)

    def show_scale(self) -> None:
        """Say which scale is in use now."""
        scale = self._library.scales.current
        self.scale.setText(_("Scale: {name}").format(name=scale_name(scale)))

    def minimum(self) -> Minimum:
        """What stands in the fields."""
        return Minimum(
            self.sources.value(), self.origins.value(), self.claims.value(), self.tags.tags(),
            self.other_person.isChecked(),
        )  # fmt: skip

    def _save(self) -> None:
        try:
            self._save_name()
            if self.minimum() != self._before:
                self._library.review.ask_for(self.minimum())
        except UserFacingError as error:
            self.tell_trouble(str(error))
            return
        self.accept()

    def _save_name(self) -> None:
        name = " ".join(self.name.text().split())
        if name != self._preferences.get("name", ""):
            self._library.set_name(name)
            self._preferences.set("name", name)
