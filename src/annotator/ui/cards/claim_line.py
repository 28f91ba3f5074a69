"""A claim as a line of a list: number, verdict, where it stands, statement."""

from PySide6.QtCore import QObject, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from annotator.i18n import _
from annotator.store.board import ClaimRow
from annotator.ui.cards.parts import LEFT, RIGHT
from annotator.ui.cards.text import elided, measure
from annotator.ui.finder_list import LINE
from annotator.ui.kit import paint
from annotator.ui.theme import Theme


class ClaimLine(QStyledItemDelegate):
    """Two lines a claim, whatever it says."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self.theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: object) -> QSize:
        return QSize(0, self.theme.px(50))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: object) -> None:
        theme, rect, row = self.theme, QRectF(option.rect), index.data(LINE)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            paint.rounded(painter, rect, theme.px(7), theme.colour("accent_ground"))
        room = rect.adjusted(theme.px(9), theme.px(5), -theme.px(9), -theme.px(5))
        half = room.height() / 2
        self._first(painter, QRectF(room.left(), room.top(), room.width(), half), row)
        painter.setFont(theme.font("ui"))
        painter.setPen(theme.colour("ink"))
        second = QRectF(room.left(), room.top() + half, room.width(), half)
        painter.drawText(second, LEFT, elided(theme, row.statement, "ui", second.width()))
        painter.restore()

    def _first(self, painter: QPainter, room: QRectF, row: ClaimRow) -> None:
        theme, verdict = self.theme, row.verdict
        tone = theme.tone(verdict.tone if verdict else "none")
        name = verdict.name if verdict else _("To check")
        self._words(painter, room, row.label, "small_strong", theme.colour("ink"))
        room.setLeft(room.left() + measure(theme, row.label, "small_strong") + theme.px(9))
        side = theme.px(13)
        sign = QRectF(room.left(), room.center().y() - side / 2, side, side)
        icon = paint.VERDICT_ICONS[verdict.tone if verdict else "none"]
        paint.drawn.paint(painter, icon, tone, sign)
        room.setLeft(sign.right() + theme.px(5))
        shown = elided(theme, name, "small_strong", room.width() / 2)
        self._words(painter, room, shown, "small_strong", tone)
        room.setLeft(room.left() + measure(theme, shown, "small_strong") + theme.px(12))
        where = elided(theme, row.article_title, "small", room.width())
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("secondary"))
        painter.drawText(room, RIGHT, where)

    def _words(self, painter: QPainter, room: QRectF, text: str, role: str, colour: object) -> None:
        painter.setFont(self.theme.font(role))
        painter.setPen(colour)
        painter.drawText(room, LEFT, text)
