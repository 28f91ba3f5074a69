"""The one intermediate form all exports are made from.

It is built by the library from open articles; exporters know nothing of the store.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from annotator.model import (
    AnchorState,
    Annotation,
    Article,
    Claim,
    Resource,
    TrailEntry,
    Verdict,
)
from annotator.model.embedded import Quad


@dataclass(frozen=True, slots=True)
class ExportMark:
    """One annotation and where it stands in the exported text.

    ``number`` is None for private marks; ``start``/``end`` are code points, None when the passage
    is lost or ambiguous; ``paragraph`` is the ¶ number to cite, 0 when there is none, ``part``
    where it stands when that is in the ``headline`` or a ``caption``, else "".
    ``places`` are where it lies on pages: (page from 0, its quads there in user space). ``page``
    is what the page is called that it begins on, "" where the article has none; ``picture`` the
    address of an area's picture beside the file that is written, "" where there is none.
    """

    annotation: Annotation
    number: int | None
    state: AnchorState
    start: int | None
    end: int | None
    paragraph: int
    places: tuple[tuple[int, tuple[Quad, ...]], ...] = ()
    page: str = ""
    picture: str = ""
    part: str = ""


@dataclass(frozen=True, slots=True)
class ExportPassage:
    """A place where a claim stands: the annotation's and the article's ids, the words (none for an
    area), and how it is cited (``¶ 3``, ``p. 12``)."""

    annotation: str
    article: str
    quote: str = ""
    locator: str = ""
    is_area: bool = False


@dataclass(frozen=True, slots=True)
class ExportClaim:
    """A claim with its history, and where it stands in the articles that are exported.

    ``claim`` holds only the evidence that may go out; ``passages`` are in document order;
    ``trail`` the oldest step first; ``bounds`` the (worst, best) rating of its verdict's scale,
    None where that has none.
    """

    claim: Claim
    passages: tuple[ExportPassage, ...] = ()
    trail: tuple[TrailEntry, ...] = ()
    bounds: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Judgement:
    """What was found about an article as a whole. ``summary`` is Markdown, ``as_of`` a date."""

    verdict: Verdict | None = None
    summary: str = ""
    as_of: str = ""
    trail: tuple[TrailEntry, ...] = ()


@dataclass(frozen=True, slots=True)
class Review:
    """Who publishes the review, where, and when; what is not known is empty."""

    reviewer: str = ""
    url: str = ""
    date: str = ""


class AreaPicture(Protocol):
    """Draws what is seen in an area as PNG, ``scale`` px a point at most."""

    def __call__(self, annotation_id: str, scale: float = 2.0) -> bytes:
        """Raises ``UnreadableFile``."""


@dataclass(frozen=True, slots=True)
class ExportArticle:
    """An article (the user's block roles applied) with its marks in document order.

    ``paragraphs`` holds for each block its ¶ number or 0. ``original`` gets the bytes of the file
    it was read from, ``password`` opens them where that is needed and known. ``area_picture`` draws
    what is seen in an area, by the annotation's id, as PNG. ``removed`` are marks that came with
    the file and were deleted. ``claims`` are those that stand in it, in document order;
    ``judgement`` is what was found about it as a whole. ``quotes`` says by the id of evidence how
    its quote stands in the source's text (``exact`` | ``differs`` | ``missing``), as far as that
    was looked at.
    """

    article: Article
    marks: tuple[ExportMark, ...]
    page_notes: tuple[Annotation, ...]
    paragraphs: tuple[int, ...]
    resources: Mapping[str, Resource] = field(default_factory=dict)
    original: Callable[[], bytes] | None = field(default=None, repr=False)
    password: str | None = field(default=None, repr=False)
    area_picture: AreaPicture | None = field(default=None, repr=False)
    removed: tuple[ExportMark, ...] = ()
    claims: tuple[ExportClaim, ...] = ()
    judgement: Judgement = Judgement()
    quotes: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ExportDocument:
    """What goes out: articles, the colours' names as the user calls them, who marked it.

    ``marked_by`` names who marked here, ``""`` when not known; ``marked_on`` an ISO date: that of
    the newest change to what is exported, so that two exports of one state are the same. ``review``
    is what the library knows of who publishes it where.
    """

    articles: tuple[ExportArticle, ...]
    colour_names: Mapping[str, str]
    marked_by: str = ""
    marked_on: str = ""
    review: Review = Review()


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """How it goes out. ``whole``: Markdown with the article's text and footnotes, or a fact-check
    page with whole passages and not their beginnings. ``joined``: one
    PDF with a cover (``name``, ``course``, ``date``) and contents. ``paper``: a4 | letter.
    ``originals``: articles that are PDFs go out as their own pages with marks (``plain``), with
    pages of notes, claims and sources behind them (``notes``) or with these in a margin beside
    the passages (``margin``). ``review``: who publishes a fact-check, where and when; what is
    empty is as the document says. ``incomplete``: write ClaimReviews that lack something, too."""

    whole: bool = False
    joined: bool = False
    name: str = ""
    course: str = ""
    date: str = ""
    paper: str = "a4"
    originals: str = "plain"
    review: Review = Review()
    incomplete: bool = False
