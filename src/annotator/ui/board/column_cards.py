"""How a claim is painted in a column."""

from PySide6.QtCore import QModelIndex, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from annotator.store.board import ClaimRow
from annotator.ui.board import drawing
from annotator.ui.board.model import sources_text
from annotator.ui.cards.text import elided
from annotator.ui.kit import paint
from annotator.ui.table.rows import ROW
from annotator.ui.table.texts import Texts
from annotator.ui.theme import Theme

LINES = 4
PAD, GAP = 10, 8
"""px at 100 %: within a card, and between two."""
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class ColumnCards(QStyledItemDelegate):
    """Cards are all alike in height: number and who, four lines of a statement, verdict or
    sources."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme, self.texts = theme, Texts(theme)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        px = self.theme.px
        words = LINES * round(14.5 * self.theme.scale * 1.42)
        foot = drawing.verdict_height(self.theme)
        return QSize(px(60), words + px(18) + foot + 2 * px(PAD) + px(8) + px(GAP))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        row: ClaimRow = index.data(ROW)
        theme, px = self.theme, self.theme.px
        box = QRectF(option.rect).adjusted(0, 0, -px(2), -px(GAP))
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        ground = theme.colour("accent_ground" if chosen else "card")
        edge = theme.colour("accent" if chosen else "hairline")
        paint.rounded(painter, box, px(8), ground, edge)
        if option.state & QStyle.StateFlag.State_HasFocus:
            paint.focus_ring(painter, box, theme, px(8))
        self._paint_row(painter, box.adjusted(px(PAD), px(PAD), -px(PAD), -px(PAD)), row)
        painter.restore()

    def _paint_row(self, painter: QPainter, box: QRectF, row: ClaimRow) -> None:
        theme, px = self.theme, self.theme.px
        head = QRectF(box.left(), box.top(), box.width(), px(16))
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("secondary"))
        painter.drawText(head, drawing.LEFT, row.label)
        painter.drawText(head, RIGHT, elided(theme, row.assignee, "small", box.width() * 0.7))
        words = box.adjusted(0, px(18), 0, 0)
        self.texts.draw(painter, row.statement, words, role="serif", most=LINES)
        height = drawing.verdict_height(theme)
        foot = QRectF(box.left(), box.bottom() - height, box.width(), height)
        if row.verdict is not None:
            drawing.verdict(painter, theme, foot, row.verdict)
            return
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("secondary" if row.sources else "middling"))
        said = sources_text(row) if row.sources else _no_source()
        painter.drawText(foot, drawing.LEFT, elided(theme, said, "small", foot.width()))


def _no_source() -> str:
    from annotator.i18n import _

    return _("no source yet")
