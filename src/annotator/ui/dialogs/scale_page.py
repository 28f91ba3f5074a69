"""A scale to look at: its verdicts in order with their definitions."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from annotator.i18n import _
from annotator.model import Scale, Verdict
from annotator.ui.dialogs.scale_words import scale_name
from annotator.ui.kit import Label, VerdictChip
from annotator.ui.theme import Theme


class ScalePage(QWidget):
    """Name, description, verdicts. A built-in scale stays as it is."""

    def __init__(self, theme: Theme, scale: Scale) -> None:
        super().__init__()
        self.scale = scale
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addWidget(Label(theme, scale_name(scale), "strong", wrap=True))
        if scale.description:
            column.addWidget(Label(theme, scale.description, "ui", "secondary", wrap=True))
        if scale.verdicts:
            column.addLayout(_verdicts(theme, scale))
        else:
            says = _("Each claim gets a conclusion in your own words.")
            column.addWidget(Label(theme, says, "ui", wrap=True))
        column.addStretch(1)


def _verdicts(theme: Theme, scale: Scale) -> QGridLayout:
    grid = QGridLayout()
    grid.setContentsMargins(0, theme.px(4), 0, 0)
    grid.setHorizontalSpacing(theme.px(14))
    grid.setVerticalSpacing(theme.px(8))
    top = Qt.AlignmentFlag.AlignTop
    for row, verdict in enumerate(scale.verdicts):
        chip = VerdictChip(theme, verdict.name, verdict.tone)
        grid.addWidget(chip, row, 0, top)
        grid.addWidget(_said(theme, verdict), row, 1)
        rating = Label(theme, _rating(verdict, scale), "small", "secondary")
        rating.setMinimumHeight(chip.sizeHint().height())  # on one line with it
        grid.addWidget(rating, row, 2, top | Qt.AlignmentFlag.AlignRight)
    grid.setColumnStretch(1, 1)
    return grid


def _said(theme: Theme, verdict: Verdict) -> Label:
    return Label(theme, verdict.definition, "ui", wrap=True)


def _rating(verdict: Verdict, scale: Scale) -> str:
    """Where it stands between the worst and the best, "" where it has no place."""
    if scale.bounds is None or verdict.rating < 1:
        return ""
    return _("{rating} of {best}").format(rating=verdict.rating, best=scale.bounds[1])
