"""What every edit of a claim writes: the claim's fields, and the step on the trail.

The board, open articles and the command line all write here, so that no way around the trail is
left open.
"""

from typing import Any

from annotator.errors import InvalidValue
from annotator.i18n import _
from annotator.library.claims import people
from annotator.library.edits import today
from annotator.library.minimum import OTHER_PERSON
from annotator.model import Claim, Person, Verdict
from annotator.store import Store, lists, rows, scales, trail
from annotator.store.clock import utc_now
from annotator.store.ids import new_id, shared_id
from annotator.store.operations import Batch

Fields = dict[str, Any]
"""Columns of the table of claims, checked."""


def asks_for_other(store: Store) -> bool:
    """Whether somebody else is to look over each verdict."""
    return lists.setting(store.connection, OTHER_PERSON) == "1"


def add(store: Store, batch: Batch, annotation_id: str, fields: Fields) -> str:
    """A new claim on a passage; its id."""
    fields = {**fields, **people.ids(store, batch, fields)}
    after = verdict_name(store, fields)
    if after:
        _refuse_own_review(store, batch.author, fields, fields.get("status") == "checked")
    elif fields.get("status") == "checked":
        raise InvalidValue(_("A claim is checked when it has a verdict; give one first."))
    id = new(store, batch, with_verdict(store, fields, "to check"))
    link(batch, id, annotation_id)
    if after:
        trail.write(batch, {"claim": id}, "verdict", "", after)
    return id


def new(store: Store, batch: Batch, fields: Fields) -> str:
    """A new claim that stands nowhere yet; its id."""
    now, number = utc_now(), lists.next_claim_number(store.connection)
    known = {"author": batch.author, "created": now, "modified": now, **fields}
    return batch.insert("claims", new_id(), number=number, **known)


def link(batch: Batch, claim: str, annotation: str) -> None:
    """Let a claim stand in a passage."""
    id = shared_id("claim_passage", claim, annotation)
    batch.ensure("claim_passages", id, claim=claim, annotation=annotation)


def with_verdict(store: Store, fields: Fields, status: str) -> Fields:
    """The fields of a claim with what a verdict brings along: the day, and *checked* in place of
    *to check*; *to review* where somebody else is to look at it, *set aside* where it is an
    outcome outside the scale. Taking it back undoes that."""
    if "verdict" not in fields:
        return fields
    given = bool(fields["verdict"] or fields.get("conclusion"))
    extra: Fields = {"as_of": today() if given else ""}
    if is_outcome(store, fields):
        extra["status"] = "set aside"
    elif given and status in ("to check", "set aside"):
        extra["status"] = "to review" if asks_for_other(store) else "checked"
    elif not given and status in ("checked", "set aside"):
        extra["status"] = "to check"
    return {**extra, **fields}


def change(store: Store, batch: Batch, claim: Claim, fields: Fields, why: str = "") -> None:
    """Set fields of a claim, and put down what became of verdict, status and people. ``why`` also
    becomes the reasoning of a verdict as long as nobody wrote one."""
    fields = {**fields, **people.ids(store, batch, fields)}
    after = with_verdict(store, fields, claim.status)
    name, before = verdict_name(store, fields), _name(claim.verdict)
    judged = "verdict" in fields and (name != before or bool(why))
    if after.get("status") == "checked" and (judged or claim.status != "checked"):
        refuse_unjudged(claim, name if "verdict" in fields else before)
    if asks_for_other(store):
        fields = {**fields, **_for_other(store, batch, claim, fields, judged)}
        after = {**after, **fields}
        if judged and name and after.get("status", claim.status) == "checked":
            after["status"] = "to review"
    if "verdict" in fields and not judged and "as_of" not in fields:
        after = {**after, "as_of": claim.as_of}
    explained = judged and name and why and not fields.get("reasoning")
    if explained and (not claim.reasoning or (name != before and _from_trail(store, claim))):
        after = {**after, "reasoning": why}
    batch.touch("claims", claim.id, **after)
    if why and fields.get("status") == "sent back" != claim.status:
        comment(batch, claim.id, why)
    steps = [("verdict", before, name)] if judged else []
    for step in [*steps, *_other_steps(store, claim, fields)]:
        trail.write(batch, {"claim": claim.id}, *step, why)
        why = ""  # said once


