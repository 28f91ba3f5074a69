"""The answers to a mark in a copy that are not here."""

from collections.abc import Iterator
from dataclasses import dataclass

from annotator.library.returning.changes import ANSWER, REPLY
from annotator.library.returning.finding import FileMark
from annotator.library.returning.history import Since
from annotator.library.returning.pairing import returned_id
from annotator.library.session import ArticleSession
from annotator.model import Annotation, EmbeddedReply
from annotator.store import rows
from annotator.store.ids import digest, shared_id


@dataclass(frozen=True, slots=True)
class Answer:
    """A ``REPLY`` to be added as the comment ``row``, or another wording (``ANSWER``) of that
    one."""

    kind: str
    row: str
    reply: EmbeddedReply
    before: str = ""
    changed_here: bool = False


class Answers:
    """Compares threads."""

    def __init__(self, session: ArticleSession, since: Since) -> None:
        self._session, self._since = session, since

    def row(self, annotation: str, reply: EmbeddedReply) -> str:
        """The id that an answer of a copy gets here."""
        content = f"{annotation}:{reply.author}:{reply.created}:{reply.contents}"
        name = reply.name or digest(content.encode())
        return returned_id(self._session.id, name)

    def new(self, mark: FileMark, ours: Annotation) -> Iterator[Answer]:
        """What somebody else said, or said in other words."""
        here = set(_threads(ours))
        for reply in mark.replies:
            known = self._known(ours, reply)
            if known is not None:
                yield from self._reworded(known, reply)
            elif (_flat(reply.author), _flat(reply.contents)) not in here:
                yield Answer(REPLY, self.row(ours.id, reply), reply)

    def _known(self, ours: Annotation, reply: EmbeddedReply) -> str | None:
        """The comment that an answer is, also one that was deleted here: unless that was taken in
        from a copy, for then it may be taken in again."""
        connection = self._session.library.store.connection
        came = shared_id("embedded", self._session.id, reply.name)
        taken = self.row(ours.id, reply)
        for id in (reply.name, came, taken):
            row = rows.read(connection, "comments", id) if id else None
            if row is not None:
                return None if id == taken and row["deleted"] else id
        return None

    def _reworded(self, id: str, reply: EmbeddedReply) -> Iterator[Answer]:
        row = rows.read(self._session.library.store.connection, "comments", id)
        assert row is not None
        said = _flat(reply.contents)
        past = self._since.of("comments", id, "text")
        if row["deleted"] or any(said.endswith(_flat(_plain(text))) for text in past):
            return  # that of a claim says which one before it
        yield Answer(ANSWER, id, reply, row["text"], len(set(past)) > 1)


def _threads(ours: Annotation) -> Iterator[tuple[str, str]]:
    for about, comments in (("", ours.comments), *((c.label, c.comments) for c in ours.claims)):
        for comment in comments:
            text = f"{about}: {_plain(comment.text)}" if about else _plain(comment.text)
            yield _flat(comment.author_name), _flat(text)


def _plain(text: str) -> str:
    from annotator.exporting.pdf.note_text import plain_text

    return plain_text(text)


def _flat(text: str) -> str:
    return " ".join(text.split())
