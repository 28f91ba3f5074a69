"""Small things in a line: filter chips, verdicts, numbers, keys, tags, stances."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from annotator.i18n import _
from annotator.ui.kit import paint
from annotator.ui.kit.base import Themed
from annotator.ui.kit.speech import verdict_spoken
from annotator.ui.theme import Theme


class Chip(Themed, QCheckBox):
    """A filter that is on or off. For one of several, ``setAutoExclusive(True)`` on each."""

    def __init__(self, theme: Theme, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.follow(theme)

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self.theme.font("small_strong"))
        return QSize(
            metrics.horizontalAdvance(self.text()) + self.theme.px(20),
            metrics.height() + self.theme.px(7),
        )

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, position: QPoint) -> bool:
        return self.rect().contains(position)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, rect, theme = QPainter(self), QRectF(self.rect()), self.theme
        radius, on = rect.height() / 2, self.isChecked()
        ground = theme.colour("accent_ground") if on else None
        if ground is None and self.underMouse():
            ground = theme.colour("selected")
        paint.rounded(painter, rect, radius, ground, theme.colour("accent" if on else "control"))
        if self.hasFocus():
            paint.focus_ring(painter, rect, theme, radius)
        painter.setPen(theme.colour("accent" if on else "secondary"))
        painter.setFont(theme.font("small_strong" if on else "small"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())


class _Static(Themed, QWidget):
    """A painted thing that is as large as it needs to be."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.follow(theme)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def show_if(self, shown: bool) -> None:
        """Show it or not; what is not shown has no name either, whoever lists what is there."""
        self.setVisible(shown)
        if not shown:
            self.setAccessibleName("")


class VerdictChip(_Static):
    """A verdict: its sign and name on a tint of its tone. Without one: "To check"."""

    def __init__(
        self, theme: Theme, name: str = "", tone: str = "none", parent: QWidget | None = None
    ) -> None:
        self._name, self._tone = name, tone
        super().__init__(theme, parent)
        self.set_verdict(name, tone)

    def set_verdict(self, name: str, tone: str) -> None:
        """``tone``: good, middling, bad or none; name "": no verdict yet."""
        self._name, self._tone = name or _("To check"), (tone or "none") if name else "none"
        self.setAccessibleName(verdict_spoken(name))
        self.retheme()

    def sizeHint(self) -> QSize:
        return paint.verdict_size(self.theme, self._name).toSize()

    def paintEvent(self, event: QPaintEvent) -> None:
        paint.verdict(QPainter(self), self.theme, QRectF(self.rect()), self._name, self._tone)


