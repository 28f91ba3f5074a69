"""The three panes, wide and narrow: under 1,100 px the cards become a drawer that takes the
library's place and some of the article's, under 800 px one pane is seen at a time. The limits grow
with the interface's scale."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from annotator.library import Preferences
from annotator.ui.theme import Theme

DRAWER_BELOW = 1_100
SINGLE_BELOW = 800
LEFT_WIDTH, RIGHT_WIDTH = 286, 372
PANES = ("left", "centre", "right")


class _Divider(QSplitter):
    """A splitter whose handles are hairlines."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)
        self.setObjectName("panes")


class Panes(QWidget):
    """Left, centre and right. ``arranged`` tells of another arrangement: ``wide``, ``drawer`` or
    ``single``; ``shown_changed`` that other panes are seen; ``covered`` how many px of the
    article's right the drawer lies over."""

    arranged = Signal(str)
    shown_changed = Signal()
    covered = Signal(int)

    def __init__(
        self, theme: Theme, preferences: Preferences, left: QWidget, centre: QWidget, right: QWidget
    ) -> None:
        super().__init__()
        self._theme = theme
        self._preferences = preferences
        self._widgets = {"left": left, "centre": centre, "right": right}
        self._wanted = {
            "left": bool(preferences.get("pane.left", True)),
            "right": bool(preferences.get("pane.right", True)),
        }
        self.arrangement = "wide"
        self._current = "centre"
        self._crowded, self._share = False, 0.0
        self._splitter = _Divider(theme, self)
        for widget in (left, centre, right):
            self._splitter.addWidget(widget)
        self._splitter.setStretchFactor(1, 1)
        self._splitter.splitterMoved.connect(self._keep_widths)
        self._shade = _Shade(theme, self)
        self._shade.hide()
        theme.changed.connect(self._rescale)
        self._set_widths()

    # Showing and hiding

    def is_shown(self, pane: str) -> bool:
        """Whether a pane is seen."""
        return self._widgets[pane].isVisibleTo(self)

    def toggle(self, pane: str) -> None:
        """Show or hide the left or the right pane."""
        self.show_pane(pane, not self.is_shown(pane))

    def show_pane(self, pane: str, shown: bool = True) -> None:
        """Show a pane, or hide it; on a narrow window that changes what is in front."""
        if self.arrangement == "single":
            self._current = pane if shown else "centre"
        elif pane == "left" and shown and self._crowded:
            self._crowded = False  # asked for: it comes, as narrow as the rest gets
        elif pane != "centre":
            self._wanted[pane] = shown
            if self.arrangement == "drawer" and pane == "left" and shown:
                self._wanted["right"] = False  # there is room for one of them
            if self.arrangement == "wide":
                self._preferences.set(f"pane.{pane}", shown)
        self._place()

    def crowd(self, crowded: bool, share: float = 0.0) -> None:
        """Two articles need the room: the left pane goes until it is asked for, the right one takes
        a ``share`` (0 to 1) of the width, 0 for its own. What the user chose stays kept."""
        if (crowded, share) == (self._crowded, self._share):
            return
        self._crowded, self._share = crowded, share
        self._place()
        self._set_widths()

    def next_pane(self, step: int = 1) -> QWidget:
        """Go round the panes with the focus; the pane reached."""
        order = [p for p in PANES if self.arrangement == "single" or self.is_shown(p)]
        at = order.index(self._focused(order))
        pane = order[(at + step) % len(order)]
        if self.arrangement == "single":
            self.show_pane(pane)
        return self._widgets[pane]

    def _focused(self, order: list[str]) -> str:
        focus = self.focusWidget()
        for pane in order:
            widget = self._widgets[pane]
            if focus is not None and (widget is focus or widget.isAncestorOf(focus)):
                return pane
        return self._current if self._current in order else "centre"

    # Arrangement

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        width = self.width() / self._theme.scale
        arrangement = (
            "wide" if width >= DRAWER_BELOW else "drawer" if width >= SINGLE_BELOW else "single"
        )
        if arrangement != self.arrangement:
            before, self.arrangement = self.arrangement, arrangement
            if arrangement == "drawer":
                self._wanted["right"] = False
            elif before == "drawer" and arrangement == "wide":
                self._wanted["right"] = bool(self._preferences.get("pane.right", True))
            self._move_right()
            self._place()
            self.arranged.emit(arrangement)
        self._place()

    def _move_right(self) -> None:
        right = self._widgets["right"]
        if self.arrangement == "drawer":
            right.setParent(self)
        elif right.parent() is not self._splitter:
            self._splitter.addWidget(right)
            self._set_widths()
        right.setAutoFillBackground(self.arrangement == "drawer")  # it lies over the article

    def _place(self) -> None:
        focus = self.window().focusWidget()
        held = focus is not None and self.isAncestorOf(focus)
        self._show_panes()
        if held and not focus.isVisibleTo(self):  # it must not get lost among the buttons
            front = self._current if self.arrangement == "single" else "centre"
            self._widgets[front].setFocus()

    def _show_panes(self) -> None:
        self._splitter.setGeometry(self.rect())
        before = [self.is_shown(pane) for pane in PANES]
        drawer = self._is_drawn
        for pane, widget in self._widgets.items():
            widget.setVisible(self._is_due(pane))
        self._shade.setVisible(drawer)
        if drawer:
            self._place_drawer()
        self._splitter.refresh()  # at once: who shows a pane works in it next
        self.covered.emit(self._widgets["right"].width() + 1 if drawer else 0)
        if before != [self.is_shown(pane) for pane in PANES]:
            self.shown_changed.emit()

    @property
    def _is_drawn(self) -> bool:
        """Whether the cards lie over the article."""
        return self.arrangement == "drawer" and self._wanted["right"]

    def _is_due(self, pane: str) -> bool:
        if self.arrangement == "single":
            return pane == self._current
        if pane == "left" and self._is_drawn:  # the article needs its room
            return False
        if pane == "left" and self._crowded and self.arrangement == "wide":
            return False
        return self._wanted.get(pane, True)

    def _place_drawer(self) -> None:
        right = self._widgets["right"]
        width = min(self._theme.px(RIGHT_WIDTH), self.width())
        right.setGeometry(self.width() - width, 0, width, self.height())
        self._shade.setGeometry(self.width() - width - 1, 0, 1, self.height())
        right.raise_()
        self._shade.raise_()

    def _rescale(self) -> None:
        if self._scale != self._theme.scale:
            self._set_widths()
        self._arrange()

    def _set_widths(self) -> None:
        self._scale = self._theme.scale
        kept = self._preferences.get("pane.widths", {})
        left = self._theme.px(kept.get("left", LEFT_WIDTH))
        right = self._theme.px(kept.get("right", RIGHT_WIDTH))
        right = round(self.width() * self._share) if self._share else right
        for pane, least in (("left", 200), ("centre", 320), ("right", 280)):
            self._widgets[pane].setMinimumWidth(self._theme.px(least))
        self._splitter.setSizes([left, max(1, self.width() - left - right), right])

    def _keep_widths(self) -> None:
        if self.arrangement == "wide" and not self._crowded and not self._share:
            widths = {
                pane: round(self._widgets[pane].width() / self._theme.scale)
                for pane in ("left", "right")
                if self.is_shown(pane)
            }
            kept = self._preferences.get("pane.widths", {})
            self._preferences.set("pane.widths", {**kept, **widths})

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # A drawer closes as any other layer does.
        if self._is_drawn and event.key() == Qt.Key.Key_Escape:
            self.show_pane("right", False)
        else:
            super().keyPressEvent(event)


class _Shade(QWidget):
    """The edge of the drawer."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._theme.colour("control"))
