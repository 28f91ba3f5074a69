"""What the annotations of an open article add up to, kept with every edit: asked for after each of
them, it must not cost what all annotations cost."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from annotator.model import Anchor, AnchorState, Annotation, Claim


@dataclass(frozen=True, slots=True)
class Counts:
    """How many there are, and how many of the annotations stand elsewhere than they were made."""

    annotations: int
    claims: int
    claims_checked: int
    claims_set_aside: int
    moved: int
    changed: int
    ambiguous: int
    lost: int


class Tally:
    """Counts of annotations, tags, claims and states; where each claim stands."""

    def __init__(self, placed: Iterable[tuple[Annotation, Anchor]]) -> None:
        self._counted: dict[str, tuple[Annotation, AnchorState]] = {}
        self._states: Counter[AnchorState] = Counter()
        self._tags: Counter[tuple[str, ...]] = Counter()
        self._claims: dict[str, Claim] = {}
        self._statuses: Counter[str] = Counter()
        self._owners: dict[str, set[str]] = {}
        for annotation, anchor in placed:
            self.put(annotation, anchor)

    def put(self, annotation: Annotation, anchor: Anchor) -> None:
        """Count an annotation, in place of what it was before."""
        self.remove(annotation.id)
        self._counted[annotation.id] = annotation, anchor.state
        self._states[anchor.state] += 1
        if annotation.tags:
            self._tags[annotation.tags] += 1
        for claim in annotation.claims:
            self._owners.setdefault(claim.id, set()).add(annotation.id)
            self._count(claim)

    def _count(self, claim: Claim) -> None:
        before = self._claims.get(claim.id)
        if before:
            self._statuses[before.status] -= 1
        self._claims[claim.id] = claim
        self._statuses[claim.status] += 1

    def remove(self, id: str) -> None:
        """Count an annotation no more."""
        if id not in self._counted:
            return
        annotation, state = self._counted.pop(id)
        self._states[state] -= 1
        if annotation.tags:
            self._tags[annotation.tags] -= 1
        for claim in annotation.claims:
            self._owners[claim.id].discard(id)
            if not self._owners[claim.id]:
                del self._owners[claim.id]
                self._statuses[self._claims.pop(claim.id).status] -= 1

    def claim(self, id: str) -> Claim | None:
        """A claim that stands on some annotation here."""
        return self._claims.get(id)

    def owners(self, claim_id: str) -> set[str]:
        """The annotations a claim stands on."""
        return self._owners.get(claim_id, set())

    def tag_sets(self) -> dict[tuple[str, ...], int]:
        """The sets of tags that annotations have, and how many have each; far fewer than those."""
        return {tags: count for tags, count in self._tags.items() if count}

    def tags(self) -> list[tuple[str, int]]:
        """(path, annotations) of the tags in use, by path."""
        counts: Counter[str] = Counter()
        for tags, count in self.tag_sets().items():
            counts.update(dict.fromkeys(tags, count))
        return sorted(counts.items())

    def counts(self) -> Counts:
        """All counts."""
        state = self._states
        return Counts(
            len(self._counted), len(self._claims), self._statuses["checked"],
            self._statuses["set aside"], state[AnchorState.MOVED], state[AnchorState.CHANGED],
            state[AnchorState.AMBIGUOUS], state[AnchorState.LOST],
        )  # fmt: skip
