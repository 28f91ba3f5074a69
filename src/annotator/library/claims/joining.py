"""Claims that are one, and claims that are several: merging, splitting, passages."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from annotator.errors import InvalidValue, NotFound
from annotator.i18n import _
from annotator.library import edits
from annotator.library.claims import writing
from annotator.model import Claim
from annotator.model.claimants import is_the_article
from annotator.model.claims import THE_ARTICLE
from annotator.store import claims, lists, pairs, rows, standing, trail
from annotator.store.operations import Batch

if TYPE_CHECKING:
    from annotator.library.library import Library

_COPIED = ("statement", "kind", "claimant", "claimed")
_OF_CONTENT = ("number", "cause", "trend", "legal")
"""Kinds that say what a claim is about: whether it is so is asked under the same one."""


# Passages


def add_passage(library: "Library", claim: Claim, annotation: str) -> None:
    """Let a claim stand in one more passage."""
    if lists.evidence_owner(library.store.connection, annotation) != "annotation":
        raise NotFound(_("This annotation is not there any more."))
    with library.store.write(_("passage of a claim")) as batch:
        writing.link(batch, claim.id, annotation)


def add_passage_at(
    library: "Library", claim: Claim, article: str, start: int, end: int
) -> str:  # fmt: skip
    """Let a claim stand in a passage of an article that may not be open; the annotation's id."""
    was_open, session = library.is_open(article), library.session(article)
    try:
        place = session.place(start, end)
        with library.store.write(_("passage of a claim")) as batch:
            library.poll()  # another program may have marked it while this one waited
            known = session.same_range(place.selectors.start, place.selectors.end)
            mark = known.id if known else edits.add_annotation(batch, session.article, place, {})
            writing.link(batch, claim.id, mark)
    finally:
        if not was_open:
            library.release(article)
    return mark


def remove_passage(library: "Library", claim: Claim, annotation: str) -> None:
    """Let a claim stand in one passage less; the mark stays."""
    links = {mark: id for id, mark in standing.links(library.store.connection, claim.id)}
    if annotation not in links:
        raise NotFound(_("{claim} does not stand there.").format(claim=claim.label))
    if standing.marks(library.store.connection, claim.id) == [annotation]:
        raise InvalidValue(
            _("{claim} stands nowhere else; remove the claim instead.").format(claim=claim.label)
        )
    with library.store.write(_("passage of a claim")) as batch:
        batch.delete("claim_passages", links[annotation])


# Merging


def merge(library: "Library", into: Claim, others: Sequence[Claim]) -> None:
    """Make several claims one: passages, evidence and comments go over to ``into``, which keeps
    what it says; what it does not say is taken from the others."""
    if not others or any(other.id == into.id for other in others):
        raise InvalidValue(_("Choose another claim to merge."))
    with library.store.write(_("merging of claims")) as batch:
        taken = _completed(into, others)
        if taken:
            batch.touch("claims", into.id, **taken)
        for other in others:
            _take_over(library, batch, into, other)
        if given := next((o for o in others if o.verdict), None) if "verdict" in taken else None:
            why = _("from {claim}, which was merged").format(claim=given.label)
            name = given.verdict.name if given.verdict else ""
            giver = trail.verdict_giver(library.store.connection, given.id)
            trail.write(batch, {"claim": into.id}, "verdict", "", name, why, giver)


def _completed(into: Claim, others: Sequence[Claim]) -> writing.Fields:
    """What the claim kept says nothing of, as the first of the others says it."""
    fields: writing.Fields = {}
    for name in ("claimant", "claimed", "check_again"):
        said = next((getattr(o, name) for o in others if getattr(o, name)), "")
        if said and not getattr(into, name):
            fields[name] = said
    for role in ("assignee", "reviewer"):
        who = next((getattr(o, role) for o in others if getattr(o, role)), None)
        if who and not getattr(into, role):
            fields[role] = who.id
    given = next((o for o in others if o.verdict), None)
    if given and given.verdict and not into.verdict:
        fields |= {
            "verdict": given.verdict.id or None,
            "conclusion": "" if given.verdict.id else given.verdict.name,
            "as_of": given.as_of, "status": given.status,
        }  # fmt: skip
    reasoned = given if given and "verdict" in fields else None
    reasoned = reasoned or next((o for o in others if o.reasoning), None)
    if reasoned and reasoned.reasoning and not into.reasoning:
        fields["reasoning"] = reasoned.reasoning
    return fields


