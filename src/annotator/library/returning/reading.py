"""A file that may be a returned copy → what is different in it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotator.events import Changes, merged
from annotator.i18n import ngettext
from annotator.library.pages import Pages
from annotator.library.returning import identity, ignoring
from annotator.library.returning.accepting import Accepting
from annotator.library.returning.changes import ReturnedChange, ReturnedCopy, in_order
from annotator.library.returning.comparing import Comparing
from annotator.library.returning.finding import FileMark, marks_in
from annotator.library.returning.grounds import Ground, ground
from annotator.library.returning.history import Since, command
from annotator.library.returning.ignoring import divided
from annotator.library.returning.pairing import Pair, pairs
from annotator.library.session import ArticleSession
from annotator.model import Annotation
from annotator.store import rows

if TYPE_CHECKING:
    from annotator.library.library import Library
    from annotator.pdf import PdfFile

_LETTERS = 3
"""So many have room of their own in any script."""


def returned(
    library: "Library", data: bytes, password: str | None = None, name: str = ""
) -> ReturnedCopy | None:
    """What is different in a copy; None for a file that was not made from an article here.
    ``name`` is what a refusal calls it.

    Raises ``PasswordNeeded`` and ``UnreadableFile`` where it cannot be opened.
    """
    with _opened(library, data, password, name) as copy:
        if copy is None:
            return None
        with _sessions(library, copy.articles) as sessions:
            found = divided(library.store, _changes(sessions, copy.file))
            return ReturnedCopy(copy.articles[0], _title(sessions), *found)


def recognised(
    library: "Library", data: bytes, password: str | None = None, name: str = ""
) -> str | None:
    """The article that a copy was made from; None for other files. Raises like ``returned``."""
    with _opened(library, data, password, name) as copy:
        return copy.articles[0] if copy else None


@dataclass(frozen=True, slots=True)
class _Copy:
    """The file of a copy, and the articles in it: one at least."""

    file: "PdfFile"
    articles: list[str]


@contextmanager
def _opened(
    library: "Library", data: bytes, password: str | None, name: str
) -> Iterator[_Copy | None]:
    from annotator.pdf import open_pdf

    connection = library.store.connection
    articles = identity.named(connection, data) if b"%PDF-" in data[:1024] else []
    if not articles and not (b"%PDF-" in data[:1024] and identity.may_be_marked(data)):
        yield None
        return
    known = password or _known_password(library, articles)
    with open_pdf(data, known, name=name) as file:
        articles = articles or identity.marked(connection, file)
        yield _Copy(file, articles) if articles else None


def accept(
    library: "Library",
    changes: Iterable[ReturnedChange],
    ignored: Iterable[ReturnedChange] = (),
) -> Changes:
    """Write changes, and that others are ``ignored``: one transaction and one undo step. Taking in
    the same ones twice writes nothing the second time."""
    wanted, others, heard = list(changes), list(ignored), list[Changes]()
    unsubscribe = library.subscribe(heard.append)
    try:
        articles = dict.fromkeys(change.article for change in wanted)
        name = command() if wanted else ignoring.command()
        with _sessions(library, articles), library.batch(name) as batch:
            Accepting(library, batch).take(wanted)
            ignoring.list_again(library.store, batch, wanted)
            ignoring.ignore(batch, others)
    finally:
        unsubscribe()
    return merged(heard)


def _known_password(library: "Library", articles: Sequence[str]) -> str | None:
    known = (library.password(article) for article in articles)
    return next((password for password in known if password), None)


@contextmanager
def _sessions(library: "Library", articles: Iterable[str]) -> Iterator[list[ArticleSession]]:
    """The articles opened; closed again where they were not open before."""
    ids = list(articles)
    closed = [id for id in ids if not library.is_open(id)]
    try:
        yield [library.session(id) for id in ids]
    finally:
        for id in closed:
            library.release(id)


def _title(sessions: Sequence[ArticleSession]) -> str:
    first, others = sessions[0].article.title, len(sessions) - 1
    if not others:
        return first
    return ngettext("{title} and {n} other", "{title} and {n} others", others).format(
        title=first, n=others
    )


def _changes(sessions: Sequence[ArticleSession], file: "PdfFile") -> tuple[ReturnedChange, ...]:
    from annotator.exporting.pdf.file import application

    application()  # notes are Markdown, which Qt reads
    alone = len(sessions) == 1
    parts = [
        _Part(session, ground(session.article, file, _own_pages(session), alone))
        for session in sessions
    ]
    marked = identity.marked_at(file.data)
    found: list[ReturnedChange] = []
    for part, marks in _shared_out(parts, marks_in(file)):
        found += in_order(_differences(part, marks, marked))
    return tuple(found)


def _own_pages(session: ArticleSession) -> Pages | None:
    return session.paged if session.article.pages else None


@dataclass(frozen=True, slots=True)
class _Part:
    """An article in a copy."""

    session: ArticleSession
    ground: Ground


def _shared_out(
    parts: Sequence[_Part], marks: Sequence[FileMark]
) -> Iterator[tuple[_Part, list[FileMark]]]:
    """Each mark to its article: by its name, by the page or the words it is on, else to that of
    the mark before."""
    if len(parts) == 1:
        yield parts[0], list(marks)
        return
    shares: Mapping[str, list[FileMark]] = {part.session.id: [] for part in parts}
    at = parts[0].session.id
    for mark in marks:
        at = _article_of(parts, mark) or at
        shares[at].append(mark)
    for part in parts:
        yield part, shares[part.session.id]


def _article_of(parts: Sequence[_Part], mark: FileMark) -> str:
    connection = parts[0].session.library.store.connection
    row = rows.read(connection, "annotations", mark.name) if mark.name else None
    if row is not None and any(part.session.id == row["article"] for part in parts):
        return str(row["article"])
    return next((part.session.id for part in parts if part.ground.holds(mark)), "")


def _differences(part: _Part, marks: Sequence[FileMark], marked: str) -> Iterator[ReturnedChange]:
    found = pairs(part.session, part.ground, marks)
    since = Since(part.session.library.store, part.session.annotations(), found, marked)
    comparing = Comparing(part.session, part.ground, since)
    for pair in found:
        yield from comparing.changes(pair)
    for ours in _missing(part.session, found, since):
        yield comparing.deleted(ours)


def _missing(session: ArticleSession, found: Sequence[Pair], since: Since) -> Iterator[Annotation]:
    """Marks that were here when the copy was made, and are not in it."""
    there = {pair.id for pair in found}
    for ours in session.annotations() if since.moment else ():
        if ours.id in there or ours.private or not _is_written(session, ours):
            continue
        if ours.origin == "file" or since.had(ours):
            yield ours


def _is_written(session: ArticleSession, ours: Annotation) -> bool:
    """Whether copies have it as an annotation for certain: those that are set from a text have none
    for what stands nowhere in it, nor for half of a letter."""
    if session.article.pages:
        return True
    placed = session.anchor(ours.id).start is not None
    return placed and sum(map(str.isalnum, ours.quote)) >= _LETTERS
