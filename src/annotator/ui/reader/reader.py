"""The reader as a whole: text, strip, the bar at the selection, find."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QPoint, QRect, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from annotator.events import Changes
from annotator.library import ArticleSession
from annotator.typesetting import Setting
from annotator.ui.document_view import Passage
from annotator.ui.reader.bar import SelectionBar
from annotator.ui.reader.find import FindBar
from annotator.ui.reader.finding import Finding
from annotator.ui.reader.page import heights
from annotator.ui.reader.strip import Strip
from annotator.ui.reader.view import ReaderView
from annotator.ui.theme import Theme

BAR_DELAY_MS = 120
"""The bar comes when a selection has rested for so long."""


class Reader(QWidget):
    """The ``DocumentView`` of set text. ``found_changed``: there is something found, or not."""

    selection_changed = Signal()
    caret_moved = Signal(int)
    visible_range_changed = Signal(int, int)
    marks_clicked = Signal(list)
    end_dragged = Signal(str, int, int)
    context_menu_requested = Signal(QPoint, int)
    details_requested = Signal(str)
    zoomed = Signal(float)
    action_chosen = Signal(str)
    found_changed = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.view = ReaderView(theme, self)
        self.strip = Strip(theme, self)
        self.bar = SelectionBar(theme, self)
        self.find_bar = FindBar(theme, self)
        self.finding = Finding(self.view, self.find_bar)
        self._bar_delay = QTimer(self, singleShot=True, interval=BAR_DELAY_MS)
        self._bar_delay.timeout.connect(self.show_bar)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.view, 1)
        row.addWidget(self.strip)
        self.setFocusProxy(self.view)
        self._connect()
        theme.changed.connect(self.update)

    def _connect(self) -> None:
        view = self.view
        for name in (
            "selection_changed", "caret_moved", "visible_range_changed", "marks_clicked",
            "end_dragged", "context_menu_requested", "details_requested", "zoomed",
        ):  # fmt: skip
            getattr(view, name).connect(getattr(self, name))
        view.set_anew.connect(self._set_anew)
        view.laid_out.connect(self._laid_out)
        view.visible_range_changed.connect(self._scrolled)
        view.verticalScrollBar().rangeChanged.connect(self._scrolled)
        view.selection_changed.connect(self._selected)
        view.bar_entered.connect(self.enter_bar)
        self.strip.scrolled_to.connect(self._scroll_to_share)
        self.bar.chosen.connect(self._choose)
        self.bar.left.connect(self._leave_bar)
        self.finding.found_changed.connect(self.found_changed)

    # Showing

    @property
    def session(self) -> ArticleSession | None:
        """The article's session."""
        return self.view.session

    @property
    def setting(self) -> Setting | None:
        """The article as it is set."""
        return self.view.setting

    @property
    def whole(self) -> bool:
        """Whether the page around the article is shown, too."""
        return self.view.whole

    def set_session(self, session: ArticleSession | None) -> None:
        """Show an article from its beginning, or none."""
        self.bar.dismiss()
        self.close_find()
        self.view.set_session(session)

    def apply(self, changes: Changes) -> None:
        """Show what a change touched."""
        self.view.apply(changes)
        session = self.session
        if session is None or session.id not in changes.articles:
            return
        self.strip.refresh()
        for id in changes.annotations:
            mark = self.view.mark(id)
            if mark:
                self.strip.add(mark)

    def set_current(self, annotation_id: str) -> None:
        """The mark whose ends are shown; "" for none."""
        self.view.set_current(annotation_id)

    def set_whole(self, whole: bool) -> None:
        """Show the page around the article, too; offsets and marks stay what they are."""
        self.view.set_whole(whole)

    def restyle(self, **settings: Any) -> None:
        """See ``DocumentView``."""
        self.view.restyle(**settings)

    def set_colour_names(self, names: Mapping[str, str]) -> None:
        """What the user calls the colours."""
        self.bar.set_names(names)

    def _set_anew(self) -> None:
        setting = self.setting
        if setting is None:
            self.strip.set_article((), tuple)
        else:
            self.strip.set_article((), self.session.marks)  # until all of it has its place
        self.finding.ask_again()
        self._scrolled()

    def _laid_out(self) -> None:
        self.strip.set_article(heights(self.setting), self.session.marks)
        self._scrolled()

    # Places

    def selection(self) -> Passage | None:
        """See ``DocumentView``."""
        return self.view.selection()

    def set_selection(self, start: int, end: int) -> None:
        """Select a passage."""
        self.view.set_selection(start, end)

    def clear_selection(self) -> None:
        """Select nothing; the caret stays."""
        self.view.clear_selection()

    def copy(self) -> None:
        """Copy what is selected."""
        self.view.copy()

    def caret(self) -> int:
        """Where the caret stands."""
        return self.view.caret()

    def set_caret(self, offset: int) -> None:
        """See ``DocumentView``."""
        self.view.set_caret(offset)

    def rectangles(self, start: int, end: int) -> list[QRect]:
        """See ``DocumentView``."""
        corner = self.view.pos()
        return [rect.translated(corner) for rect in self.view.rectangles(start, end)]

    def visible_range(self) -> Passage:
        """What is in sight."""
        return self.view.visible_range()

    def scroll_to(self, offset: int, align: str = "centre") -> None:
        """See ``DocumentView``."""
        self.view.scroll_to(offset, align)

    def position(self) -> list[float]:
        """See ``DocumentView``."""
        return self.view.position()

    def restore(self, position: Sequence[float]) -> None:
        """See ``DocumentView``."""
        self.view.restore(position)

    def nudge_end(self, which: str, step: int) -> None:
        """See ``DocumentView``."""
        self.view.nudge_end(which, step)

    def set_found(self, found: Sequence[Passage], current: int = -1) -> None:
        """See ``DocumentView``."""
        self.view.set_found(found, current)

    def _scrolled(self) -> None:
        bar = self.view.verticalScrollBar()
        height = self.view.viewport().height()
        whole = max(1, bar.maximum() + height)
        self.strip.set_window(bar.value() / whole, (bar.value() + height) / whole)
        if self.bar.isVisible():
            self.show_bar()

    def _scroll_to_share(self, share: float) -> None:
        bar, height = self.view.verticalScrollBar(), self.view.viewport().height()
        bar.setValue(round(share * (bar.maximum() + height) - height / 2))

    def wheelEvent(self, event: QWheelEvent) -> None:
        # The margins beside the text and the strip scroll it, too.
        QApplication.sendEvent(self.view.viewport(), event)

    # The bar

    def _selected(self) -> None:
        if self.selection() is None:
            self._bar_delay.stop()
            self.bar.dismiss()
        else:
            self._bar_delay.start()

    def show_bar(self) -> None:
        """Show the bar at the selection, unless that is out of sight or still being drawn."""
        passage = self.selection()
        if passage is None or QApplication.mouseButtons():
            if passage is not None:
                self._bar_delay.start()
            return
        start, end = self.view.visible_range()
        seen = self.rectangles(max(start, passage[0]), min(end, passage[1]))
        room = self.view.geometry()
        inside = [
            rect for rect in seen if rect.bottom() > room.top() and rect.top() < room.bottom()
        ]
        if not inside:
            self.bar.dismiss()
            return
        self.bar.show_at(inside[-1], self._bar_room(room), inside[0].united(inside[-1]))

    def _bar_room(self, room: QRect) -> QRect:
        """The column where that is wide enough for the bar, else the whole view."""
        m, gap = self.view.page.margins, self.theme.px(8)
        self.bar.fit(room.width())
        if m.measure < self.bar.frame().width():
            return room.adjusted(gap, 0, -gap, 0)
        left = room.left() + round(m.shift + m.left)
        return QRect(left, room.top(), round(m.measure), room.height())

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

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.finding.place(self.view.geometry())
        if self.bar.isVisible():
            self.show_bar()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), self.theme.colour("paper"))
