"""What the verdicts in use become in another scale, before anything is written."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QGridLayout, QVBoxLayout, QWidget

from annotator.i18n import _
from annotator.library.scales import Mapped
from annotator.model import Scale
from annotator.ui.dialogs.scale_words import given_to, on_articles, scale_name
from annotator.ui.kit import Label, VerdictChip
from annotator.ui.theme import Theme

KEEP, BACK = "\x00keep", ""
"""A verdict stays as it is, or is taken back."""


class MappingPage(QWidget):
    """From what to what, with how many claims and which articles have it; each can be changed."""

    def __init__(self, theme: Theme, target: Scale, proposal: Sequence[Mapped]) -> None:
        super().__init__()
        self.target = target
        self.choices: dict[str, QComboBox] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(10))
        title = _("What verdicts become on “{scale}”").format(scale=scale_name(target))
        column.addWidget(Label(theme, title, "strong", wrap=True))
        says = _("Nothing is written until you use the scale. One step of undo takes it back.")
        column.addWidget(Label(theme, says, "ui", "secondary", wrap=True))
        column.addLayout(self._rows(theme, proposal))
        column.addStretch(1)

    def _rows(self, theme: Theme, proposal: Sequence[Mapped]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(10))
        grid.setVerticalSpacing(theme.px(8))
        for row, one in zip(range(0, 2 * len(proposal), 2), proposal, strict=True):
            choice = self.choices[one.key] = self._choice(one)
            arrow = Label(theme, "→", "ui", "secondary")
            left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            count = given_to(one.claims, len(one.articles))
            grid.addWidget(VerdictChip(theme, one.verdict.name, one.verdict.tone), row, 0, left)
            grid.addWidget(Label(theme, count, "small", "secondary"), row, 1)
            grid.addWidget(arrow, row, 2)
            grid.addWidget(choice, row, 3)
            if one.articles:
                said = Label(theme, on_articles(one.articles), "small", "secondary", wrap=True)
                grid.addWidget(said, row + 1, 0, 1, 4)
        grid.setColumnStretch(3, 1)
        return grid

    def _choice(self, one: Mapped) -> QComboBox:
        choice = QComboBox()
        choice.setAccessibleName(_("{verdict} becomes").format(verdict=one.verdict.name))
        for verdict in self.target.verdicts:
            choice.addItem(verdict.name, verdict.id)
            tip = Qt.ItemDataRole.ToolTipRole
            choice.setItemData(choice.count() - 1, verdict.definition, tip)
        if self.target.verdicts:
            choice.insertSeparator(choice.count())
        choice.addItem(_("stays as it is"), KEEP)
        choice.addItem(_("is taken back"), BACK)
        choice.setCurrentIndex(choice.findData(one.to.id if one.to else KEEP))
        return choice

    def mapping(self) -> dict[str, str]:
        """As ``Scales.choose`` takes it."""
        found = {key: choice.currentData() for key, choice in self.choices.items()}
        return {key: to for key, to in found.items() if to != KEEP}
