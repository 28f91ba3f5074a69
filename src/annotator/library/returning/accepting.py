"""Changes of a returned copy into the library."""

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

from annotator.library import edits, embedded
from annotator.library.returning import changes as kinds
from annotator.library.returning.changes import ReturnedChange
from annotator.library.session import ArticleSession
from annotator.model import EmbeddedReply
from annotator.store import past, rows
from annotator.store.clock import utc_now
from annotator.store.operations import Batch

if TYPE_CHECKING:
    from annotator.library.library import Library


class Accepting:
    """Writes into a batch; what is written already is not written twice."""

    def __init__(self, library: "Library", batch: Batch) -> None:
        self._library, self._store, self._batch = library, library.store, batch

    def take(self, changes: Iterable[ReturnedChange]) -> None:
        """Write these changes. Those of marks that are not here any more come to nothing."""
        does: Mapping[str, Callable[[ArticleSession, ReturnedChange], object]] = {
            kinds.NOTE: self._set, kinds.COLOUR: self._set, kinds.MOVED: self._move,
            kinds.REPLY: self._answer, kinds.ANSWER: self._reword, kinds.DELETED: self._delete,
            kinds.RESOLVED: self._resolve,
        }  # fmt: skip
        for change in changes:
            session = self._library.session(change.article)
            if change.kind == kinds.NEW:
                self._add(session, change)
            elif session.has(change.annotation):
                does[change.kind](session, change)

    def _add(self, session: ArticleSession, change: ReturnedChange) -> None:
        known = rows.read(self._store.connection, "annotations", change.annotation)
        if known is None:
            author = embedded.person_of(self._store, self._batch, change.author)
            fields = {**change.fields, "author": author}
            article, id = session.article, change.annotation
            edits.add_annotation(self._batch, article, change.place, fields, id)
        else:
            self._batch.update("annotations", change.annotation, deleted=0)
        self._answer(session, change)

    def _set(self, _session: ArticleSession, change: ReturnedChange) -> None:
        self._batch.touch("annotations", change.annotation, **change.fields)

    def _move(self, session: ArticleSession, change: ReturnedChange) -> None:
        assert change.place is not None
        target = session.annotation(change.annotation).target
        edits.move(self._batch, change.annotation, session.article, target, change.place)

    def _delete(self, session: ArticleSession, change: ReturnedChange) -> None:
        edits.delete_annotation(self._store, self._batch, session.annotation(change.annotation))

    def _answer(self, _session: ArticleSession, change: ReturnedChange) -> None:
        for row, reply in change.replies:
            self._comment(row, change.annotation, reply, change.resolved)

    def _resolve(self, _session: ArticleSession, change: ReturnedChange) -> None:
        connection = self._store.connection
        for id in past.referring(connection, "comments", "annotation", change.annotation):
            row = rows.read(connection, "comments", id)
            if row is not None and not row["deleted"]:
                self._batch.touch("comments", id, resolved=1)

    def _comment(self, row: str, annotation: str, reply: EmbeddedReply, resolved: bool) -> None:
        said = reply.contents.strip()
        if not said:
            return
        created = reply.created or utc_now()
        if rows.read(self._store.connection, "comments", row) is not None:
            self._batch.update("comments", row, text=said, deleted=0)
            return
        self._batch.insert(
            "comments", row, annotation=annotation, text=said, created=created, modified=created,
            author=embedded.person_of(self._store, self._batch, reply.author),
            resolved=int(resolved),
        )  # fmt: skip

    def _reword(self, _session: ArticleSession, change: ReturnedChange) -> None:
        self._batch.touch("comments", change.row, text=change.after.strip())
