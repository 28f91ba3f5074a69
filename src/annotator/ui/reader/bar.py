"""The bar at the selection: eight colours, then claim, note, tag, source, copy."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QFrame, QHBoxLayout, QWidget

from annotator.i18n import _
from annotator.model.annotation import COLOURS
from annotator.ui.kit import IconButton, Popover, Themed, paint, with_key
from annotator.ui.reader.bar_place import best_place
from annotator.ui.theme import Theme

GAP = 8.0  # px at 100 %, between the selection and the bar
_STEPS = {
    Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1,
}  # fmt: skip


class ColourDot(Themed, QAbstractButton):
    """A colour to mark with, and the digit that does the same."""

    def __init__(self, theme: Theme, colour: str, digit: int) -> None:
        super().__init__()
        self.colour, self._digit = colour, str(digit)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.set_name(colour)
        self.follow(theme)

    def set_name(self, name: str) -> None:
        """What the user calls the colour."""
        self.setAccessibleName(_("Mark: {name}").format(name=name))
        self.setToolTip(with_key(name, self._digit))

    def retheme(self) -> None:
        self.setFixedSize(self.sizeHint())
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self.theme.px(32), self.theme.px(32))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self.theme
        dot = paint.centred(QRectF(self.rect()), theme.px(26))
        edge = QColor(theme.colour("ink"))
        edge.setAlphaF(0.45 if self.underMouse() or self.isDown() else 0.14)
        paint.rounded(painter, dot, theme.px(7), theme.mark(self.colour), edge)
        if self.hasFocus():
            grown = dot.adjusted(-3, -3, 3, 3)
            paint.rounded(painter, grown, theme.px(9), border=theme.colour("accent"), width=2)
        painter.setFont(theme.font("badge"))
        painter.setPen(theme.colour("ink"))
        painter.drawText(dot, Qt.AlignmentFlag.AlignCenter, self._digit)


class SelectionBar(Popover):
    """Floats at the selection without taking the focus; ``enter`` gives it the focus.

    ``chosen`` carries a command's id (``mark.colour.yellow``, ``mark.claim``, …); ``left`` that Esc
    was pressed in it.
    """

    chosen = Signal(str)
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent, modal=False)
        self.setObjectName("selection-bar")
        self.setAccessibleName(_("Mark the selection"))
        self._rows = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._rows.setSpacing(0)
        self.body.addLayout(self._rows)
        self.dots = [ColourDot(theme, c, n) for n, c in enumerate(COLOURS, 1)]
        self.commands = self._commands(theme)
        self._line = QFrame()
        self._line.setFixedWidth(1)
        self._rows.addLayout(self._row({f"mark.colour.{dot.colour}": dot for dot in self.dots}))
        self._rows.addSpacing(5)
        self._rows.addWidget(self._line)
        self._rows.addSpacing(5)
        self._rows.addLayout(self._row(self.commands))
        self._buttons: list[QAbstractButton] = [*self.dots, *self.commands.values()]
        for button in self._buttons:
            button.installEventFilter(self)
        self.retheme()

    def _commands(self, theme: Theme) -> dict[str, IconButton]:
        known = (
            ("mark.claim", "flag", _("Claim"), "C"),
            ("mark.note", "sticky-note", _("Note"), "N"),
            ("mark.tag", "tag", _("Tag"), "T"),
            ("mark.source", "link", _("Source"), "S"),
            ("edit.copy", "copy", _("Copy"), "Ctrl+C"),
        )
        return {id: IconButton(theme, icon, name, key=key) for id, icon, name, key in known}

    def _row(self, buttons: Mapping[str, QAbstractButton]) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(0)
        for command, button in buttons.items():
            row.addWidget(button)
            button.clicked.connect(lambda _on=False, id=command: self.chosen.emit(id))
        row.addStretch()
        return row

    def fit(self, width: int) -> None:
        """Stand in one row, or in two where there is no room for it; ``width`` px."""
        self._stand(QBoxLayout.Direction.LeftToRight)
        if self.frame().width() > width:
            self._stand(QBoxLayout.Direction.TopToBottom)

    def _stand(self, direction: QBoxLayout.Direction) -> None:
        self._line.setVisible(direction is QBoxLayout.Direction.LeftToRight)
        self._rows.setDirection(direction)
        self.body.invalidate()  # while it is shown, the size known from before would be taken
        self.adjustSize()

    def set_names(self, names: Mapping[str, str]) -> None:
        """What the user calls the colours."""
        for dot in self.dots:
            dot.set_name(names.get(dot.colour) or dot.colour)

    def retheme(self) -> None:
        super().retheme()
        if hasattr(self, "_line"):
            ground = self.theme.colour("hairline").name()
            self._line.setStyleSheet(f"background: {ground}; border: none;")
            self._line.setFixedHeight(self.theme.px(20))
            self.adjustSize()

    def show_at(self, selection: Sequence[QRect], room: QRect, words: Sequence[QRect]) -> None:
        """Show it at the selection (what is seen of it, line by line) where it hides least of
        ``words``; it stays within ``room``. All in the parent's coordinates."""
        self.fit(room.width())
        frame = self.frame()
        place = best_place(frame.size(), room, selection, words, self.theme.px(GAP))
        self.open_at(place - frame.topLeft())

    def has_focus(self) -> bool:
        """Whether one is going along it by keys."""
        return any(button.hasFocus() for button in self._buttons)

    def enter(self) -> None:
        """Give its first button the focus."""
        self.dots[0].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Buttons take arrows and Enter for themselves.
        if event.type() == QEvent.Type.KeyPress and watched in self._buttons:
            return self._pressed(event, self._buttons.index(watched))
        return super().eventFilter(watched, event)

    def _pressed(self, event: QKeyEvent, at: int) -> bool:
        buttons = self._buttons
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in _STEPS:
            step = _STEPS[Qt.Key(event.key())]
            buttons[(at + step) % len(buttons)].setFocus(Qt.FocusReason.TabFocusReason)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            buttons[at].click()
        elif event.text() and event.text() in "12345678":
            self.dots[int(event.text()) - 1].click()
        else:
            return False
        return True
