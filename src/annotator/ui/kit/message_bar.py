"""Messages that stand in the window, not in boxes over it."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from annotator.i18n import _
from annotator.ui.kit import paint
from annotator.ui.kit.base import Themed
from annotator.ui.kit.buttons import IconButton, LinkButton
from annotator.ui.kit.rich import RichLabel
from annotator.ui.kit.speech import announce
from annotator.ui.theme import Theme, mix

KINDS = {"info": "info", "warn": "triangle-alert", "error": "circle-alert"}


class MessageBar(Themed, QWidget):
    """One sentence, an action if there is one, and a cross. Hidden until told something.

    ``acted``: the action was chosen; ``closed``: the message was put away.
    """

    acted = Signal()
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind = "info"
        self._icon_name = KINDS["info"]
        self._row = QHBoxLayout(self)
        self._icon = QLabel()
        self._words: RichLabel | None = None
        self._action = LinkButton(theme, "", role="ui")
        self._close = IconButton(theme, "x", _("Close message"), size=24)
        self._row.addWidget(self._icon, 0)
        self._row.addWidget(self._action, 0)
        self._row.addWidget(self._close, 0)
        self._action.clicked.connect(self.acted)
        self._close.clicked.connect(self.dismiss)
        self.hide()
        self.follow(theme)

    @property
    def _text(self) -> RichLabel:
        """What shows the words, made with the first: many a window never has to say anything."""
        if self._words is None:
            self._words = RichLabel(self.theme)
            at = self._row.indexOf(self._icon) + 1
            self._row.insertWidget(at, self._words, 1, Qt.AlignmentFlag.AlignVCenter)
        return self._words

    def tell(
        self,
        text: str,
        kind: str = "info",
        *,
        action: str = "",
        icon: str = "",
        strong: Sequence[str] = (),
        closable: bool = True,
    ) -> None:
        """Shows and speaks a message.

        ``kind``: info, warn or error. ``strong``: parts of the text to set bold. The text is plain.
        """
        self.kind = kind
        self._icon_name = icon or KINDS[kind]
        self._text.set_html(_bold(text, strong))
        self._text.setAccessibleName(text)
        self._action.setText(action)
        self._action.setVisible(bool(action))
        self._close.setVisible(closable)
        self.setAccessibleName(text)
        self.retheme()
        self.show()
        announce(self, text, urgent=kind == "error")

    def set_progress(self, text: str) -> None:
        """Another wording of the message shown, not spoken: how far something is."""
        self._text.set_html(_bold(text, ()))

    def text(self) -> str:
        """The message as it was told, "" when none is."""
        return self.accessibleName() if not self.isHidden() else ""

    def dismiss(self) -> None:
        """Puts the message away."""
        if not self.isHidden():
            self.hide()
            self.closed.emit()

    def retheme(self) -> None:
        theme = self.theme
        self._row.setContentsMargins(theme.px(12), theme.px(7), theme.px(8), theme.px(7))
        self._row.setSpacing(theme.px(10))
        self._icon.setPixmap(theme.pixmap(self._icon_name, "ink"))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens, theme = self.theme.tokens, self.theme
        tone = {"warn": tokens.middling, "error": tokens.bad}.get(self.kind)
        ground = mix(tone, tokens.chrome, 0.13) if tone else theme.colour("accent_ground")
        border = theme.colour("control") if tokens.name == "contrast" else None
        paint.rounded(QPainter(self), QRectF(self.rect()), theme.px(9), ground, border)


def _bold(text: str, strong: Sequence[str]) -> str:
    html = escape(text)
    for part in strong:
        html = html.replace(escape(part), f"<b>{escape(part)}</b>", 1)
    return html
