"""The list of cards as one works in it: going through them, choosing, their commands."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from annotator.i18n import _
from annotator.ui.cards import keys
from annotator.ui.cards.deck import Deck
from annotator.ui.cards.parts import Verb
from annotator.ui.cards.pool import CardPool
from annotator.ui.kit import announce, roles
from annotator.ui.kit.roles import Role
from annotator.ui.theme import Theme

if TYPE_CHECKING:
    from annotator.ui.cards.card import Card


class CardList(CardPool):
    """``chosen``: the user made a card the current one. ``entered``: and wants to write on it.
    ``acted``: a command (``Verb``) and the id it is about. ``left``: back to the text.
    """

    spoken_as = Role.List

    chosen = Signal(str)
    entered = Signal(str)
    acted = Signal(str, str)
    left = Signal()

    def __init__(self, theme: Theme, deck: Deck, parent: QWidget | None = None) -> None:
        roles.install()
        super().__init__(theme, deck, parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("Notes"))

    def _make(self) -> "Card":
        card = super()._make()
        card.chosen.connect(self._choose)
        card.entered.connect(self.entered)
        card.acted.connect(self.acted)
        return card

    # What others ask for

    def reveal(self, id: str) -> None:
        """Show an annotation even where the filter would leave it out."""
        if self._heights.index(id) is None:
            self.refresh()

    def set_current(self, id: str) -> None:
        """Open a card, "" for none, and bring it into sight."""
        if id and not self.deck.has(id):
            return
        keep = self._spot(id)
        self.deck.current, self.deck.unfolded = id, ""
        self._arrange(keep)
        if id:
            self.scroll_to(id)

    def follow(self, id: str) -> None:
        """Keep step with the text: this is the first annotation in sight there. Does nothing while
        somebody works on the cards."""
        if self.isAncestorOf(QApplication.focusWidget()) or self.hasFocus():
            return
        if self._heights.index(id) is not None:
            self._arrange((id, 0))

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not (self._moved(event) or self._commanded(event)):
            super().keyPressEvent(event)

    def _moved(self, event: QKeyEvent) -> bool:
        heights = self._heights
        if not heights.ids:
            return False
        now, page = heights.index(self.deck.current), self.viewport().height()
        to = keys.target(event.key(), heights, now, self._first_in_sight(), page)
        if to is not None:
            self._choose(heights.ids[min(len(heights) - 1, max(0, to))])
        return to is not None

    def _commanded(self, event: QKeyEvent) -> bool:
        current, verb = self.deck.current, keys.verb_of(event)
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif not current:
            return False
        elif verb is not None:
            self.acted.emit(verb, current)
        elif event.key() in keys.ENTER:
            self.entered.emit(current)
        else:
            return False
        return True

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        ids = self._heights.ids
        if self.deck.current or ids:
            self.acted.emit(Verb.MENU, self.deck.current or ids[self._first_in_sight()])

    def _choose(self, id: str) -> None:
        if id == self.deck.current:
            return
        self.chosen.emit(id)
        card = self._cards.get(id)
        if card is not None and self.hasFocus():
            announce(self, card.accessibleName())
