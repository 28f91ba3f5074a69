"""Undo and redo: an undo is a new batch that takes another one back.

A field is taken back only where the batch being undone is still its last writer. A batch that was
itself taken back does not count as a writer, so edits can be undone one after the other; somebody
else's edit in between does count, and stays.
"""

import sqlite3
from dataclasses import dataclass

from annotator.store.fold import of_row
from annotator.store.operations import Batch, Operation, select
from annotator.store.rows import Fields

REMEMBERED = 20_000
"""How many of the newest operations the undo list is read from."""
_KEPT = ("people", "devices")


@dataclass(frozen=True, slots=True)
class Step:
    """A batch that can be undone or redone, and the command it was."""

    batch: str
    command: str


def steps(connection: sqlite3.Connection, device: str) -> tuple[list[Step], list[Step]]:
    """What can be undone and what redone on this device, the next one last."""
    found = connection.execute(
        "SELECT batch, max(command), max(undoes), max(seq) AS last FROM history "
        "WHERE device = ? AND seq > (SELECT max(seq) FROM history) - ? "
        "GROUP BY batch ORDER BY last",
        [device, REMEMBERED],
    )
    done: list[Step] = []
    undone: list[Step] = []
    for batch, command, undoes, _ in found:
        record(done, undone, Step(batch, command), undoes)
    return done, undone


def record(done: list[Step], undone: list[Step], step: Step, undoes: str | None) -> None:
    """Bring the two lists up to date with one more batch."""
    if undoes is None:
        if step.command:
            done.append(step)
            undone.clear()
    elif done and done[-1].batch == undoes:
        done.pop()
        undone.append(step)
    elif undone and undone[-1].batch == undoes:
        undone.pop()
        done.append(step)


def take_back(connection: sqlite3.Connection, batch: Batch, undoes: str) -> int:
    """Write the inverse of batch ``undoes`` into ``batch``; how many fields were left as they are
    because somebody else wrote them since."""
    skipped = 0
    for operation in reversed(select(connection, "batch = ?", [undoes])):
        if operation.tbl not in _KEPT:
            skipped += _take_back(connection, batch, operation)
    return skipped


def _take_back(connection: sqlite3.Connection, batch: Batch, operation: Operation) -> int:
    wanted: Fields = {"deleted": 1} if operation.before is None else operation.before
    now, then = _writers(of_row(connection, operation.tbl, operation.row_id), operation.batch)
    fields = {name: value for name, value in wanted.items() if now.get(name) == then.get(name)}
    if fields:
        batch.update(operation.tbl, operation.row_id, **fields)
    return len(wanted) - len(fields)


def _writers(operations: list[Operation], batch: str) -> tuple[dict[str, str], dict[str, str]]:
    """The batches that the fields of a row have their values from: now, and right after ``batch``.

    An undo gives a field back to the one who had written it before.
    """
    writers: dict[str, str] = {}
    then: dict[str, str] = {}
    prior: dict[tuple[str, str], str] = {}
    for operation in operations:
        for name in operation.after:
            prior.setdefault((operation.batch, name), writers.get(name, ""))
            if operation.undoes is None:
                writers[name] = operation.batch
            else:
                writers[name] = prior.get((operation.undoes, name), "")
            if operation.batch == batch:
                then[name] = writers[name]
    return writers, then
