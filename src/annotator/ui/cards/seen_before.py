"""What is in the library already of what somebody is writing.

It is looked for beside the window's thread, when typing rests. The thread only keeps its answer;
the window looks now and then whether it is there, and takes it if the words are still the same.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from annotator.errors import UserFacingError
from annotator.i18n import _
from annotator.library.claims.seen import Seen
from annotator.ui.kit import ClampedLabel, ElidedLabel, LinkButton, Themed, VerdictChip, paint
from annotator.ui.theme import Theme
from annotator.ui.worker import Worker

REST_MS, LOOK_MS = 350, 20
"""It is looked for when no key came for that long; how often is asked whether it was found."""
MOST = 3
CHIP_AIR = 3
"""px at 100 %: what a chip has over its words."""
Find = Callable[[str], Sequence[Seen]]


@dataclass(slots=True)
class _Answers:
    """What was found, by the words it was looked for."""

    find: Find
    last: tuple[str, Sequence[Seen]] = field(default=("", ()))

    def look(self, words: str) -> None:
        """Runs beside the window's thread, and touches nothing of it."""
        try:
            self.last = words, self.find(words)
        except UserFacingError:  # another program holds the file: nothing is known then
            self.last = words, ()


class SeenBefore(Themed, QWidget):
    """The nearest claims and passages, each with what can be done with it.

    ``chosen``: what is being written is the same as this one. ``place_wanted``: the article and
    the mark of one of them. ``changed``: others are shown.
    """

    chosen = Signal(object)
    place_wanted = Signal(str, str)
    changed = Signal()

    def __init__(
        self, theme: Theme, words: Callable[[], str], find: Find, fits: Callable[[Seen], bool]
    ) -> None:
        """``words``: what is written by now, "" for nothing to look for; ``find`` is called in
        another thread; ``fits``: whether something found is worth showing."""
        super().__init__()
        self._fits = fits
        self._words, self._answers = words, _Answers(find)
        self._worker: Worker[str] = Worker("looking for what was seen before")
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._ask)
        self._wait = QTimer(self, interval=LOOK_MS)
        self._wait.timeout.connect(self._take)
        self.links: list[LinkButton] = []
        self._shown: list[tuple[str, str]] = []
        self._column = QVBoxLayout(self)
        self.setAccessibleName(_("Seen before"))
        self.hide()
        self.follow(theme)

    def look(self) -> None:
        """Something was typed."""
        self._wait.stop()  # what is being looked for is no answer any more
        self._rest.start()

    def stop(self) -> None:
        """Look for nothing any more; nothing of the library is in use then."""
        self._rest.stop()
        self._wait.stop()
        self._worker.stop()

    @property
    def looks(self) -> bool:
        """Whether it is yet to be looked for."""
        return self._rest.isActive() or self._wait.isActive()

    def _ask(self) -> None:
        words = self._words()
        if not words:
            self._show(())
            return
        if not self._worker.started:
            self._worker.start(self._answers.look)
        self._answers.last = "", ()
        self._worker.want([words])
        self._wait.start()

    def _take(self) -> None:
        words, found = self._answers.last
        if words and words == self._words():
            self._wait.stop()
            self._show([one for one in found if self._fits(one)])

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
        words = ClampedLabel(theme, text, 2, "small")
        beside = QVBoxLayout()  # its first line stands on the chip's
        beside.setContentsMargins(0, theme.px(CHIP_AIR) if claim is not None else 0, 0, 0)
        beside.addWidget(words)
        first.addLayout(beside, 1)
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
