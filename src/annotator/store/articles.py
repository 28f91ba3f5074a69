"""Articles, their versions, originals and pictures."""

import sqlite3
import zlib
from collections.abc import Iterable
from dataclasses import dataclass

from annotator.model import Article, Details, Resource
from annotator.model.making import maker
from annotator.store import blocks, layout
from annotator.store.clock import utc_now
from annotator.store.ids import digest, shared_id
from annotator.store.operations import Batch

DETAILS = ("title", "site", "url", "published", "saved", "type", "doi", "language")
AUTHOR_SEPARATOR = "; "


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """What a list shows of an article. ``authors`` are joined by ``"; "``; ``file_name`` is that of
    the file it was read from, "" for what was pasted."""

    id: str
    title: str
    authors: str
    site: str
    url: str
    published: str
    saved: str
    added: str
    format: str
    annotations: int
    claims: int
    claims_checked: int
    claims_set_aside: int
    file_name: str = ""

    @property
    def claims_done(self) -> int:
        """How many claims await nothing: those checked and those set aside."""
        return self.claims_checked + self.claims_set_aside


def article_id(sha256: str) -> str:
    """The id everybody gives to the article of the file with this hash."""
    return shared_id("article", sha256)


def add(connection: sqlite3.Connection, batch: Batch, article: Article, original: bytes,
        file_name: str) -> str:  # fmt: skip
    """Store an article just read, with its original and pictures; its id."""
    id = article_id(article.sha256)
    keep_original(connection, article.sha256, original)
    for resource in article.resources:
        _keep_resource(connection, resource)
    version = _add_version(connection, batch, id, article, file_name)
    now = utc_now()
    details = details_fields(article.details)
    batch.ensure(
        "articles", id, **details, format=article.format, sha256=article.sha256,
        version=version, added=now,
    )  # fmt: skip
    return id


def details_fields(details: Details) -> dict[str, str]:
    """Details as the columns of ``articles``."""
    fields = {name: getattr(details, name) for name in DETAILS}
    return {**fields, "authors": AUTHOR_SEPARATOR.join(details.authors)}


def _add_version(connection: sqlite3.Connection, batch: Batch, article_id: str, article: Article,
                 file_name: str) -> str:  # fmt: skip
    as_json = blocks.to_json(article.blocks)
    pages, outline, pages_hash = layout.columns(article)
    text_hash, blocks_hash = _hash(article.text), _hash(as_json)
    content = _hash(f"{text_hash}{blocks_hash}{pages_hash}")
    id = shared_id("version", article_id, content, article.normaliser)
    batch.ensure(
        "article_versions", id, article=article_id, original=article.sha256,
        file_name=file_name, text_sha256=text_hash, blocks_sha256=blocks_hash,
        pages_sha256=pages_hash, normaliser=article.normaliser, created=utc_now(),
    )  # fmt: skip
    connection.execute(
        "UPDATE article_versions SET text = ?, blocks = ?, pages = ?, outline = ? "
        "WHERE id = ? AND text = ''",
        [article.text, as_json, pages, outline, id],
    )
    return id


def _hash(text: str) -> str:
    return digest(text.encode())


def keep_original(connection: sqlite3.Connection, sha256: str, data: bytes) -> None:
    """Keep a file's bytes by their hex SHA-256; part of the caller's transaction."""
    connection.execute(
        "INSERT OR IGNORE INTO originals (sha256, size, data) VALUES (?, ?, ?)",
        [sha256, len(data), zlib.compress(data)],
    )


def _keep_resource(connection: sqlite3.Connection, resource: Resource) -> None:
    connection.execute(
        "INSERT OR IGNORE INTO resources (sha256, media_type, data) VALUES (?, ?, ?)",
        [resource.sha256, resource.media_type, resource.data],
    )


def original(connection: sqlite3.Connection, sha256: str) -> bytes | None:
    """The bytes of the file an article was read from."""
    row = connection.execute("SELECT data FROM originals WHERE sha256 = ?", [sha256]).fetchone()
    return zlib.decompress(row[0]) if row else None


def has_original(connection: sqlite3.Connection, sha256: str) -> bool:
    """Whether the bytes of the file with this hash are here."""
    query = "SELECT 1 FROM originals WHERE sha256 = ?"
    return connection.execute(query, [sha256]).fetchone() is not None


def resource(connection: sqlite3.Connection, sha256: str) -> Resource | None:
    """A picture by its hash."""
    row = connection.execute(
        "SELECT sha256, media_type, data FROM resources WHERE sha256 = ?", [sha256]
    ).fetchone()
    return Resource(*row) if row else None


def load(connection: sqlite3.Connection, id: str) -> Article | None:
    """The current version of an article, without the user's roles; None where there is none or
    it lies in the trash."""
    row = connection.execute(
        "SELECT v.text, v.blocks, a.title, a.authors, a.site, a.url, a.published, a.saved, a.type, "
        "a.doi, a.language, a.format, a.sha256, v.normaliser, v.id, a.added, v.pages, v.outline "
        "FROM articles a JOIN article_versions v ON v.id = a.version "
        "WHERE a.id = ? AND a.deleted = 0",
        [id],
    ).fetchone()
    if row is None:
        return None
    text, as_json, title, authors, *rest = row
    return Article(
        text=text, blocks=blocks.from_json(as_json),
        details=Details(title, tuple(filter(None, authors.split(AUTHOR_SEPARATOR))), *rest[:7]),
        format=rest[7], sha256=rest[8], normaliser=rest[9], id=id, version=rest[10], added=rest[11],
        pages=layout.pages_from_json(rest[12]), outline=layout.outline_from_json(rest[13]),
    )  # fmt: skip


