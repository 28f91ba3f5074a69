"""The button that says which articles are shown: the library's, or a collection's."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from annotator.i18n import _
from annotator.ui.kit import Themed, paint, plain_tip
from annotator.ui.theme import Theme

SIDE, GAP, SIGN, HEIGHT = 4, 6, 13, 26  # px at 100 %


class ScopeButton(Themed, QPushButton):
    """A name and a chevron."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = ""
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.follow(theme)

    def set_name(self, name: str) -> None:
        """What is shown."""
        self.setText(name.replace("&", "&&"))
        self._name = name
        self.setAccessibleName(_("Shown: {name}").format(name=name))
        self.setToolTip(plain_tip(name))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        theme = self.theme
        text = QFontMetricsF(theme.font("strong")).horizontalAdvance(self._name)
        more = 2 * theme.px(SIDE) + theme.px(GAP) + theme.px(SIGN)
        return QSize(round(text) + more + 1, theme.px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.px(80), self.theme.px(HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, rect = QPainter(self), self.theme, QRectF(self.rect())
        if self.underMouse() or self.isDown():
            paint.rounded(painter, rect, theme.px(7), theme.colour("selected"))
        if self.hasFocus():
            paint.focus_ring(painter, rect, theme, theme.px(7))
        sign = theme.px(SIGN)
        room = rect.adjusted(theme.px(SIDE), 0, -theme.px(SIDE + GAP) - sign, 0)
        painter.setFont(theme.font("strong"))
        painter.setPen(theme.colour("ink"))
        metrics = QFontMetricsF(painter.font())
        text = metrics.elidedText(self._name, Qt.TextElideMode.ElideRight, room.width() + 1)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, text)
        left = room.left() + min(metrics.horizontalAdvance(text), room.width()) + theme.px(GAP)
        place = paint.centred(QRectF(left, 0, sign, rect.height()), sign)
        paint.icon(painter, theme, "chevron-down", "ink", place)
