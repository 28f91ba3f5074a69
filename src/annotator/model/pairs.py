"""Claims that are two: an attribution, of which is asked whether somebody said so, and what was
attributed, of which is asked whether it is so."""

from collections.abc import Iterable
from dataclasses import dataclass

SAID, SO = "said", "so"
"""What one of two linked claims asks: did they say it; is it so."""


@dataclass(frozen=True, slots=True)
class ClaimName:
    """A claim's id and number, for those that lead to it."""

    id: str
    number: int

    @property
    def label(self) -> str:
        """The number as it is written: ``C14``."""
        return f"C{self.number}"


@dataclass(frozen=True, slots=True)
class Pair:
    """What a claim that is linked asks (``SAID`` | ``SO``), who is said to have said it ("" where
    nobody is named), and the claims that ask the other thing, by number: mostly one."""

    asks: str
    who: str
    others: tuple[ClaimName, ...]

    @property
    def labels(self) -> str:
        """The others as they are written: ``C14``, ``C14, C15``."""
        return ", ".join(other.label for other in self.others)


@dataclass(frozen=True, slots=True)
class Attributed:
    """A claim ``so`` that is laid to somebody by the claim ``said``, and to ``who``."""

    said: ClaimName
    so: ClaimName
    who: str


def pairs(links: Iterable[Attributed]) -> dict[str, Pair]:
    """What linked claims ask, by their ids. What asks both things, which merging may bring about,
    asks first of all whether it is so."""
    found: dict[str, Pair] = {}
    by_number = sorted(links, key=lambda link: (link.so.number, link.so.id))
    for link in by_number:
        before = found.get(link.said.id)
        others = (*before.others, link.so) if before else (link.so,)
        found[link.said.id] = Pair(SAID, before.who if before and before.who else link.who, others)
    for link in by_number:
        found[link.so.id] = Pair(SO, link.who, (link.said,))
    return found
