"""All sections of the inspector, stacked."""

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.i18n import _
from annotator.library import Library
from annotator.ui.board.inspector.comments import CommentSection, NextSection
from annotator.ui.board.inspector.evidence import EvidenceSection
from annotator.ui.board.inspector.head import HeadSection
from annotator.ui.board.inspector.passages import PassageSection
from annotator.ui.board.inspector.reasoning import ReasoningSection, TrailSection
from annotator.ui.board.inspector.section import Section
from annotator.ui.board.inspector.view import view_of
from annotator.ui.cards.saving import Saver
from annotator.ui.kit import Themed, roles
from annotator.ui.theme import Theme


class Sections(Themed, QWidget):
    """``place_wanted``: article, annotation or "", offset or None; ``beside_wanted``: the same;
    ``command_wanted``: one of the
    board's, and where to ask; ``menu_wanted``: the claim's menu; ``said``: a passing word;
    ``edited``: an editor closed; ``link_wanted``: an address to open; ``claim_wanted``: another
    claim, and whether keys led there."""

    place_wanted = Signal(str, str, object)
    beside_wanted = Signal(str, str, object)
    command_wanted = Signal(str, object)
    menu_wanted = Signal(QPoint)
    said = Signal(str)
    link_wanted = Signal(str)
    claim_wanted = Signal(str, bool)
    edited = Signal()

    def __init__(self, theme: Theme, saver: Saver) -> None:
        super().__init__()
        roles.install()
        self.shown = ""
        self.head, self.passages = HeadSection(theme, saver), PassageSection(theme, saver)
        self.evidence = EvidenceSection(theme, saver)
        self.reasoning, self.trail = ReasoningSection(theme, saver), TrailSection(theme, saver)
        self.comments, self.next = CommentSection(theme, saver), NextSection(theme, saver)
        self._name_sections()
        self._column = QVBoxLayout(self)
        for section in self.all():
            self._column.addWidget(section)
            section.edited.connect(self.edited)
        self._column.addStretch(1)
        self._connect()
        self.follow(theme)

    def all(self) -> list[Section]:
        """From top to bottom."""
        return [
            self.head, self.passages, self.evidence, self.reasoning, self.trail, self.comments,
            self.next,
        ]  # fmt: skip

    def _name_sections(self) -> None:
        names = (
            _("Claim"), _("Passages"), _("Evidence"), _("Reasoning"), _("Trail"), _("Comments"),
            _("What comes next"),
        )  # fmt: skip
        for section, name in zip(self.all(), names, strict=True):
            section.setAccessibleName(name)

    def _connect(self) -> None:
        self.passages.wanted.connect(self.place_wanted)
        self.evidence.place_wanted.connect(self.place_wanted)
        self.evidence.beside_wanted.connect(self.beside_wanted)
        self.evidence.said.connect(self.said)
        for section in (self.evidence, self.reasoning):
            section.link_wanted.connect(self.link_wanted)
        self.next.wanted.connect(self.command_wanted)
        self.head.menu_wanted.connect(self.menu_wanted)
        self.head.claim_wanted.connect(self.claim_wanted)
        self.head.verdict_wanted.connect(
            lambda chip: self.command_wanted.emit("claims.verdict", chip)
        )

    def show_claim(self, library: Library, id: str) -> bool:
        """Show a claim as it is now; whether it is another one. Raises ``UserFacingError``."""
        view = view_of(library, id)
        for section in (self.head, self.evidence, self.reasoning, self.comments):
            section.library = library
        for section in self.all():
            section.show_view(view)
        other, self.shown = self.shown != id, id
        return other

    def commit(self) -> bool:
        """Save what is being written; False where that was not possible."""
        saved = [section.commit() for section in self.all()]  # each, whatever the others do
        return all(saved)

    def retheme(self) -> None:
        px = self.theme.px
        self._column.setContentsMargins(px(12), px(10), px(12), px(20))
        self._column.setSpacing(0)
