"""Ctrl+K: type a few letters, press Enter. Commands, articles, headings, tags."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPoint,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from annotator.i18n import _
from annotator.ui.actions import ActionTable
from annotator.ui.fuzzy import score
from annotator.ui.kit import Label, Popover, SearchField, announce, paint
from annotator.ui.theme import Theme

SHOWN = 60
"""No more lines than this; whoever looks further types further."""

_MOVES = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: 8,
    Qt.Key.Key_PageUp: -8,
}


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the palette: what it is called, what of (``detail``), what it does."""

    title: str
    run: Callable[[], object]
    detail: str = ""
    key: str = ""
    icon: str = ""


Provider = Callable[[], Iterable[Entry]]


def command_entries(table: ActionTable, titles: Sequence[tuple[str, str]]) -> list[Entry]:
    """What can be done now, in the order of the menus, with keys."""
    names = dict(titles)
    return [
        Entry(
            table.text(spec.id).rstrip("…"),
            lambda command=spec.id: table.run(command),
            names.get(spec.menu, ""),
            table.key_text(spec.id),
            spec.icon,
        )
        for spec in table.specs
        if not spec.submenu and spec.id != "edit.palette" and table.enabled(spec.id)
    ]


def ranked(query: str, entries: Iterable[Entry]) -> list[Entry]:
    """The entries that fit, best first; in their own order where the query does not decide."""
    if not query.strip():
        return list(entries)[:SHOWN]
    fits = []
    for place, entry in enumerate(entries):
        by_title = score(query, entry.title)
        fit = by_title if by_title is not None else score(query, f"{entry.title} {entry.detail}")
        if fit is not None:
            fits.append((fit - (20 if by_title is None else 0), -place, entry))
    fits.sort(key=lambda f: f[:2], reverse=True)
    return [entry for _fit, _place, entry in fits[:SHOWN]]


class _Lines(QAbstractListModel):
    """The entries that fit, for the view and for screen readers."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.entries: list[Entry] = []

    def show(self, entries: list[Entry]) -> None:
        self.beginResetModel()
        self.entries = entries
        self.endResetModel()

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self.entries)

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        entry = self.entries[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(entry)
        return None


def spoken(entry: Entry) -> str:
    """An entry as a screen reader says it."""
    return ", ".join(part for part in (entry.title, entry.detail, entry.key) if part)


class _Line(QStyledItemDelegate):
    """Paints an entry: icon, title, what of, keys."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self.theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        return QSize(0, QFontMetrics(self.theme.font("ui")).height() + self.theme.px(16))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        theme, rect = self.theme, QRectF(option.rect)
        entry = index.model().entries[index.row()]
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            paint.rounded(painter, rect, theme.px(7), theme.colour("accent_ground"))
        pad = theme.px(10)
        room = rect.adjusted(pad, 0, -pad, 0)
        if entry.icon:
            place = paint.centred(room, theme.px(16))
            place.moveLeft(room.left())
            paint.icon(painter, theme, entry.icon, "secondary", place)
        room.setLeft(room.left() + theme.px(16) + pad)
        if entry.key:
            room.setRight(self._key(painter, room, paint.short_key(entry.key)) - pad)
        self._words(painter, room, entry)
        painter.restore()

    def _key(self, painter: QPainter, room: QRectF, text: str) -> float:
        """Paints the key at the right; where it begins."""
        size = paint.key_cap_size(self.theme, text)
        left = room.right() - size.width()
        top = round(room.center().y() - size.height() / 2)
        paint.key_cap(painter, self.theme, QRectF(left, top, size.width(), size.height()), text)
        return left

    def _words(self, painter: QPainter, room: QRectF, entry: Entry) -> None:
        theme, middle = self.theme, Qt.AlignmentFlag.AlignVCenter
        small = QFontMetrics(theme.font("small"))
        detail = small.elidedText(
            entry.detail, Qt.TextElideMode.ElideRight, int(room.width() * 0.4)
        )
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("secondary"))
        painter.drawText(room, middle | Qt.AlignmentFlag.AlignRight, detail)
        room.setRight(room.right() - small.horizontalAdvance(detail) - theme.px(10))
        painter.setFont(theme.font("ui"))
        painter.setPen(theme.colour("ink"))
        title = QFontMetrics(painter.font()).elidedText(
            entry.title, Qt.TextElideMode.ElideRight, int(room.width())
        )
        painter.drawText(room, middle, title)


