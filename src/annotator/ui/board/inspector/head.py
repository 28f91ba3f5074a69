"""The claim itself: number, verdict, where it stands in the work, statement, who said so."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from annotator.i18n import _, ngettext
from annotator.library import Library
from annotator.model import pair_words
from annotator.model.pairs import Pair
from annotator.ui.board.inspector.editors import StatementEditor
from annotator.ui.board.inspector.pieces import words
from annotator.ui.board.inspector.section import Section
from annotator.ui.board.inspector.view import ClaimView
from annotator.ui.cards import claim_words, wording
from annotator.ui.cards.text import Run
from annotator.ui.kit import ElidedLabel, IconButton, Label, LinkButton, VerdictButton, is_rtl


class HeadSection(Section):
    """``menu_wanted``: the claim's menu, at a place on the screen. ``verdict_wanted``: its chip was
    pressed. ``claim_wanted``: the id of the claim it is linked to, and whether keys led there."""

    menu_wanted = Signal(QPoint)
    verdict_wanted = Signal(object)
    claim_wanted = Signal(str, bool)
    links: "list[LinkButton]"
    library: Library
    chip: VerdictButton | None = None

    def rebuild(self) -> None:
        held = self.chip is not None and self.chip.hasFocus()
        super().rebuild()
        if held and self.chip is not None:  # one goes on where one changed it
            chip = self.chip
            QTimer.singleShot(0, chip, lambda: chip.setFocus(Qt.FocusReason.OtherFocusReason))

    def _clear(self) -> None:
        self.chip = None
        super()._clear()

    def key(self, view: ClaimView) -> object:
        claim = view.claim
        return (
            claim.number, claim.statement, claim.kind, claim.claimant, claim.verdict, claim.status,
            claim.as_of, claim.check_again, claim.claimed, claim.assignee, claim.reviewer,
            len(view.passages), claim_words.approval(claim, view.trail), claim.pair,
        )  # fmt: skip

    def build(self, view: ClaimView) -> None:
        claim = view.claim
        self.put(self._top_line(view))
        statement = words(self.theme, [Run(claim.statement, "serif_strong")],
                          rtl=is_rtl(claim.statement))  # fmt: skip
        self.put(statement, 7)
        self.put(self._said_by(view), 4)
        self.links = []
        if claim.pair:
            self.put(self._asks(claim.pair), 4)
        if people := self._people(view):
            self.put(words(self.theme, [Run(people, "small", "secondary")]), 2)

    def _top_line(self, view: ClaimView) -> QWidget:
        claim, theme = view.claim, self.theme
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        row.addWidget(Label(theme, claim.label, "small_strong"))
        verdict = claim.verdict
        chip = self.chip = VerdictButton(theme, _("Change the verdict"))
        chip.set_verdict(*((verdict.name, verdict.tone) if verdict else ("", "none")))
        chip.clicked.connect(lambda: self.verdict_wanted.emit(chip))
        row.addWidget(chip)
        row.addStretch(1)
        as_of = _("as of {date}").format(date=wording.date_text(claim.as_of)) if claim.as_of else ""
        text = wording.joined(wording.status_name(claim.status), as_of)
        status = ElidedLabel(theme, text, "small", "secondary")
        status.setAlignment(Qt.AlignmentFlag.AlignRight)
        row.addWidget(status)
        more = IconButton(theme, "ellipsis", _("More: {claim}").format(claim=claim.label), size=24,
                          token="secondary")  # fmt: skip
        more.clicked.connect(
            lambda: self.menu_wanted.emit(more.mapToGlobal(more.rect().bottomLeft()))
        )
        row.addWidget(more)
        return line

    def _said_by(self, view: ClaimView) -> QWidget:
        claim, theme = view.claim, self.theme
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        who = wording.claimant_name(claim.claimant) or _("nobody named")
        count = len(view.passages)
        where = ngettext("{n} passage", "{n} passages", count).format(n=count)
        when = wording.date_text(claim.claimed)
        more = wording.joined("", when, wording.kind_name(claim.kind), where)
        runs = [
            Run(_("said by") + "  ", "small", "secondary"), Run(who, "small_strong"),
            Run(f" · {more}", "small", "secondary"),
        ]  # fmt: skip
        row.addWidget(words(theme, runs), 1)
        edit = LinkButton(theme, _("Edit"))
        edit.clicked.connect(self.begin)
        row.addWidget(edit, 0, Qt.AlignmentFlag.AlignTop)
        return line

    def _asks(self, pair: Pair) -> QWidget:
        """What it asks, and the way to the claims that ask the other thing."""
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self.theme.px(8))
        row.addWidget(words(self.theme, [Run(pair_words.question(pair), "small", "secondary")]), 1)
        others = QVBoxLayout()
        others.setSpacing(0)
        for other in pair.others:
            link = LinkButton(self.theme, pair_words.hint(replace(pair, others=(other,))))
            link.clicked.connect(partial(self._go, link, other.id))
            others.addWidget(link, 0, Qt.AlignmentFlag.AlignRight)
            self.links.append(link)
        others.addStretch(1)
        row.addLayout(others)
        return line

    def _go(self, link: LinkButton, id: str) -> None:
        self.claim_wanted.emit(id, link.hasFocus())

    def _people(self, view: ClaimView) -> str:
        claim = view.claim
        again = wording.date_text(claim.check_again)
        return wording.joined(
            claim_words.people_text(claim, view.trail),
            _("check again {date}").format(date=again) if again else "",
        )

    def begin(self) -> None:
        """Write on it."""
        if self.view is not None:
            self.edit(partial(StatementEditor, self.theme, self._saver, self.library, self.view.id))
