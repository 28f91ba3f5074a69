"""The inside check beside the article: what its parts and sources say of the same things."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from annotator.i18n import _, ngettext
from annotator.library.inspecting.found import InsideRow
from annotator.ui.analysis.inside_row import RowCard
from annotator.ui.kit import IconButton, Label, LinkButton, Themed, announce
from annotator.ui.theme import Theme

AT_ONCE = 30
"""Rows that are shown at first; a long article has hundreds."""
Labels = Callable[[str], str]
"""The label of a claim (``C14``) by its id."""


class InsidePanel(Themed, QWidget):
    """Rows with differences, then those that agree when they are asked for. ``closed``: the cross
    or Esc. The other signals are those of ``RowCard``."""

    closed = Signal()
    gone_to = Signal(object, str)
    claim_wanted = Signal(object)
    dismissed = Signal(object)
    taken_back = Signal(object)
    claim_chosen = Signal(str)

    def __init__(self, theme: Theme, labels: Labels, key: str = "") -> None:
        super().__init__()
        self.theme, self._labels = theme, labels
        self._rows: Sequence[InsideRow] = ()
        self._agreeing, self._most = False, AT_ONCE
        self.cards: list[RowCard] = []
        self.setAccessibleName(_("Inside check"))
        self._make(key)
        self.follow(theme)

    def _make(self, key: str) -> None:
        theme = self.theme
        self._title = Label(theme, _("Inside check"), "strong")
        self.close_ = IconButton(theme, "x", _("Close"), key=key, size=24, token="secondary")
        self.close_.clicked.connect(self.closed)
        self.says = Label(theme, "", "small", "secondary", wrap=True)
        self.limits = Label(theme, "", "small", "secondary", wrap=True)
        self.limits.hide()
        self.same = LinkButton(theme, "")
        self.same.clicked.connect(self._toggle_agreeing)
        self.further = LinkButton(theme, _("Show more"))
        self.further.clicked.connect(self._show_further)
        self._head = QHBoxLayout()
        self._head.addWidget(self._title, 1)
        self._head.addWidget(self.close_)
        body = QWidget()
        self._list = QVBoxLayout(body)
        self._list.addWidget(self.same, 0, Qt.AlignmentFlag.AlignLeft)
        self._list.addWidget(self.further, 0, Qt.AlignmentFlag.AlignLeft)
        self._list.addStretch(1)
        self.area = QScrollArea()
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.area.setWidget(body)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._head)
        self._column.addWidget(self.says)
        self._column.addWidget(self.limits)
        self._column.addWidget(self.area, 1)
        self.setFocusProxy(self.area)

    # What it shows

    def show_busy(self) -> None:
        """The article is being looked through."""
        self._put(())
        self.says.setText(_("Looking through the article and its sources…"))
        self.limits.hide()

    def show_rows(self, rows: Sequence[InsideRow], anew: bool, limits: str = "") -> None:
        """Show these. ``anew``: of another article than before. ``limits``: what was not looked
        for, in a sentence, "" where all was."""
        if anew:
            self._agreeing, self._most = False, AT_ONCE
        self._put(rows)
        self.limits.setText(limits)
        self.limits.setVisible(bool(limits))
        words = found_words(rows)
        if words != self.says.text():
            self.says.setText(words)
            announce(self, " ".join(filter(None, (words, limits))))

    def _put(self, rows: Sequence[InsideRow]) -> None:
        place = self.area.verticalScrollBar().value()
        held = any(card.isAncestorOf(self.window().focusWidget() or self) for card in self.cards)
        self._rows = rows
        for card in self.cards:
            self._list.removeWidget(card)
            card.hide()
            card.deleteLater()
        differing = [row for row in rows if row.row.difference]
        agreeing = [row for row in rows if not row.row.difference]
        shown = differing + (agreeing if self._agreeing else [])
        self.cards = [self._card(row) for row in shown[: self._most]]
        before = min(len(self.cards), len(differing))
        for at, card in enumerate(self.cards):
            self._list.insertWidget(at if at < before else at + 1, card)
        self.same.setText(agreeing_words(len(agreeing), self._agreeing))
        self.same.setVisible(bool(agreeing))
        self.further.setVisible(len(shown) > len(self.cards))
        self.area.widget().layout().activate()
        self.area.verticalScrollBar().setValue(place)
        if held:
            self.setFocus()

    def _card(self, row: InsideRow) -> RowCard:
        card = RowCard(self.theme, row, self._labels(row.claim) if row.claim else "")
        card.gone_to.connect(self.gone_to)
        card.claim_wanted.connect(self.claim_wanted)
        card.dismissed.connect(self.dismissed)
        card.taken_back.connect(self.taken_back)
        card.claim_chosen.connect(self.claim_chosen)
        return card

    def _toggle_agreeing(self) -> None:
        self._agreeing = not self._agreeing
        self._put(self._rows)

    def _show_further(self) -> None:
        self._most += AT_ONCE
        self._put(self._rows)

    # Keys and looks

    def keyPressEvent(self, event: QKeyEvent) -> None:
        pressed = QKeySequence(event.keyCombination())
        commands = [one for one in self.actions() if pressed in one.shortcuts()]
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif commands and commands[0].isEnabled():  # whatever in it has the focus
            commands[0].trigger()
        else:
            super().keyPressEvent(event)

    def retheme(self) -> None:
        px = self.theme.px
        self._column.setContentsMargins(px(14), px(8), 0, 0)
        self._column.setSpacing(px(6))
        self._head.setContentsMargins(0, 0, px(12), 0)
        self.says.setContentsMargins(0, 0, px(14), px(2))
        self.limits.setContentsMargins(0, 0, px(14), px(2))
        self._list.setContentsMargins(0, px(2), px(14), px(20))
        self._list.setSpacing(px(10))
        super().retheme()


def found_words(rows: Sequence[InsideRow]) -> str:
    """What was found, in a sentence."""
    count = sum(bool(row.row.difference) for row in rows)
    if not count:
        return _(
            "Numbers, dates, names and quotations of headline, standfirst, captions, text and "
            "stored sources were compared. Nothing differs."
        )
    return ngettext(
        "{count} thing is said differently. Which one is right, if any, is yours to find out.",
        "{count} things are said differently. Which are right, if any, is yours to find out.",
        count,
    ).format(count=count)


def agreeing_words(count: int, shown: bool) -> str:
    """The link to what is said alike."""
    if shown:
        return _("Hide what is said alike")
    return ngettext("{count} thing is said alike", "{count} things are said alike", count).format(
        count=count
    )
