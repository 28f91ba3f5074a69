"""Where a claim stands."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from annotator.i18n import _
from annotator.library.claims.passages import Passage
from annotator.ui.board.inspector.pieces import words
from annotator.ui.board.inspector.section import Section
from annotator.ui.board.inspector.view import ClaimView
from annotator.ui.cards import wording
from annotator.ui.cards.text import Run
from annotator.ui.kit import ElidedLabel, LinkButton, is_rtl

BARS = {"good": "green", "middling": "orange", "bad": "red", "none": "blue"}
"""A quote's bar is in the colour of marks that is nearest to the verdict's."""
LINES = 6


class PassageSection(Section):
    """``wanted``: article and annotation to go to, and None."""

    wanted = Signal(str, str, object)

    def key(self, view: ClaimView) -> object:
        verdict = view.claim.verdict
        return view.passages, verdict.tone if verdict else ""

    def build(self, view: ClaimView) -> None:
        verdict = view.claim.verdict
        colour = BARS.get(verdict.tone, "blue") if verdict else "yellow"
        for passage in view.passages:
            quote = passage.quote or _("an area of the page")
            bar = words(self.theme, [Run(quote, "serif")], colour=colour, most=LINES,
                        rtl=is_rtl(quote))  # fmt: skip
            self.put(bar, 9)
            self.put(self._place(passage), 4)

    def _place(self, passage: Passage) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self.theme.px(8))
        locator = passage.locator or _("not in this version")
        title = ElidedLabel(self.theme, passage.title, "small", "secondary")
        row.addWidget(title)
        row.addWidget(ElidedLabel(self.theme, locator, "small", "secondary"), 1)
        go = LinkButton(self.theme, _("Go there"))
        go.setAccessibleDescription(wording.joined(passage.title, locator))
        go.clicked.connect(lambda: self.wanted.emit(passage.article, passage.annotation, None))
        row.addWidget(go, 0, Qt.AlignmentFlag.AlignRight)
        return line
