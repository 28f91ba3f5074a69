"""What delegates that paint rows of a pane share: how wide rows are, and their ground."""

from PySide6.QtCore import QObject, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from annotator.ui.kit import paint
from annotator.ui.theme import Theme


class RowDelegate(QStyledItemDelegate):
    """Rows as wide as ``width`` px."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.width = 0


def row_ground(
    painter: QPainter, theme: Theme, box: QRectF, option: QStyleOptionViewItem, radius: float,
    *, token: str = "", chosen: str = "selected",
) -> None:  # fmt: skip
    """A rounded ground for a row that is chosen or under the mouse, and the ring of the focus.
    ``token``: its colour whatever its state; ``chosen``: its colour where it is chosen."""
    state = option.state
    if not token and state & QStyle.StateFlag.State_Selected:
        token = chosen
    if token:
        paint.rounded(painter, box, radius, theme.colour(token))
    elif state & QStyle.StateFlag.State_MouseOver:
        hover = theme.colour("selected")
        hover.setAlphaF(0.5)
        paint.rounded(painter, box, radius, hover)
    if state & QStyle.StateFlag.State_HasFocus:
        paint.focus_ring(painter, box, theme, radius)
