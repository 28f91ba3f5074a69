"""The claims of an export: each once, linked ones together, with what a reader is told of them."""

from collections.abc import Iterable, Mapping, Sequence

from annotator.exporting import wording
from annotator.exporting.document import ExportArticle, ExportClaim, ExportMark, ExportPassage
from annotator.model import Annotation, Claim, TrailEntry

VERDICT = "verdict"
"""The action of a step on the trail that gives or changes a verdict."""


def claims_on(
    marks: Sequence[ExportMark],
    page_notes: Sequence[Annotation],
    histories: Mapping[str, ExportClaim] | None = None,
) -> tuple[ExportClaim, ...]:
    """The claims that stand on an article's marks, then those on the whole article, with where
    they stand. ``histories`` gives by a claim's id what else is known of it."""
    passages: dict[str, list[ExportPassage]] = {}
    found: dict[str, Claim] = {}
    for place, claims in _places(marks, page_notes):
        for claim in claims:
            found.setdefault(claim.id, claim)
            passages.setdefault(claim.id, []).append(place)
    known = histories or {}
    return tuple(_claim(claim, passages[id], known.get(id)) for id, claim in found.items())


def _places(
    marks: Sequence[ExportMark], page_notes: Sequence[Annotation]
) -> Iterable[tuple[ExportPassage, tuple[Claim, ...]]]:
    for mark in marks:
        note = mark.annotation
        where, is_area = wording.locator(mark), note.kind == "area"
        yield ExportPassage(note.id, note.article, note.quote, where, is_area), note.claims
    for note in page_notes:
        yield ExportPassage(note.id, note.article), note.claims


def _claim(
    claim: Claim, passages: Sequence[ExportPassage], known: ExportClaim | None
) -> ExportClaim:
    if known is None:
        return ExportClaim(claim, tuple(passages))
    return ExportClaim(claim, tuple(passages), known.trail, known.bounds)


def by_article(
    articles: Sequence[ExportArticle],
) -> list[tuple[ExportArticle, list[tuple[ExportClaim, ...]]]]:
    """For each article the claims that stand there first, in groups: a claim that somebody said
    something with the claims whether it is so. A claim has all its passages in all articles."""
    merged = _merged(articles)
    attributed = _attributed(merged.values())
    shown: set[str] = set()
    found = []
    for article in articles:
        groups = []
        for one in article.claims:
            linked = _linked(merged[one.claim.id], merged, attributed)
            group = tuple(c for c in linked if c.claim.id not in shown)
            shown.update(c.claim.id for c in group)
            groups += [group] if group else []
        found.append((article, groups))
    return found


def of(articles: Sequence[ExportArticle]) -> list[ExportClaim]:
    """All claims in the order in which they are shown, each once."""
    return [one for _article, groups in by_article(articles) for group in groups for one in group]


def standing(one: ExportClaim, articles: Iterable[ExportArticle]) -> list[ExportArticle]:
    """The articles among these that a claim stands in, each once, in the order of its passages."""
    by_id = {article.article.id or "": article for article in articles}
    ids = dict.fromkeys(passage.article for passage in one.passages)
    return [by_id[id] for id in ids if id in by_id]


def first_of(articles: Iterable[ExportArticle]) -> ExportArticle | None:
    """The one that was published first, as far as that is known."""
    return min(articles, key=lambda a: a.article.details.published or "9999", default=None)


def said_by(one: ExportClaim, articles: Iterable[ExportArticle]) -> str:
    """Who said it and when, as ``wording.said_by``; the article is the one it stood in first."""
    first = first_of(standing(one, articles))
    return wording.said_by(one.claim, first.article.details if first else None)


def _merged(articles: Sequence[ExportArticle]) -> dict[str, ExportClaim]:
    merged: dict[str, ExportClaim] = {}
    for one in (claim for article in articles for claim in article.claims):
        first = merged.get(one.claim.id)
        passages = (first.passages if first else ()) + one.passages
        merged[one.claim.id] = ExportClaim(one.claim, passages, one.trail, one.bounds)
    return merged


def _attributed(all_: Iterable[ExportClaim]) -> Mapping[str, list[ExportClaim]]:
    """Claims by the id of the one that says that somebody said so."""
    found: dict[str, list[ExportClaim]] = {}
    for one in all_:
        if one.claim.attribution != one.claim.id:
            found.setdefault(one.claim.attribution, []).append(one)
    return found


def _linked(
    one: ExportClaim,
    all_: Mapping[str, ExportClaim],
    attributed: Mapping[str, list[ExportClaim]],
) -> list[ExportClaim]:
    """The attribution first, then what was attributed; mostly a claim is alone."""
    head = all_.get(one.claim.attribution, one)
    return [head, *attributed.get(head.claim.id, ())]


def verdicts(trail: Iterable[TrailEntry]) -> list[TrailEntry]:
    """The steps at which a verdict was given or changed, the oldest first."""
    return [entry for entry in trail if entry.action == VERDICT and entry.before != entry.after]


def corrections(trail: Iterable[TrailEntry]) -> list[TrailEntry]:
    """The changes of a verdict after the first one."""
    return verdicts(trail)[1:]


def first_reason(one: ExportClaim) -> str:
    """The line that says why the verdict was given, where neither the reasoning nor a correction
    does."""
    given = verdicts(one.trail)
    return given[0].why.strip() if len(given) == 1 and not one.claim.reasoning.strip() else ""