def roles(connection: sqlite3.Connection, version: str) -> dict[int, str]:
    """The roles the user gave to blocks of a version, by block index."""
    found = connection.execute(
        "SELECT block, role FROM block_roles WHERE version = ? AND deleted = 0 AND role <> ''",
        [version],
    )
    return dict(found.fetchall())


_OF_THOSE = "{column} IN (SELECT value FROM json_each(:ids))"
_ROWS = """
SELECT a.id, a.title, a.authors, a.site, a.url, a.published, a.saved, a.added, a.format, v.file_name
FROM articles a JOIN article_versions v ON v.id = a.version
WHERE a.deleted = 0 AND {those} ORDER BY a.added DESC, a.n DESC
"""
_ANNOTATIONS = """
SELECT article, count(*) FROM annotations WHERE deleted = 0 AND {those} GROUP BY article
"""
_CLAIMS = """
SELECT m.article, count(DISTINCT c.id),
    count(DISTINCT CASE WHEN c.status = 'checked' THEN c.id END),
    count(DISTINCT CASE WHEN c.status = 'set aside' THEN c.id END)
FROM annotations m
JOIN claim_passages p ON p.annotation = m.id AND p.deleted = 0
JOIN claims c ON c.id = p.claim AND c.deleted = 0
WHERE m.deleted = 0 AND {those} GROUP BY m.article
"""
_NO_CLAIMS = (0, 0, 0)
_make_row = maker(ArticleRow)


def article_rows(
    connection: sqlite3.Connection, ids: Iterable[str] | None = None, counted: bool = True
) -> list[ArticleRow]:
    """Articles for lists, the newest first; only those asked for when ``ids`` is given. Counting
    costs what all their annotations cost; those who know the numbers leave it out."""
    wanted = {"ids": "[]" if ids is None else blocks.dumps(sorted(ids))}

    def select(query: str, column: str) -> sqlite3.Cursor:
        those = "true" if ids is None else _OF_THOSE.format(column=column)
        return connection.execute(query.format(those=those), wanted)

    annotations: dict[str, int] = {}
    claims: dict[str, list[int]] = {}
    if counted:
        annotations = dict(select(_ANNOTATIONS, "article").fetchall())
        claims = {id: numbers for id, *numbers in select(_CLAIMS, "m.article")}
    return [
        _make_row(*row, annotations.get(row[0], 0), *claims.get(row[0], _NO_CLAIMS), file_name)
        for *row, file_name in select(_ROWS, "a.id")
    ]


def find(connection: sqlite3.Connection, text: str) -> list[tuple[str, str]]:
    """(id, title) of the articles that ``text`` names: an id, a prefix of one, or a title."""
    return connection.execute(
        "SELECT id, title FROM articles WHERE deleted = 0 AND (id = ?1 OR title = ?1) "
        "UNION SELECT id, title FROM articles WHERE deleted = 0 AND length(?1) >= 4 "
        "AND substr(id, 1, length(?1)) = lower(?1)",
        [text],
    ).fetchall()


def text_of(connection: sqlite3.Connection, version: str) -> str | None:
    """The canonical text of any version of an article."""
    row = connection.execute("SELECT text FROM article_versions WHERE id = ?", [version]).fetchone()
    return str(row[0]) if row else None


def current_version(connection: sqlite3.Connection, id: str) -> str:
    """The id of the version that is the article now, "" where it is not there."""
    row = connection.execute(
        "SELECT version FROM articles WHERE id = ? AND deleted = 0", [id]
    ).fetchone()
    return str(row[0]) if row else ""


def of_file(connection: sqlite3.Connection, sha256: str) -> str:
    """The id of the article that was read from the file with this hash, "" where there is none."""
    row = connection.execute(
        "SELECT a.id FROM articles a WHERE a.deleted = 0 AND a.id = ?2 UNION "
        "SELECT a.id FROM articles a JOIN article_versions v ON v.article = a.id "
        "WHERE a.deleted = 0 AND v.original = ?1 LIMIT 1",
        [sha256, article_id(sha256)],
    ).fetchone()
    return str(row[0]) if row else ""


def addresses(connection: sqlite3.Connection) -> list[tuple[str, str, str]]:
    """(id, URL, DOI) of the articles that have one of the two, as stored."""
    return connection.execute(
        "SELECT id, url, doi FROM articles WHERE deleted = 0 AND (url <> '' OR doi <> '') "
        "ORDER BY n"
    ).fetchall()


def stored_state(connection: sqlite3.Connection, id: str) -> str:
    """Whether an article is ``here``, in the ``trash`` or ``""`` (not known)."""
    row = connection.execute("SELECT deleted FROM articles WHERE id = ?", [id]).fetchone()
    if row is None:
        return ""
    return "trash" if row[0] else "here"
