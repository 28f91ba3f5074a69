"""A mark with all that belongs to it, in one step: what the command line's ``annotate`` does."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from annotator.errors import InvalidValue
from annotator.i18n import _
from annotator.library import edits, values
from annotator.library.claims import writing
from annotator.library.ledger import attaching
from annotator.library.ledger import fields as ledger_fields
from annotator.library.session import ArticleSession
from annotator.model import Annotation
from annotator.store.operations import Batch


@dataclass(frozen=True, slots=True)
class MarkRequest:
    """What to put on a passage. None leaves what is there; ``claim`` "" takes the quote as the
    statement. ``sources`` are links: evidence of the claim where there is one."""

    colour: str | None = None
    style: str | None = None
    note: str = ""
    tags: Sequence[str] = ()
    sources: Sequence[str] = ()
    claim: str | None = None
    kind: str | None = None
    claimant: str | None = None
    claimed: str | None = None
    verdict: str | None = None
    private: bool = False


def annotate(session: ArticleSession, start: int, end: int, request: MarkRequest) -> Annotation:
    """Put what is asked for on a passage: on this author's mark of exactly that passage, or on a
    new one. One undo step; nothing is written when something in the request is wrong."""
    place = session.place(start, end)
    selectors = place.selectors
    with session.library.store.write(_("annotation")) as batch:
        session.library.poll()  # another program may have marked it while this one waited
        known = session.same_range(selectors.start, selectors.end)
        plan = _Plan(session, request, known, selectors.exact)
        id = known.id if known else edits.add_annotation(batch, session.article, place, {})
        plan.carry_out(batch, id)
    return session.annotation(id)


def annotate_page(session: ArticleSession, request: MarkRequest) -> Annotation:
    """Write a note on the whole article."""
    if request.claim is not None:
        raise InvalidValue(_("A claim needs a passage; give its words with --quote."))
    plan = _Plan(session, request, None, "")
    with session.library.store.write(_("page note")) as batch:
        id = edits.add_annotation(batch, session.article, None, {"kind": "page"})
        plan.carry_out(batch, id)
    return session.annotation(id)


def annotate_area(
    session: ArticleSession, page: int, rect: tuple[float, float, float, float],
    request: MarkRequest,
) -> Annotation:  # fmt: skip
    """Put what is asked for on a rectangle of a page (from 0): on this author's area of exactly
    that rectangle, or on a new one. A claim needs a statement: there are no words to take."""
    place = session.area_place(page, rect)
    with session.library.store.write(_("area")) as batch:
        session.library.poll()
        known = session.same_area(place)
        plan = _Plan(session, request, known, "")
        new = {"kind": "area"}
        id = known.id if known else edits.add_annotation(batch, session.article, place, new)
        plan.carry_out(batch, id)
    return session.annotation(id)


class _Plan:
    """A request whose every value was found good, before the first write."""

    def __init__(
        self, session: ArticleSession, request: MarkRequest, known: Annotation | None, quote: str
    ) -> None:
        self._store = session.library.store
        self._had = known.tags if known else ()
        self._tags = {*self._had, *map(values.tag_path, request.tags)}
        self._sources = [ledger_fields.of_source({"url": url}) for url in request.sources]
        self._mark = _mark_fields(request, known)
        self._claim = _claim_fields(session, request, quote)

    def carry_out(self, batch: Batch, id: str) -> None:
        batch.touch("annotations", id, **self._mark)
        edits.set_tags(self._store, batch, id, self._had, self._tags)
        owner, owner_id = "annotation", id
        if self._claim is not None:
            owner, owner_id = "claim", writing.add(self._store, batch, id, self._claim)
        for source in self._sources:
            attaching.attach(self._store, batch, attaching.Request(owner_id, owner, source))


def _mark_fields(request: MarkRequest, known: Annotation | None) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    if request.colour is not None:
        fields["colour"] = values.colour(request.colour)
    if request.style is not None:
        fields["style"] = values.style(request.style)
    if request.note:
        before = known.note if known else ""
        fields["note"] = f"{before}\n\n{request.note}" if before else request.note
    if request.private:
        fields["private"] = 1
    return fields


def _claim_fields(
    session: ArticleSession, request: MarkRequest, quote: str
) -> dict[str, Any] | None:
    names = ("kind", "claimant", "claimed", "verdict")
    fields = {name: getattr(request, name) for name in names}
    if request.claim is None:
        given = [f"--{name}" for name, value in fields.items() if value is not None]
        if given:
            raise InvalidValue(_("{what} belongs to a claim; add --claim.").format(what=given[0]))
        return None
    statement = request.claim or quote
    if not statement:
        raise InvalidValue(_("There are no words in an area; say what is claimed after --claim."))
    return values.claim_fields({**fields, "statement": statement}, session.library.verdicts())
