"""The checklist: what is still open before it is handed in; each line leads to its place."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from annotator.events import Changes
from annotator.i18n import _
from annotator.library import Library
from annotator.library.review.line import Line
from annotator.ui.kit import (
    IconButton,
    Label,
    LinkButton,
    OutlineButton,
    SegmentedControl,
    Themed,
    announce,
)
from annotator.ui.review import wording
from annotator.ui.review.delegate import LineDelegate
from annotator.ui.review.looking import Looking
from annotator.ui.review.model import LinesModel, Row
from annotator.ui.shelf.list_view import PaneList
from annotator.ui.theme import Theme

ARTICLE, LIBRARY = "article", "library"


class ChecklistPanel(Themed, QWidget):
    """``chosen`` carries a ``Line`` and whether one stays in the list, ``closed`` that it was put
    away; ``hand_in_wanted`` and ``rules_wanted`` lead on. ``changed``: other lines are open."""

    chosen = Signal(object, bool)
    closed = Signal()
    hand_in_wanted = Signal()
    rules_wanted = Signal()
    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setAccessibleName(_("Before you hand it in"))
        self._library: Library | None = None
        self._article = ""
        self._said: int | None = None
        self.looking = Looking(self)
        self.looking.found.connect(self._show)
        self.scope = SegmentedControl(
            theme, [(ARTICLE, _("This article")), (LIBRARY, _("Whole library"))],
            _("What is looked at"),
        )  # fmt: skip
        self.scope.chosen.connect(lambda _scope: self._look())
        self.list = LineList(theme)
        self.list.chosen.connect(self.chosen)
        self.list.left_up.connect(self.scope.setFocus)
        self._make_rest(theme)
        self._lay_out()
        self.setFocusProxy(self.list)
        self.follow(theme)

    def _make_rest(self, theme: Theme) -> None:
        self._title = Label(theme, _("Before you hand it in"), "strong", wrap=True)
        self._close = IconButton(theme, "x", _("Close"), size=24, token="secondary")
        self._close.clicked.connect(self.closed)
        self.says = Label(theme, "", "small", "secondary", wrap=True)
        self._sign = QLabel()
        self.done = Label(theme, _("Nothing is open."), "ui", "good")
        self.rules = LinkButton(theme, _("What is asked for…"))
        self.rules.clicked.connect(self.rules_wanted)
        self.hand_in = OutlineButton(theme, _("Hand in…"), "upload", compact=True)
        self.hand_in.clicked.connect(self.hand_in_wanted)

    def _lay_out(self) -> None:
        self._column, self._head, self._foot = QVBoxLayout(self), QHBoxLayout(), QHBoxLayout()
        self._head.addWidget(self._title, 1)
        self._head.addWidget(self._close)
        self._tick = QWidget()
        self._ticked = QHBoxLayout(self._tick)
        for widget, stretch in ((self._sign, 0), (self.done, 1)):
            self._ticked.addWidget(widget, stretch)
        self._foot.addWidget(self.rules)
        self._foot.addStretch(1)
        self._foot.addWidget(self.hand_in)
        self._column.addLayout(self._head)
        self._scopes = QHBoxLayout()
        self._scopes.addWidget(self.scope, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addLayout(self._scopes)
        self._column.addWidget(self.says)
        self._column.addWidget(self._tick, 0)
        self._column.addWidget(self.list, 1)
        self._column.addStretch(0)
        self._column.addLayout(self._foot)
        self._tick.hide()

    # What is looked at

    def set_place(self, library: Library | None, article: str) -> None:
        """Look at what lies open: a library, and an article of it ("" for none)."""
        if (library, article) == (self._library, self._article):
            return
        other = library is not self._library
        self._library, self._article = library, article
        if other or self.scope.value() == ARTICLE:
            self._look()

    def look_at(self, article: str | None) -> None:
        """Look at the open article, or at the whole library (None)."""
        self.scope.set_value(ARTICLE if article else LIBRARY)
        self._look()

    def apply(self, changes: Changes) -> None:
        """Show what a change opened or closed."""
        self.looking.apply(changes)

    def _look(self) -> None:
        article = self._article if self.scope.value() == ARTICLE else None
        self.looking.stop()
        if self._library is None or article == "":
            self._say_nothing()
            return
        if not self.list.lines.lines:
            self.says.setText(_("Looking…"))
            self.says.show()
        self._said = None
        self.looking.look(self._library, article)

    def _say_nothing(self) -> None:
        self._show([])
        self.says.setText("" if self._library is None else _("No article is open."))
        self.says.show()
        self._tick.hide()

    def _show(self, lines: list[Line]) -> None:
        titles: dict[str, str] = {}
        if self._library is not None and self.scope.value() == LIBRARY:
            titles = {row.id: row.title for row in self._library.articles()}
        self.list.show_lines(lines, titles)
        text = wording.open_lines(len(lines))
        self.says.setText(text)
        self.says.setVisible(bool(lines))
        self._tick.setVisible(not lines)
        self.list.setVisible(bool(lines))
        self._column.setStretch(self._column.count() - 2, 0 if lines else 1)
        if self._said is not None and self._said != len(lines):
            announce(self, text)
        self._said = len(lines)
        self.changed.emit()

    # Keys and looks

    def step(self, step: int) -> None:
        """Go to the place of the next or the previous line."""
        self.list.step(step)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def retheme(self) -> None:
        px = self.theme.px
        self._column.setContentsMargins(px(2), px(2), 0, px(12))
        self._column.setSpacing(px(8))
        self._head.setContentsMargins(px(10), 0, px(8), 0)
        self._foot.setContentsMargins(px(10), 0, px(12), 0)
        self.says.setContentsMargins(px(10), 0, px(12), 0)
        self._scopes.setContentsMargins(px(10), 0, px(12), 0)
        self._ticked.setContentsMargins(px(10), px(4), px(12), 0)
        self._ticked.setSpacing(px(6))
        self._sign.setPixmap(self.theme.pixmap("check", "good", 15))


class LineList(PaneList):
    """Rules and lines. ``chosen``: a line that was clicked, chosen with Enter or gone to by a step,
    and whether the keyboard stays here."""

    chosen = Signal(object, bool)

    def __init__(self, theme: Theme) -> None:
        super().__init__(_("What is still open"))
        self.lines = LinesModel(self)
        self._delegate = LineDelegate(theme, self)
        self._delegate.folded = self.lines.folded
        self.setItemDelegate(self._delegate)
        self.setModel(self.lines)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.opened.connect(self._open)
        self.follow(theme)

    def set_row_width(self, width: int) -> None:
        if width != self._delegate.width:
            super().set_row_width(width)
            self.scheduleDelayedItemsLayout()  # in a narrower list a sentence has more lines

    def retheme(self) -> None:
        self.set_row_width(self.row_width())  # beside a margin that has grown, too
        super().retheme()

    def show_lines(self, lines: list[Line], titles: dict[str, str]) -> None:
        """Show these, and stay where one was: at the line, else at what came in its place."""
        at = self.currentIndex().row()
        before = self.lines.row(at) if at >= 0 else None
        self.lines.set_lines(lines, titles)
        if before is not None:
            self._return_to(before, at)

    def _return_to(self, row: Row, at: int) -> None:
        found = self.lines.find(row.kind, row.rule, row.line)
        place = found if found >= 0 else min(at, self.lines.rowCount() - 1)
        if place >= 0:
            self.setCurrentIndex(self.lines.index(place))

    def step(self, step: int) -> None:
        """On to another line."""
        at = self.currentIndex().row()
        place = self.lines.step(at if at >= 0 or step < 0 else -1, step)
        if place >= 0:
            self.setCurrentIndex(self.lines.index(place))
            self.chosen.emit(self.lines.row(place).line, False)

    def _open(self, index: QModelIndex) -> None:
        row = self.lines.row(index.row())
        if row.kind == "line":
            self.chosen.emit(row.line, False)
        elif row.kind == "rule":
            self.lines.fold(row.rule)
            self._return_to(row, index.row())
        else:
            at = index.row()
            self.lines.unfold(row.rule)
            self.setCurrentIndex(self.lines.index(at))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index, key = self.currentIndex(), event.key()
        row = self.lines.row(index.row()) if index.isValid() else None
        if row is not None and key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            if (key == Qt.Key.Key_Left) != (row.rule in self.lines.folded):
                self.lines.fold(row.rule)
                at = self.lines.find("rule", row.rule)
                self.setCurrentIndex(self.lines.index(at))
        else:
            super().keyPressEvent(event)
