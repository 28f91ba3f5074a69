"""Where the annotations of an open article stand: how a place is cited, found again, and drawn on
pages."""

from annotator.anchoring import describe
from annotator.errors import InvalidValue, UnreadableFile
from annotator.i18n import _
from annotator.library.edits import Place
from annotator.library.open_article import OpenArticle
from annotator.model import Quad, Selectors
from annotator.model.locators import (
    cited_page,
    locator,
    page_at,
    page_label,
    paragraph_at,
    part_at,
)
from annotator.model.text import without_blanks
from annotator.store.layout import PageQuads


class Placing(OpenArticle):
    """The part of an ``ArticleSession`` that knows places. Pages count from 1."""

    def paragraph(self, id: str) -> int:
        """The ¶ number to cite for an annotation; 0 where there is none."""
        start = self.anchor(id).start
        if start is None:
            return 0
        return paragraph_at(self.article.blocks, self.paragraphs, start)

    def page(self, id: str) -> int:
        """The page, from 1, on which an annotation begins; 0 where there is none."""
        place, target = self.place_of(id), self._annotations[id].target
        if place is None or not self.article.pages:
            return 0
        if self._annotations[id].kind == "area" and target:
            return target.page
        return page_at(self.article.pages, place)

    def page_label(self, id: str) -> str:
        """What the page is called on which an annotation begins; "" where there is none."""
        return page_label(self.article.pages, self.page(id))

    def locator(self, id: str) -> str:
        """How an annotation's place is cited: ``p. 12`` where there are pages, else ``headline``,
        ``caption`` or ``¶ 3``; "" where there is none."""
        if self.article.pages:
            return cited_page(self.page_label(id))
        start = self.anchor(id).start
        return self.locator_at(start) if start is not None else ""

    def locator_at(self, offset: int) -> str:
        """How the place at a code point of the text is cited; "" where there is none."""
        return locator(self.article, self.paragraphs, offset)

    def part(self, id: str) -> str:
        """``headline`` or ``caption`` for an annotation that begins in one, else ""."""
        start = self.anchor(id).start
        return part_at(self.article, start) if start is not None else ""

    def citation(self, start: int, end: int) -> str:
        """A passage as it is quoted elsewhere: the words, then title, site, date and ¶ or page."""
        selectors = self.selectors(start, end)
        details = self.article.details
        place = [details.title, details.site, details.published[:10], details.url]
        place.append(self.locator_at(selectors.start))
        return f"“{' '.join(selectors.exact.split())}” ({', '.join(filter(None, place))})"

    def place(self, start: int, end: int) -> Place:
        """Where a mark of the passage ``[start, end)`` is to stand: see ``selectors``; for an
        article with pages on these, too, as far as its file can be opened."""
        selectors = self.selectors(start, end)
        if not self.article.pages:
            return Place(selectors)
        page = page_at(self.article.pages, selectors.start)
        return Place(selectors, page, self._quads(selectors.start, selectors.end))

    def _quads(self, start: int, end: int) -> PageQuads:
        """Where a passage stands on the pages, (page from 1, quads); none while the file is
        locked or where it is damaged."""
        assert self._pages is not None
        found: list[tuple[int, tuple[Quad, ...]]] = []
        first = page_at(self.article.pages, start)
        try:
            for number, page in enumerate(self.article.pages[first - 1 :], first):
                if page.start >= end:
                    break
                part = max(start, page.start) - page.start, min(end, page.end) - page.start
                if part[0] < part[1]:
                    found.append((number, self._pages.geometry(number - 1).quads(*part)))
        except UnreadableFile:
            return ()
        return tuple(found)

    def places(self, id: str) -> PageQuads:
        """Where an annotation stands on pages: (page from 1, its quads there in user space). As
        stored; asked of the file where they are not, or where the passage is another by now."""
        annotation, anchor = self.annotation(id), self._anchors[id]
        target = annotation.target
        if target is None or not self.article.pages:
            return ()
        here = annotation.kind == "area" or target.version == self.article.version
        if here and target.quads:
            return ((target.page, target.quads), *target.more)
        if anchor.start is None or anchor.end is None:
            return ()
        return self._quads(anchor.start, anchor.end)

    def selectors(self, start: int, end: int) -> Selectors:
        """How the passage ``[start, end)`` is found again, blanks at its ends left out. Raises
        ``InvalidValue`` where there is no text to mark."""
        text = self.article.text
        if not 0 <= start < end <= len(text):
            raise InvalidValue(_("This passage is not in the article."))
        start, end = without_blanks(text, start, end)
        if start == end:
            raise InvalidValue(_("There is no text in this passage to mark."))
        return describe(text, start, end)
