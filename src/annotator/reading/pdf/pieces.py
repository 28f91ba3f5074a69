"""What the modules here work on: the blocks of all pages in a row."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from annotator.pdf import PageBlock


class Role(Enum):
    """What a piece is in the article."""

    TITLE = 1
    HEADING = 2
    PARAGRAPH = 3
    ITEM = 4
    CAPTION = 5
    FURNITURE = 6
    FOOTNOTE = 7


@dataclass(frozen=True, slots=True)
class Piece:
    """A block of a page (counted from 0) and its words."""

    page: int
    block: "PageBlock"
    text: str

    @property
    def top(self) -> float:
        """Where it begins, points from the top of the page."""
        return self.block.rect[1]

    @property
    def bottom(self) -> float:
        """Where it ends, points from the top of the page."""
        return self.block.rect[1] + self.block.rect[3]


def body_size(pieces: Iterable[Piece]) -> float:
    """The size of most letters, in points; 0 where there are none."""
    weights: Counter[float] = Counter()
    for piece in pieces:
        weights[round(piece.block.size * 4) / 4] += len(piece.text)
    return weights.most_common(1)[0][0] if weights else 0.0
