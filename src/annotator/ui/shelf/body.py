"""The pane's body: the articles or what was found, and under them the sections."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from annotator.ui.kit import Label, Themed
from annotator.ui.shelf.list_view import PANE_SIDE, PaneList
from annotator.ui.theme import Theme

SECTIONS_SHARE = 0.45
LEAST_SECTIONS, LEAST_ROWS = 66, 80  # px at 100 %: a heading with a line, a row and a half
FOOT = 10  # px at 100 %


class Body(Themed, QWidget):
    """One of two lists, or a word about why it is empty; the sections follow at once where there
    is room, and take at most their share of the height where there is not."""

    def __init__(
        self, theme: Theme, articles: PaneList, results: PaneList, sections: PaneList,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.hint = Label(theme, "", "ui", "secondary", wrap=True)
        self.hint.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._tops: tuple[QWidget, ...] = (articles, results, self.hint)
        self._top: QWidget = articles
        self._sections = sections
        self._asked_for = False
        self._cut = 0  # where the list above ends before its rows do
        for widget in (*self._tops, sections):
            widget.setParent(self)
        results.hide()
        self.hint.hide()
        for view in (articles, results, sections):
            model = view.model()
            for told in (
                model.rowsInserted, model.rowsRemoved, model.modelReset, model.dataChanged
            ):  # fmt: skip
                told.connect(self.arrange)
        sections.installEventFilter(self)
        self.follow(theme)

    def show_sections(self) -> None:
        """Somebody goes to the sections: where there was no room for them they take the list's,
        until one goes on."""
        self._asked_for = self._sections.isHidden()
        self.arrange()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut and self._asked_for:
            focus = QApplication.focusWidget()  # the next one; a name that is typed is ours
            self._asked_for = focus is not None and self._sections.isAncestorOf(focus)
            self.arrange()
        return super().eventFilter(watched, event)

    @property
    def top(self) -> QWidget:
        """What stands above the sections."""
        return self._top

    def show_top(self, widget: QWidget) -> None:
        """Put a list, or the hint, above the sections."""
        self._top = widget
        for other in self._tops:
            other.setVisible(other is widget)
        self.arrange()

    def arrange(self) -> None:
        """Give everything its place."""
        width, height = self.width(), self.height() - self.theme.px(FOOT)
        if width <= 0 or height <= 0:
            return
        wanted = self._top_height(height)
        below = self._below(height, height - wanted)
        above = min(wanted, height - below)
        self._cut = above if below and above < wanted else 0
        self._top.setGeometry(0, 0, width - self._inset(), above - min(self._cut, 1))
        self.update()
        self._sections.setGeometry(0, above, width, below)
        self._sections.setVisible(below > 0)

    def _below(self, height: int, free: int) -> int:
        """The sections' height, px, where the list above leaves ``free`` of all the ``height``."""
        if self._asked_for:
            return min(self._sections.contents_height(height), height)
        px, share = self.theme.px, round(SECTIONS_SHARE * height)
        if height - share < px(LEAST_ROWS):
            share = 0  # the list would show not even two of its rows
        room, wanted = max(share, free), self._sections.contents_height(height)
        return min(wanted, room) if room >= min(wanted, px(LEAST_SECTIONS)) else 0

    def _inset(self) -> int:
        return self.theme.px(PANE_SIDE) if self._top is self.hint else 0

    def _top_height(self, height: int) -> int:
        if isinstance(self._top, PaneList):
            return self._top.contents_height(height)
        return self.hint.heightForWidth(self.width() - self._inset())

    def retheme(self) -> None:
        px = self.theme.px
        self.hint.setContentsMargins(px(10), px(6), 0, px(6))
        self.arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._cut:
            line = self.theme.colour("hairline")
            QPainter(self).fillRect(0, self._cut - 1, self.width(), 1, line)

    def resizeEvent(self, event: QResizeEvent) -> None:
        for view in (*self._tops, self._sections):
            if isinstance(view, PaneList):
                view.set_row_width(self.width() - self.theme.px(PANE_SIDE))
        self.arrange()
