"""One card, given to one annotation after another as the list scrolls."""

from dataclasses import replace
from itertools import pairwise
from typing import TypeVar

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from annotator.ui.cards import wording
from annotator.ui.cards.face import Face
from annotator.ui.cards.head_part import HeadPart
from annotator.ui.cards.line_part import LinePart
from annotator.ui.cards.parts import Part, Verb
from annotator.ui.cards.pictures import AreaPictures
from annotator.ui.cards.views import CardView, Form
from annotator.ui.kit import CardFrame
from annotator.ui.kit.roles import Role
from annotator.ui.theme import Theme

P = TypeVar("P", bound=Part)


class Card(CardFrame):
    """Shows a ``CardView``: pieces stacked over each other, kept and used again.

    ``chosen``: pressed; ``entered``: pressed twice; ``acted``: one of its commands.
    """

    spoken_as = Role.ListItem

    chosen = Signal(str)
    entered = Signal(str)
    acted = Signal(str, str)

    def __init__(self, theme: Theme, parent: QWidget, pictures: AreaPictures) -> None:
        self.pictures = pictures
        self.view: CardView | None = None
        self.menu_at: QPoint | None = None  # where the mouse asked for it
        self._pools: dict[type[Part], list[Part]] = {}
        self._used: dict[type[Part], int] = {}
        self._stack: list[tuple[float, QWidget]] = []
        self._head: HeadPart | LinePart | None = None
        self._editor: QWidget | None = None
        super().__init__(theme, parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    # What it shows

    def bind(self, view: CardView, editor: QWidget | None = None) -> bool:
        """Show an annotation; ``editor`` takes the place of what it edits. True when anything but
        the number changed, so that the height must be asked for anew."""
        old, self.view = self.view, view
        if old == view and editor is self._editor:
            return False
        self.setAccessibleName(wording.card_name(view))
        if editor is self._editor and _all_but_number(old, view):
            if self._head is not None:
                self._head.set_number(view.number)
            return False
        self._editor = editor
        self._build(view)
        return True

    def forget(self) -> None:
        """Bind anew next time, whatever is shown."""
        self.view = None

    def _act(self, verb: Verb, id: str) -> None:
        self.acted.emit(verb.value, id)

    def take(self, kind: type[P]) -> P:
        """A piece of that kind that is not in use on this card."""
        pool, at = self._pools.setdefault(kind, []), self._used.get(kind, 0)
        if at == len(pool):
            pool.append(kind(self.theme, self._act, self))
        self._used[kind] = at + 1
        return pool[at]

    def add(self, part: QWidget, gap: float = 0) -> None:
        """Put a piece below the others, ``gap`` px (at 100 %) under the last one."""
        self._stack.append((gap, part))

    def _build(self, view: CardView) -> None:
        self._used.clear()
        self._stack.clear()
        self.set_current(view.form == Form.OPEN)
        self._head = Face(self, view, self._editor).build()
        shown = {part for _gap, part in self._stack}
        for pool in self._pools.values():
            for part in pool:
                part.setVisible(part in shown)
                if part not in shown:
                    part.setAccessibleName("")  # it was about another annotation
        self.chain()

    def chain(self) -> None:
        """Let Tab go through the pieces in the order they stand."""
        stops = [stop for stop in self.stops() if stop.isVisibleTo(self)]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def stops(self) -> list[QWidget]:
        """Where Tab stops, in order."""
        found: list[QWidget] = []
        for _gap, part in self._stack:
            if isinstance(part, Part) or hasattr(part, "stops"):
                found += part.stops()
        return found

    # Where the pieces stand

    def arrange(self, width: int) -> int:
        """Place the pieces for a width in px; the card's height in px."""
        px = self.theme.px
        line = self.view is not None and self.view.form == Form.LINE
        side, top = px(12), px(7 if line else 10)
        y = top
        for gap, part in self._stack:
            y += px(gap)
            bleed = part.bleed if isinstance(part, Part) else 0
            inner = width - 2 * (side - bleed)
            height = part.height_for(inner)
            part.setGeometry(side - bleed, y, inner, height)
            y += height
        return y + top

    # Pressed

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self.view is not None:
            self.chosen.emit(self.view.id)
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.view is not None:
            self.entered.emit(self.view.id)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.view is not None:
            self.menu_at = event.globalPos()
            self.acted.emit(Verb.MENU.value, self.view.id)


def _all_but_number(old: CardView | None, new: CardView) -> bool:
    if old is None or old.number is None or new.number is None:
        return False
    return replace(old, number=new.number) == new
