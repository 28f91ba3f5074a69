"""What keys and clicks do about marks, on text and on pages alike."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent

from annotator.ui.caret import Move, move_of
from annotator.ui.kit import announce
from annotator.ui.marks.wording import crossing_text


class GoingOverMarks:
    """Mixin for a view with a ``session``, a ``caret``, a ``current`` mark and ``marks_clicked``;
    it stands before the widget's class."""

    crossed: frozenset[str] = frozenset()
    """The marks the caret is in."""

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and self.move_of(event):
            event.accept()  # ours, whatever the window does with it elsewhere
            return True
        return super().event(event)

    def move_of(self, event: QKeyEvent) -> Move | None:
        """The move of the caret that a key asks for; None for keys that mean something else."""
        return move_of(event.key(), event.modifiers()) if self.session else None

    def cross(self) -> None:
        """Say what marks the caret has come into."""
        here = self.session.marks_at(self.caret())
        entered = [id for id in here if id not in self.crossed]
        self.crossed = frozenset(here)
        if entered:
            texts = [crossing_text(self.session.annotation(id)) for id in entered]
            announce(self, "; ".join(texts))

    def choose(self, ids: list[str]) -> None:
        """Tell of a click on these marks, the one after the current one first."""
        if self.current in ids:
            at = ids.index(self.current) + 1
            ids = ids[at:] + ids[:at]
        self.marks_clicked.emit(ids)
