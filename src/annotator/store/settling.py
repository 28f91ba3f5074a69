"""What two people did to merged claims without knowing of each other, brought together.

One of them merges a claim, the other goes on working at it, or merges the other way round. What
then hangs on a claim in the trash goes over to the one it was merged into, by operations like any
other: a file that takes those in finds nothing left to do.
"""

import sqlite3
from collections.abc import Mapping

from annotator.store import claims, fold, pairs, rows, standing, trail
from annotator.store.ids import shared_id
from annotator.store.operations import Batch

_MERGED = """
SELECT id, merged_into FROM claims WHERE deleted = 1 AND merged_into IS NOT NULL
ORDER BY created, number, id
"""
_JUDGED = ("verdict", "conclusion", "as_of", "reasoning", "status")


def settle(connection: sqlite3.Connection, batch: Batch) -> None:
    """Bring claims that were merged in a circle back, and let nothing hang on a merged one."""
    into: dict[str, str] = dict(connection.execute(_MERGED).fetchall())
    for id in list(into):
        if id in into and _end(into, id) == id:
            batch.update("claims", id, deleted=0, merged_into=None)
            del into[id]
    for id in into:
        kept = rows.read(connection, "claims", _end(into, id))
        if kept is not None and not kept["deleted"]:
            _hand_over(connection, batch, id, _end(into, id))
            _judge(connection, batch, id, _end(into, id))


def _end(into: Mapping[str, str], id: str) -> str:
    """The claim that a merged one leads to; itself where it leads back to it."""
    seen, at = {id}, into[id]
    while at in into and at not in seen:
        seen.add(at)
        at = into[at]
    return at


def _hand_over(connection: sqlite3.Connection, batch: Batch, id: str, kept: str) -> None:
    for link, annotation in standing.links(connection, id):
        batch.delete("claim_passages", link)
        other = shared_id("claim_passage", kept, annotation)
        batch.ensure("claim_passages", other, claim=kept, annotation=annotation)
    for table, row in claims.hanging_on(connection, id):
        batch.update(table, row, claim=kept)
    for claim in pairs.attributed(connection, id):
        batch.update("claims", claim, attribution=kept if claim != kept else None)


def _judge(connection: sqlite3.Connection, batch: Batch, id: str, kept: str) -> None:
    """A verdict that whoever merged the claim did not know of, where the other one has none."""
    merged, other = (rows.read(connection, "claims", one) for one in (id, kept))
    step, given = shared_id("settled", id, kept), trail.given(connection, id)
    assert merged is not None and other is not None
    if given is None or other["verdict"] or other["conclusion"] or _was_known(connection, id):
        return
    if rows.read(connection, "trail", step) is not None:
        return  # taken over once; taken back since
    fields = {field: merged[field] for field in _JUDGED if merged[field]}
    batch.update("claims", kept, **fields)
    batch.ensure("trail", step, claim=kept, action="verdict", before="", **given)


def _was_known(connection: sqlite3.Connection, id: str) -> bool:
    """Whether the claim's verdict is older than its merging, in the file where it was merged."""
    operations = fold.of_row(connection, "claims", id)
    by_id = {operation.id: operation for operation in operations}
    judged = [o.id for o in operations if o.after.keys() & {"verdict", "conclusion"}]
    before = [o.id for o in operations if o.after.get("merged_into")][-1:]
    known: set[str] = set()
    while before:
        at = before.pop()
        known.add(at)
        before += [one for one in by_id[at].parents if one in by_id and one not in known]
    return not judged or judged[-1] in known
