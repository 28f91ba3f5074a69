"""The titles over the sources; a chevron says what they are sorted by."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from annotator.i18n import _
from annotator.ui.kit import paint
from annotator.ui.sources.rows import COLUMNS
from annotator.ui.theme import Theme

SIDE = 8
_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class Header(QHeaderView):
    """Quiet capitals."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self._order, self._descending = "title", False
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setAccessibleName(_("Columns of the table"))
        self.setMinimumSectionSize(theme.px(24))

    def show_order(self, order: str, descending: bool) -> None:
        """What the rows are sorted by."""
        self._order, self._descending = order, descending
        self.viewport().update()

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        theme, box = self._theme, rect.toRectF()
        painter.fillRect(box, theme.colour("paper"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, theme.colour("control"))
        named = COLUMNS[section] == self._order
        usual = self._order == "title" and not self._descending
        title = self.model().headerData(section, Qt.Orientation.Horizontal)
        painter.setFont(theme.font("caps"))
        painter.setPen(theme.colour("ink" if named and not usual else "secondary"))
        room = box.adjusted(theme.px(SIDE), 0, -2, 0)
        painter.drawText(room, _MIDDLE, title)
        if named and not usual:
            side = theme.px(11)
            left = room.left() + painter.fontMetrics().horizontalAdvance(title) + theme.px(3)
            place = paint.centred(box, side)
            place.moveLeft(min(left, box.right() - side))
            name = "chevron-down" if self._descending else "chevron-up"
            paint.icon(painter, theme, name, "ink", place)
