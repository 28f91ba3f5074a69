"""An open article as it is read: its text, its annotations where they stand now."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from annotator.anchoring import describe, resolve_all
from annotator.errors import InvalidValue, NotFound, UnreadableFile
from annotator.events import Changes
from annotator.i18n import _
from annotator.library.edits import Place
from annotator.library.garbage import garbage_left_alone
from annotator.library.marks import Mark, MarkIndex
from annotator.library.pages import Pages
from annotator.library.tally import Counts, Tally
from annotator.model import Anchor, AnchorState, Annotation, Article, Quad, Selectors, with_roles
from annotator.model.locators import (
    cited_page,
    locator,
    page_at,
    page_label,
    paragraph_at,
    paragraph_numbers,
    part_at,
)
from annotator.model.text import without_blanks
from annotator.store import annotations as stored
from annotator.store import articles
from annotator.store.layout import PageQuads

if TYPE_CHECKING:
    from annotator.library.library import Library

_EVERYWHERE = Anchor(AnchorState.EXACT, None, None, 1.0)


class OpenArticle:
    """The part of an ``ArticleSession`` that knows what is there and takes in what changes.
    Offsets are code points of ``article.text``."""

    def __init__(self, library: "Library", article_id: str) -> None:
        self.library = library
        self.id = article_id
        self._pages: Pages | None = None
        self.reload()

    def reload(self) -> None:
        """Read everything anew. Raises ``NotFound`` where the article is not there any more."""
        self._stored = self._load_article()
        self._take_roles()
        self._take_pages()
        self._annotations: dict[str, Annotation] = {}
        self._anchors: dict[str, Anchor] = {}
        self._index = MarkIndex()
        self._before: dict[str, Mark | None] = {}
        self._counted: Tally | None = None
        with garbage_left_alone():
            self._fill(stored.load(self.library.store.connection, self.id))

    def _take_pages(self) -> None:
        self.close()
        if self._stored.pages:
            self._pages = Pages(
                self._stored,
                lambda: self.library.original(self._stored.sha256),
                lambda: self.library.password(self.id),
            )

    def close(self) -> None:
        """Let go of the file its pages are drawn from."""
        if self._pages is not None:
            self._pages.close()

    def _load_article(self) -> Article:
        article = articles.load(self.library.store.connection, self.id)
        if article is None:
            raise NotFound(_("This article is not in the library any more."))
        return article

    def _take_roles(self) -> None:
        roles = articles.roles(self.library.store.connection, self._stored.version or "")
        self.article = replace(self._stored, blocks=with_roles(self._stored.blocks, roles))
        self.roles = roles
        self.paragraphs = paragraph_numbers(self.article.blocks)

    def _fill(self, annotations: list[Annotation]) -> None:
        anchors = self._resolve(annotations)
        self._annotations = {annotation.id: annotation for annotation in annotations}
        self._anchors = dict(zip(self._annotations, anchors, strict=True))
        areas = {one.id: at for one in annotations if (at := self._beside(one)) is not None}
        self._index.fill(zip(annotations, anchors, strict=True), areas)

    def _take(self, annotations: Iterable[Annotation]) -> None:
        found = list(annotations)
        for annotation, anchor in zip(found, self._resolve(found), strict=True):
            self._annotations[annotation.id] = annotation
            self._anchors[annotation.id] = anchor
            beside = self._beside(annotation)
            self._before[annotation.id] = self._index.put(annotation, anchor, beside)
            if self._counted:
                self._counted.put(annotation, anchor)

    def _beside(self, annotation: Annotation) -> int | None:
        """The offset at which an area stands, None for other marks. Another version of the article
        is read from the same file: its pages are the same."""
        target = annotation.target
        if annotation.kind != "area" or target is None:
            return None
        if target.version == self.article.version:
            return target.selectors.start
        known = 1 <= target.page <= len(self.article.pages)
        return self.article.pages[target.page - 1].start if known else 0

    def _resolve(self, annotations: Sequence[Annotation]) -> list[Anchor]:
        anchors = dict.fromkeys(range(len(annotations)), _EVERYWHERE)
        by_version: dict[str, list[tuple[int, Selectors]]] = {}
        for at, annotation in enumerate(annotations):
            if annotation.target and annotation.kind != "area":
                known = by_version.setdefault(annotation.target.version, [])
                known.append((at, annotation.target.selectors))
        for version, placed in by_version.items():
            previous = None if version == self.article.version else self._text_of(version)
            selectors = [selectors for _at, selectors in placed]
            resolved = resolve_all(self.article.text, selectors, previous)
            anchors.update((at, a) for (at, _), a in zip(placed, resolved, strict=True))
        return [anchors[at] for at in range(len(annotations))]

    def _text_of(self, version: str) -> str | None:
        return articles.text_of(self.library.store.connection, version)

    def refresh(self, changes: Changes) -> None:
        """Take in what was written, here or by another program."""
        if self.id not in changes.articles:
            return
        if changes.touches("articles", "article_versions"):
            before, self._stored = self._stored, self._load_article()
            if before.version != self._stored.version:
                self.reload()  # every passage has to be found again
                return
        if changes.touches("articles", "article_versions", "block_roles"):
            self._take_roles()
        if changes.annotations:
            self._refresh(changes.annotations)

    def _refresh(self, ids: Iterable[str]) -> None:
        found = stored.load(self.library.store.connection, self.id, ids)
        mine = [annotation for annotation in found if annotation.article == self.id]
        self._before = {}
        for id in set(ids) - {annotation.id for annotation in mine}:
            self._annotations.pop(id, None)
            self._anchors.pop(id, None)
            self._before[id] = self._index.remove(id)
            if self._counted:
                self._counted.remove(id)
        self._take(mine)

    @property
    def _tally(self) -> Tally:
        """Made when first asked for, kept from then on."""
        if self._counted is None:
            placed = ((one, self._anchors[id]) for id, one in self._annotations.items())
            self._counted = Tally(placed)
        return self._counted

    # What is there

    def ids(self) -> list[str]:
        """The annotations in document order: page notes first, lost ones last."""
        return self._index.ids()

    def annotations(self) -> list[Annotation]:
        """The annotations in document order."""
        return [self._annotations[id] for id in self._index.ids()]

    def annotation(self, id: str) -> Annotation:
        """One annotation."""
        try:
            return self._annotations[id]
        except KeyError:
            raise NotFound(_("This annotation is not there any more.")) from None

    def has(self, id: str) -> bool:
        """Whether the annotation is there."""
        return id in self._annotations

    def index(self, id: str) -> int:
        """An annotation's place in document order, from 0."""
        self.annotation(id)
        return self._index.index(id)

    def number(self, id: str) -> int | None:
        """The number a mark is shown with, from 1; None for private ones and page notes."""
        self.annotation(id)
        return self._index.number(id)

    def anchor(self, id: str) -> Anchor:
        """Where an annotation stands now; a page note stands everywhere, an area beside the text
        (no offsets)."""
        self.annotation(id)
        return self._anchors[id]

    def place_of(self, id: str) -> int | None:
        """The offset at which an annotation stands, that near it for an area; None for page notes
        and what has no place."""
        self.annotation(id)
        return self._index.place(id)

    def anchors(self) -> dict[str, Anchor]:
        """Where all annotations stand, by id."""
        return dict(self._anchors)

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

    def marks_between(self, start: int, end: int) -> list[Mark]:
        """The marks that touch ``[start, end)``; costs what is there, not what exists."""
        return self._index.between(start, end)

    def marks(self) -> Iterable[Mark]:
        """Every mark on the page in document order."""
        return self._index.marks()

    def mark_before(self, id: str) -> Mark | None:
        """What the page showed of an annotation before the newest change of it."""
        return self._before.get(id)

    def marks_at(self, offset: int) -> list[str]:
        """The annotations whose mark covers ``offset``, the shortest first."""
        return self._index.at(offset)

    def same_range(self, start: int, end: int) -> Annotation | None:
        """This author's mark on exactly that passage, if there is one."""
        author = self.library.store.identity.person
        for mark in self._index.between(start, end):
            annotation = self._annotations[mark.id]
            if (mark.start, mark.end, annotation.author) == (start, end, author):
                return annotation
        return None

    def owner_of(self, claim_id: str) -> str:
        """The first annotation, in document order, that a claim stands on. Raises ``NotFound``."""
        owners = self._tally.owners(claim_id)
        if not owners:
            raise NotFound(_("This claim is not there any more."))
        return min(owners, key=self._index.index)

    def counts(self) -> Counts:
        """How many annotations, claims, and passages that are not where they were; costs nothing
        however many there are."""
        return self._tally.counts()

    def tag_counts(self) -> list[tuple[str, int]]:
        """(path, annotations) of the tags in use, by path; cheap like ``counts``."""
        return self._tally.tags()

    def tag_sets(self) -> dict[tuple[str, ...], int]:
        """How many annotations have exactly these tags, for each set in use; cheap like
        ``counts``."""
        return self._tally.tag_sets()

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
