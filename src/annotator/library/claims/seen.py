"""Claims and passages that say nearly the same as what somebody is writing."""

from dataclasses import dataclass

from annotator.model import Claim


@dataclass(frozen=True, slots=True)
class Seen:
    """Something in the library that is near. ``claim`` is None for a passage that was marked, but
    made no claim; ``annotation``, ``article`` and ``title`` say where (the first place of a claim,
    "" where it has none); ``text`` is the statement or the quote; ``score`` is 0 to 100."""

    claim: Claim | None
    annotation: str
    article: str
    title: str
    text: str
    score: float
