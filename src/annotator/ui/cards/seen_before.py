"""What is in the library already of what somebody is writing."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from annotator.i18n import _
from annotator.library.claims.seen import Seen
from annotator.ui.kit import ClampedLabel, ElidedLabel, LinkButton, Themed, VerdictChip, paint
from annotator.ui.theme import Theme

REST_MS = 350
"""It is looked for when no key came for that long."""
MOST = 3


class SeenBefore(Themed, QWidget):
    """The nearest claims and passages, each with what can be done with it.

    ``chosen``: what is being written is the same as this one. ``place_wanted``: the article and
    the mark of one of them. ``changed``: others are shown.
    """

    chosen = Signal(object)
    place_wanted = Signal(str, str)
    changed = Signal()

    def __init__(self, theme: Theme, find: Callable[[], Sequence[Seen]]) -> None:
        """``find`` is asked when typing rests."""
        super().__init__()
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(lambda: self._show(find()))
        self.links: list[LinkButton] = []
        self._shown: list[tuple[str, str]] = []
        self._column = QVBoxLayout(self)
        self.setAccessibleName(_("Seen before"))
        self.hide()
        self.follow(theme)

    def look(self) -> None:
        """Something was typed."""
        self._rest.start()

    @property
    def looks(self) -> bool:
        """Whether it is yet to be looked for."""
        return self._rest.isActive()

    def _show(self, found: Sequence[Seen]) -> None:
        keys = [(one.claim.id if one.claim else one.annotation, one.text) for one in found[:MOST]]
        if keys == self._shown:
            return
        self._shown = keys
        self._clear()
        if keys:
            title = ElidedLabel(self.theme, _("Seen before"), "small_strong", "secondary")
            for widget in (title, *(self._row(one) for one in found[:MOST])):
                self._column.addWidget(widget)
        self.setVisible(bool(keys))
        self.changed.emit()

    def _clear(self) -> None:
        self.links = []
        while self._column.count():
            widget = self._column.takeAt(0).widget()
            widget.hide()
            widget.deleteLater()

    def _row(self, seen: Seen) -> QWidget:
        row, theme, claim = QWidget(), self.theme, seen.claim
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(1))
        first = QHBoxLayout()
        first.setSpacing(theme.px(7))
        if claim is not None:
            verdict = claim.verdict
            named = (verdict.name, verdict.tone) if verdict and verdict.id else ("", "none")
            first.addWidget(VerdictChip(theme, *named), 0, Qt.AlignmentFlag.AlignTop)
        text = seen.text if claim else f"“{' '.join(seen.text.split())}”"
        first.addWidget(ClampedLabel(theme, text, 2, "small"), 1)
        column.addLayout(first)
        column.addLayout(self._foot(seen))
        return row

    def _foot(self, seen: Seen) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setSpacing(self.theme.px(6))
        words = _("Add this passage to {claim}") if seen.claim else _("Add that passage here")
        label = seen.claim.label if seen.claim else ""
        self._link(foot, words.format(claim=label), lambda: self.chosen.emit(seen))
        where = ElidedLabel(self.theme, seen.title, "small", "secondary")
        where.setMinimumWidth(1)  # the links need the room first
        where.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        foot.addWidget(where, 1)
        if seen.annotation:
            self._link(
                foot, _("Show"), lambda: self.place_wanted.emit(seen.article, seen.annotation)
            )
        return foot

    def _link(self, row: QHBoxLayout, text: str, do: object) -> None:
        link = LinkButton(self.theme, text)
        link.clicked.connect(do)
        link.setMinimumWidth(link.sizeHint().width())
        self.links.append(link)
        row.addWidget(link)

    def retheme(self) -> None:
        px = self.theme.px
        self._column.setContentsMargins(px(34), px(7), px(10), px(7))
        self._column.setSpacing(px(5))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, side = QPainter(self), self.theme, self.theme.px(15)
        ground = theme.colour("accent_ground")
        paint.rounded(painter, QRectF(self.rect()), theme.px(7), ground)
        place = QRectF(theme.px(11), theme.px(8), side, side)
        paint.icon(painter, theme, "eye", "ink", place)
