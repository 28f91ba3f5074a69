"""Which claim a passage is evidence for, and how it stands to it."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from annotator.i18n import _
from annotator.library import ArticleSession
from annotator.model import Claim, evidence_words
from annotator.model.claims import STANCES
from annotator.ui.cards import wording
from annotator.ui.kit import KeyCap, SegmentedControl
from annotator.ui.palette import Entry, Palette
from annotator.ui.reader.bar_place import best_place
from annotator.ui.theme import Theme

EDGE, GAP = 8, 10  # px at 100 % to the window's edge, and to the passage
Choose = Callable[[Claim, str], object]


def claims_of(session: ArticleSession, current: str) -> list[Claim]:
    """The claims of an article in the order of its text, those of the current mark first; each
    once."""
    marks = sorted(session.annotations(), key=lambda mark: mark.id != current)
    found = {claim.id: claim for mark in marks for claim in mark.claims}
    return list(found.values())


class ClaimChoice(Palette):
    """Type words of a claim or its number, Enter takes it; Tab changes how the passage stands to
    it. ``take`` is called with claim and stance."""

    def __init__(self, theme: Theme, window: QWidget, take: Choose) -> None:
        self._take, self._claims = take, []
        self._passage: Sequence[QRect] = ()
        super().__init__(theme, window, [self._entries_now])
        self.setAccessibleName(_("Use as evidence for…"))
        self.field.edit.setPlaceholderText(_("For which claim? Its words or number"))
        self.field.edit.setAccessibleName(_("For which claim"))
        choices = [(stance, evidence_words.stance_name(stance)) for stance in STANCES]
        self.stance = SegmentedControl(theme, choices, _("How the passage stands to the claim"))
        self.stance.set_value("context")  # to say more is for the user
        row = QHBoxLayout()
        row.addWidget(self.stance)
        row.addWidget(KeyCap(theme, "Tab"))
        row.addStretch(1)
        self.body.insertLayout(0, row)
        self._none.setText(_("No claim fits; make one in the first article."))

    def ask(self, claims: Iterable[Claim], passage: Sequence[QRect] = ()) -> None:
        """Ask for one of these. ``passage``: what should stay in sight, in the window's
        coordinates."""
        self._claims, self._passage = list(claims), passage
        self.summon()

    def corner(self) -> QPoint:
        if not self._passage:
            return super().corner()
        edge = self.theme.px(EDGE)
        room = self.parentWidget().rect().adjusted(edge, edge, -edge, -edge)
        frame, gap = self.frame(), self.theme.px(GAP)
        place = best_place(frame.size(), room, self._passage, self._passage, gap)
        return place - frame.topLeft()

    def _entries_now(self) -> list[Entry]:
        return [
            Entry(
                f"{claim.label}  {claim.statement}",
                lambda claim=claim: self._take(claim, self.stance.value()),
                claim.verdict.name if claim.verdict else wording.sources_text(len(claim.evidence)),
                icon="flag",
            )
            for claim in self._claims
        ]

    def _typed(self, event: QKeyEvent) -> bool:
        if event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            step = 1 if event.key() == Qt.Key.Key_Tab else -1
            at = STANCES.index(self.stance.value()) + step
            self.stance.set_value(STANCES[at % len(STANCES)])
            return True
        return super()._typed(event)
