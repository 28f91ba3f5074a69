"""The line at the window's foot: counts, whether every mark is in its place, file, saved."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from annotator.i18n import _, ngettext
from annotator.ui.kit import ElidedLabel, Label, Themed
from annotator.ui.theme import Theme

PASSING_MS = 8_000
FILE_FROM = 500
"""px at 100 %; in a narrower line the counts need all the room."""


class StatusLine(Themed, QWidget):
    """Quiet text; nothing to click."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Status"))
        self._notes = Label(theme, "", "small", "secondary")
        self._claims = Label(theme, "", "small", "secondary")
        self._sign = QLabel()
        self._places = ElidedLabel(theme, "", "small", "good")
        self._hint = ElidedLabel(theme, "", "small", "secondary")
        self._file = ElidedLabel(theme, "", "small", "secondary", mode=Qt.TextElideMode.ElideMiddle)
        self._file.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._passing = QTimer(self, singleShot=True, interval=PASSING_MS)
        self._passing.timeout.connect(lambda: self.set_hint(""))
        self._icon, self._token = "check", "good"
        self._row = QHBoxLayout(self)
        self._pair = QHBoxLayout()
        self._pair.addWidget(self._sign)
        self._pair.addWidget(self._places)
        self._row.addWidget(self._notes)
        self._row.addWidget(self._claims)
        self._row.addLayout(self._pair)
        self._row.addWidget(self._hint, 1)
        self._row.addWidget(self._file)
        self.follow(theme)
        self.set_counts(None)

    def set_counts(self, notes: int | None, claims: int = 0, checked: int = 0) -> None:
        """How many marks and notes the open article has, how many claims, how many of them
        checked; None when no article is open."""
        self._notes.setText(
            "" if notes is None else ngettext("{n} note", "{n} notes", notes).format(n=notes)
        )
        text = ngettext("{n} claim", "{n} claims", claims).format(n=claims)
        more = _("{checked} checked").format(checked=checked)
        self._claims.setText(f"{text} · {more}" if claims else "")
        if not notes:
            self._set_places("", "check", "good")
        self._fit()

    def set_counted(self, text: str) -> None:
        """What is counted where one does not read an article, in words."""
        self.set_counts(None)
        self._claims.setText(text)
        self._fit()

    def set_places(self, moved: int = 0, lost: int = 0, unclear: int = 0) -> None:
        """How many marks stand elsewhere than they were made, nowhere, or in one of several
        places; none at all is said too."""
        parts = [
            text.format(n=count)
            for text, count in (
                (_("{n} moved"), moved),
                (_("{n} unclear"), unclear),
                (_("{n} lost"), lost),
            )
            if count
        ]
        if parts:
            self._set_places(", ".join(parts), "triangle-alert", "middling")
        else:
            self._set_places(_("every mark in place"), "check", "good")

    def set_file(self, name: str, state: str = "") -> None:
        """The library's file name and what became of the last edit (“saved”)."""
        self._file.setText(" · ".join(part for part in (name, state) if part))

    def set_hint(self, text: str) -> None:
        """A passing word in the middle, "" for none; it goes by itself."""
        self._hint.setText(text)
        self._passing.start() if text else self._passing.stop()

    def text(self) -> str:
        """All it says, for tests and screen readers."""
        labels = (self._notes, self._claims, self._places, self._hint, self._file)
        return " | ".join(label.text() for label in labels if label.text())

    def retheme(self) -> None:
        theme = self.theme
        self._row.setContentsMargins(theme.px(14), 1, theme.px(14), 0)
        self._row.setSpacing(theme.px(18))
        self._pair.setSpacing(theme.px(4))
        self.setFixedHeight(theme.px(27))
        self._draw_sign()
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """What there is no room for goes: the file, then the claims, then the notes, which the
        cards count, too. That a mark is lost stays."""
        self._file.setVisible(self.width() >= self.theme.px(FILE_FROM))
        counts = [label for label in (self._notes, self._claims) if label.text()]
        for label in (self._notes, self._claims):
            label.setVisible(label in counts)
        while counts and self._taken(counts) > self.width():
            counts.pop().hide()

    def _taken(self, counts: list[Label]) -> int:
        """How wide these counts are with what stands beside them, px."""
        px = self.theme.px
        wide = sum(label.sizeHint().width() + px(18) for label in counts)
        if self._places.text():
            wide += self._places.sizeHint().width() + px(13 + 4 + 18)
        return wide + 2 * px(14)

    def _set_places(self, text: str, icon: str, token: str) -> None:
        self._icon, self._token = icon, token
        self._places.setText(text)
        self._places.setVisible(bool(text))
        self._sign.setVisible(bool(text))
        self._places.set_token(token)
        self._draw_sign()
        self._fit()

    def _draw_sign(self) -> None:
        self._sign.setPixmap(self.theme.pixmap(self._icon, self._token, 13))
        self._sign.setFixedWidth(self.theme.px(13))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.theme.colour("chrome"))
        painter.fillRect(0, 0, self.width(), 1, self.theme.colour("hairline"))