class NumberBadge(_Static):
    """A mark's number; None is a private mark's lock. Filled when it is the current one."""

    def __init__(
        self,
        theme: Theme,
        number: int | None,
        *,
        current: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        self._number, self._current = number, current
        super().__init__(theme, parent)
        self.set_number(number)

    def set_number(self, number: int | None) -> None:
        """The number to show, None for the lock."""
        self._number = number
        self.setAccessibleName(
            _("Private mark") if number is None else _("Mark {number}").format(number=number)
        )
        self.retheme()

    def set_current(self, current: bool) -> None:
        """Whether it is the current mark's."""
        self._current = current
        self.update()

    def sizeHint(self) -> QSize:
        return paint.badge_size(self.theme, self._number).toSize()

    def paintEvent(self, event: QPaintEvent) -> None:
        rect = QRectF(self.rect())
        paint.badge(QPainter(self), self.theme, rect, self._number, self._current)


class KeyCap(_Static):
    """A key as it is printed on the keyboard, for hints. Text as ``QKeySequence`` reads it."""

    def __init__(self, theme: Theme, key: str, parent: QWidget | None = None) -> None:
        self._text = ""
        super().__init__(theme, parent)
        self.set_key(key)

    def set_key(self, key: str) -> None:
        """``Ctrl+Shift+F``, ``C``, …; several keys are separated by ``, ``."""
        native = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
        self._text = paint.short_key(native or key)
        self.setAccessibleName(native or key)
        self.retheme()

    def sizeHint(self) -> QSize:
        return paint.key_cap_size(self.theme, self._text).toSize()

    def paintEvent(self, event: QPaintEvent) -> None:
        paint.key_cap(QPainter(self), self.theme, QRectF(self.rect()), self._text)


class TagChip(Themed, QWidget):
    """A tag: ``# method/sensors``. ``removed`` comes from its cross, when it has one; of several
    tags the others are counted: ``# method +2``."""

    clicked = Signal(str)
    removed = Signal(str)

    def __init__(
        self, theme: Theme, path: str, *, removable: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.path, self._removable, self._more = path, removable, 0
        self.setAccessibleName(_("Tag {path}").format(path=path))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        if removable:
            self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self.setToolTip(_("Remove tag"))
        self.follow(theme)

    def show_tags(self, tags: Sequence[str]) -> None:
        """Show the first of these tags and how many more there are; of none no name is left."""
        self.path, self._more = next(iter(tags), ""), max(0, len(tags) - 1)
        spoken = _("Tags {tags}") if self._more else _("Tag {tags}")
        self.setAccessibleName(spoken.format(tags=", ".join(tags)) if tags else "")
        self.updateGeometry()
        self.update()

    def _text(self) -> str:
        return f"# {self.path} +{self._more}" if self._more else f"# {self.path}"

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self.theme.font("small"))
        width = metrics.horizontalAdvance(self._text()) + self.theme.px(15)
        cross = self.theme.px(16) if self._removable else 0
        return QSize(width + cross, metrics.height() + self.theme.px(4))

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.theme.px(40), self.sizeHint().width()), self.sizeHint().height())

    def _cross(self) -> QRectF:
        side, rect = self.theme.px(11), QRectF(self.rect())
        return QRectF(
            rect.right() - side - self.theme.px(4), (rect.height() - side) / 2, side, side
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, rect = QPainter(self), self.theme, QRectF(self.rect())
        paint.rounded(painter, rect, theme.px(5), theme.colour("selected"))
        if self.hasFocus():
            paint.focus_ring(painter, rect, theme, theme.px(5))
        room = rect.adjusted(theme.px(7), 0, -theme.px(6), 0)
        if self._removable:
            paint.icon(painter, theme, "x", "secondary", self._cross())
            room.setRight(self._cross().left() - theme.px(2))
        painter.setPen(theme.colour("ink"))
        painter.setFont(theme.font("small"))
        text = QFontMetrics(painter.font()).elidedText(
            self._text(), Qt.TextElideMode.ElideMiddle, int(room.width()) + 1
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, text)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        hit = self._removable and event.position().x() >= self._cross().left() - self.theme.px(3)
        (self.removed if hit else self.clicked).emit(self.path)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self._removable:
            self.removed.emit(self.path)
        elif event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.clicked.emit(self.path)
        else:
            super().keyPressEvent(event)


class StanceSign(_Static):
    """How a source stands to a claim: + supports, − refutes, ? context; drawn, not a glyph."""

    def __init__(self, theme: Theme, stance: str, parent: QWidget | None = None) -> None:
        self._stance = stance
        super().__init__(theme, parent)
        self.set_stance(stance)

    def set_stance(self, stance: str) -> None:
        """supports, refutes or context."""
        self._stance = stance
        names = {"supports": _("supports"), "refutes": _("refutes"), "context": _("context")}
        self.setAccessibleName(names.get(stance, stance))
        self.setToolTip(names.get(stance, stance))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self.theme.px(12), self.theme.px(18))

    def paintEvent(self, event: QPaintEvent) -> None:
        place = paint.centred(QRectF(self.rect()), self.theme.px(11))
        paint.stance(QPainter(self), self.theme, place, self._stance)