class Palette(Popover):
    """The command palette over a window. ``summon`` opens it with fresh entries."""

    def __init__(self, theme: Theme, parent: QWidget, providers: Sequence[Provider]) -> None:
        self._providers = providers
        self._entries: list[Entry] = []
        super().__init__(theme, parent)
        self.setAccessibleName(_("Commands and places"))
        self.field = SearchField(theme, _("Type a command, an article, a heading, a tag"))
        self.list = QListView()
        self._lines = _Lines(self.list)
        self.list.setModel(self._lines)
        self.list.setItemDelegate(_Line(theme, self.list))
        self.list.setUniformItemSizes(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setAccessibleName(_("What fits"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMouseTracking(True)
        self._none = Label(theme, _("Nothing fits; try fewer letters."), "ui", "secondary")
        for widget in (self.field, self.list, self._none):
            self.body.addWidget(widget)
        self.field.edit.installEventFilter(self)
        self.field.changed.connect(self._filter)
        self.list.clicked.connect(lambda index: self._run(index.row()))
        self.list.entered.connect(self.list.setCurrentIndex)

    def summon(self, query: str = "") -> None:
        """Opens it in the middle of the window's upper half, the caret in its field."""
        self._entries = [entry for provider in self._providers for entry in provider()]
        self.field.set_text(query)
        self._filter()
        window = self.parentWidget().rect()
        reach = self.width() - self.frame().width()
        width = min(self.theme.px(600), window.width() - self.theme.px(32))
        self.setFixedWidth(width + reach)
        left = (window.width() - width - reach) // 2
        self.open_at(QPoint(left, window.height() // 10))
        self.field.setFocus()

    def titles(self) -> list[str]:
        """The titles shown, best first."""
        return [entry.title for entry in self._lines.entries]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        ours = watched is self.field.edit and event.type() == QEvent.Type.KeyPress
        if ours and self._typed(event):
            return True
        return super().eventFilter(watched, event)

    def _typed(self, event: QKeyEvent) -> bool:
        if event.key() in _MOVES:
            self._move(_MOVES[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._run(self.list.currentIndex().row())
        elif event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            return event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
        return True

    def _filter(self) -> None:
        self._lines.show(ranked(self.field.text(), self._entries))
        count = len(self._lines.entries)
        self.list.setVisible(count > 0)
        self._none.setVisible(count == 0)
        if count:
            self.list.setCurrentIndex(self._lines.index(0))
            self._say()
        self._fit_height(count)

    def _fit_height(self, count: int) -> None:
        row = self.list.sizeHintForRow(0) if count else 0
        most = max(row, self.parentWidget().height() * 6 // 10)
        self.list.setFixedHeight(min(count * row, most - most % row if row else 0))
        self.adjustSize()

    def _move(self, by: int) -> None:
        count = len(self._lines.entries)
        if count:
            row = self.list.currentIndex().row() + by
            row = row % count if abs(by) == 1 else min(count - 1, max(0, row))
            self.list.setCurrentIndex(self._lines.index(row))
            self._say()

    def _say(self) -> None:
        if self.isVisible():
            announce(self, spoken(self._lines.entries[self.list.currentIndex().row()]))

    def _run(self, row: int) -> None:
        if 0 <= row < len(self._lines.entries):
            entry = self._lines.entries[row]
            self.dismiss()
            entry.run()
