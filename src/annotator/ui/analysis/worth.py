"""The sentences of the open article that are worth a look: which one is at hand, what is open."""

from annotator.library.inspecting.found import Offer
from annotator.ui.document_view import Passage
from annotator.ui.marks.tints import NO_TINTS, WORTH, Tint, Tints

STEPS = (0.8, 0.98)
"""Scores from which a sentence is tinted more strongly."""


class Worth:
    """``offers`` in the order of the text; ``at`` is the place one has come to, None before."""

    def __init__(self) -> None:
        self.offers: list[Offer] = []
        self.current: Passage | None = None
        self.at: int | None = None
        self._tints = NO_TINTS

    def start_anew(self) -> None:
        """Another article."""
        self.current, self.at = None, None
        self.show([])

    def show(self, offers: list[Offer]) -> None:
        """What is offered now; the one at hand stays as long as it is open."""
        self.offers = offers
        still = (one for one in offers if one.is_open)
        self._tints = Tints([Tint(one.start, one.end, look(one.score)) for one in still])
        if self.offer() is None:
            self.current = None

    def offer(self) -> Offer | None:
        """The suggestion at hand, while it is open."""
        found = (one for one in self.offers if (one.start, one.end) == self.current)
        return next((one for one in found if one.is_open), None)

    @property
    def coverage(self) -> tuple[int, int]:
        """(looked at, offered)"""
        return sum(not one.is_open for one in self.offers), len(self.offers)

    def step(self, step: int, here: int) -> Offer | None:
        """Go to the next (1) or previous (-1) open one, seen from where one has come to, or else
        from ``here``; None where none is open."""
        still = [one for one in self.offers if one.is_open]
        if not still:
            self.current = None
            return None
        at = here if self.at is None else self.at
        if step > 0:
            later = [one for one in still if one.start > at or (self.at is None and one.end > at)]
            found = later[0] if later else still[0]
        else:
            earlier = [one for one in still if one.start < at]
            found = earlier[-1] if earlier else still[-1]
        self.current, self.at = (found.start, found.end), found.start
        return found

    def tints(self) -> Tints:
        """What is still open, tinted; the one at hand is outlined."""
        return self._tints.outlining(self.current)

    def come_to(self, offset: int) -> bool:
        """Somebody has put the caret there: the open suggestion that stands there, if one does, is
        at hand now; whether it is another."""
        found = self._tints.between(offset, offset + 1)
        if not found or (found[0].start, found[0].end) == self.current:
            return False
        self.current, self.at = (found[0].start, found[0].end), found[0].start
        return True


def look(score: float) -> str:
    """How strongly a sentence is tinted."""
    return WORTH[sum(score >= step for step in STEPS)]
