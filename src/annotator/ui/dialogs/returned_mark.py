"""The changes of one mark in a returned copy, to be ticked."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from annotator.i18n import _
from annotator.library.returning import ReturnedChange
from annotator.library.returning import changes as kinds
from annotator.ui.dialogs import returned_wording as wording
from annotator.ui.kit import (
    CardFrame,
    ClampedLabel,
    Label,
    LinkButton,
    MarkdownLabel,
    NumberBadge,
    Themed,
    plain_tip,
)
from annotator.ui.theme import Theme

INDENT = 29
"""px from a box to its words."""
HIGHEST = 150
"""px at 100 % of a note that are shown; the whole is in its tooltip."""
_PLAIN = (kinds.COLOUR, kinds.MOVED)
"""Changes of what is no Markdown: names of colours, the article's own words."""


class ReturnedMark(CardFrame):
    """One mark: its words, and a box for each change. ``ticked``: a box was; ``passage_chosen``
    asks to see where it is, and carries one of its changes."""

    ticked = Signal()
    passage_chosen = Signal(object)

    def __init__(
        self, theme: Theme, changes: Sequence[ReturnedChange], parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent)
        self._changes = changes
        self.boxes: list[tuple[QCheckBox, ReturnedChange]] = []
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._head(changes[0]))
        for change in changes:
            self._column.addLayout(self._row(change))
        self._space_out()

    def retheme(self) -> None:
        super().retheme()
        self._space_out()

    def _space_out(self) -> None:
        if (column := self.layout()) is not None:
            px = self.theme.px
            column.setContentsMargins(px(12), px(10), px(12), px(10))
            column.setSpacing(px(6))

    def _head(self, change: ReturnedChange) -> QHBoxLayout:
        row = QHBoxLayout()
        if change.number is not None:
            row.addWidget(NumberBadge(self.theme, change.number), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(_Quote(self.theme, change), 1)
        place = change.locator.replace(" ", "\u00a0")
        if change.start is not None:
            show = LinkButton(self.theme, place or _("Show"))
            show.setAccessibleName(_("Show the passage “{quote}”").format(quote=change.quote))
            show.clicked.connect(self._choose)
            row.addWidget(show, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _row(self, change: ReturnedChange) -> QVBoxLayout:
        """A box and who did it, what is here and what the copy has below."""
        theme, rows = self.theme, QVBoxLayout()
        box = QCheckBox(wording.what(change).replace("&", "&&"))
        box.setChecked(change.suggested)
        box.setAccessibleName(wording.spoken(change))
        box.toggled.connect(self.ticked)
        self.boxes.append((box, change))
        line = QHBoxLayout()
        line.addWidget(box)
        if conflict := wording.conflict(change):
            line.addWidget(Label(theme, conflict, "small", "middling"))
        line.addStretch(1)
        line.addWidget(Label(theme, wording.who(change), "small", "secondary"))
        rows.addLayout(line)
        rows.addLayout(self._sides(change))
        rows.setSpacing(theme.px(2))
        return rows

    def _sides(self, change: ReturnedChange) -> QGridLayout:
        theme, grid = self.theme, QGridLayout()
        before, after = wording.sides(change)
        both = bool(before and after)
        texts = [(_("Here"), before, "secondary"), (_("Copy"), after, "ink")]
        texts += [("", reply, "ink") for reply in wording.replies(change)]
        for at, (caption, text, token) in enumerate(texts):
            if text and both:
                name = Label(theme, caption, "small", "secondary")
                grid.addWidget(name, at, 0, Qt.AlignmentFlag.AlignTop)
            if text:
                grid.addWidget(self._text(change, text, token), at, 1 if both else 0)
        grid.setColumnStretch(1 if both else 0, 1)
        grid.setHorizontalSpacing(theme.px(8))
        grid.setVerticalSpacing(theme.px(2))
        grid.setContentsMargins(theme.px(INDENT), 0, 0, 0)
        return grid

    def _text(self, change: ReturnedChange, text: str, token: str) -> QWidget:
        if change.kind in _PLAIN:
            return Label(self.theme, text, "ui", token, wrap=True)
        return _Note(self.theme, text, token)

    def _choose(self) -> None:
        self.passage_chosen.emit(self._changes[0])

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        inside = self.rect().contains(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and inside:
            self._choose()
        super().mouseReleaseEvent(event)


class _Note(Themed, QWidget):
    """A note or an answer as safe Markdown. A click on it is one on the card around it."""

    def __init__(self, theme: Theme, markdown: str, token: str) -> None:
        super().__init__()
        self._label = MarkdownLabel(theme, markdown, "ui", token, self)
        self._label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._label.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._markdown = markdown
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.follow(theme)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return min(self._label.heightForWidth(width), self.theme.px(HIGHEST))

    def sizeHint(self) -> QSize:
        width = self._label.sizeHint().width()
        return QSize(width, self.heightForWidth(self.width() if self.isVisible() else width))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        whole = self._label.heightForWidth(self.width())
        self._label.setGeometry(0, 0, self.width(), whole)
        self.setToolTip(plain_tip(self._markdown) if whole > self.height() else "")

    def retheme(self) -> None:
        self._label.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.updateGeometry()


class _Quote(Themed, QWidget):
    """The words of a mark beside a bar in its colour."""

    def __init__(self, theme: Theme, change: ReturnedChange) -> None:
        super().__init__()
        self._colour = change.colour if change.quote or change.start is not None else ""
        row = QHBoxLayout(self)
        words = " ".join(change.quote.split())
        self._words: QLabel = (
            ClampedLabel(theme, words, 2, "serif")
            if words
            else Label(theme, _place(change), "ui", "secondary", wrap=True)
        )
        row.addWidget(self._words, 1)
        self.follow(theme)

    def retheme(self) -> None:
        px = self.theme.px
        self.layout().setContentsMargins(px(12) if self._colour else 0, 0, 0, 0)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._colour:
            bar = QRectF(0, 0, self.theme.px(4), self.height())
            if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
                bar.moveRight(self.width())
            QPainter(self).fillRect(bar, self.theme.mark(self._colour))


def _place(change: ReturnedChange) -> str:
    if change.start is None:
        return _("On the whole article")
    return _("Area")
