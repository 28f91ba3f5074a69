"""Every write is an operation in ``history``, in the same transaction as the row it changes.

A ``Batch`` is one command: one transaction, one undo step.
"""

import json
import sqlite3
from dataclasses import dataclass
from typing import Any

from annotator.store import rows
from annotator.store.blocks import dumps
from annotator.store.clock import Clock, utc_now
from annotator.store.identity import Identity
from annotator.store.ids import new_id
from annotator.store.rows import Fields
from annotator.store.schema import SCHEMA_VERSION


@dataclass(frozen=True, slots=True)
class Operation:
    """One row of ``history``. ``before`` is None for an insert; ``parents`` are the ids of the
    row's newest operations when this one was written."""

    id: str
    batch: str
    hlc: int
    device: str
    author: str
    schema: int
    tbl: str
    row_id: str
    action: str
    before: Fields | None
    after: Fields
    parents: tuple[str, ...]
    command: str
    undoes: str | None


COLUMNS = (
    "id", "batch", "hlc", "device", "author", "schema", "tbl", "row_id", "action",
    "before", "after", "parents", "command", "undoes",
)  # fmt: skip
_SELECT = f"SELECT {', '.join(COLUMNS)} FROM history"
_INSERT = f"INSERT INTO history ({', '.join(COLUMNS)}) VALUES ({', '.join('?' * len(COLUMNS))})"


def append(connection: sqlite3.Connection, operation: Operation) -> None:
    """Write an operation at the end of the log."""
    values: list[Any] = [getattr(operation, name) for name in COLUMNS]
    values[9] = None if operation.before is None else dumps(operation.before)
    values[10] = dumps(operation.after)
    values[11] = dumps(list(operation.parents))
    connection.execute(_INSERT, values)


def select(connection: sqlite3.Connection, where: str, parameters: list[Any]) -> list[Operation]:
    """Operations in order of arrival; ``where`` is an SQL condition of the store's own."""
    found = connection.execute(f"{_SELECT} WHERE {where} ORDER BY seq", parameters)
    return [_operation(row) for row in found]


def _operation(row: tuple[Any, ...]) -> Operation:
    values = dict(zip(COLUMNS, row, strict=True))
    values["before"] = None if values["before"] is None else json.loads(values["before"])
    values["after"] = json.loads(values["after"])
    values["parents"] = tuple(json.loads(values["parents"]))
    return Operation(**values)


class Batch:
    """Writes rows and their operations within the caller's transaction.

    ``touched`` maps tables to the ids of the rows written so far.
    """

    def __init__(
        self,
        connection: sqlite3.Connection,
        clock: Clock,
        identity: Identity,
        command: str,
        undoes: str | None = None,
    ) -> None:
        self.id = new_id()
        self.command = command
        self.touched: dict[str, set[str]] = {}
        self._connection = connection
        self._clock = clock
        self._identity = identity
        self._undoes = undoes

    @property
    def author(self) -> str:
        """The id of the person who writes."""
        return self._identity.person

    def insert(self, table: str, row_id: str, /, **fields: Any) -> str:
        """Add a row; its id."""
        self._introduce()
        fields = {**fields, "deleted": 0}
        rows.insert(self._connection, table, row_id, fields)
        self._log(table, row_id, "insert", None, fields, ())
        return row_id

    def touch(self, table: str, row_id: str, /, **fields: Any) -> bool:
        """Like ``update``, with the time of the change where there is one."""
        return self._update(table, row_id, fields, {"modified": utc_now()})

    def update(self, table: str, row_id: str, /, **fields: Any) -> bool:
        """Set fields of a row; False, and nothing written, where all were so already."""
        return self._update(table, row_id, fields, {})

    def _update(self, table: str, row_id: str, fields: Fields, along: Fields) -> bool:
        current = rows.read(self._connection, table, row_id)
        if current is None:
            raise KeyError(f"{table} has no row {row_id}")
        changed = {name: value for name, value in fields.items() if current[name] != value}
        if not changed:
            return False
        changed |= along
        self._introduce()
        rows.update(self._connection, table, row_id, changed)
        before = {name: current[name] for name in changed}
        self._log(table, row_id, "update", before, changed, self._heads(table, row_id))
        return True

    def ensure(self, table: str, row_id: str, /, **fields: Any) -> str:
        """Make a row whose id follows from its contents, or take it back from the trash."""
        if rows.read(self._connection, table, row_id) is None:
            return self.insert(table, row_id, **fields)
        self.update(table, row_id, **fields, deleted=0)
        return row_id

    def delete(self, table: str, row_id: str, /) -> bool:
        """Put a row into the trash."""
        return self.update(table, row_id, deleted=1)

    def _introduce(self) -> None:
        """The author and the device come into the file with their first write."""
        if self.touched or self.command == "":
            return
        self.touched = {"people": set()}
        person = rows.read(self._connection, "people", self._identity.person)
        if person is None:
            self.insert("people", self._identity.person, name=self._identity.name)
        elif self._identity.name and person["name"] != self._identity.name:
            self.update("people", self._identity.person, name=self._identity.name)
        if rows.read(self._connection, "devices", self._identity.device) is None:
            self.insert("devices", self._identity.device, person=self._identity.person)

    def _heads(self, table: str, row_id: str) -> tuple[str, ...]:
        found = self._connection.execute(
            "SELECT id, parents FROM history WHERE tbl = ? AND row_id = ? ORDER BY seq",
            [table, row_id],
        ).fetchall()
        known = {parent for _, parents in found for parent in json.loads(parents)}
        return tuple(sorted(id for id, _ in found if id not in known))

    def _log(
        self,
        table: str,
        row_id: str,
        action: str,
        before: Fields | None,
        after: Fields,
        parents: tuple[str, ...],
    ) -> None:
        operation = Operation(
            new_id(), self.id, self._clock.tick(), self._identity.device, self._identity.person,
            SCHEMA_VERSION, table, row_id, action, before, after, parents,
            self.command, self._undoes,
        )  # fmt: skip
        append(self._connection, operation)
        self.touched.setdefault(table, set()).add(row_id)
