"""The reader as a whole: what shows the article, strip, the bar at the selection, find."""

from collections.abc import Mapping
from functools import cached_property

from PySide6.QtCore import QRect, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from annotator.events import Changes
from annotator.library import ArticleSession
from annotator.ui.reader.bar import SelectionBar
from annotator.ui.reader.find import FindBar
from annotator.ui.reader.finding import Finding
from annotator.ui.reader.hosting import HostedView, Surface
from annotator.ui.reader.strip import Strip
from annotator.ui.theme import Theme

BAR_DELAY_MS = 120
"""The bar comes when a selection has rested for so long."""


class Reader(HostedView):
    """The ``DocumentView`` of the window. ``found_changed``: there is something found, or not."""

    action_chosen = Signal(str)
    found_changed = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.strip = Strip(theme, self)
        self._names: Mapping[str, str] = {}
        self._bar_delay = QTimer(self, singleShot=True, interval=BAR_DELAY_MS)
        self._bar_delay.timeout.connect(self.show_bar)
        self._bar_shown_at: list[float] = []
        self._covered = 0
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(self.stack, 1)
        row.addWidget(self.strip)
        self.strip.scrolled_to.connect(self._scroll_to_share)
        theme.changed.connect(self._retheme)

    @cached_property
    def bar(self) -> SelectionBar:
        """The bar at the selection, made with the first article: the start has no use for it."""
        bar = SelectionBar(self.theme, self)
        bar.set_names(self._names)
        bar.chosen.connect(self._choose)
        bar.left.connect(self._leave_bar)
        return bar

    @cached_property
    def find_bar(self) -> FindBar:
        """The bar that finds; like the one before, it is made when there is something to find."""
        bar = FindBar(self.theme, self)
        bar.shown.connect(self._make_room)
        return bar

    @cached_property
    def finding(self) -> Finding:
        """What joins the bar that finds and the article."""
        finding = Finding(self, self.find_bar)
        finding.found_changed.connect(self.found_changed)
        return finding

    def connect_view(self, view: Surface) -> None:
        super().connect_view(view)
        view.set_anew.connect(self._set_anew)
        view.laid_out.connect(self._laid_out)
        view.visible_range_changed.connect(self._scrolled)
        view.verticalScrollBar().rangeChanged.connect(self._scrolled)
        view.selection_changed.connect(self._selected)
        view.bar_entered.connect(self.enter_bar)

    # Showing

    def set_session(self, session: ArticleSession | None, paged: bool = True) -> None:
        if self.session is not None:
            self.bar.dismiss()
            self.close_find()
        super().set_session(session, paged)

    def apply(self, changes: Changes) -> None:
        super().apply(changes)
        session = self.session
        if session is None or session.id not in changes.articles:
            return
        for id in changes.annotations:
            self.strip.change(id, self.view.mark(id))

    def set_colour_names(self, names: Mapping[str, str]) -> None:
        """What the user calls the colours."""
        self._names = names
        if "bar" in self.__dict__:
            self.bar.set_names(names)

    def _set_anew(self) -> None:
        session = self.session
        # The strip waits until all of the article has its place.
        self.strip.set_article((), session.marks if session else tuple)
        self.finding.ask_again()
        self._scrolled()

    def _laid_out(self) -> None:
        session = self.session
        if session is not None:
            self.strip.set_article(self.view.heights(), session.marks)
            self._scrolled()

    def _scrolled(self) -> None:
        bar = self.view.verticalScrollBar()
        height = self.view.viewport().height()
        whole = max(1, bar.maximum() + height)
        self.strip.set_window(bar.value() / whole, (bar.value() + height) / whole)
        if not self.bar.isVisible():
            return
        if self.view.position() == self._bar_shown_at or self.bar.has_focus():
            self.show_bar()
        else:  # out of the way of who reads on; it comes back where that rests
            self.bar.dismiss()
            self._bar_delay.start()

    def _scroll_to_share(self, share: float) -> None:
        bar, height = self.view.verticalScrollBar(), self.view.viewport().height()
        bar.setValue(round(share * (bar.maximum() + height) - height / 2))

    def wheelEvent(self, event: QWheelEvent) -> None:
        # The margins beside the text and the strip scroll it, too.
        QApplication.sendEvent(self.view.viewport(), event)

    # The bar

    def room(self) -> QRect:
        """Where the view is in this widget, without what lies under a drawer."""
        room = super().room()
        room.setRight(min(room.right(), self.width() - self._covered - 1))
        return room

    def set_covered(self, width: int) -> None:
        """How much of its right a drawer covers, px: the article keeps to the rest."""
        if width != self._covered:
            self._covered = width
            self._make_room()

    def _make_room(self) -> None:
        """The view keeps clear of the drawer and of the strip of the bar that finds; what is in
        sight of the text stays where it is."""
        top = 0 if self.find_bar.isHidden() else self.find_bar.strip()
        lower = top - self._row.contentsMargins().top()
        bar = self.view.verticalScrollBar()
        place = bar.value()
        self._row.setContentsMargins(0, top, self._covered, 0)
        self._row.activate()
        if lower and place:
            bar.setValue(place + lower)
        self._place_floating()

    def _place_floating(self) -> None:
        room = self.room()
        self.finding.place(QRect(0, 0, room.right() + 1, self.height()))
        if self.bar.isVisible():
            self.show_bar()

    def _selected(self) -> None:
        if self.view.selected_rects() is None:
            self._bar_delay.stop()
            self.bar.dismiss()
        else:
            self._bar_delay.start()

    def show_bar(self) -> None:
        """Show the bar at the selection, unless that is out of sight or still being drawn."""
        seen = self.view.selected_rects()
        if seen is None or QApplication.mouseButtons():
            if seen is not None:
                self._bar_delay.start()
            return
        room = self.room()
        inside = [rect.translated(room.topLeft()) for rect in seen]
        inside = [r for r in inside if r.bottom() > room.top() and r.top() < room.bottom()]
        if not inside:
            self.bar.dismiss()
            return
        words = self.rectangles(*self.visible_range())
        self._bar_shown_at = self.view.position()
        self.bar.show_at(inside, self._bar_room(room), words)

    def _bar_room(self, room: QRect) -> QRect:
        """The column where that is wide enough for the bar, else the whole view."""
        column, gap = self.view.column().translated(room.topLeft()), self.theme.px(8)
        column = column.intersected(room)
        self.bar.fit(room.width())
        if column.width() < self.bar.frame().width():
            return room.adjusted(gap, 0, -gap, 0)
        return column

    def enter_bar(self) -> None:
        """Give the bar the focus."""
        self.show_bar()
        if self.bar.isVisible():
            self.bar.enter()

    def _leave_bar(self) -> None:
        self.view.setFocus()

    def _choose(self, command: str) -> None:
        self.view.setFocus()
        self.action_chosen.emit(command)

    # Find

    def open_find(self) -> None:
        """Ask what to find, beginning with what is selected."""
        self.finding.open()

    def close_find(self) -> None:
        """Forget what was found; the hit at hand is selected."""
        self.finding.close()

    def find_step(self, step: int) -> None:
        """Go to the next hit (1) or the one before (-1)."""
        self.finding.step(step)

    def _retheme(self) -> None:
        if "find_bar" in self.__dict__ and not self.find_bar.isHidden():
            self._make_room()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._views:
            self._place_floating()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), self.theme.colour("paper"))