def refuse_unjudged(claim: Claim, verdict: str) -> None:
    """Raise ``InvalidValue`` where there is no verdict that could hold."""
    if not verdict:
        raise InvalidValue(
            _("{claim} has no verdict yet; give one before it is approved.").format(
                claim=claim.label
            )
        )


def _from_trail(store: Store, claim: Claim) -> bool:
    """Whether the reasoning is but the line that an earlier verdict was given with: nobody wrote
    it as a reasoning, and it says nothing of another verdict."""
    steps = trail.of_claims(store.connection, [claim.id]).get(claim.id, [])
    lines = {step.why for step in steps if step.action == "verdict"}
    return " ".join(claim.reasoning.split()) in lines


def _for_other(store: Store, batch: Batch, claim: Claim, fields: Fields, judged: bool) -> Fields:
    """The reviewer, where that becomes another one: never who gives the verdict; of a claim nobody
    was named for, whoever says that it is checked. Raises ``InvalidValue``."""
    giver = batch.author if judged else trail.verdict_giver(store.connection, claim.id)
    approved = fields.get("status") == "checked" and (judged or claim.status != "checked")
    _refuse_own_review(store, giver, fields, approved)
    named = claim.reviewer.id if claim.reviewer else None
    reviewer = fields.get("reviewer", named)
    if reviewer == giver:
        reviewer = None
    if approved and claim.verdict and not reviewer:
        reviewer = batch.author
    return {} if reviewer == named else {"reviewer": reviewer}


def _refuse_own_review(store: Store, giver: str, fields: Fields, approved: bool) -> None:
    """Raise ``InvalidValue`` where the one who gave the verdict would look it over."""
    refuse_own(store, giver, fields.get("reviewer"))
    if approved:
        refuse_own(store, giver, store.identity.person)


def refuse_own(store: Store, giver: str, person: str | None) -> None:
    """Raise ``InvalidValue`` where the library asks for somebody else than ``giver``, who gave the
    verdict, and ``person`` is no one else."""
    if person and person == giver and asks_for_other(store):
        raise InvalidValue(
            _("In this library somebody else looks over a verdict than the one who gave it.")
        )


def _other_steps(store: Store, claim: Claim, fields: Fields) -> list[tuple[str, str, str]]:
    status = fields.get("status", claim.status)
    steps = [(_act(claim, status), claim.status, status)]
    for role, person in (("assignee", claim.assignee), ("reviewer", claim.reviewer)):
        if role in fields:
            steps.append((role, _name(person), person_name(store, fields[role])))
    return [step for step in steps if step[1] != step[2]]


def _act(claim: Claim, status: str) -> str:
    """What it is to give a claim that status: reviewers approve it or send it back."""
    if status == "checked" and claim.status == "to review" and claim.verdict:
        return "approved"
    return "sent back" if status == "sent back" else "status"


def comment(batch: Batch, claim: str, text: str) -> None:
    """Say something in a claim's thread."""
    now = utc_now()
    batch.insert(
        "comments", new_id(), claim=claim, text=text, author=batch.author, created=now,
        modified=now,
    )  # fmt: skip


def _name(named: Verdict | Person | None) -> str:
    return named.name if named else ""


def is_outcome(store: Store, fields: Fields) -> bool:
    """Whether the verdict among the fields says why there is no rating."""
    found = scales.verdict(store.connection, fields.get("verdict"))
    return found is not None and found.is_outcome


def verdict_name(store: Store, fields: Fields) -> str:
    """The name of the verdict among the fields, or the conclusion in its place."""
    found = scales.verdict(store.connection, fields.get("verdict"))
    return found.name if found else str(fields.get("conclusion") or "")


def person_name(store: Store, id: str | None) -> str:
    """What somebody is called; "" for nobody."""
    if not id:
        return ""
    row = rows.read(store.connection, "people", id)
    return str(row["name"]) if row else store.identity.name
