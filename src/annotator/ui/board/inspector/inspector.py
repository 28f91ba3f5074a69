"""The right pane of the board."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QStackedLayout, QWidget

from annotator.errors import UserFacingError
from annotator.events import Changes
from annotator.i18n import _
from annotator.ui.board.state import BoardState
from annotator.ui.cards.saving import Saver
from annotator.ui.kit import Label, Themed
from annotator.ui.theme import Theme

if TYPE_CHECKING:
    from annotator.ui.board.inspector.section import Section
    from annotator.ui.board.inspector.sections import Sections
    from annotator.ui.board.inspector.several import Several

REST_MS = 60
"""Who goes through claims by key sees a claim in full once the key rests that long."""


class Inspector(Themed, QWidget):
    """The current claim in full. ``place_wanted``: article, annotation or "", offset or None;
    ``beside_wanted``: the same, next to the claim's passage;
    ``command_wanted``: one of the board's, and where to ask; ``menu_wanted``: the claim's menu;
    ``left``: the claims are to have the focus again; ``link_wanted``: an address to open."""

    place_wanted = Signal(str, str, object)
    beside_wanted = Signal(str, str, object)
    command_wanted = Signal(str, object)
    menu_wanted = Signal(QPoint)
    failed = Signal(str, object, str)
    said = Signal(str)
    link_wanted = Signal(str)
    left = Signal()

    def __init__(self, theme: Theme, state: BoardState) -> None:
        super().__init__()
        self._state = state
        self._sections: Sections | None = None
        self._summoned = False
        self.several: Several | None = None
        self.setAccessibleName(_("Claim in full"))
        self.saver = Saver(self)
        self.saver.failed.connect(self.failed)
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self.refresh)
        self._nothing = Label(theme, "", "ui", "secondary")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.viewport().setAutoFillBackground(False)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._scroll.setAccessibleName(_("Claim in full"))
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._nothing)
        self._stack.addWidget(self._scroll)
        self.setFocusProxy(self._scroll)
        state.chosen_changed.connect(self._rest.start)
        state.rows_changed.connect(self._rest.start)
        self.follow(theme)

    @property
    def sections(self) -> "Sections":
        """What a claim in full is made of; made when first asked for, after the claims stand."""
        if self._sections is None:
            from annotator.ui.board.inspector.sections import Sections

            made = self._sections = Sections(self.theme, self.saver)
            made.place_wanted.connect(self.place_wanted)
            made.beside_wanted.connect(self.beside_wanted)
            made.command_wanted.connect(self.command_wanted)
            made.menu_wanted.connect(self.menu_wanted)
            made.said.connect(self.said)
            made.link_wanted.connect(self.link_wanted)
            made.claim_wanted.connect(self._go_to)
            made.edited.connect(self._go_back)
            self._scroll.setWidget(made)
            made.setAutoFillBackground(False)  # which setWidget turned on
        return self._sections

    # Showing

    def refresh(self) -> None:
        """Show the current claim as it is now."""
        self._rest.stop()
        library, id = self._state.library, self._state.current
        if library is None or not id:
            self._nothing.setText(_("Choose a claim.") if self._state.rows else "")
            self._stack.setCurrentWidget(self._nothing)
        elif len(self._state.chosen) > 1 and not self._is_writing():
            self._show_several()
        elif self.isVisible():
            self._show(id)

    def _is_writing(self) -> bool:
        sections = self._sections.all() if self._sections is not None else []
        return any(section.editor is not None for section in sections)

    def _show_several(self) -> None:
        if self.several is None:
            from annotator.ui.board.inspector.several import Several

            self.several = Several(self.theme)
            self.several.command_wanted.connect(self.command_wanted)
            self._stack.addWidget(self.several)
        self.several.show_claims([row.label for row in self._state.chosen_rows()])
        self._stack.setCurrentWidget(self.several)

    def _show(self, id: str) -> None:
        try:
            other = self.sections.show_claim(self._state.library, id)
        except UserFacingError as error:  # gone elsewhere in this very moment, or busy
            self.failed.emit(str(error), self.refresh, "")
            return
        self._stack.setCurrentWidget(self._scroll)
        if other:
            self._scroll.verticalScrollBar().setValue(0)

    def apply(self, changes: Changes) -> None:
        """Something was written."""
        self._rest.start()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._rest.start()

    def commit(self) -> bool:
        """Save what is being written; False where that was not possible."""
        return self._sections is None or self._sections.commit()

    def unfinished(self) -> "Section | None":
        """The section that cannot be left as it is."""
        sections = self._sections.all() if self._sections is not None else []
        return next((section for section in sections if section.unfinished), None)

    # Doing

    def add_evidence(self) -> None:
        """Write a new entry of the ledger."""
        self._summon()
        self.sections.evidence.begin()
        self._bring(self.sections.evidence)

    def add_comment(self) -> None:
        """Write a comment."""
        self._summon()
        self.sections.comments.begin()
        self._bring(self.sections.comments)

    def _go_to(self, id: str, by_key: bool) -> None:
        """Show the claim that this one is linked to. Who came by key may go back by the same."""
        self._state.show(id)
        self.refresh()
        if by_key:
            QTimer.singleShot(0, self, self._focus_link)  # it is laid out by then

    def _focus_link(self) -> None:
        stops = self.sections.head.links or [self]
        stops[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _summon(self) -> None:
        focus = QApplication.focusWidget()
        self._summoned = focus is not None and not self.isAncestorOf(focus)
        self._rest.stop()
        self._show(self._state.current)

    def _go_back(self) -> None:
        """An editor closed: the focus goes where it was asked for."""
        if self._summoned:
            self._summoned = False
            self.left.emit()
        else:
            self._scroll.setFocus()

    def _bring(self, section: QWidget) -> None:
        QTimer.singleShot(0, self, lambda: self._scroll.ensureWidgetVisible(section))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self.theme.colour("chrome"))
