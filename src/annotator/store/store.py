"""An open library file: transactions, undo, what other programs wrote."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import replace
from pathlib import Path

from annotator.errors import LibraryBusy, NothingToUndo
from annotator.events import Changes
from annotator.i18n import _
from annotator.store import affected, articles, numbering, reading_only, rows
from annotator.store import undo as undoing
from annotator.store.clock import Clock
from annotator.store.connection import AT_FIRST, THEN, connect
from annotator.store.identity import Identity
from annotator.store.operations import Batch
from annotator.store.trouble import as_sentences, is_busy

_LAST_SECONDS = 0.2
"""How long closing waits for others: the log may stay beside the file."""


class Store:
    """One connection to one library file; to be used from one thread.

    ``on_commit`` is called with the ``Changes`` of every batch, after it is durable. A file that
    cannot be written is read all the same; each write looks whether it can by now. ``waiting`` is
    called where another program holds the file for some time.
    """

    def __init__(
        self, path: Path, identity: Identity, create: bool = False,
        waiting: Callable[[], None] | None = None,
    ) -> None:  # fmt: skip
        self.path = path
        self.identity = identity
        self.on_commit: Callable[[Changes], None] = lambda changes: None
        self._waiting = waiting
        self._in_vain = False
        self._opened = connect(path, create, waiting)
        newest = self.connection.execute("SELECT max(hlc), max(seq) FROM history").fetchone()
        self._clock = Clock(newest[0] or 0)
        self._seen = newest[1] or 0
        self._data_version = self._read_data_version()
        self._patience: float | None = None
        self._open_batch: Batch | None = None
        self._own: set[str] = set()
        self._steps: tuple[list[undoing.Step], list[undoing.Step]] | None = None

    @property
    def connection(self) -> sqlite3.Connection:
        """The open file; another one after a file that could only be read was opened again."""
        return self._opened.connection

    @property
    def read_only(self) -> str:
        """Why the file cannot be written, in a sentence; "" where it can."""
        return self._opened.read_only

    def close(self) -> None:
        """Fold the write-ahead log into the file, so that the one file is all there is."""
        try:
            self.wait_at_most(_LAST_SECONDS)
            with suppress(LibraryBusy):  # the log stays beside it; nothing in it is lost
                self.checkpoint()
        finally:
            self.connection.close()

    def wait_at_most(self, seconds: float) -> None:
        """How long a write waits for another program that holds the file, before it gives up."""
        self._patience = seconds
        self.connection.execute(f"PRAGMA busy_timeout = {round(seconds * 1000)}")

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """One more connection, to read what is written by now; unlike all else from any thread."""
        with (
            as_sentences(self.path),
            closing(reading_only.another(self.path, self._opened)) as connection,
        ):
            yield connection

    def original(self, sha256: str) -> bytes | None:
        """The bytes of a file an article was read from; from any thread."""
        with self.reading() as connection:
            return articles.original(connection, sha256)

    def checkpoint(self) -> None:
        """Shrink the write-ahead log; for idle moments."""
        if self.read_only:
            return
        with as_sentences(self.path):
            self.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def _open_again(self) -> None:
        """Another connection in place of one that can only read; it may be able to write by now."""
        opened = connect(self.path, create=False)
        self.connection.close()
        self._opened = opened
        self._data_version = -1  # what others wrote in between is still to be told
        if self._patience is not None:
            self.wait_at_most(self._patience)

    def _batch(self, command: str, undoes: str | None = None) -> Batch:
        """Raises ``LibraryBusy`` where the file can only be read."""
        if self.read_only:
            self._open_again()
        if self.read_only:
            raise LibraryBusy(self.read_only)
        return Batch(self.connection, self._clock, self.identity, command, undoes)

    @property
    def writing(self) -> bool:
        """Whether a batch is open."""
        return self._open_batch is not None

    @contextmanager
    def write(self, command: str) -> Iterator[Batch]:
        """One transaction, durable when the block is left; nested calls join the outer one.

        Raises ``LibraryBusy`` where the file cannot be written; then nothing is.
        """
        if self._open_batch is not None:
            yield self._open_batch
            return
        batch = self._batch(command)
        with self._transaction(batch):
            yield batch
        self._committed(batch, None)

    @contextmanager
    def _transaction(self, batch: Batch) -> Iterator[None]:
        with as_sentences(self.path):
            self._begin()
            self._open_batch = batch
            try:
                yield
                self.connection.execute("COMMIT")
            except BaseException:
                self.connection.rollback()
                raise
            finally:
                self._open_batch = None

    def _begin(self) -> None:
        if self._waiting is None:
            self.connection.execute("BEGIN IMMEDIATE")
            return
        try:
            self._begin_within(0.0 if self._in_vain else AT_FIRST)
        except sqlite3.OperationalError as error:
            if self._in_vain or not is_busy(error):
                raise
            self._waiting()
            self._in_vain = True
            self._begin_within(THEN)
        self._in_vain = False

    def _begin_within(self, seconds: float) -> None:
        self.wait_at_most(seconds)
        self.connection.execute("BEGIN IMMEDIATE")

    def _committed(self, batch: Batch, undoes: str | None, skipped: int = 0) -> Changes:
        if not any(batch.touched.values()):
            return Changes(batch.id, batch.command)
        self._own.add(batch.id)
        if self._steps is not None:
            undoing.record(*self._steps, undoing.Step(batch.id, batch.command), undoes)
        changes = affected.changes(self.connection, batch.id, batch.command, batch.touched, skipped)
        self.on_commit(changes)
        return changes

    def set_name(self, name: str) -> None:
        """Give the person who writes another name, in the file too if they wrote in it."""
        self.identity = replace(self.identity, name=name)
        if rows.read(self.connection, "people", self.identity.person) is not None:
            with self.write("") as batch:
                batch.update("people", self.identity.person, name=name)

    # Undo

    def _undo_steps(self) -> tuple[list[undoing.Step], list[undoing.Step]]:
        if self._steps is None:
            self._steps = undoing.steps(self.connection, self.identity.device)
        return self._steps

    @property
    def can_undo(self) -> str:
        """The command that undo would take back, "" when there is none."""
        done = self._undo_steps()[0]
        return done[-1].command if done else ""

    @property
    def can_redo(self) -> str:
        """The command that redo would do again, "" when there is none."""
        undone = self._undo_steps()[1]
        return undone[-1].command if undone else ""

    def undo(self) -> Changes:
        """Take the newest command back. Raises ``NothingToUndo``."""
        done = self._undo_steps()[0]
        if not done:
            raise NothingToUndo(_("There is nothing to undo."))
        return self._take_back(done[-1])

    def redo(self) -> Changes:
        """Do again what was undone last. Raises ``NothingToUndo``."""
        undone = self._undo_steps()[1]
        if not undone:
            raise NothingToUndo(_("There is nothing to redo."))
        return self._take_back(undone[-1])

    def _take_back(self, step: undoing.Step) -> Changes:
        batch = self._batch(step.command, undoes=step.batch)
        with self._transaction(batch):
            skipped = undoing.take_back(self.connection, batch, step.batch)
        if not any(batch.touched.values()):
            self._forget(step)
            raise NothingToUndo(_("This cannot be undone: it was changed elsewhere since."))
        return self._committed(batch, step.batch, skipped)

    def _forget(self, step: undoing.Step) -> None:
        for steps in self._undo_steps():
            if step in steps:
                steps.remove(step)

    # Other programs

    def poll(self) -> Changes | None:
        """What another program wrote since the last look, or None."""
        if not self._written_elsewhere():
            return None
        found = self.connection.execute(
            "SELECT tbl, row_id, batch, hlc, seq FROM history WHERE seq > ? ORDER BY seq",
            [self._seen],
        )
        touched: dict[str, set[str]] = {}
        for table, row_id, batch, hlc, seq in found:
            self._clock.observe(hlc)
            self._seen = seq
            if batch not in self._own:
                touched.setdefault(table, set()).add(row_id)
        self._own.clear()
        if not touched:
            return None
        self._steps = None
        return affected.changes(self.connection, "", "", touched)

    def _written_elsewhere(self) -> bool:
        if self._opened.look:  # opened as a file that nobody writes
            if self._opened.look == reading_only.look(self.path):
                return False
            self._open_again()
            return True
        before, self._data_version = self._data_version, self._read_data_version()
        return before != self._data_version

    def _read_data_version(self) -> int:
        return int(self.connection.execute("PRAGMA data_version").fetchone()[0])

    def receive(self, other: "Store") -> Changes:
        """Take in the operations that ``other`` has and this library lacks; claims of one number
        are told apart, and what was done to merged ones is brought together."""
        from annotator.store import sequence, settling  # a start needs none of it
        from annotator.store.exchange import receive

        batch = self._batch("")
        with self._transaction(batch):
            touched = receive(self.connection, self._clock, other.connection)
            if "claims" in touched:
                numbering.tell_apart(self.connection, batch)
            settling.settle(self.connection, batch)
            sequence.put_in_order(self.connection, touched | batch.touched)
        for table, ids in batch.touched.items():
            touched.setdefault(table, set()).update(ids)
        changes = affected.changes(self.connection, batch.id, "", touched)
        self.on_commit(changes)
        return changes
