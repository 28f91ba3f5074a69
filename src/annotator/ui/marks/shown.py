"""Which marks are shown, on text and on pages alike: the session's, an end on its way, hits."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from annotator.library import ArticleSession
from annotator.library.marks import Mark
from annotator.ui.document_view import Passage
from annotator.ui.marks.ends import Drag
from annotator.ui.marks.tints import NO_TINTS, Tints

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class ShownMarks:
    """Mixin for a scroll area that shows a ``session``. ``current`` is the mark whose ends are
    shown, ``drag`` one of these on its way, ``found`` what a search found and ``found_current``
    the hit one is at. ``tints`` lie beneath all of it."""

    session: ArticleSession | None
    current: str = ""
    drag: Drag | None = None
    found: Sequence[Passage] = ()
    found_current: Passage | None = None
    tints: Tints = NO_TINTS

    if TYPE_CHECKING:

        def viewport(self) -> QWidget:
            """See ``QAbstractScrollArea``."""

    def forget_marks(self) -> None:
        """Another article: nothing of the one before is current or found."""
        self.current, self.drag = "", None
        self.found, self.found_current = (), None
        self.tints = NO_TINTS

    def set_tints(self, tints: Tints) -> None:
        """See ``DocumentView``."""
        self.tints = tints
        self.viewport().update()

    def set_found(self, found: Sequence[Passage], current: int = -1) -> None:
        """See ``DocumentView``; ``found`` in the text's order."""
        self.found = found
        self.found_current = found[current] if 0 <= current < len(found) else None
        self.viewport().update()

    def mark(self, id: str) -> Mark | None:
        """The mark of an annotation, None where it has none in the text."""
        anchor = self.session.anchor(id) if id and self.session.has(id) else None
        if anchor is None or anchor.start is None:
            return None
        near = self.session.marks_between(anchor.start, anchor.start + 1)
        return next((mark for mark in near if mark.id == id), None)

    def current_mark(self) -> Mark | None:
        """The current mark as it is shown, an end on its way included."""
        mark = self.mark(self.current) if self.session else None
        if mark and self.drag:
            return replace(mark, start=self.drag.start, end=self.drag.end)
        return mark

    def marks_shown(self, start: int, end: int) -> list[Mark]:
        """The marks that touch ``[start, end)``, an end on its way included."""
        marks = self.session.marks_between(start, end)
        dragged = self.current_mark() if self.drag else None
        if dragged is None:
            return marks
        return [mark for mark in marks if mark.id != dragged.id] + [dragged]
