"""Annotations with all that hangs on them, in a handful of queries however many there are."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from annotator.model import Annotation, Comment, Selectors, Target
from annotator.model.making import maker
from annotator.store import claims as claims_
from annotator.store import evidence, layout
from annotator.store.blocks import dumps

_annotation, _target, _selectors = maker(Annotation), maker(Target), maker(Selectors)


@dataclass(frozen=True, slots=True)
class _Scope:
    """Which annotations are meant: all of an article, or some by their ids."""

    condition: str
    parameter: str

    @classmethod
    def of(cls, article: str, ids: Iterable[str] | None) -> "_Scope":
        if ids is None:
            return cls("m.article = ?1", article)
        return cls("m.id IN (SELECT value FROM json_each(?1))", dumps(sorted(ids)))

    def fetch(self, connection: sqlite3.Connection, query: str) -> list[tuple[Any, ...]]:
        return connection.execute(query.format(scope=self.condition), [self.parameter]).fetchall()


def load(
    connection: sqlite3.Connection, article: str, ids: Iterable[str] | None = None
) -> list[Annotation]:
    """The annotations of an article that are not in the trash; only those asked for
    when ``ids`` is given. The target is that of the article's current version, else the newest."""
    ids = None if ids is None else list(ids)
    scope = _Scope.of(article, ids)
    targets = _targets(connection, article, ids)
    tags = _tags(connection, scope)
    names = dict(connection.execute("SELECT id, name FROM people").fetchall())
    comments = _comments(connection, scope, names)
    sources = evidence.of_annotations(connection, scope.condition, scope.parameter)
    claims = claims_.of_annotations(connection, scope.condition, scope.parameter, names, comments)
    found = scope.fetch(
        connection,
        "SELECT m.id, m.article, m.kind, m.colour, m.style, m.note, m.author, m.private, "
        "m.created, m.modified, m.origin FROM annotations m WHERE {scope} AND m.deleted = 0",
    )
    return [
        _annotation(
            id, article_id, kind, colour, style, note, author or "", names.get(author, ""),
            bool(private), created, modified, targets.get(id), tags.get(id, ()),
            sources.get(id, ()), claims.get(id, ()), comments.get(id, ()), origin,
        )
        for id, article_id, kind, colour, style, note, author, private, created, modified, origin
        in found
    ]  # fmt: skip


def article_of(connection: sqlite3.Connection, id: str) -> str:
    """The id of the article that an annotation is of, "" where there is no such annotation."""
    query = "SELECT article FROM annotations WHERE id = ? AND deleted = 0"
    row = connection.execute(query, [id]).fetchone()
    return str(row[0]) if row else ""


def on_range(connection: sqlite3.Connection, version: str, start: int, end: int) -> str:
    """The id of a mark made on exactly that passage of an article's version, "" where there is
    none: also one that the open batch has made."""
    row = connection.execute(
        "SELECT m.id FROM targets t JOIN annotations m ON m.id = t.annotation "
        "WHERE t.version = ? AND t.start_offset = ? AND t.end_offset = ? AND t.deleted = 0 "
        "AND m.deleted = 0 AND m.kind = 'highlight' ORDER BY m.n LIMIT 1",
        [version, start, end],
    ).fetchone()
    return str(row[0]) if row else ""


def removed(connection: sqlite3.Connection, article: str, origin: str) -> list[Annotation]:
    """The annotations of an article in the trash that came from there, without what hung on
    them."""
    found = connection.execute(
        "SELECT id, kind, colour, style, note FROM annotations "
        "WHERE article = ? AND origin = ? AND deleted = 1 ORDER BY n",
        [article, origin],
    ).fetchall()
    targets = _targets(connection, article, [row[0] for row in found]) if found else {}
    return [
        Annotation(id, article, kind, colour, style, note, target=targets.get(id), origin=origin)
        for id, kind, colour, style, note in found
    ]


def _targets(
    connection: sqlite3.Connection, article: str, ids: Iterable[str] | None
) -> dict[str, Target]:
    """By version when all of an article are meant: they lie together in the file."""
    if ids is None:
        scope = "t.version IN (SELECT id FROM article_versions WHERE article = ?1)"
        parameters = [article]
    else:
        scope = "t.annotation IN (SELECT value FROM json_each(?2))"
        parameters = [article, dumps(sorted(ids))]
    found = connection.execute(
        "SELECT t.annotation, t.id, t.version, t.start_offset, t.end_offset, t.exact, t.prefix, "
        f"t.suffix, t.page, t.quads FROM targets t WHERE {scope} AND t.deleted = 0 "
        "ORDER BY t.version = (SELECT version FROM articles WHERE id = ?1)",
        parameters,
    )
    return {
        annotation: _target(
            id, version, _selectors(start, end, exact, prefix, suffix), page,
            *layout.quads_from_json(quads, page),
        )
        for annotation, id, version, start, end, exact, prefix, suffix, page, quads in found
    }  # fmt: skip


def _tags(connection: sqlite3.Connection, scope: _Scope) -> dict[str, tuple[str, ...]]:
    found = scope.fetch(
        connection,
        "SELECT DISTINCT m.id, t.path FROM annotations m "
        "JOIN annotation_tags l ON l.annotation = m.id AND l.deleted = 0 "
        "JOIN tags t ON t.id = l.tag AND t.deleted = 0 WHERE {scope} ORDER BY t.path",
    )
    grouped: dict[str, list[str]] = defaultdict(list)
    for id, path in found:
        grouped[id].append(path)
    return {id: tuple(paths) for id, paths in grouped.items()}


_Comments = dict[str, tuple[Comment, ...]]


def _comments(
    connection: sqlite3.Connection, scope: _Scope, names: dict[str | None, str]
) -> _Comments:
    """The threads on annotations and on their claims, by the id of either."""
    columns = "c.id, c.text, c.author, c.created, c.modified, c.resolved, c.n"
    found = scope.fetch(
        connection,
        f"SELECT m.id, {columns} FROM annotations m "
        "JOIN comments c ON c.annotation = m.id AND c.deleted = 0 WHERE {scope} UNION "
        f"SELECT p.claim, {columns} FROM annotations m "
        "JOIN claim_passages p ON p.annotation = m.id AND p.deleted = 0 "
        "JOIN comments c ON c.claim = p.claim AND c.deleted = 0 WHERE {scope} "
        "ORDER BY 5, 8",
    )
    grouped: dict[str, list[Comment]] = defaultdict(list)
    for owner, id, text, author, created, modified, resolved, _n in found:
        name = names.get(author, "")
        comment = Comment(id, text, author or "", name, created, modified, bool(resolved))
        grouped[owner].append(comment)
    return {owner: tuple(thread) for owner, thread in grouped.items()}
