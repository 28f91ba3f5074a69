"""How collections, headings and tags are painted, and how a name is typed in place."""

from PySide6.QtCore import QModelIndex, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import (
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from annotator.i18n import _
from annotator.ui.kit import paint
from annotator.ui.shelf.article_delegate import pair
from annotator.ui.shelf.section_model import ENTRY, Entry, SectionModel
from annotator.ui.theme import Theme
from annotator.ui.theme.fonts import weigh

ROW, SIDE, INDENT, EDGE = 25, 10, 14, 2  # px at 100 %, as all below
SECTION, SECTION_TEXT, SECTION_FOOT = 32, 14, 5
DEEPEST = 4


class SectionDelegate(QStyledItemDelegate):
    """Rows as wide as ``width`` px. ``target`` is the collection that articles are dragged over."""

    def __init__(self, theme: Theme, model: SectionModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme, self._model = theme, model
        self.width = 0
        self.target = ""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        section = self._model.entry(index.row()).kind == "section"
        return QSize(0, self.theme.px(SECTION if section else ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        entry: Entry = index.data(ENTRY)
        box = QRectF(option.rect)
        box.setWidth(self.width)
        painter.save()
        self._paint_ground(painter, box, option, entry)
        if entry.kind == "section":
            self._paint_section(painter, box, option, entry)
        elif entry.text:
            self._paint_entry(painter, box, entry)
        painter.restore()

    def _paint_ground(
        self, painter: QPainter, box: QRectF, option: QStyleOptionViewItem, entry: Entry
    ) -> None:
        theme, radius = self.theme, self.theme.px(6)
        section = entry.kind == "section"
        if section:
            box = box.adjusted(0, theme.px(8), 0, 0)
        if entry.kind == "collection" and entry.key and entry.key == self.target:
            ground, edge = theme.colour("accent_ground"), theme.colour("accent")
            paint.rounded(painter, box, radius, ground, edge)
        elif option.state & QStyle.StateFlag.State_MouseOver and not section:
            hover = theme.colour("selected")
            hover.setAlphaF(0.5)
            paint.rounded(painter, box, radius, hover)
        if option.state & QStyle.StateFlag.State_HasFocus:
            paint.focus_ring(painter, box, theme, radius)

    def _paint_section(
        self, painter: QPainter, box: QRectF, option: QStyleOptionViewItem, entry: Entry
    ) -> None:
        theme, folded = self.theme, entry.key in self._model.folded
        line = box.adjusted(theme.px(SIDE), 0, -theme.px(SIDE), -theme.px(SECTION_FOOT))
        line.setTop(line.bottom() - theme.px(SECTION_TEXT))
        painter.setFont(theme.font("caps"))
        painter.setPen(theme.colour("secondary"))
        pair(painter, line, entry.text, "", 0)
        pointed = QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_HasFocus
        if folded or option.state & pointed:
            side = theme.px(13)
            place = paint.centred(
                QRectF(line.right() - side, line.top(), side, line.height()), side
            )
            name = "chevron-right" if folded else "chevron-down"
            paint.icon(painter, theme, name, "secondary", place)

    def _paint_entry(self, painter: QPainter, box: QRectF, entry: Entry) -> None:
        theme = self.theme
        painter.setPen(theme.colour("accent" if entry.current else "secondary"))
        painter.setFont(self._font(entry))
        if entry.current:
            edge = QRectF(box.left(), box.top(), theme.px(EDGE), box.height())
            painter.fillRect(edge, theme.colour("accent"))
        indent = theme.px(SIDE) + min(entry.depth, DEEPEST) * theme.px(INDENT)
        line = box.adjusted(indent, 0, -theme.px(SIDE), 0)
        count = str(entry.count) if entry.count or entry.kind == "collection" else ""
        pair(painter, line, entry.text, count, theme.px(8))

    def _font(self, entry: Entry) -> QFont:
        font = self.theme.font("ui")
        if entry.current:
            weigh(font, 550)
        return font

    # Typing a name

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: QModelIndex
    ) -> QWidget:
        edit = QLineEdit(parent)
        edit.setFont(self.theme.font("ui"))
        # As high as its row: the field's usual padding is for forms.
        edit.setStyleSheet(f"padding: 0 {self.theme.px(SIDE - 3)}px; min-height: 0;")
        edit.setAccessibleName(_("Name of the collection"))
        edit.setPlaceholderText(_("Name of the collection"))
        return edit

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: QModelIndex
    ) -> None:
        rect = option.rect
        rect.setWidth(self.width)
        editor.setGeometry(rect)

    def setModelData(self, editor: QLineEdit, model: SectionModel, index: QModelIndex) -> None:
        model.setData(index, editor.text(), Qt.ItemDataRole.EditRole)
