"""Annotations and how they hold on to the text (W3C Web Annotation's words)."""

from dataclasses import dataclass
from enum import StrEnum

from annotator.model.claims import Claim, Evidence
from annotator.model.comments import Comment
from annotator.model.embedded import Quad

COLOURS = ("yellow", "red", "green", "blue", "purple", "magenta", "orange", "grey")
STYLES = ("highlight", "underline")
KINDS = ("highlight", "area", "page")
CONTEXT = 64
"""Code points of text kept on each side of a quote."""


@dataclass(frozen=True, slots=True)
class Selectors:
    """How a passage is found again: position, exact quote, context (W3C TextPositionSelector and
    TextQuoteSelector). Offsets are code points of the text it was made in."""

    start: int
    end: int
    exact: str
    prefix: str = ""
    suffix: str = ""


class AnchorState(StrEnum):
    """What became of a passage in the text at hand."""

    EXACT = "exact"  # same words, same place
    MOVED = "moved"  # same words, another place
    CHANGED = "changed"  # found, words differ
    AMBIGUOUS = "ambiguous"  # several places fit, none clearly best
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a passage stands now. ``start``/``end`` are None when ambiguous or lost;
    ``score`` is 0 to 1; ``candidates`` are the places that fit, best first, as (start, end,
    score)."""

    state: AnchorState
    start: int | None
    end: int | None
    score: float
    candidates: tuple[tuple[int, int, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Target:
    """A passage of one article version; an area's holds an empty quote.

    ``page`` counts from 1, 0 where the article has no pages. ``quads`` are the passage on that
    page, one a line, in user space; an area has exactly one. ``more`` are the pages on which the
    passage goes on, each with its quads. There are no quads where the file was locked when the
    mark was made.
    """

    id: str
    version: str
    selectors: Selectors
    page: int = 0
    quads: tuple[Quad, ...] = ()
    more: tuple[tuple[int, tuple[Quad, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class Annotation:
    """A mark with all a card shows of it: tags, sources, claims.

    ``kind``: ``highlight`` (text), ``area`` (page rectangle), ``page`` (the whole article, no
    target). ``note`` is Markdown. ``author`` is a person's id, ``author_name`` what to show.
    Times are UTC ISO 8601 with ``Z``. ``tags`` are paths, sorted. ``sources`` hang on the mark
    itself, a claim has its own. ``origin`` is "" for marks made here, ``file`` for those that were
    in the file when it came, ``returned`` for those taken in from a copy that came back.
    """

    id: str
    article: str
    kind: str = "highlight"
    colour: str = "yellow"
    style: str = "highlight"
    note: str = ""
    author: str = ""
    author_name: str = ""
    private: bool = False
    created: str = ""
    modified: str = ""
    target: Target | None = None
    tags: tuple[str, ...] = ()
    sources: tuple[Evidence, ...] = ()
    claims: tuple[Claim, ...] = ()
    comments: tuple[Comment, ...] = ()
    origin: str = ""

    @property
    def quote(self) -> str:
        """The passage as it was marked; "" for a page note."""
        return self.target.selectors.exact if self.target else ""
