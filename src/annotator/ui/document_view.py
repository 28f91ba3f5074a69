"""What cards, bar, find and outline know of the place where an article is read."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QRect, SignalInstance

from annotator.events import Changes
from annotator.library import ArticleSession

if TYPE_CHECKING:
    from annotator.ui.marks.tints import Tints

Passage = tuple[int, int]
"""Code points of the article's text, half-open."""


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle (x, y, width, height; points as shown) of a page, which counts from 0."""

    page: int
    rect: tuple[float, float, float, float]


class DocumentView(Protocol):
    """An article on the screen: set text, or pages. Offsets are code points of its text; rectangles
    stand in the view's own coordinates (px), so that others can be placed beside them."""

    selection_changed: SignalInstance
    """The selected passage, or area, is another, or none is selected."""
    caret_moved: SignalInstance
    """(offset)"""
    visible_range_changed: SignalInstance
    """(start, end) of what is in sight: scrolled, resized, set anew."""
    marks_clicked: SignalInstance
    """(ids) of the marks under a click; the first is the one to take, so that clicking again goes
    through them. Empty: a click beside all marks."""
    end_dragged: SignalInstance
    """(id, start, end): an end of a mark was dragged, or stepped by key, there."""
    area_moved: SignalInstance
    """(id, ``Area``): an area was dragged, or stepped by key, there."""
    context_menu_requested: SignalInstance
    """(global position, offset)"""
    details_requested: SignalInstance
    """(field of ``Details``) that is not known, to be filled in."""
    zoomed: SignalInstance
    """(factor) by which the wheel asks for a larger or smaller text."""
    action_chosen: SignalInstance
    """(id of a command) from the bar at the selection."""

    def set_session(self, session: ArticleSession | None) -> None:
        """Show an article, from its beginning."""

    def apply(self, changes: Changes) -> None:
        """Show what a change touched."""

    def set_current(self, annotation_id: str) -> None:
        """The mark whose ends are shown; "" for none."""

    def selection(self) -> Passage | None:
        """What is selected, without blanks at its ends; None for nothing."""

    def selected_area(self) -> Area | None:
        """The rectangle that was drawn on a page and awaits its mark."""

    def set_selection(self, start: int, end: int) -> None:
        """Select a passage."""

    def clear_selection(self) -> None:
        """Select nothing; the caret stays."""

    def caret(self) -> int:
        """Where the caret stands."""

    def set_caret(self, offset: int) -> None:
        """Put the caret somewhere; what was selected is not any more."""

    def rectangles(self, start: int, end: int) -> list[QRect]:
        """Where a passage is, line by line; also what is out of sight."""

    def visible_range(self) -> Passage:
        """What is in sight."""

    def scroll_to(self, offset: int, align: str = "centre") -> None:
        """Bring a place into sight: ``centre``, ``top``, or ``nearest`` (as little as it takes)."""

    def scroll_to_page(self, page: int) -> None:
        """Bring the top of a page (from 0) into sight."""

    def reveal(self, annotation_id: str) -> bool:
        """Bring a mark into sight where it is not; whether it took a jump."""

    def page_in_sight(self) -> int:
        """The page in sight (from 1), 0 where the article has none."""

    def position(self) -> list[float]:
        """Where one is, to be kept: [offset at the top, part of its line that is above]."""

    def restore(self, position: Sequence[float]) -> None:
        """Go where one was."""

    def set_found(self, found: Sequence[Passage], current: int = -1) -> None:
        """Show what a search found, one of it stronger."""

    def set_tints(self, tints: "Tints") -> None:
        """Tint sentences, beneath all marks, and outline one of them."""

    def nudge_end(self, which: str, step: int) -> None:
        """Step the ``start`` or ``end`` of the current mark a word back (-1) or on (1); of an area
        its left or right edge."""

    def nudge_area(self, grip: str, right: int, down: int) -> None:
        """Step an edge of the current area (``n``, ``e``, ``s``, ``w``), or ``all`` of it."""

    def restyle(self, **settings: Any) -> None:
        """Set anew: ``family``, ``size`` (px), ``measure`` (px), ``leading``, ``zoom``, ``apart``
        (marks told apart without colour). What is left out stays."""
