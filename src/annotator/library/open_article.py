"""An open article as it is read: its text, its annotations where they stand now."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from annotator.anchoring import resolve_all
from annotator.errors import NotFound
from annotator.events import Changes
from annotator.i18n import _
from annotator.library.garbage import garbage_left_alone
from annotator.library.marks import Mark, MarkIndex
from annotator.library.pages import Pages
from annotator.library.tally import Counts, Tally
from annotator.model import Anchor, AnchorState, Annotation, Article, Selectors, with_roles
from annotator.model.locators import (
    paragraph_numbers,
)
from annotator.store import annotations as stored
from annotator.store import articles

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
