"""How well a place fits a quote: its words, what stands around it, where it is."""

from dataclasses import dataclass

from annotator.anchoring import weights
from annotator.model import Selectors


@dataclass(frozen=True, slots=True)
class Place:
    """A place in the text that may be the passage, and how well it fits, each 0 to 1.

    ``before`` and ``after`` are None where no context is known on that side.
    """

    start: int
    end: int
    words: float
    before: float | None
    after: float | None
    near: float

    @property
    def score(self) -> float:
        """All of it together, 0 to 1. A side without context counts as fitting as well as the
        words do."""
        before = self.words if self.before is None else self.before
        after = self.words if self.after is None else self.after
        return (
            weights.QUOTE * self.words
            + weights.BEFORE * before
            + weights.AFTER * after
            + weights.PLACE * self.near
        )

    @property
    def supported(self) -> bool:
        """Whether the surroundings on one side at least are the passage's own, or none are
        known."""
        return not self._sides or max(self._sides) >= weights.SUPPORTED

    @property
    def well_supported(self) -> bool:
        """Whether the surroundings are the passage's own beyond a formula it shares with others."""
        known = self._sides
        return not known or (
            max(known) >= weights.SURE_SIDE or sum(known) / len(known) >= weights.SUPPORTED
        )

    @property
    def enclosed(self) -> bool:
        """Whether the surroundings on both sides are the passage's own."""
        return all(side >= weights.SUPPORTED for side in self._sides)

    @property
    def _sides(self) -> list[float]:
        return [side for side in (self.before, self.after) if side is not None]

    def as_candidate(self) -> tuple[int, int, float]:
        """As an anchor names it."""
        return self.start, self.end, round(self.score, 4)


def similarity(one: str, other: str) -> float:
    """How alike two strings are, 0 to 1."""
    from rapidfuzz.distance import Indel

    return Indel.normalized_similarity(one, other)


def weigh(text: str, selectors: Selectors, start: int, end: int, hint: int | None) -> Place:
    """The place with how well it fits. ``hint`` is where the passage was, if that is known."""
    exact = selectors.exact
    here = text[start:end]
    near = 1.0 if hint is None else 1.0 - min(1.0, abs(start - hint) / max(1, len(text)))
    prefix, suffix = selectors.prefix, selectors.suffix
    return Place(
        start,
        end,
        1.0 if here == exact else similarity(exact, here),
        similarity(prefix, text[max(0, start - len(prefix)) : start]) if prefix else None,
        similarity(suffix, text[end : end + len(suffix)]) if suffix else None,
        near,
    )
