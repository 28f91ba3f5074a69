"""Buttons. They take focus from the keyboard only, so a click leaves the caret in the article."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QToolButton, QWidget

from annotator.i18n import _
from annotator.ui.kit import paint
from annotator.ui.kit.base import Themed
from annotator.ui.kit.speech import verdict_spoken
from annotator.ui.theme import ICON_SIZE, Theme
from annotator.ui.theme.fonts import weigh


def with_key(text: str, key: str = "") -> str:
    """A tooltip: what the button does and the key that does it too."""
    shown = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
    return f"{text} ({shown})" if shown else text


class IconButton(Themed, QToolButton):
    """A square button with an icon; its tooltip says its name and key.

    ``size`` is its side in px at 100 %; ``token`` the icon's colour.
    """

    def __init__(
        self,
        theme: Theme,
        icon: str,
        name: str,
        *,
        key: str = "",
        size: float = 30,
        token: str = "ink",
        checkable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon, self._size, self._token = icon, size, token
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAutoRaise(True)
        self.setCheckable(checkable)
        self.set_name(name, key)
        self.follow(theme)

    @classmethod
    def of(
        cls, theme: Theme, action: QAction, icon: str, *, size: float = 30, token: str = "ink"
    ) -> "IconButton":
        """A button that triggers an action, and is enabled and checked with it."""
        button = cls(theme, icon, action.text(), size=size, token=token)
        button.setDefaultAction(action)
        button.setAccessibleName(action.text().replace("&", ""))
        action.changed.connect(button.retheme)
        button.retheme()
        return button

    def set_name(self, name: str, key: str = "") -> None:
        """What the button does, for tooltip and screen reader."""
        self.setAccessibleName(name)
        self.setToolTip(with_key(name, key))

    def set_icon(self, icon: str, token: str | None = None) -> None:
        """Another picture, possibly in another colour."""
        self._icon, self._token = icon, token or self._token
        self.retheme()

    def retheme(self) -> None:
        side = self.theme.px(self._size)
        self.setIcon(self.theme.icon(self._icon, self._token))
        self.setIconSize(QSize(self.theme.px(ICON_SIZE), self.theme.px(ICON_SIZE)))
        self.setFixedSize(side, side)


class OutlineButton(Themed, QPushButton):
    """A button with a border, for the few commands that stand out."""

    def __init__(
        self,
        theme: Theme,
        text: str,
        icon: str = "",
        *,
        key: str = "",
        compact: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """``compact``: 26 px high instead of 30, for panes."""
        super().__init__(text, parent)
        self._icon = icon
        if compact:
            self.setProperty("kind", "compact")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAutoDefault(False)
        if key:
            self.setToolTip(with_key(text, key))
        self.follow(theme)

    def retheme(self) -> None:
        self.setFont(self.theme.font("button"))
        if self._icon:
            # Qt sets icon and text closer than we like, and has no say for it.
            self.setIcon(self.theme.icon(self._icon, "ink", 16, 3))
            self.setIconSize(QSize(self.theme.px(16) + self.theme.px(3), self.theme.px(16)))
        self.updateGeometry()


class LinkButton(Themed, QPushButton):
    """A command that reads like a link."""

    def __init__(
        self,
        theme: Theme,
        text: str,
        *,
        role: str = "small",
        key: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._role = role
        self.setProperty("kind", "link")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        if key:
            self.setToolTip(with_key(text, key))
        self.follow(theme)

    def retheme(self) -> None:
        font = self.theme.font(self._role)
        weigh(font, 550)
        self.setFont(font)
        self.updateGeometry()


class VerdictButton(Themed, QPushButton):
    """A verdict as ``VerdictChip`` shows it, to be pressed."""

    def __init__(self, theme: Theme, does: str, parent: QWidget | None = None) -> None:
        """``does``: what pressing it does, in a few words."""
        super().__init__(parent)
        self._name, self._tone = "", "none"
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setToolTip(does)
        self.setAccessibleDescription(does)
        self.follow(theme)
        self.set_verdict("", "")

    def set_verdict(self, name: str, tone: str) -> None:
        """See ``VerdictChip``."""
        self._name, self._tone = name or _("To check"), (tone or "none") if name else "none"
        self.setAccessibleName(verdict_spoken(name))
        self.retheme()

    def show_if(self, shown: bool) -> None:
        """Show it or not; what is not shown has no name either."""
        self.setVisible(shown)
        if not shown:
            self.setAccessibleName("")

    def sizeHint(self) -> QSize:
        return paint.verdict_size(self.theme, self._name).toSize()

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()  # or it would go on to the list, and mean the whole card
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, rect = QPainter(self), self.theme, QRectF(self.rect())
        paint.verdict(painter, theme, rect, self._name, self._tone)
        if self.hasFocus():
            paint.focus_ring(painter, rect, theme, theme.px(6))
        elif self.underMouse():
            paint.rounded(painter, rect, theme.px(6), border=theme.tone(self._tone))
