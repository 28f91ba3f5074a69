"""The bar at the selection in the second article."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QHBoxLayout, QWidget

from annotator.i18n import _
from annotator.ui.kit import IconButton, LinkButton, Popover
from annotator.ui.theme import Theme

GAP = 6.0  # px at 100 %, between the selection and the bar


class EvidenceBar(Popover):
    """Floats at the selection without taking the focus."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent, modal=False, pad=4)
        self.setAccessibleName(_("What is selected in the second article"))
        row = QHBoxLayout()
        row.setSpacing(0)
        self.use = LinkButton(theme, _("Use as evidence for…"), role="ui", key="E")
        self.copy = IconButton(theme, "copy", _("Copy"), key="Ctrl+C", size=28)
        row.addWidget(self.use)
        row.addWidget(self.copy)
        self.body.addLayout(row)

    def show_at(self, selection: Sequence[QRect], room: QRect) -> None:
        """Under the selection, or over it where there is no room below."""
        self.adjustSize()
        frame, gap = self.frame(), self.theme.px(GAP)
        first, last = selection[0], selection[-1]
        below = last.bottom() + gap
        fits = below + frame.height() < room.bottom()
        y = below if fits else max(room.top(), first.top() - gap - frame.height())
        x = min(max(room.left(), last.right() - frame.width() // 2), room.right() - frame.width())
        self.open_at(QPoint(x, y) - frame.topLeft())
