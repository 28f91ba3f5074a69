"""The faces of the window: reading, the board of claims, whatever comes. Each has its own middle
and right pane, and may have its own lists under the library's head; all share one frame."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QStackedLayout, QWidget

from annotator.events import Changes
from annotator.library import Library

READ = "read"


class Face(Protocol):
    """What a face shows. ``left`` is None where the library's own lists stay."""

    centre: QWidget
    right: QWidget
    left: QWidget | None

    def set_library(self, library: Library | None) -> None:
        """Another library is open, or none."""

    def apply(self, changes: Changes) -> None:
        """Show what a change touched; also heard while another face is in front."""

    def entered(self) -> None:
        """It came to the front."""

    def in_short(self) -> str:
        """What it counts, for the line at the window's foot."""


class Shelf(Protocol):
    """The left pane, as faces use it."""

    def show_instead(self, lists: QWidget | None) -> None:
        """Show other lists under the head; None: its own."""


class Slot(QWidget):
    """A pane of which each face has its own."""

    def __init__(self, first: QWidget) -> None:
        super().__init__()
        self._stack = QStackedLayout(self)
        self.show_widget(first)

    @property
    def front(self) -> QWidget:
        """What is seen in it."""
        return self._stack.currentWidget()

    def show_widget(self, widget: QWidget) -> None:
        """Bring a widget to the front."""
        if self._stack.indexOf(widget) < 0:
            self._stack.addWidget(widget)
        self._stack.setCurrentWidget(widget)
        self.setFocusProxy(widget)


class Faces(QObject):
    """Which face is in front. ``changed`` carries its name.

    Faces beside the first are made when they are first shown, by what was given to ``add``: a
    start pays for none of them.
    """

    changed = Signal(str)

    def __init__(self, shelf: Shelf, centre: QWidget, right: QWidget, parent: QObject) -> None:
        super().__init__(parent)
        self._shelf, self._read = shelf, (centre, right)
        self.centre, self.right = Slot(centre), Slot(right)
        self._makers: dict[str, Callable[[], Face]] = {}
        self._made: dict[str, Face] = {}
        self._library: Library | None = None
        self._cover: QWidget | None = None
        self.current = READ

    def add(self, name: str, make: Callable[[], Face]) -> None:
        """One more face, to be made when it is asked for."""
        self._makers[name] = make

    def names(self) -> list[str]:
        """All faces, reading first."""
        return [READ, *self._makers]

    def face(self, name: str) -> Face:
        """A face, made now if it was not yet."""
        if name not in self._made:
            self._made[name] = self._makers[name]()
            self._made[name].set_library(self._library)
        return self._made[name]

    def is_made(self, name: str) -> bool:
        """Whether a face was shown already."""
        return name in self._made

    def show(self, name: str) -> None:
        """Bring a face to the front."""
        if name == self.current:
            return
        focus = QApplication.focusWidget()
        held = focus is not None and (self.centre.isAncestorOf(focus) or self._right_has(focus))
        self.current = name
        if name == READ:
            centre, right, left = self._read[0], self._cover or self._read[1], None
        else:
            face = self.face(name)
            centre, right, left = face.centre, face.right, face.left
        self._shelf.show_instead(left)
        self.centre.show_widget(centre)
        self.right.show_widget(right)
        if name != READ:
            self._made[name].entered()
        if held:
            centre.setFocus()
        self.changed.emit(name)

    def _right_has(self, focus: QWidget) -> bool:
        return self.right.isAncestorOf(focus)

    @property
    def panel(self) -> QWidget | None:
        """What stands in the cards' place while one reads, None for the cards."""
        return self._cover

    def cover(self, panel: QWidget | None) -> None:
        """While one reads, show a panel in place of the cards; None brings them back."""
        before, self._cover = self._cover, panel
        if self.current == READ and panel is not before:
            focus = QApplication.focusWidget()
            held = focus is not None and self._right_has(focus)
            self.right.show_widget(panel or self._read[1])
            if held:
                self.right.front.setFocus()

    # What the window tells all of them

    def set_library(self, library: Library | None) -> None:
        """Another library is open, or none."""
        self._library = library
        for face in self._made.values():
            face.set_library(library)

    def apply(self, changes: Changes) -> None:
        """Hand a change out."""
        for face in self._made.values():
            face.apply(changes)
