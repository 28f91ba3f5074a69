"""What was found out, for exports: how claims came to their verdicts, what articles got."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from annotator.exporting.document import ExportClaim, Judgement
from annotator.model import Annotation, Evidence
from annotator.store import scales, trail

if TYPE_CHECKING:
    from annotator.library.library import Library


def histories(library: "Library", notes: Iterable[Annotation]) -> dict[str, ExportClaim]:
    """By id: how the claims on annotations came to their verdicts, and what these are measured
    by."""
    claims = {claim.id: claim for note in notes for claim in note.claims}
    if not claims:
        return {}
    connection = library.store.connection
    steps = trail.of_claims(connection, claims)
    bounds = {scale.id: scale.bounds for scale in scales.scales(connection)}
    return {
        id: ExportClaim(
            claim,
            trail=tuple(steps.get(id, ())),
            bounds=bounds.get(claim.verdict.scale) if claim.verdict else None,
        )
        for id, claim in claims.items()
    }


def quotes(library: "Library", notes: Iterable[Annotation]) -> dict[str, str]:
    """How the quotes of annotations' evidence, by its id, stand in their sources' texts, as far as
    these are in the library."""
    checks = ((one.id, library.ledger.check(one)) for one in _evidence(notes) if one.quote)
    return {id: check.state for id, check in checks if check}


def _evidence(notes: Iterable[Annotation]) -> Iterator[Evidence]:
    for note in notes:
        yield from note.sources
        for claim in note.claims:
            yield from claim.evidence


def judgement(library: "Library", article: str) -> Judgement:
    """The verdict on an article as a whole, with its summary."""
    found = library.article_verdicts.of(article)
    return Judgement(found.verdict, found.summary, found.as_of, found.trail)
