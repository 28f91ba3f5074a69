"""Commands on a card that read like links."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from annotator.ui.cards.parts import RIGHT, Act, Link, Part, Verb, paint_warning, set_reachable
from annotator.ui.cards.text import measure
from annotator.ui.kit import LinkButton
from annotator.ui.theme import Theme


class LinksPart(Part):
    """Commands that read like links, with some quiet words or a warning between them."""

    @property
    def bleed(self) -> int:
        if not self._pool:
            return 0
        link = self._pool[0]  # its padding, and the frame of its focus
        words = QFontMetrics(link.font()).horizontalAdvance(link.text())
        return max(0, (link.sizeHint().width() - words) // 2)

    def __init__(self, theme: Theme, act: Act, parent: QWidget) -> None:
        super().__init__(theme, act, parent)
        self._pool: list[LinkButton] = []
        self._wanted: list[tuple[Verb, str]] = []
        self._left = 0
        self._words, self._warning, self._indent = "", False, 0
        self._words_at = QRectF()

    def fill(
        self, left: Sequence[Link] = (), right: Sequence[Link] = (),
        *, words: str = "", warning: bool = False, reachable: bool = False, indent: int = 0,
    ) -> "LinksPart":  # fmt: skip
        """``words`` stand right; a warning at the left where no link is."""
        self._words, self._warning, self._left = words, warning, len(left)
        self._indent = indent
        links = [*left, *right]
        self._wanted = [(verb, id) for _text, verb, id in links]
        while len(self._pool) < len(links):
            self._pool.append(self._button(len(self._pool)))
        for at, button in enumerate(self._pool):
            button.setVisible(at < len(links))
            set_reachable(button, reachable and at < len(links))
            if at < len(links) and button.text() != links[at][0]:
                button.setText(links[at][0])
        self.update()
        return self

    def _button(self, at: int) -> LinkButton:
        button = LinkButton(self.theme, "", parent=self)
        button.clicked.connect(lambda: self.act(*self._wanted[at]))
        return button

    def stops(self) -> list[QWidget]:
        return [button for button in self._pool[: len(self._wanted)] if button.focusPolicy()]

    def height_for(self, width: int) -> int:
        line, gap = self.theme.px(20), self.theme.px(5)
        x, y = self.theme.px(self._indent), 0
        if self._warning and not self._left:
            x = self._place_words(self.bleed, y, line, width) + gap
        for button in self._pool[: self._left]:
            wide = button.sizeHint().width()
            if x + wide > width and x > self.theme.px(self._indent):
                x, y = self.theme.px(self._indent), y + line
            button.setGeometry(x, y, wide, line)
            x += wide + gap
        return self._place_right(x, y, line, width) + line

    def _place_right(self, x: int, y: int, line: int, width: int) -> int:
        buttons = self._pool[self._left : len(self._wanted)]
        wide = sum(button.sizeHint().width() + self.theme.px(10) for button in buttons)
        words = self._words and (self._left or not self._warning)
        if words:
            wide += self._measure(self._words) + self.theme.px(10)
        if wide and x + wide - self.theme.px(10) > width and x > 0:
            y += line
        at = width
        for button in reversed(buttons):
            at -= button.sizeHint().width()
            button.setGeometry(at, y, button.sizeHint().width(), line)
            at -= self.theme.px(10)
        if words:
            at -= self.bleed
            room = self._measure(self._words)
            self._place_words(at - room, y, line, at)
        return y

    def _measure(self, text: str) -> int:
        role = "small_strong" if self._warning else "small"
        return measure(self.theme, text, role) + (self.theme.px(19) if self._warning else 0)

    def _place_words(self, x: int, y: int, line: int, limit: int) -> int:
        wide = min(self._measure(self._words), limit - x)
        self._words_at = QRectF(x, y, wide, line)
        return x + wide

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._words:
            return
        painter, theme = QPainter(self), self.theme
        if self._warning:
            paint_warning(painter, theme, self._words_at, self._words, "middling")
            return
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("secondary"))
        painter.drawText(self._words_at, RIGHT, self._words)
