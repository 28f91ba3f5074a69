"""Ctrl+K: type a few letters, press Enter. Commands, articles, headings, tags."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from annotator.i18n import _
from annotator.ui.actions import ActionTable
from annotator.ui.finder_list import LINE, FinderList
from annotator.ui.fuzzy import score
from annotator.ui.kit import Label, Popover, SearchField, paint
from annotator.ui.theme import Theme

SHOWN = 60
"""No more lines than this; whoever looks further types further."""


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
        entry = index.data(LINE)
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
        self.list = FinderList(
            self.field, _Line(theme, self), _("What fits"),
            shown=lambda entry: entry.title, spoken=spoken, around=True,
        )  # fmt: skip
        self.list.setMouseTracking(True)
        self._none = Label(theme, _("Nothing fits; try fewer letters."), "ui", "secondary")
        for widget in (self.field, self.list, self._none):
            self.body.addWidget(widget)
        self.field.edit.installEventFilter(self)
        self.field.changed.connect(self._filter)
        self.list.taken.connect(self._run)
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
        self.open_at(self.corner())
        self.field.setFocus()

    def corner(self) -> QPoint:
        """Where it opens, in the window."""
        window = self.parentWidget().rect()
        return QPoint((window.width() - self.width()) // 2, window.height() // 10)

    def titles(self) -> list[str]:
        """The titles shown, best first."""
        return [entry.title for entry in self.list.lines()]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        ours = watched is self.field.edit and event.type() == QEvent.Type.KeyPress
        if ours and self._typed(event):
            return True
        return super().eventFilter(watched, event)

    def _typed(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
            return True
        return event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)

    def _filter(self) -> None:
        entries = ranked(self.field.text(), self._entries)
        self.list.show_lines(entries)
        self._none.setVisible(not entries)
        if entries and self.isVisible():
            self.list.say()
        self._fit_height(len(entries))

    def _fit_height(self, count: int) -> None:
        row = self.list.sizeHintForRow(0) if count else 0
        most = max(row, self.parentWidget().height() * 6 // 10)
        self.list.setFixedHeight(min(count * row, most - most % row if row else 0))
        self.adjustSize()

    def _run(self, entry: Entry) -> None:
        self.dismiss()
        entry.run()
