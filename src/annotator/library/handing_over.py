"""Open articles into the one form that all exports are made from."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from annotator.errors import ExportFailed
from annotator.exporting.claims import claims_on
from annotator.exporting.document import ExportArticle, ExportDocument, ExportMark
from annotator.i18n import _
from annotator.library import findings
from annotator.library.session import ArticleSession
from annotator.model import AnchorState, Annotation, Evidence
from annotator.store import annotations

if TYPE_CHECKING:
    from annotator.library.library import Library


def document(library: "Library", article_ids: Iterable[str], private: bool) -> ExportDocument:
    """Articles with their annotations, private ones only if asked for."""
    sessions = [library.session(id) for id in article_ids]
    if not sessions:
        raise ExportFailed(_("There is no article to export; add one first."))
    exported = tuple(_article(library, session, private) for session in sessions)
    shown = [m.annotation for a in exported for m in a.marks]
    shown += [note for a in exported for note in a.page_notes]
    return ExportDocument(
        articles=exported,
        colour_names=library.colour_names(),
        marked_by=", ".join(sorted(set(_who_marked(shown)))),
        marked_on=_newest(shown, [session.article.added for session in sessions]),
        review=library.review_settings.get(),
    )


def _who_marked(shown: Iterable[Annotation]) -> Iterator[str]:
    """The names of those who marked here: not of whom a file, a copy or a pack brought along."""
    for note in shown:
        if note.author_name and not note.origin:
            yield note.author_name


def _newest(shown: list[Annotation], added: list[str]) -> str:
    return max([*(annotation.modified for annotation in shown), *added])[:10]


def _article(library: "Library", session: ArticleSession, private: bool) -> ExportArticle:
    notes = session.annotations()
    if not private:
        notes = [without_private(note) for note in notes if not note.private]
    marks = tuple(_mark(session, note) for note in notes if note.kind != "page")
    page_notes = tuple(note for note in notes if note.kind == "page")
    hashes = {block.resource for block in session.article.blocks if block.resource}
    found = {sha: library.picture(sha) for sha in sorted(hashes)}
    return ExportArticle(
        article=session.article,
        marks=marks,
        page_notes=page_notes,
        paragraphs=session.paragraphs,
        resources={sha: picture for sha, picture in found.items() if picture},
        original=lambda: library.original(session.article.sha256),
        password=library.password(session.id),
        area_picture=session.area_picture,
        removed=tuple(_removed(library, session)),
        claims=claims_on(marks, page_notes, findings.histories(library, notes)),
        judgement=findings.judgement(library, session.id),
        quotes=findings.quotes(library, notes),
    )


def without_private(annotation: Annotation) -> Annotation:
    """An annotation without the evidence, its own and its claims', that stays here."""
    claims = annotation.claims
    if not any(entry.private for entry in (*annotation.sources, *_evidence(annotation))):
        return annotation
    return replace(
        annotation,
        sources=_public(annotation.sources),
        claims=tuple(replace(claim, evidence=_public(claim.evidence)) for claim in claims),
    )


def _evidence(annotation: Annotation) -> Iterator[Evidence]:
    for claim in annotation.claims:
        yield from claim.evidence


def _public(evidence: tuple[Evidence, ...]) -> tuple[Evidence, ...]:
    return tuple(entry for entry in evidence if not entry.private)


def _removed(library: "Library", session: ArticleSession) -> Iterator[ExportMark]:
    """What came with the file and lies in the trash."""
    if not session.article.pages:
        return
    for note in annotations.removed(library.store.connection, session.id, "file"):
        target = note.target
        if target is not None and target.page:
            places = ((target.page, target.quads), *target.more)
            shown = tuple((page - 1, quads) for page, quads in places)
            yield ExportMark(note, None, AnchorState.LOST, None, None, 0, shown)


def _mark(session: ArticleSession, annotation: Annotation) -> ExportMark:
    anchor = session.anchor(annotation.id)
    return ExportMark(
        annotation, session.number(annotation.id), anchor.state, anchor.start, anchor.end,
        session.paragraph(annotation.id),
        tuple((page - 1, quads) for page, quads in session.places(annotation.id)),
        session.page_label(annotation.id),
        part=session.part(annotation.id),
    )  # fmt: skip
