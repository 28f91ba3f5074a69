"""Whose voice each sentence of the open article is in, and the way from one to the next."""

from annotator.library.inspecting.found import Voiced
from annotator.ui.document_view import Passage
from annotator.ui.marks.tints import NO_TINTS, VOICES, Tint, Tints

SOURCED, LINKED, ATTRIBUTED = "sourced", "linked", "attributed"
"""Sentences besides those of one voice: with a named source, linked to one, laid to anybody."""


class Voices:
    """``kind`` is what one goes through: one of ``VOICES`` or of the three above."""

    def __init__(self) -> None:
        self.sentences: list[Voiced] = []
        self._tints = NO_TINTS
        self.current: Passage | None = None
        self.kind = ATTRIBUTED

    def start_anew(self) -> None:
        """Another article."""
        self.current, self.kind = None, ATTRIBUTED
        self.show([])

    def show(self, sentences: list[Voiced]) -> None:
        """What the sentences are now."""
        self.sentences = sentences
        self._tints = Tints([Tint(*_passage(one), one.sentence.voice) for one in sentences])
        if self.sentence() is None:
            self.current = None

    def sentence(self) -> Voiced | None:
        """The sentence at hand."""
        return next((one for one in self.sentences if _passage(one) == self.current), None)

    def step(self, step: int, here: int, kind: str = "") -> Voiced | None:
        """Go to the next (1) or previous (-1) sentence of a kind; None where there is none."""
        self.kind = kind or self.kind
        fitting = [one for one in self.sentences if is_of(one, self.kind)]
        if not fitting:
            return None
        at = self.current[0] if self.current else here - (step > 0)
        if step > 0:
            later = [one for one in fitting if one.sentence.start > at]
            found = later[0] if later else fitting[0]
        else:
            earlier = [one for one in fitting if one.sentence.start < at]
            found = earlier[-1] if earlier else fitting[-1]
        self.current = _passage(found)
        return found

    def tints(self) -> Tints:
        """Each sentence in the tint of its voice."""
        return self._tints.outlining(self.current)

    def come_to(self, offset: int) -> bool:
        """Somebody has put the caret there: that sentence is at hand now; whether it is another."""
        found = self._tints.between(offset, offset + 1)
        if not found or (found[0].start, found[0].end) == self.current:
            return False
        self.current = found[0].start, found[0].end
        return True


def is_of(one: Voiced, kind: str) -> bool:
    """Whether a sentence is of a kind."""
    if kind in VOICES:
        return one.sentence.voice == kind
    if kind == SOURCED:
        return one.sentence.named
    return one.linked if kind == LINKED else one.sentence.voice != "own"


def _passage(one: Voiced) -> Passage:
    return one.sentence.start, one.sentence.end
