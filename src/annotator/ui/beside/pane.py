"""The second article: a head, and what it is read on."""

from typing import Any

from PySide6.QtCore import QPoint, QRect, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent, Qt, QWheelEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from annotator.events import Changes
from annotator.i18n import _
from annotator.library import ArticleSession
from annotator.ui.beside.bar import EvidenceBar
from annotator.ui.kit import ElidedLabel, IconButton, OutlineButton, Themed
from annotator.ui.reader.find import FindBar
from annotator.ui.reader.finding import Finding
from annotator.ui.reader.hosting import HostedView, Surface
from annotator.ui.theme import Theme

BAR_DELAY_MS = 120
"""The bar comes when a selection has rested for so long."""


class SecondView(HostedView):
    """The article itself, with its own scrolling, selection and find. ``use_wanted``: what is
    selected is to be evidence."""

    use_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self.stack)
        self.bar = EvidenceBar(theme, self)
        self.bar.use.clicked.connect(self.use_wanted)
        self.bar.copy.clicked.connect(lambda: self.copy())
        self.find_bar = FindBar(theme, self)
        self.finding = Finding(self, self.find_bar)
        self._delay = QTimer(self, singleShot=True, interval=BAR_DELAY_MS)
        self._delay.timeout.connect(self.show_bar)

    def connect_view(self, view: Surface) -> None:
        super().connect_view(view)
        view.selection_changed.connect(self._selected)
        view.visible_range_changed.connect(lambda _start, _end: self._selected())
        view.set_anew.connect(self.finding.ask_again)
        view.bar_entered.connect(self.use_wanted)
        view.marks_clicked.connect(lambda ids: view.set_current(ids[0] if ids else ""))

    def _selected(self) -> None:
        self.bar.dismiss()
        if self.view.selected_rects() is None:
            self._delay.stop()
        else:
            self._delay.start()

    def show_bar(self) -> None:
        """Show the bar at the selection, unless that is out of sight or still being drawn."""
        rects = self.view.selected_rects() if self.session is not None else None
        if not rects:
            return
        if QApplication.mouseButtons():
            self._delay.start()
            return
        room = self.room()
        self.bar.show_at([rect.translated(room.topLeft()) for rect in rects], room)

    def selection_in(self, window: QWidget) -> list[QRect]:
        """What of the selection is in sight, in a window's coordinates."""
        corner = self.view.mapTo(window, QPoint())
        return [rect.translated(corner) for rect in self.view.selected_rects() or ()]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.finding.place(self.rect())

    def wheelEvent(self, event: QWheelEvent) -> None:
        QApplication.sendEvent(self.view.viewport(), event)  # the margins scroll it, too

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), self.theme.colour("paper"))


class BesidePane(Themed, QWidget):
    """``closed``: it is not wanted any more. ``use_wanted``: what is selected is to be evidence.
    ``swap_wanted``: the two articles are to change places."""

    closed = Signal()
    use_wanted = Signal()
    swap_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("beside")
        self.setAccessibleName(_("Second article"))
        self.view = SecondView(theme)
        self.view.use_wanted.connect(self.use_wanted)
        self.view.selection_changed.connect(self._show_selection)
        self._title = ElidedLabel(theme, "", "strong")
        self.use = OutlineButton(theme, _("Use as evidence…"), "quote", key="E", compact=True)
        self.use.clicked.connect(self.use_wanted)
        self.find = IconButton(theme, "search", _("Find in the second article"), key="Ctrl+F",
                               size=28, token="secondary")  # fmt: skip
        self.find.clicked.connect(self.open_find)
        self.swap = IconButton(theme, "move-horizontal", _("Change places"), size=28,
                               token="secondary")  # fmt: skip
        self.swap.clicked.connect(self.swap_wanted)
        self.close_ = IconButton(theme, "x", _("Close"), key="Esc", size=28, token="secondary")
        self.close_.clicked.connect(self.closed)
        self._lay_out()
        self.setFocusProxy(self.view)
        self.follow(theme)

    def _lay_out(self) -> None:
        self._head = QHBoxLayout()
        self._head.addWidget(self._title, 1)
        for button in (self.use, self.find, self.swap, self.close_):
            self._head.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)  # the hairline
        column.setSpacing(0)
        column.addLayout(self._head)
        column.addWidget(self.view, 1)

    # What it shows

    @property
    def session(self) -> ArticleSession | None:
        """The second article."""
        return self.view.session

    def set_session(self, session: ArticleSession | None, paged: bool = False) -> None:
        """Show an article, as its pages if ``paged``; None: none."""
        self.view.bar.dismiss()
        if self.view.session is not None:
            self.view.finding.close()
        self.view.set_session(session, paged)
        title = session.article.title if session is not None else ""
        self._title.setText(title)
        self.setAccessibleName(_("Second article: {title}").format(title=title))
        self._show_selection()

    def apply(self, changes: Changes) -> None:
        """Show what a change touched."""
        if self.session is not None:
            self.view.apply(changes)
            self._title.setText(self.session.article.title)

    def restyle(self, **settings: Any) -> None:
        """See ``DocumentView``."""
        self.view.restyle(**settings)

    def go_to(self, annotation: str, start: int | None, end: int | None) -> None:
        """Bring a passage into sight: a mark, or the words between two code points."""
        if annotation and self.session is not None and self.session.has(annotation):
            self.view.set_current(annotation)
            start = self.session.place_of(annotation)
            end = None
        if start is not None:
            self.view.set_selection(start, end) if end else self.view.set_caret(start)
            self.view.scroll_to(start)

    def open_find(self) -> None:
        """Ask what to find in it."""
        self.view.finding.open()

    def _show_selection(self) -> None:
        self.use.setEnabled(self.session is not None and self.view.selection() is not None)

    # Look and keys

    def retheme(self) -> None:
        px = self.theme.px
        self._head.setContentsMargins(px(14), px(8), px(8), px(8))
        self._head.setSpacing(px(4))
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.theme.colour("paper"))
        painter.fillRect(0, 0, 1, self.height(), self.theme.colour("hairline"))
        bottom = self.view.geometry().top() - 1
        painter.fillRect(0, bottom, self.width(), 1, self.theme.colour("hairline"))
