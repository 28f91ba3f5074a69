"""The list of what was found."""

from PySide6.QtCore import QModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from annotator.i18n import _
from annotator.store import Hit
from annotator.ui.kit.row_cells import RowDelegate, row_ground
from annotator.ui.shelf import lines, wording
from annotator.ui.shelf.article_delegate import pair
from annotator.ui.shelf.list_view import PaneList
from annotator.ui.shelf.result_model import HIT, Remark, ResultModel
from annotator.ui.theme import Theme

PADDING, SIDE, GAP, RADIUS = 7, 10, 2, 8  # px at 100 %, as all below
TITLE_LINE, SNIPPET_LINE = 17, 17
HEADING, HEADING_TEXT, HEADING_FOOT = 30, 14, 5
SNIPPET_LINES, REMARK_LINES = 2, 3


class ResultDelegate(RowDelegate):
    """Rows as wide as ``width`` px."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        row: Hit | Remark | str = index.data(HIT)
        theme = self.theme
        if isinstance(row, Remark):
            return QSize(0, self._remark_height(row))
        if isinstance(row, str):
            return QSize(0, theme.px(HEADING))
        text, found = lines.found_ranges(wording.snippet_text(row))
        _layout, taken = lines.lay_out(
            text, self._font(row), self._room(), SNIPPET_LINES, found, self._emphasis(row)
        )
        title = 0 if row.field == "title" else theme.px(TITLE_LINE)
        height = 2 * theme.px(PADDING) + title + taken * theme.px(SNIPPET_LINE) + theme.px(GAP)
        return QSize(0, height)

    def _remark_height(self, remark: Remark) -> int:
        font = self.theme.font("small")
        _layout, taken = lines.lay_out(remark.text, font, self._room(), REMARK_LINES)
        return 2 * self.theme.px(PADDING) + taken * self.theme.px(SNIPPET_LINE)

    def _room(self) -> float:
        return max(40.0, self.width - 2 * self.theme.px(SIDE))

    def _font(self, hit: Hit):
        return self.theme.font("strong" if hit.field == "title" else "small")

    def _emphasis(self, hit: Hit) -> lines.Emphasis:
        theme = self.theme
        font = theme.font("strong" if hit.field == "title" else "small_strong")
        return lines.Emphasis(font, theme.colour("accent"), theme.colour("accent_ground"))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        row: Hit | Remark | str = index.data(HIT)
        box = QRectF(option.rect)
        box.setWidth(self.width)
        painter.save()
        if isinstance(row, Remark):
            self._paint_remark(painter, box, row)
        elif isinstance(row, str):
            self._paint_heading(painter, box, row)
        else:
            self._paint_hit(painter, box, option, row)
        painter.restore()

    def _paint_heading(self, painter: QPainter, box: QRectF, text: str) -> None:
        theme = self.theme
        line = box.adjusted(theme.px(SIDE), 0, -theme.px(SIDE), -theme.px(HEADING_FOOT))
        line.setTop(line.bottom() - theme.px(HEADING_TEXT))
        painter.setFont(theme.font("caps"))
        painter.setPen(theme.colour("secondary"))
        pair(painter, line, text, "", 0)

    def _paint_remark(self, painter: QPainter, box: QRectF, remark: Remark) -> None:
        theme = self.theme
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("secondary"))
        at = box.topLeft() + QPointF(theme.px(SIDE), theme.px(PADDING))
        lines.draw(
            painter, at, self._room(), remark.text, REMARK_LINES, theme.px(SNIPPET_LINE)
        )  # fmt: skip

    def _paint_hit(
        self, painter: QPainter, box: QRectF, option: QStyleOptionViewItem, hit: Hit
    ) -> None:
        theme = self.theme
        box.setHeight(box.height() - theme.px(GAP))
        row_ground(painter, theme, box, option, theme.px(RADIUS))
        at = box.topLeft() + QPointF(theme.px(SIDE), theme.px(PADDING))
        if hit.field != "title":
            painter.setFont(theme.font("strong"))
            painter.setPen(theme.colour("ink"))
            line = QRectF(at.x(), at.y(), self._room(), theme.px(TITLE_LINE))
            pair(painter, line, hit.title, "", 0)
            at.setY(at.y() + theme.px(TITLE_LINE))
        text, found = lines.found_ranges(wording.snippet_text(hit))
        painter.setFont(self._font(hit))
        painter.setPen(theme.colour("ink" if hit.field == "title" else "secondary"))
        lines.draw(
            painter, at, self._room(), text, SNIPPET_LINES, theme.px(SNIPPET_LINE), found,
            self._emphasis(hit),
        )  # fmt: skip


class ResultList(PaneList):
    """``hit_opened`` carries a ``Hit``; ``escaped``: Esc was pressed."""

    hit_opened = Signal(object)
    escaped = Signal()

    def __init__(self, theme: Theme, model: ResultModel, parent: QWidget | None = None) -> None:
        super().__init__(_("Search results"), parent)
        self._delegate = ResultDelegate(theme, self)
        self.setItemDelegate(self._delegate)
        self.setModel(model)
        self.opened.connect(self._open)
        self.follow(theme)

    def enter(self) -> None:
        """Take the focus, on the first hit unless one is chosen."""
        if self.model().hit(self.currentIndex().row()) is None:
            self.setCurrentIndex(self.model().index(1))
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_first(self) -> None:
        """Go to the chosen hit, or to the first."""
        row = self.currentIndex().row()
        hit = self.model().hit(row) or self.model().hit(1)
        if hit is not None:
            self.hit_opened.emit(hit)

    def _open(self, index: QModelIndex) -> None:
        hit = self.model().hit(index.row())
        if hit is not None:
            self.hit_opened.emit(hit)

    def _at_top(self) -> bool:
        return self.currentIndex().row() <= 1

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)
