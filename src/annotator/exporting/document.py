"""The one intermediate form all exports are made from.

It is built by the library from open articles; exporters know nothing of the store.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from annotator.model import AnchorState, Annotation, Article, Resource
from annotator.model.embedded import Quad


@dataclass(frozen=True, slots=True)
class ExportMark:
    """One annotation and where it stands in the exported text.

    ``number`` is None for private marks; ``start``/``end`` are code points, None when the passage
    is lost or ambiguous; ``paragraph`` is the ¶ number to cite, 0 when there is none.
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


@dataclass(frozen=True, slots=True)
class ExportArticle:
    """An article (the user's block roles applied) with its marks in document order.

    ``paragraphs`` holds for each block its ¶ number or 0. ``original`` gets the bytes of the file
    it was read from, ``password`` opens them where that is needed and known. ``area_picture`` draws
    what is seen in an area, by the annotation's id, as PNG. ``removed`` are marks that came with
    the file and were deleted.
    """

    article: Article
    marks: tuple[ExportMark, ...]
    page_notes: tuple[Annotation, ...]
    paragraphs: tuple[int, ...]
    resources: Mapping[str, Resource] = field(default_factory=dict)
    original: Callable[[], bytes] | None = field(default=None, repr=False)
    password: str | None = field(default=None, repr=False)
    area_picture: Callable[[str], bytes] | None = field(default=None, repr=False)
    removed: tuple[ExportMark, ...] = ()


@dataclass(frozen=True, slots=True)
class ExportDocument:
    """What goes out: articles, the colours' names as the user calls them, who marked it.

    ``marked_by`` is a person's name, ``""`` when not known; ``marked_on`` an ISO date: that of the
    newest change to what is exported, so that two exports of one state are the same.
    """

    articles: tuple[ExportArticle, ...]
    colour_names: Mapping[str, str]
    marked_by: str = ""
    marked_on: str = ""


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """How it goes out. ``whole``: Markdown with the article's text and footnotes. ``joined``: one
    PDF with a cover (``name``, ``course``, ``date``) and contents. ``paper``: a4 | letter.
    ``originals``: articles that are PDFs go out as their own pages with marks (``plain``), with
    pages of notes, claims and sources behind them (``notes``) or with these in a margin beside
    the passages (``margin``)."""

    whole: bool = False
    joined: bool = False
    name: str = ""
    course: str = ""
    date: str = ""
    paper: str = "a4"
    originals: str = "plain"
