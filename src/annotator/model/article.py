"""A saved article: one canonical text, its structure, what is known about it."""

from dataclasses import dataclass, field

from annotator.model.embedded import EmbeddedAnnotation
from annotator.model.text import Block


@dataclass(frozen=True, slots=True)
class Details:
    """What is known about an article. Empty means not known.

    Dates are ISO 8601, possibly partial (``2026-05``). ``type`` is a word such as ``news``,
    ``paper``, ``blog``, ``book``, ``report``, ``web page``, ``transcript``, ``social post``.
    """

    title: str = ""
    authors: tuple[str, ...] = ()
    site: str = ""
    url: str = ""
    published: str = ""
    saved: str = ""
    type: str = ""
    doi: str = ""
    language: str = ""

    @property
    def names(self) -> str:
        """The authors in a line; parted by semicolons where commas stand in names."""
        return ("; " if any("," in name for name in self.authors) else ", ").join(self.authors)

    @property
    def place(self) -> str:
        """The site, "" where it is the author and named as such."""
        named = {name.casefold() for name in self.authors}
        return "" if self.site.casefold() in named else self.site


@dataclass(frozen=True, slots=True)
class Resource:
    """A picture that belongs to an article. ``sha256`` is the hex hash of ``data``."""

    sha256: str
    media_type: str
    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Page:
    """A page of a paged article: its slice of the text, a hash of its extracted characters, and
    its size as shown, in points."""

    start: int
    end: int
    label: str = ""
    sha256: str = ""
    width: float = 0.0
    height: float = 0.0


@dataclass(frozen=True, slots=True)
class OutlineEntry:
    """A bookmark of the file: ``level`` from 1, ``offset`` in the text, ``page`` from 1 (0 where
    the article has no pages)."""

    title: str
    level: int
    offset: int
    page: int = 0


@dataclass(frozen=True, slots=True)
class Article:
    """An article version: canonical text, blocks over it, details, pictures.

    ``id`` and ``version`` are None until it is stored. ``sha256`` is the hex hash of the original
    file's bytes, ``format`` one of ``text``, ``markdown``, ``html`` (more come with their
    readers), ``normaliser`` the number of the rules that made the text. ``added`` is the UTC time
    of import, ``""`` until stored. ``outline`` are the file's own bookmarks; where it has none,
    the headings are the outline.
    """

    text: str = field(repr=False)
    blocks: tuple[Block, ...] = field(repr=False)
    details: Details
    format: str
    sha256: str
    normaliser: int = 1
    id: str | None = None
    version: str | None = None
    added: str = ""
    resources: tuple[Resource, ...] = field(default=(), repr=False)
    pages: tuple[Page, ...] = field(default=(), repr=False)
    outline: tuple[OutlineEntry, ...] = field(default=(), repr=False)
    embedded_annotations: tuple[EmbeddedAnnotation, ...] = field(default=(), repr=False)

    @property
    def is_scan(self) -> bool:
        """Whether there are pages, and no text on any of them."""
        return bool(self.pages) and not self.text.strip()

    @property
    def title(self) -> str:
        """The title, never empty once stored (a reader falls back on the file's name)."""
        return self.details.title
