"""What the inspection of an article answers."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from annotator.checking.rows import Row
    from annotator.checking.voice import VoicedSentence

OPEN, CLAIMED, DISMISSED = "open", "claimed", "dismissed"


@dataclass(frozen=True, slots=True)
class Offer:
    """A sentence worth a look: ``article.text[start:end]``. ``state``: ``open``, ``claimed`` (a
    claim stands in it) or ``dismissed``; ``score`` from 0 to 1, how check-worthy, never how true;
    ``reasons`` in the user's language."""

    start: int
    end: int
    score: float
    reasons: tuple[str, ...]
    state: str

    @property
    def is_open(self) -> bool:
        """Whether nobody looked at it yet."""
        return self.state == OPEN


@dataclass(frozen=True, slots=True)
class Voiced:
    """A sentence with its voice. ``linked``: it is laid to somebody, and a claim with a source
    stands in it."""

    sentence: "VoicedSentence"
    linked: bool


@dataclass(frozen=True, slots=True)
class VoiceTally:
    """How many sentences there are, in which voice, and how many of those laid to somebody are
    ``linked`` to a source."""

    sentences: int
    own: int
    named: int
    unnamed: int
    quoted: int
    with_named_source: int
    linked: int


@dataclass(frozen=True, slots=True)
class InsideRow:
    """A row of the inside check. ``state``: ``open``, ``claimed`` (``claim`` stands in all its
    passages here) or ``dismissed``. ``sources``: the article in the library behind each of its
    mentions, "" for the article's own and for what is no article."""

    row: "Row"
    state: str
    claim: str
    sources: tuple[str, ...]
