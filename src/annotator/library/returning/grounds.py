"""Where the marks of a copy stand in the article: on the pages of its own PDF, or in the text that
the copy was set from."""

from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from annotator.anchoring import describe
from annotator.errors import UnreadableFile
from annotator.library import embedded
from annotator.library.edits import Place
from annotator.library.pages import Pages
from annotator.library.returning.finding import FileMark, joined, legible, spans, words_under
from annotator.library.returning.words import SetText, Words, squeezed
from annotator.model import Article

if TYPE_CHECKING:
    from annotator.model import EmbeddedAnnotation
    from annotator.pdf import PageGeometry, PdfFile


class Ground(Protocol):
    """Finds places."""

    def holds(self, mark: FileMark) -> bool:
        """Whether a mark is on a page, or on words, that are this article's for certain."""

    def page(self, page: int) -> int | None:
        """Which page of the article a page of the copy is (from 0); None for none."""

    def words(self, mark: FileMark) -> Words:
        """The words under a mark as the copy has them; none where it is damaged."""

    def span(self, mark: FileMark) -> tuple[int, int] | None:
        """The passage of the article under a mark; None where there is none, or it is not
        certain."""

    def place(self, mark: FileMark) -> Place | None:
        """Where to put a mark; None where only the whole article will do."""

    def is_legible(self, mark: FileMark) -> bool:
        """Whether there are letters under every line of a mark: what was set without a typeface
        for it has none."""


def ground(article: Article, file: "PdfFile", pages: Pages | None, alone: bool = True) -> Ground:
    """How places in a copy of this article are found. ``pages`` are the article's own. ``alone``:
    there is no other article in the copy."""
    return _Set(article, file) if pages is None else _Paged(article, file, pages, alone)


class _Read:
    """What both need: letters of the copy's pages."""

    def __init__(self, article: Article, file: "PdfFile") -> None:
        self._article, self._file = article, file
        self._geometries: dict[int, PageGeometry | None] = {}

    def _geometry(self, page: int) -> "PageGeometry | None":
        """None where the page is damaged."""
        if page not in self._geometries:
            try:
                self._geometries[page] = self._file.geometry(page)
            except UnreadableFile:
                self._geometries[page] = None
        return self._geometries[page]

    def words(self, mark: FileMark) -> Words:
        geometries = ((self._geometry(part.page), part) for part in mark.parts)
        return joined(words_under(geometry, part) for geometry, part in geometries if geometry)

    def is_legible(self, mark: FileMark) -> bool:
        geometries = ((self._geometry(part.page), part) for part in mark.parts)
        return all(geometry and legible(geometry, part) for geometry, part in geometries)


class _Set(_Read):
    """A copy that was set from the article's text."""

    def __init__(self, article: Article, file: "PdfFile") -> None:
        super().__init__(article, file)
        self._text = SetText(article.text)

    def holds(self, mark: FileMark) -> bool:
        return self.span(mark) is not None

    def page(self, page: int) -> int | None:
        return None

    def span(self, mark: FileMark) -> tuple[int, int] | None:
        return self._text.find(self.words(mark))

    def place(self, mark: FileMark) -> Place | None:
        words = self.words(mark)
        if not squeezed(words.exact) or not (mark.is_on_words or self._text.find(words)):
            return None
        return Place(self._text.selectors(words))


class _Paged(_Read):
    """A copy of the article's own file."""

    def __init__(self, article: Article, file: "PdfFile", pages: Pages, alone: bool) -> None:
        super().__init__(article, file)
        self._pages, self._alone = pages, alone
        self._numbers: dict[int, int | None] = {}
        self._mapped: dict[int, PageGeometry] = {}

    def holds(self, mark: FileMark) -> bool:
        return self._alike(mark.first.page) is not None

    def page(self, page: int) -> int | None:
        """Pages may have been put in or taken out."""
        if page not in self._numbers:
            known = page if self._alone and page < len(self._article.pages) else None
            alike = self._alike(page)
            self._numbers[page] = known if alike is None else alike
        return self._numbers[page]

    def _alike(self, page: int) -> int | None:
        """The page of the article with the same text."""
        geometry = self._geometry(page)
        if geometry is None or not geometry.text:
            return None
        pages = enumerate(self._article.pages)
        alike = (at for at, one in pages if one.sha256 == geometry.sha256)
        return min(alike, key=lambda at: abs(at - page), default=None)

    def _here(self, page: int) -> "tuple[int, PageGeometry] | None":
        """(page of the article, letters in its text)."""
        from annotator.pdf import mapped

        number, geometry = self.page(page), self._geometry(page)
        if number is None or geometry is None:
            return None
        if page not in self._mapped:
            stored = self._article.pages[number]
            self._mapped[page] = mapped(geometry, self._article.text[stored.start : stored.end])
        return number, self._mapped[page]

    def span(self, mark: FileMark) -> tuple[int, int] | None:
        found = [span for part in mark.parts for span in self._spans(part)]
        return (min(start for start, _ in found), max(end for _, end in found)) if found else None

    def _spans(self, part: "EmbeddedAnnotation") -> list[tuple[int, int]]:
        here = self._here(part.page) if part.quads else None
        if here is None:
            return []
        offset = self._article.pages[here[0]].start
        return [(offset + start, offset + end) for start, end in spans(here[1], part)]

    def place(self, mark: FileMark) -> Place | None:
        numbers = [self.page(part.page) for part in mark.parts]
        if None in numbers:
            return None
        span = self.span(mark)
        placed = [(number or 0, part) for number, part in zip(numbers, mark.parts, strict=True)]
        if span is None:
            page, part = placed[0]
            return embedded.place_of(self._article, self._pages, replace(part, page=page))
        quads = tuple((page + 1, part.quads) for page, part in placed)
        return Place(describe(self._article.text, *span), placed[0][0] + 1, quads)
