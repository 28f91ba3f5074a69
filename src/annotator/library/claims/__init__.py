"""The claims of a library, wherever they stand: the board's use cases."""

from annotator.library.claims.claims import Claims
from annotator.library.claims.filtering import ArticleProgress, BoardCounts, ClaimFilter
from annotator.library.claims.passages import Passage
from annotator.library.claims.seen import Seen
from annotator.store.board import ClaimRow

__all__ = [
    "ArticleProgress",
    "BoardCounts",
    "ClaimFilter",
    "ClaimRow",
    "Claims",
    "Passage",
    "Seen",
]
