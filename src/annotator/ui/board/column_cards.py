"""How a claim is painted in a column."""

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from annotator.library.claims.filtering import whose_turn
from annotator.store.board import ClaimRow
from annotator.ui.board import drawing
from annotator.ui.board.model import linked_text, sources_text
from annotator.ui.cards.text import elided, measure
from annotator.ui.kit import paint
from annotator.ui.table.rows import ROW
from annotator.ui.table.texts import Texts
from annotator.ui.theme import Theme

LINES = 4
PAD, GAP, EDGE = 10, 8, 2
"""px at 100 %: within a card, between two, and at its right."""
FOOT, WIDEST = 2, 150
"""Lines that a verdict may take where it is too wide for one; px at 100 % that are kept free for a
long word of it."""
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class ColumnCards(QStyledItemDelegate):
    """A column's cards are all alike in height: number and who, four lines of a statement, verdict
    or sources."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme, self.texts = theme, Texts(theme)
        self._names: frozenset[str] = frozenset()
        self._foot = 1  # lines of a verdict

    def least_width(self) -> int:
        """How wide a card is at least, px, that its verdict can be read."""
        px = self.theme.px
        words = (drawing.narrowest(self.theme, name) for name in self._names)
        return min(px(WIDEST), max(words, default=0)) + 2 * px(PAD) + px(EDGE)

    def set_rows(self, rows: Iterable[ClaimRow]) -> None:
        """What is to be painted: by its verdicts go least width and height."""
        self._names = frozenset(row.verdict.name for row in rows if row.verdict is not None)

    def fit(self, width: int) -> bool:
        """Take the height that cards of this width need; whether it is another one."""
        px, before = self.theme.px, self._foot
        room = width - 2 * px(PAD) - px(EDGE)
        fitting = all(drawing.in_one_line(self.theme, name, room) for name in self._names)
        self._foot = 1 if fitting else FOOT
        return self._foot != before

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        px = self.theme.px
        words = LINES * round(14.5 * self.theme.scale * 1.42)
        foot = drawing.verdict_height(self.theme, self._foot)
        return QSize(px(60), words + px(18) + foot + 2 * px(PAD) + px(8) + px(GAP))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        row: ClaimRow = index.data(ROW)
        theme, px = self.theme, self.theme.px
        box = QRectF(option.rect).adjusted(0, 0, -px(EDGE), -px(GAP))
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
        label = elided(theme, _head(row), "small", head.width())
        painter.drawText(head, drawing.LEFT, label)
        room = head.width() - measure(theme, label, "small") - px(4)
        painter.drawText(head, RIGHT, elided(theme, whose_turn(row), "small", max(0, room)))
        words = box.adjusted(0, px(18), 0, 0)
        self.texts.draw(painter, row.statement, words, role="serif", most=LINES)
        foot = self._foot_room(box, row)
        if row.verdict is not None:
            drawing.verdict(painter, theme, foot, row.verdict, FOOT)
            return
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("middling" if row.no_source else "secondary"))
        said = _no_source() if row.no_source else sources_text(row)
        painter.drawText(foot, drawing.LEFT, elided(theme, said, "small", foot.width()))

    def _foot_room(self, box: QRectF, row: ClaimRow) -> QRectF:
        name = row.verdict.name if row.verdict is not None else ""
        lines = 1 if drawing.in_one_line(self.theme, name, box.width()) else FOOT
        height = drawing.verdict_height(self.theme, lines)
        return QRectF(box.left(), box.bottom() - height, box.width(), height)


def _head(row: ClaimRow) -> str:
    """``C5``, ``C5 ↔ C6``."""
    return " ".join(filter(None, (row.label, linked_text(row))))


def _no_source() -> str:
    from annotator.i18n import _

    return _("no source yet")
