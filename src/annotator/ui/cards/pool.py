"""A few cards for thousands of annotations: how high they are, what they show, where they are."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSignalBlocker, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QFrame, QWidget

from annotator.ui.cards.deck import Deck
from annotator.ui.cards.heights import Heights
from annotator.ui.cards.pictures import AreaPictures
from annotator.ui.theme import Theme

if TYPE_CHECKING:
    from annotator.ui.cards.card import Card

_NO_BAR = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
GAP = 8
MARGIN = 12
ROUNDS = 6
"""How often measured heights may bring other cards into view before we let it be."""


class CardPool(QAbstractScrollArea):
    """Cards in the deck's order, about fifteen widgets that take turns. Heights are estimated until
    a card is first seen, and taking the real one in never moves what is on the screen."""

    def __init__(self, theme: Theme, deck: Deck, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme, self.deck = theme, deck
        self.pictures = AreaPictures(theme, self)
        self._heights = Heights(theme.px(GAP))
        self._cards: dict[str, Card] = {}
        self._chained: QWidget | None = None
        self._free: list[Card] = []
        self._arranging = False
        self._width = 0
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(_NO_BAR)
        self.setVerticalScrollBarPolicy(_NO_BAR)
        self.viewport().setAutoFillBackground(False)
        self.viewport().setBackgroundRole(self.backgroundRole())

    # What is shown

    def reset(self) -> None:
        """Everything is another: article, order, filter, width, type size."""
        for card in self._all_cards():
            card.forget()
        self._width = self._card_width()
        self._heights.gap = self.theme.px(GAP)
        self._heights.forget()
        self._take_ids()
        self._arrange()

    def restart(self) -> None:
        """Like ``reset``, from the top."""
        with QSignalBlocker(self.verticalScrollBar()):
            self.verticalScrollBar().setValue(0)
        self.reset()

    def refresh(self, changed: Iterable[str] = ()) -> None:
        """Some annotations are new, gone or different; what is in sight stays where it is."""
        before = self._in_sight()
        self._heights.forget(id for id in changed if id not in self._cards)
        self._take_ids()
        keep = next((spot for spot in before if self._heights.index(spot[0]) is not None), None)
        self._arrange(keep)

    def scroll_to(self, id: str) -> None:
        """Bring a card into sight, by the shortest way."""
        for _round in range(2):  # only a card that was bound has a true height
            spot, height = self._spot(id), self.viewport().height()
            if spot is None:
                return
            index = self._heights.index(id)
            air = self.theme.px(GAP) // 2
            below = spot[1] + self._heights.height(index) + air - height
            if spot[1] < 0 or below > 0:
                self._arrange((id, 0 if spot[1] < 0 else max(0, spot[1] - below)))

    def show_focus(self) -> None:
        """Bring the line that is typed in into sight, by the shortest way."""
        focus = QApplication.focusWidget()
        if focus is not None and self.viewport().isAncestorOf(focus):
            self.show_inside(focus)

    def show_inside(self, widget: QWidget) -> None:
        """The same for anything that stands on a card."""
        held = (id for id, card in self._cards.items() if card.isAncestorOf(widget))
        id = next(held, "")
        if not id:
            return
        place, height = _typed_in(widget, self.viewport()), self.viewport().height()
        air = self.theme.px(GAP)
        too_low = min(place.bottom() + air - height, place.top() - air)
        shift = min(0, place.top() - air) or max(0, too_low)
        if shift:
            _id, top = self._spot(id)
            self._arrange((id, top - shift))

    def remeasure(self, id: str) -> None:
        """A card's contents grew or shrank by themselves."""
        self._arrange(self._spot(id))

    def card(self, id: str) -> "Card | None":
        """The widget that shows an annotation now, if it is in sight."""
        return self._cards.get(id)

    def ids(self) -> list[str]:
        """The annotations shown, in order."""
        return self._heights.ids

    # Heights and places

    def _take_ids(self) -> None:
        if self.deck.session is None:
            self._heights.set_ids([], lambda _id: 0)
            return
        guess = self.deck.estimate(self.theme.px, self._card_width())
        find = self.deck.index if self.deck.natural else None
        self._heights.set_ids(self.deck.ids(), guess, find)

    def _card_width(self) -> int:
        # The scroll bar's room is kept free always, or its coming would set all cards anew.
        bar = self.verticalScrollBar().sizeHint().width()
        return max(80, self.width() - self.theme.px(MARGIN) - max(bar, self.theme.px(MARGIN)))

    def _spot(self, id: str) -> tuple[str, int] | None:
        """A card and where its top stands in the viewport."""
        index = self._heights.index(id) if id else None
        if index is None:
            return None
        return id, self._heights.top(index) - self.verticalScrollBar().value()

    def _in_sight(self) -> list[tuple[str, int]]:
        """The cards in sight: the current one first, then those that begin in sight."""
        heights, scroll = self._heights, self.verticalScrollBar().value()
        if not heights.ids:
            return []
        found: list[tuple[str, int]] = []
        for index in range(heights.at(scroll), len(heights)):
            y = heights.top(index) - scroll
            if y >= self.viewport().height():
                break
            found.append((heights.ids[index], y))
        begun = [spot for spot in found if spot[1] < 0]
        now = [spot for spot in found if spot[0] == self.deck.current and spot[1] >= 0]
        return now + [spot for spot in found if spot[1] >= 0] + begun

    def _arrange(self, keep: tuple[str, int] | None = None, *, end: bool = False) -> None:
        """Bind, measure and place the cards in sight, with one of them held where it is, or
        (``end``) with the last one at the bottom."""
        if self._arranging:
            return
        self._arranging = True
        try:
            keep = keep or next(iter(self._in_sight()), None)
            for _round in range(ROUNDS):
                self._scroll(keep, end)
                shown = self._shown()
                if not self._bind(shown):
                    break
            self._place(shown)
        finally:
            self._arranging = False

    def _scroll(self, keep: tuple[str, int] | None, end: bool) -> None:
        bar, height = self.verticalScrollBar(), self.viewport().height()
        value = bar.value()
        index = self._heights.index(keep[0]) if keep else None
        if keep and index is not None:
            value = self._heights.top(index) - keep[1]
        with QSignalBlocker(bar):
            bar.setRange(0, max(0, self._heights.total + self.theme.px(MARGIN) - height))
            bar.setPageStep(height)
            bar.setSingleStep(self.theme.px(24))
            bar.setValue(bar.maximum() if end else value)
        needed = bar.maximum() > 0
        policy = Qt.ScrollBarPolicy.ScrollBarAlwaysOn if needed else _NO_BAR
        if policy != self.verticalScrollBarPolicy():
            self.setVerticalScrollBarPolicy(policy)

    def _shown(self) -> list[str]:
        """The cards that must have a widget: those in sight, and those somebody writes on."""
        heights, scroll = self._heights, self.verticalScrollBar().value()
        if not heights.ids:
            return []
        first = heights.at(scroll)
        last = heights.at(scroll + self.viewport().height())
        shown = heights.ids[first : last + 1]
        focus = QApplication.focusWidget()
        held = [id for id, card in self._cards.items() if focus and card.isAncestorOf(focus)]
        held += [id for id in self.deck.editing if heights.index(id) is not None]
        # Others may hear of a deletion, and set us anew, before we do.
        return [id for id in dict.fromkeys([*shown, *held]) if self.deck.has(id)]

    def _bind(self, shown: list[str]) -> bool:
        """Give each a widget and its contents; True when a height was not as thought."""
        wanted, width, changed = set(shown), self._card_width(), False
        for id in [id for id in self._cards if id not in wanted]:
            self._free.append(self._cards.pop(id))
        for id in shown:
            card = self._cards.get(id) or self._take(id)
            new = card.bind(self.deck.view(id), self.deck.editor(id))
            if new or card.width() != width or id in self.deck.editing:
                height = card.arrange(width)
                card.resize(width, height)
                changed |= self._heights.measured(id, height)
            elif self._heights.measured(id, card.height()):
                changed = True
        if changed:
            self._heights.add_up()
        return changed

    def _take(self, id: str) -> "Card":
        card = self._free.pop() if self._free else self._make()
        self._cards[id] = card
        return card

    def _make(self) -> "Card":
        from annotator.ui.cards.card import Card  # not needed before an article is open

        card = Card(self.theme, self.viewport(), self.pictures)
        # Qt may set our size with painting held up; what is made meanwhile would stay so for good.
        card.setAttribute(Qt.WidgetAttribute.WA_UpdatesDisabled, False)
        return card

    def _place(self, shown: list[str]) -> None:
        scroll, x = self.verticalScrollBar().value(), self.theme.px(MARGIN)
        for card in self._free:
            card.hide()
        for id in shown:
            card = self._cards[id]
            card.move(x, self._heights.top(self._heights.index(id)) - scroll)
            card.show()
        self._chain_focus()

    def _chain_focus(self) -> None:
        card = self._cards.get(self.deck.current)
        stop = next((s for s in card.stops() if s.isVisibleTo(card)), None) if card else None
        if stop is not None and stop is not self._chained:
            self._chained = stop  # asking Qt for the next one would give it to Python to delete
            QWidget.setTabOrder(self, stop)
            card.chain()

    def _all_cards(self) -> list["Card"]:
        return [*self._cards.values(), *self._free]

    def _first_in_sight(self) -> int:
        spot = next((spot for spot in self._in_sight() if spot[1] >= 0), None)
        return self._heights.index(spot[0]) if spot else 0

    # Qt's own

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        bar = self.verticalScrollBar()
        self._arrange(end=0 < bar.maximum() == bar.value())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._card_width() != self._width:
            self.reset()
        else:
            self._arrange()
        self.show_focus()


def _typed_in(field: QWidget, on: QWidget) -> QRect:
    """The field's place on ``on``; of one that is higher than that only the line of its caret."""
    place = field.rect()
    if place.height() > on.height() - 2 * GAP:
        place = field.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
    return QRect(field.mapTo(on, place.topLeft()), place.size())
