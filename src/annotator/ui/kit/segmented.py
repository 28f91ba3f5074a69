"""A row of choices of which one holds."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QRadioButton, QWidget

from annotator.ui.kit import paint
from annotator.ui.kit.base import Themed
from annotator.ui.theme import Theme


class _Segment(Themed, QRadioButton):
    """One choice; a radio button to keys and screen readers."""

    def __init__(self, theme: Theme, text: str, parent: QWidget) -> None:
        super().__init__(text, parent)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.follow(theme)

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self.theme.font("button"))
        return QSize(
            metrics.horizontalAdvance(self.text()) + self.theme.px(24),
            metrics.height() + self.theme.px(9),
        )

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, position: QPoint) -> bool:
        return self.rect().contains(position)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, rect = QPainter(self), QRectF(self.rect())
        radius = self.theme.px(6)
        if self.isChecked():
            shadow = self.theme.colour("shadow")
            paint.rounded(painter, rect.translated(0, 1).adjusted(0, 1, 0, -1), radius, shadow)
            paint.rounded(painter, rect.adjusted(0, 0, 0, -1), radius, self.theme.colour("paper"))
        if self.hasFocus():
            paint.focus_ring(painter, rect, self.theme, radius)
        lively = self.isChecked() or self.underMouse()
        painter.setFont(self.theme.font("button" if self.isChecked() else "ui"))
        painter.setPen(self.theme.colour("ink" if lively else "secondary"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())


class SegmentedControl(Themed, QWidget):
    """Choices side by side. ``chosen`` carries the value the user took."""

    chosen = Signal(str)

    def __init__(
        self,
        theme: Theme,
        choices: Sequence[tuple[str, str]],
        name: str,
        parent: QWidget | None = None,
    ) -> None:
        """``choices``: (value, label); ``name``: what is chosen, for screen readers."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self._row = QHBoxLayout(self)
        self._row.setSpacing(0)
        self._segments: dict[str, _Segment] = {}
        for value, label in choices:
            segment = _Segment(theme, label, self)
            segment.clicked.connect(lambda _checked=False, v=value: self.chosen.emit(v))
            self._row.addWidget(segment)
            self._segments[value] = segment
        self.set_value(choices[0][0])
        self.follow(theme)

    def value(self) -> str:
        """The value that holds."""
        return next(value for value, s in self._segments.items() if s.isChecked())

    def set_value(self, value: str) -> None:
        """Chooses without emitting ``chosen``."""
        self._segments[value].setChecked(True)

    def retheme(self) -> None:
        margin = self.theme.px(2)
        self._row.setContentsMargins(margin, margin, margin, margin)
        self.setFixedHeight(self.sizeHint().height())
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        ground = self.theme.colour("selected")
        paint.rounded(QPainter(self), QRectF(self.rect()), self.theme.px(8), ground)
