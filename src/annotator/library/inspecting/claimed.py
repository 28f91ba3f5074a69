"""Which passages of an open article claims stand on."""

from bisect import bisect_left
from collections.abc import Callable, Iterable

from annotator.library.session import ArticleSession
from annotator.model import Claim

Passage = tuple[int, int]


class ClaimedPassages:
    """The passages of claims for which ``counts`` holds, in order."""

    def __init__(
        self, session: ArticleSession, counts: Callable[[Claim], bool] = lambda _claim: True
    ) -> None:
        self._by_passage: dict[Passage, set[str]] = {}
        for annotation in session.annotations():
            claims = {claim.id for claim in annotation.claims if counts(claim)}
            place = _place(session, annotation.id) if claims else None
            if place is not None:
                self._by_passage.setdefault(place, set()).update(claims)
        self._passages = sorted(self._by_passage)
        self._furthest = _furthest(self._passages)

    def touch(self, start: int, end: int) -> bool:
        """Whether one of them overlaps ``[start, end)``."""
        before = bisect_left(self._passages, (end, -1))
        return before > 0 and self._furthest[before - 1] > start

    def on_all(self, passages: Iterable[Passage]) -> set[str]:
        """The claims that stand on exactly these passages, each of them."""
        found = [self._by_passage.get(passage, set()) for passage in passages]
        return set.intersection(*found) if found else set()


def _place(session: ArticleSession, id: str) -> Passage | None:
    anchor = session.anchor(id)
    return None if anchor.start is None or anchor.end is None else (anchor.start, anchor.end)


def _furthest(passages: list[Passage]) -> list[int]:
    """For each passage how far it or one before it reaches."""
    found: list[int] = []
    for _start, end in passages:
        found.append(max(end, found[-1]) if found else end)
    return found
