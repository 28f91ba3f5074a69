"""Text that is shown, not edited. Always plain: nothing in it is taken for HTML."""

from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import (
    QFontMetrics,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QPalette,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from annotator.ui.kit.base import Themed
from annotator.ui.kit.speech import plain_tip
from annotator.ui.theme import Theme


class Label(Themed, QLabel):
    """Plain text in a role's font and a token's colour."""

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        role: str = "ui",
        token: str = "ink",
        *,
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._role, self._token = role, token
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        self.setText(text)
        self.follow(theme)

    def set_token(self, token: str) -> None:
        """Another colour."""
        self._token = token
        self.retheme()

    def retheme(self) -> None:
        self.setFont(self.theme.font(self._role))
        self._colour()

    def _colour(self) -> None:
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, self.theme.colour(self._token))
        self.setPalette(palette)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        # Given another parent, a widget gets the palette back that it had when the style sheet was
        # first in force: the colours of a scheme that may be gone.
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "theme"):
            self._colour()


class SectionHeading(Label):
    """A quiet heading in capitals over a part of a pane."""

    def __init__(self, theme: Theme, text: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, text, "caps", "secondary", parent=parent)


class ElidedLabel(Label):
    """One line that ends in … where it does not fit; the whole is in its tooltip then."""

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        role: str = "ui",
        token: str = "ink",
        *,
        mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
        parent: QWidget | None = None,
    ) -> None:
        self._mode = mode
        super().__init__(theme, text, role, token, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def _line(self) -> str:
        return " ".join(self.text().split())

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self.font())
        return QSize(metrics.horizontalAdvance(self._line()) + 2, metrics.height())

    def minimumSizeHint(self) -> QSize:
        metrics = QFontMetrics(self.font())
        widest = metrics.horizontalAdvance(self._line()) + 2
        return QSize(min(widest, metrics.averageCharWidth() * 4), metrics.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        shown = QFontMetrics(self.font()).elidedText(self._line(), self._mode, self.width())
        shown = shown.replace(" …", "…")
        self.setToolTip("" if shown == self._line() else plain_tip(self.text()))
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        painter.drawText(self.rect(), self.alignment() | Qt.AlignmentFlag.AlignVCenter, shown)


class ClampedLabel(Label):
    """Text over at most ``lines`` lines; the last ends in … where there is more."""

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        lines: int = 2,
        role: str = "ui",
        token: str = "ink",
        *,
        leading: float = 1.4,
        parent: QWidget | None = None,
    ) -> None:
        self._lines, self._leading = lines, leading
        super().__init__(theme, text, role, token, parent=parent)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(len(self._break(width)) * self._pitch()) + 1

    def sizeHint(self) -> QSize:
        wide = QFontMetrics(self.font()).horizontalAdvance(self.text()) + 2
        width = min(wide, self.theme.px(320))
        known = self.testAttribute(Qt.WidgetAttribute.WA_Resized)
        return QSize(width, self.heightForWidth(self.width() if known else width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.px(60), round(self._pitch()) + 1)

    def _pitch(self) -> float:
        return QFontMetricsF(self.font()).height() * self._leading / 1.2

    def _break(self, width: float) -> list[str]:
        """The text of each line at this width, the last one elided."""
        text = self.text()
        layout = QTextLayout(text, self.font())
        layout.setTextOption(QTextOption(self.alignment()))
        layout.beginLayout()
        lines: list[str] = []
        metrics = QFontMetrics(self.font())
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(1, width))
            start, length = line.textStart(), line.textLength()
            if len(lines) == self._lines - 1 and start + length < len(text):
                rest = metrics.elidedText(text[start:], Qt.TextElideMode.ElideRight, int(width))
                lines.append(rest.replace(" …", "…"))
                break
            lines.append(text[start : start + length])
        layout.endLayout()
        return lines or [""]

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        metrics = QFontMetricsF(self.font())
        baseline = (self._pitch() - metrics.height()) / 2 + metrics.ascent()
        lines = self._break(self.width())
        for number, line in enumerate(lines):
            painter.drawText(QPointF(0, baseline + number * self._pitch()), line.rstrip())
        self.setToolTip(plain_tip(self.text()) if lines and lines[-1].endswith("…") else "")
