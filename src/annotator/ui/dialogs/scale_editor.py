"""A scale of one's own being written."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from annotator.i18n import _
from annotator.model import Scale, Verdict
from annotator.ui.dialogs.field import Field
from annotator.ui.dialogs.number_field import NumberField
from annotator.ui.dialogs.scale_words import tones
from annotator.ui.kit import IconButton, LinkButton
from annotator.ui.theme import Theme

NEW = Verdict("", "", "", 0, "none")


class ScaleEditor(QWidget):
    """Name, description and verdicts, which can be added, moved and taken out. ``resized``: it has
    another height."""

    resized = Signal()

    def __init__(self, theme: Theme, scale: Scale, may_go: Callable[[Verdict], bool]) -> None:
        """``may_go``: whether a verdict may be taken out; tells why where it may not."""
        super().__init__()
        self._theme, self.scale, self._may_go = theme, scale, may_go
        self.name, self.description = QLineEdit(scale.name), QLineEdit(scale.description)
        self.rows = [self._row(verdict) for verdict in scale.verdicts or (NEW,)]
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(10))
        self._column.addWidget(Field(theme, _("Name of the scale"), self.name))
        self._column.addWidget(Field(theme, _("What it is for"), self.description))
        self._verdicts = QVBoxLayout()
        self._verdicts.setSpacing(theme.px(12))
        for row in self.rows:
            self._verdicts.addWidget(row.widget)
        self._column.addLayout(self._verdicts)
        self.add = LinkButton(theme, _("+ Verdict"), role="ui")
        self.add.clicked.connect(self._add)
        foot = QHBoxLayout()
        foot.addWidget(self.add)
        foot.addStretch(1)
        self._column.addLayout(foot)
        self._column.addStretch(1)

    def _row(self, verdict: Verdict) -> "Row":
        row = Row(self._theme, verdict)
        for button, act in (
            (row.up, partial(self._move, row, -1)), (row.down, partial(self._move, row, 1)),
            (row.remove, partial(self._remove, row)),
        ):  # fmt: skip
            button.clicked.connect(_quietly(act))
        return row

    def _add(self) -> None:
        row = self._row(NEW)
        self.rows.append(row)
        self._verdicts.addWidget(row.widget)
        row.widget.show()  # or it had no height yet
        self._chain()
        self.resized.emit()
        row.name.setFocus()

    def _move(self, row: "Row", step: int) -> None:
        at = self.rows.index(row)
        to = at + step
        if 0 <= to < len(self.rows):
            self.rows.insert(to, self.rows.pop(at))
            self._verdicts.removeWidget(row.widget)
            self._verdicts.insertWidget(to, row.widget)
            self._chain()

    def _chain(self) -> None:
        """Tab goes through the rows in the order they stand."""
        stops = [stop for row in self.rows for stop in row.stops()]
        for before, after in pairwise([self.description, *stops, self.add]):
            QWidget.setTabOrder(before, after)

    def _remove(self, row: "Row") -> None:
        if row.verdict.id and not self._may_go(row.verdict):
            return
        at = self.rows.index(row)
        self.rows.remove(row)
        self._verdicts.removeWidget(row.widget)
        row.widget.hide()
        row.widget.deleteLater()
        following = self.rows[min(at, len(self.rows) - 1)].name if self.rows else self.add
        following.setFocus()
        self.resized.emit()

    def verdicts(self) -> list[Verdict]:
        """What stands in the rows; one that is all empty counts for nothing."""
        found = [row.value() for row in self.rows]
        return [one for one in found if one.name or one.definition or one.id]

    @property
    def is_changed(self) -> bool:
        """Whether anything is other than it is stored."""
        scale = self.scale
        now = (self.name.text().strip(), self.description.text().strip(), self.verdicts())
        return now != (scale.name, scale.description, list(scale.verdicts))


@dataclass(eq=False)
class Row:
    """A verdict's fields."""

    theme: Theme
    verdict: Verdict

    def __post_init__(self) -> None:
        theme, verdict = self.theme, self.verdict
        self.name = _line(verdict.name, _("Verdict"))
        self.definition = _line(verdict.definition, _("Definition"))
        self.tone = QComboBox()
        self.tone.setAccessibleName(_("Tone"))
        self.tone.setToolTip(_("The colour and sign it is shown with"))
        for value, label in tones():
            self.tone.addItem(label, value)
        self.tone.setCurrentIndex(self.tone.findData(verdict.tone))
        self.rating = NumberField(verdict.rating, _("Rating, 1 the worst"), _("rating"))
        self.rating.setToolTip(_("Its place from 1, the worst; empty for none"))
        self.rating.setFixedWidth(theme.px(62))
        self.up = IconButton(theme, "arrow-up", _("Up"), size=26, token="secondary")
        self.down = IconButton(theme, "arrow-down", _("Down"), size=26, token="secondary")
        self.remove = IconButton(theme, "x", _("Take out"), size=26, token="secondary")
        self.widget = QWidget()
        self._lay_out()

    def _lay_out(self) -> None:
        grid = QGridLayout(self.widget)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(self.theme.px(6))
        grid.setVerticalSpacing(self.theme.px(4))
        first = self.stops()[:-1]
        for column, widget in enumerate(first):
            grid.addWidget(widget, 0, column)
        grid.addWidget(self.definition, 1, 0, 1, len(first))
        grid.setColumnStretch(0, 1)

    def stops(self) -> list[QWidget]:
        """Where Tab stops, in order."""
        buttons = (self.up, self.down, self.remove)
        return [self.name, self.tone, self.rating, *buttons, self.definition]

    def value(self) -> Verdict:
        """The verdict as it stands here."""
        return replace(
            self.verdict, name=" ".join(self.name.text().split()), tone=self.tone.currentData(),
            rating=self.rating.value(), definition=self.definition.text().strip(),
        )  # fmt: skip


def _quietly(act: Callable[[], None]) -> Callable[[bool], None]:
    return lambda _checked=False: act()


def _line(text: str, name: str) -> QLineEdit:
    line = QLineEdit(text)
    line.setPlaceholderText(name)
    line.setAccessibleName(name)
    return line
