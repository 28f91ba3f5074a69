"""An open article with its anchored annotations; every edit of them."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from annotator.anchoring import describe, resolve_all
from annotator.errors import InvalidValue, NotFound
from annotator.events import Changes
from annotator.i18n import _
from annotator.library import edits, values
from annotator.library.garbage import garbage_left_alone
from annotator.library.marks import Mark, MarkIndex
from annotator.model import (
    Anchor,
    AnchorState,
    Annotation,
    Article,
    Claim,
    Evidence,
    Selectors,
    with_roles,
)
from annotator.model.locators import paragraph_at, paragraph_numbers
from annotator.store import annotations as stored
from annotator.store import articles

if TYPE_CHECKING:
    from annotator.library.library import Library

_EVERYWHERE = Anchor(AnchorState.EXACT, None, None, 1.0)


class ArticleSession:
    """The article as it is being read. Offsets are code points of ``article.text``.

    Every edit is one transaction and one undo step, durable when it returns; what it changed is
    published as ``Changes``. Edits that change nothing write nothing. Raises ``NotFound`` for ids
    that are none here, ``InvalidValue`` for values outside their vocabulary.
    """

    def __init__(self, library: "Library", article_id: str) -> None:
        self.library = library
        self.id = article_id
        self._stored = self._load_article()
        self._take_roles()
        self._annotations: dict[str, Annotation] = {}
        self._anchors: dict[str, Anchor] = {}
        self._index = MarkIndex()
        self._before: dict[str, Mark | None] = {}
        with garbage_left_alone():
            self._fill(stored.load(library.store.connection, article_id))

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
        self._index.fill(zip(annotations, anchors, strict=True))

    def _take(self, annotations: Iterable[Annotation]) -> None:
        found = list(annotations)
        for annotation, anchor in zip(found, self._resolve(found), strict=True):
            self._annotations[annotation.id] = annotation
            self._anchors[annotation.id] = anchor
            self._before[annotation.id] = self._index.put(annotation, anchor)

    def _resolve(self, annotations: Sequence[Annotation]) -> list[Anchor]:
        anchors = dict.fromkeys(range(len(annotations)), _EVERYWHERE)
        by_version: dict[str, list[tuple[int, Selectors]]] = {}
        for at, annotation in enumerate(annotations):
            if annotation.target:
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
            self._stored = self._load_article()
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
        self._take(mine)

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
        """Where an annotation stands now; a page note stands everywhere (no offsets)."""
        self.annotation(id)
        return self._anchors[id]

    def anchors(self) -> dict[str, Anchor]:
        """Where all annotations stand, by id."""
        return dict(self._anchors)

    def paragraph(self, id: str) -> int:
        """The ¶ number to cite for an annotation; 0 where there is none."""
        start = self.anchor(id).start
        if start is None:
            return 0
        return paragraph_at(self.article.blocks, self.paragraphs, start)

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
        for annotation in self.annotations():
            if any(claim.id == claim_id for claim in annotation.claims):
                return annotation.id
        raise NotFound(_("This claim is not there any more."))

    def citation(self, start: int, end: int) -> str:
        """A passage as it is quoted elsewhere: the words, then title, site, date and ¶."""
        selectors = self.selectors(start, end)
        details = self.article.details
        paragraph = paragraph_at(self.article.blocks, self.paragraphs, selectors.start)
        place = [details.title, details.site, details.published[:10], details.url]
        place += [f"¶ {paragraph}"] if paragraph else []
        return f"“{' '.join(selectors.exact.split())}” ({', '.join(filter(None, place))})"

    # Marks

    def highlight(
        self,
        start: int,
        end: int,
        *,
        colour: str = "yellow",
        style: str = "highlight",
        note: str = "",
        tags: Iterable[str] = (),
        private: bool = False,
    ) -> Annotation:
        """Mark a passage."""
        selectors = self.selectors(start, end)
        fields = {
            "colour": values.colour(colour), "style": values.style(style), "note": note,
            "private": int(private),
        }  # fmt: skip
        with self.library.store.write(_("highlight")) as batch:
            id = edits.add_annotation(batch, self.article, selectors, fields)
            edits.set_tags(self.library.store, batch, id, (), map(values.tag_path, tags))
        return self._annotations.get(id) or Annotation(id, self.id)

    def selectors(self, start: int, end: int) -> Selectors:
        """How the passage ``[start, end)`` is found again, blanks at its ends left out. Raises
        ``InvalidValue`` where there is no text to mark."""
        text = self.article.text
        if not 0 <= start < end <= len(text):
            raise InvalidValue(_("This passage is not in the article."))
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        if start == end:
            raise InvalidValue(_("There is no text in this passage to mark."))
        return describe(text, start, end)

    def page_note(self, note: str = "") -> Annotation:
        """Write a note on the whole article."""
        with self.library.store.write(_("page note")) as batch:
            id = edits.add_annotation(batch, self.article, None, {"kind": "page", "note": note})
        return self._annotations.get(id) or Annotation(id, self.id)

    def update(self, annotation_id: str, **fields: Any) -> Annotation:
        """Change ``colour``, ``style``, ``note`` or ``private``."""
        self.annotation(annotation_id)
        checks: dict[str, Callable[[Any], Any]] = {
            "colour": values.colour, "style": values.style, "note": str, "private": int,
        }  # fmt: skip
        checked = {name: checks[name](value) for name, value in fields.items()}
        with self.library.store.write(edits.command(checked, _("change of a mark"))) as batch:
            batch.touch("annotations", annotation_id, **checked)
        return self.annotation(annotation_id)

    def move(self, annotation_id: str, start: int, end: int) -> Annotation:
        """Let the mark stand on another passage."""
        target = self.annotation(annotation_id).target
        selectors = self.selectors(start, end)
        with self.library.store.write(_("move of a mark")) as batch:
            edits.move(batch, annotation_id, self.article, target, selectors)
        return self.annotation(annotation_id)

    def delete(self, *annotation_ids: str) -> None:
        """Put marks into the trash, with the claims that stand in no other passage."""
        for id in annotation_ids:
            self.annotation(id)
        with self.library.store.write(_("deletion of a mark")) as batch:
            for id in annotation_ids:
                edits.delete_annotation(self.library.store, batch, self._annotations[id])

    def set_tags(self, annotation_id: str, paths: Iterable[str]) -> Annotation:
        """Give a mark these tags and no others."""
        current = self.annotation(annotation_id).tags
        with self.library.store.write(_("tags")) as batch:
            edits.set_tags(
                self.library.store, batch, annotation_id, current, map(values.tag_path, paths)
            )
        return self.annotation(annotation_id)

    def set_role(self, block: int, role: str | None) -> None:
        """Say what a block is; None leaves it to the reader that made it. A block that is said to
        be the title gives the article its title; when it is not any more, the title that was read
        comes back."""
        version = self.article.version or ""
        named = block if role == "title" else None
        if role != "title" and self.roles.get(block) == "title":
            named = self._title_as_read()
        with self.library.store.write(_("role of a block")) as batch:
            edits.set_role(batch, version, block, role or "")
            if named is not None:
                where = self.article.blocks[named]
                title = " ".join(self.article.text[where.start : where.end].split())
                batch.update("articles", self.id, title=title)

    def _title_as_read(self) -> int | None:
        """The block that the reader took for the title."""
        blocks = enumerate(self._stored.blocks)
        return next((at for at, block in blocks if block.main and block.level == 1), None)

    # Claims

    def claim(
        self,
        start: int,
        end: int,
        statement: str | None = None,
        kind: str = "fact",
        claimant: str = "",
        verdict: str | None = None,
    ) -> Claim:
        """Make a claim of a passage, on this author's mark of exactly that passage if there is
        one. ``statement`` starts as the quote."""
        selectors = self.selectors(start, end)
        fields = {"kind": kind, "claimant": claimant, "verdict": verdict}
        fields = values.claim_fields(
            {**fields, "statement": statement or selectors.exact}, self.library.verdicts()
        )
        with self.library.store.write(_("claim")) as batch:
            self.library.poll()  # another program may have marked it while this one waited
            known = self.same_range(selectors.start, selectors.end)
            mark = known.id if known else edits.add_annotation(batch, self.article, selectors, {})
            id = edits.add_claim(self.library.store, batch, mark, fields)
        return self._find_claim(id)

    def add_claim(self, annotation_id: str, statement: str | None = None, **fields: Any) -> Claim:
        """Make a claim, or another one, of a mark's passage."""
        quote = self.annotation(annotation_id).quote
        checked = values.claim_fields(
            {**fields, "statement": statement or quote}, self.library.verdicts()
        )
        with self.library.store.write(_("claim")) as batch:
            id = edits.add_claim(self.library.store, batch, annotation_id, checked)
        return self._find_claim(id)

    def _find_claim(self, id: str) -> Claim:
        if self.library.store.writing:
            return Claim(id, 0, "")
        for annotation in self._annotations.values():
            for claim in annotation.claims:
                if claim.id == id:
                    return claim
        raise NotFound(_("This claim is not there any more."))

    def update_claim(self, claim_id: str, **fields: Any) -> Claim:
        """Change ``statement``, ``kind``, ``claimant``, ``claimed``, ``verdict`` (a name, None to
        take it back), ``as_of``, ``reasoning`` or ``status``.

        A first verdict turns the status *to check* into *checked* and sets ``as_of`` to today.
        """
        claim = self._find_claim(claim_id)
        checked = values.claim_fields(fields, self.library.verdicts())
        if "verdict" in fields and not fields["verdict"]:
            checked["verdict"] = None  # taken back
        with self.library.store.write(edits.command(checked, _("change of a claim"))) as batch:
            batch.touch("claims", claim_id, **edits.with_verdict(checked, claim.status))
        return self._find_claim(claim_id)

    def remove_claim(self, claim_id: str) -> None:
        """Put a claim into the trash; the mark stays."""
        with self.library.store.write(_("removal of a claim")) as batch:
            batch.delete("claims", claim_id)

    # Sources

    def attach_source(
        self, target_id: str, url: str = "", stance: str = "context", quote: str = "", **fields: str
    ) -> Evidence:
        """Bring a source to a claim or an annotation: ``target_id`` is either's id.

        ``url`` may be a web address, a DOI or an arXiv id; a source with the same address is used
        again. Other fields: ``title``, ``author``, ``publisher``, ``published``, ``accessed``
        (today unless given), ``type``.
        """
        return self.library.attach_source(target_id, url, stance, quote, **fields)

    def update_evidence(self, evidence_id: str, **fields: str) -> None:
        """Change ``stance``, ``quote`` or ``type`` of evidence."""
        self.library.update_evidence(evidence_id, **fields)

    def update_source(self, source_id: str, **fields: str) -> None:
        """Change what is known of a source, wherever it is used."""
        self.library.update_source(source_id, **fields)

    def remove_evidence(self, evidence_id: str) -> None:
        """Take a source away from what it was brought to."""
        self.library.remove_evidence(evidence_id)
