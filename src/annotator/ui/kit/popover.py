"""A panel that floats over the window: rounded, bordered, with a soft shadow."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QVBoxLayout, QWidget

from annotator.ui.kit import paint
from annotator.ui.kit.base import Themed
from annotator.ui.theme import Theme

_SHADOW, _DROP = 16, 4  # px at 100 %: reach and fall of the shadow


class Popover(Themed, QWidget):
    """A child of the window, not a window: it needs no place on the screen of its own.

    Put the contents into ``body`` (a layout). ``modal``: Esc and a click elsewhere close it, and
    the focus goes back to where it was. ``closed`` says so.
    """

    closed = Signal()

    def __init__(
        self, theme: Theme, parent: QWidget, *, modal: bool = True, pad: float = 8
    ) -> None:
        """``pad``: the distance of the contents from the border, in px at 100 %."""
        super().__init__(parent)
        self._modal, self._pad = modal, pad
        self._before: QWidget | None = None
        self.body = QVBoxLayout(self)
        self.hide()
        self.follow(theme)

    def retheme(self) -> None:
        reach, drop = self.theme.px(_SHADOW), self.theme.px(_DROP)
        pad = self.theme.px(self._pad)
        self.body.setContentsMargins(
            reach + pad, reach - drop + pad, reach + pad, reach + drop + pad
        )
        self.body.setSpacing(self.theme.px(8))
        self.update()

    def frame(self) -> QRect:
        """The visible panel, without its shadow, in the popover's coordinates."""
        reach, drop = self.theme.px(_SHADOW), self.theme.px(_DROP)
        return self.rect().adjusted(reach, reach - drop, -reach, -reach - drop)

    def suit(self) -> None:
        """Make it as large as its contents need, text in lines included: of these Qt thinks for
        windows alone."""
        self.body.activate()
        self.adjustSize()
        if self.body.hasHeightForWidth():
            self.resize(self.width(), self.body.totalHeightForWidth(self.width()))

    def open_under(self, anchor: QWidget, *, right: bool = True) -> None:
        """Opens below a button, its right (or left) edge on the button's, within the window."""
        self.adjustSize()
        edge = anchor.rect().bottomRight() if right else anchor.rect().bottomLeft()
        corner = anchor.mapTo(self.parentWidget(), edge) + QPoint(0, self.theme.px(6))
        frame = self.frame()
        left = corner.x() - (frame.right() if right else frame.left())
        self.open_at(QPoint(left, corner.y() - frame.top()))

    def open_at(self, corner: QPoint) -> None:
        """Opens with the whole widget's corner there, moved so that the panel stays visible."""
        self.suit()
        edge = self.theme.px(8)
        room = self.parentWidget().rect().adjusted(edge, edge, -edge, -edge)
        frame = self.frame()
        x = max(room.left() - frame.left(), min(corner.x(), room.right() - frame.right()))
        y = max(room.top() - frame.top(), min(corner.y(), room.bottom() - frame.bottom()))
        self.move(x, y)
        self.raise_()
        if self._modal and not self.isVisible():
            self._before = QApplication.focusWidget()
            QApplication.instance().installEventFilter(self)
        self.show()

    def dismiss(self) -> None:
        """Closes it and gives the focus back."""
        if self.isHidden():
            return
        QApplication.instance().removeEventFilter(self)
        had_focus = self.isAncestorOf(QApplication.focusWidget() or self.parentWidget())
        self.hide()
        before, self._before = self._before, None
        if before is not None and had_focus and before.isVisible():
            before.setFocus(Qt.FocusReason.PopupFocusReason)
        self.closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.MouseButtonPress and self._outside(watched, event):
            self.leave()
        return super().eventFilter(watched, event)

    def leave(self) -> None:
        """What a click elsewhere does."""
        self.dismiss()

    def _outside(self, watched: QObject, event: QMouseEvent) -> bool:
        if not isinstance(watched, QWidget) or watched.window() is not self.window():
            return False  # a menu or list of ours, which is a window of its own
        place = self.mapFromGlobal(event.globalPosition().toPoint())
        return not self.frame().contains(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._modal and event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        elif self._modal and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._press(event)
        else:
            super().keyPressEvent(event)

    def _press(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the focus; held down, it presses none."""
        focus = QApplication.focusWidget()
        if isinstance(focus, QAbstractButton) and not event.isAutoRepeat():
            focus.click()

    @property
    def is_modal(self) -> bool:
        """Whether it is closed by Esc and by a click elsewhere."""
        return self._modal

    def focusNextPrevChild(self, onward: bool) -> bool:
        stops = self._stops() if self._modal else []
        if not stops:
            return super().focusNextPrevChild(onward)
        focus = QApplication.focusWidget()
        at = stops.index(focus) + (1 if onward else -1) if focus in stops else 0
        reason = Qt.FocusReason
        stops[at % len(stops)].setFocus(
            reason.TabFocusReason if onward else reason.BacktabFocusReason
        )
        return True

    def _stops(self) -> list[QWidget]:
        """Where Tab stops in a modal one, in order: it goes round. (PySide gives a widget that is
        asked for by ``nextInFocusChain`` to the one that was asked, and lets it die with that.)"""
        return [widget for widget in self.findChildren(QWidget) if _is_stop(widget)]

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self.theme
        frame, radius = QRectF(self.frame()), theme.px(11)
        self._paint_shadow(painter, frame, radius)
        paint.rounded(painter, frame, radius, theme.colour("card"), theme.colour("control"))

    def _paint_shadow(self, painter: QPainter, frame: QRectF, radius: float) -> None:
        """Nested rounded rectangles, each a little fainter: a blur without an effect's cost."""
        reach = self.theme.px(_SHADOW)
        colour = QColor(self.theme.tokens.shadow)
        colour.setAlphaF(colour.alphaF() * 2.2 / max(1, reach))
        fallen = frame.translated(0, self.theme.px(_DROP))
        for spread in range(reach, 0, -1):
            grown = fallen.adjusted(-spread, -spread, spread, spread)
            faint = QColor(colour)
            faint.setAlphaF(colour.alphaF() * (1 - spread / reach))
            paint.rounded(painter, grown, radius + spread, faint)


def _is_stop(widget: QWidget) -> bool:
    other_choice = (
        isinstance(widget, QAbstractButton) and widget.autoExclusive() and not widget.isChecked()
    )
    by_tab = widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value
    return bool(by_tab) and widget.isVisible() and widget.isEnabled() and not other_choice
