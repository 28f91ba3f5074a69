"""F1: every command and the keys that do it, from the same table as the menus; then the keys that
mean something in one place only."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QPainter
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from annotator.i18n import _
from annotator.ui.actions import ActionTable
from annotator.ui.kit import SearchField, paint, plain_tip
from annotator.ui.place_keys import place_keys
from annotator.ui.theme import Theme

_NATIVE = QKeySequence.SequenceFormat.NativeText
_KEYS = Qt.ItemDataRole.UserRole


class _Keys(QStyledItemDelegate):
    """Paints a command's keys as key caps."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self.theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        keys = index.data(_KEYS) or []
        widths = [paint.key_cap_size(self.theme, paint.short_key(key)).width() for key in keys]
        return QSize(round(sum(widths)) + self.theme.px(6) * (len(widths) + 2), self.theme.px(28))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        super().paint(painter, option, index)
        painter.save()
        left = option.rect.left() + self.theme.px(6)
        for key in index.data(_KEYS) or []:
            text = paint.short_key(key)
            size = paint.key_cap_size(self.theme, text)
            top = round(option.rect.center().y() - size.height() / 2) + 1
            place = QRectF(left, top, size.width(), size.height())
            paint.key_cap(painter, self.theme, place, text)
            left += round(size.width()) + self.theme.px(6)
        painter.restore()


class ShortcutsPage(QDialog):
    """The list of keys, searchable by command and by key.

    ``single_letters_changed``: whether letters, digits and signs alone shall act.
    """

    single_letters_changed = Signal(bool)

    def __init__(
        self,
        theme: Theme,
        table: ActionTable,
        titles: Sequence[tuple[str, str]],
        *,
        single_letters: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._table, self._titles = theme, table, titles
        self.setWindowTitle(_("Keys"))
        self.field = SearchField(theme, _("Search commands and keys"))
        self.letters = QCheckBox(_("Single letters act while the article has the focus"))
        self.letters.setChecked(single_letters)
        self.tree = QTreeWidget()
        self.tree.setColumnCount(2)
        self.tree.setHeaderHidden(True)
        self.tree.setAccessibleName(_("Commands and keys"))
        self.tree.setRootIsDecorated(False)
        self.tree.setIndentation(0)
        self.tree.setSelectionBehavior(QTreeWidget.SelectionBehavior.SelectRows)
        self.tree.setItemDelegateForColumn(1, _Keys(theme, self.tree))
        self.tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.tree.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        column = QVBoxLayout(self)
        margin = theme.px(16)
        column.setContentsMargins(margin, margin, margin, margin)
        column.setSpacing(theme.px(10))
        for widget in (self.field, self.tree, self.letters):
            column.addWidget(widget)
        room = (parent or self).window().size() - QSize(theme.px(24), theme.px(24))
        self.resize(QSize(theme.px(560), theme.px(640)).boundedTo(room))
        self.field.changed.connect(self._filter)
        self.field.left_down.connect(self.tree.setFocus)
        self.field.escaped.connect(self.reject)
        self.letters.toggled.connect(self._switch)
        self._fill()

    def commands(self) -> list[str]:
        """The texts of the commands shown now."""
        return [
            item.text(0)
            for heading in self._headings()
            for item in (heading.child(n) for n in range(heading.childCount()))
            if not item.isHidden()
        ]

    def _headings(self) -> list[QTreeWidgetItem]:
        return [self.tree.topLevelItem(n) for n in range(self.tree.topLevelItemCount())]

    def _fill(self) -> None:
        self.tree.clear()
        for path, title in self._titles:
            specs = [s for s in self._table.specs if s.menu == path and not s.submenu]
            if specs:
                heading = self._heading(title)
                for spec in specs:
                    self._row(heading, spec.plain_text, self._table.shortcuts(spec.id))
        for title, keys in place_keys():
            heading = self._heading(title)
            for text, combinations in keys:
                self._row(heading, text, combinations)
        self.tree.expandAll()
        self._filter()

    def _heading(self, title: str) -> QTreeWidgetItem:
        heading = QTreeWidgetItem(self.tree, [title])
        heading.setFont(0, self._theme.font("caps"))
        heading.setForeground(0, self._theme.colour("secondary"))
        heading.setFlags(Qt.ItemFlag.ItemIsEnabled)
        heading.setSizeHint(0, QSize(0, self._theme.px(38)))
        heading.setTextAlignment(0, Qt.AlignmentFlag.AlignBottom)
        return heading

    def _row(self, heading: QTreeWidgetItem, text: str, shortcuts: Sequence[str]) -> None:
        keys = [QKeySequence(key).toString(_NATIVE) for key in shortcuts]
        item = QTreeWidgetItem(heading, [text, ""])
        item.setToolTip(0, plain_tip(text))
        item.setData(1, _KEYS, keys)
        item.setData(1, Qt.ItemDataRole.AccessibleTextRole, ", ".join(keys) or _("no key"))

    def _filter(self) -> None:
        words = self.field.text().casefold().split()
        for heading in self._headings():
            any_left = False
            for number in range(heading.childCount()):
                item = heading.child(number)
                keys = " ".join(item.data(1, _KEYS))
                text = f"{heading.text(0)} {item.text(0)} {keys}".casefold()
                item.setHidden(not all(word in text for word in words))
                any_left = any_left or not item.isHidden()
            heading.setHidden(not any_left)

    def _switch(self, on: bool) -> None:
        self._table.set_single_letters(on)
        self._fill()
        self.single_letters_changed.emit(on)
