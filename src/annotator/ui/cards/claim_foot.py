"""What stands below the fields of a claim: more of them, its review, remove, done."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from annotator.i18n import _
from annotator.model import Claim
from annotator.ui.cards.parts import Verb
from annotator.ui.kit import KeyCap, LinkButton, Themed
from annotator.ui.theme import Theme


class ClaimFoot(Themed, QWidget):
    """``wanted``: a step of the review, as a ``Verb``."""

    wanted = Signal(str)

    def __init__(self, theme: Theme, claim: Claim) -> None:
        super().__init__()
        self.more = LinkButton(theme, "")
        self.remove = LinkButton(theme, _("Remove claim"))
        self.done = LinkButton(theme, _("Done"))
        self._steps = {
            Verb.ASK: LinkButton(theme, _("Ask for review…")),
            Verb.SEND_BACK: LinkButton(theme, _("Send back…")),
            Verb.APPROVE: LinkButton(theme, _("Approve")),
        }
        for verb, link in self._steps.items():
            link.clicked.connect(lambda _checked=False, verb=verb: self.wanted.emit(verb))
        self._column = QVBoxLayout(self)
        self._rows = [
            self._row([self.more, None, *self._steps.values()]),
            self._row([self.remove, None, KeyCap(theme, "Ctrl+Return"), self.done]),
        ]
        self._open = False
        self.show_review(claim)
        self.follow(theme)

    def _row(self, widgets: list[QWidget | None]) -> QHBoxLayout:
        row = QHBoxLayout()
        for widget in widgets:
            if widget is None:
                row.addStretch(1)
            else:
                row.addWidget(widget)
        self._column.addLayout(row)
        return row

    def show_more(self, shown: bool) -> None:
        """Whether all fields are shown."""
        self.more.setText(_("Less") if shown else _("More: dates, people"))

    def show_review(self, claim: Claim) -> None:
        """The steps that can be taken now."""
        asked, judged = claim.status == "to review", claim.verdict is not None
        self._steps[Verb.ASK].setVisible(judged and not asked)
        self._steps[Verb.SEND_BACK].setVisible(asked)
        self._steps[Verb.APPROVE].setVisible(asked and judged)

    def stops(self) -> list[QWidget]:
        """Where Tab stops, in order."""
        return [self.more, *self._steps.values(), self.remove, self.done]

    def retheme(self) -> None:
        px = self.theme.px
        self._column.setContentsMargins(0, px(7), 0, 0)
        self._column.setSpacing(px(2))
        for row in self._rows:
            row.setSpacing(px(6))
