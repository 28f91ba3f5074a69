"""The titles over the rows; a chevron says what they are sorted by."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from annotator.i18n import _
from annotator.ui.kit import paint
from annotator.ui.table.cells import SIDE
from annotator.ui.theme import Theme

_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class Header(QHeaderView):
    """Quiet capitals. Nothing is said of the ``usual`` order, which is by the column of that
    name."""

    def __init__(self, theme: Theme, columns: tuple[str, ...], usual: str, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme, self._columns, self._usual = theme, columns, usual
        self._order, self._descending = usual, False
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setAccessibleName(_("Columns of the table"))
        self.setMinimumSectionSize(theme.px(24))
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def show_order(self, order: str, descending: bool) -> None:
        """What the rows are sorted by."""
        self._order, self._descending = order, descending
        self.viewport().update()

    def _says(self, section: int) -> bool:
        usual = self._order == self._usual and not self._descending
        return self._columns[section] == self._order and not usual

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        theme, box, says = self._theme, rect.toRectF(), self._says(section)
        painter.fillRect(box, theme.colour("paper"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, theme.colour("control"))
        title = self.model().headerData(section, Qt.Orientation.Horizontal)
        painter.setFont(theme.font("caps"))
        painter.setPen(theme.colour("ink" if says else "secondary"))
        room = box.adjusted(theme.px(SIDE), 0, -2, 0)
        painter.drawText(room, _MIDDLE, title)
        if says:
            after = room.left() + painter.fontMetrics().horizontalAdvance(title) + theme.px(3)
            self._paint_chevron(painter, box, after)

    def _paint_chevron(self, painter: QPainter, box: QRectF, left: float) -> None:
        side = self._theme.px(11)
        place = paint.centred(box, side)
        place.moveLeft(min(left, box.right() - side))
        name = "chevron-down" if self._descending else "chevron-up"
        paint.icon(painter, self._theme, name, "ink", place)