def _take_over(library: "Library", batch: Batch, into: Claim, other: Claim) -> None:
    connection = library.store.connection
    for link, annotation in standing.links(connection, other.id):
        batch.delete("claim_passages", link)
        writing.link(batch, into.id, annotation)
    for table, id in claims.hanging_on(connection, other.id):
        batch.update(table, id, claim=into.id)
    for claim in pairs.attributed(connection, other.id):
        batch.touch("claims", claim, attribution=into.id if claim != into.id else None)
    if into.attribution == other.id:
        batch.touch("claims", into.id, attribution=None)
    batch.touch("claims", other.id, merged_into=into.id, deleted=1)
    said = f"{other.label}: {other.statement}"
    trail.write(batch, {"claim": into.id}, "merged", said, into.label, _verdict(other))
    trail.write(batch, {"claim": other.id}, "merged", other.label, into.label)


def _verdict(claim: Claim) -> str:
    """What was found about a claim, in one line."""
    name = claim.verdict.name if claim.verdict else ""
    return ": ".join(filter(None, (name, claim.reasoning)))


# Splitting


def split(library: "Library", claim: Claim, annotations: Iterable[str]) -> str:
    """Make a claim of its own of some passages; it says the same to begin with, or its own
    passage's words where the claim said those of a passage it keeps. Its id."""
    chosen = list(dict.fromkeys(annotations))
    known = standing.marks(library.store.connection, claim.id)
    if not chosen or not set(chosen) < set(known):
        raise InvalidValue(
            _("Choose some of the passages of {claim}, but not all.").format(claim=claim.label)
        )
    links = {mark: id for id, mark in standing.links(library.store.connection, claim.id)}
    with library.store.write(_("splitting of a claim")) as batch:
        fields = {name: getattr(claim, name) for name in _COPIED}
        fields |= _own_words(library, claim, chosen)
        if claim.attribution:
            fields["attribution"] = claim.attribution
        id = writing.new(library.store, batch, fields)
        for annotation in chosen:
            batch.delete("claim_passages", links[annotation])
            writing.link(batch, id, annotation)
        _say_split(library, batch, claim, id)
    return id


def _own_words(library: "Library", claim: Claim, chosen: Sequence[str]) -> writing.Fields:
    """The statement of a claim made of these passages, where the old one is that of another."""
    found = standing.of_claims(library.store.connection, [claim.id]).get(claim.id, [])
    quotes = {place.annotation: " ".join(place.quote.split()) for place in found}
    theirs = [quotes[mark] for mark in chosen if quotes.get(mark)]
    kept = [quote for mark, quote in quotes.items() if mark not in chosen]
    said = " ".join(claim.statement.split())
    return {"statement": theirs[0]} if theirs and said in kept and said not in theirs else {}


def _say_split(library: "Library", batch: Batch, claim: Claim, id: str) -> None:
    row = rows.read(library.store.connection, "claims", id)
    assert row is not None
    for owner in (claim.id, id):
        trail.write(batch, {"claim": owner}, "split", claim.label, f"C{row['number']}")


def split_attribution(library: "Library", claim: Claim) -> str:
    """Ask two things of one claim: *did they say it*, which the claim asks from now on (the article
    says that they did), and *is it so*, which a new one asks. The new one's id. Raises
    ``InvalidValue`` where nobody is said to have said it."""
    if claim.pair:
        raise InvalidValue(
            _("{claim} is one of two linked claims already.").format(claim=claim.label)
        )
    from annotator.library.claims import attributing  # its tables of words cost the board time

    said = attributing.parts(claim.statement)
    known = "" if is_the_article(claim.claimant) else claim.claimant
    who = known or said.source
    if not who:
        raise InvalidValue(
            _("{claim} does not tell who said it; fill in “said by” first.").format(
                claim=claim.label
            )
        )
    whole = claim.statement
    if not said.source:  # else both claims would read alike
        whole = _("{who} said: “{what}”").format(who=who, what=whole.rstrip("."))
    fields = {
        "statement": said.statement, "claimant": who,
        "claimed": claim.claimed, "attribution": claim.id,
        "kind": claim.kind if claim.kind in _OF_CONTENT else "fact",
    }  # fmt: skip
    with library.store.write(_("splitting of an attribution")) as batch:
        batch.touch(
            "claims", claim.id, kind="attribution", statement=whole, claimant=THE_ARTICLE
        )  # fmt: skip
        id = writing.new(library.store, batch, fields)
        for _link, annotation in standing.links(library.store.connection, claim.id):
            writing.link(batch, id, annotation)
        _say_split(library, batch, claim, id)
    return id
