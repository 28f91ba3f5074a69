"""The library file, table by table; ``docs/schema.md`` says what each column means.

Tables in ``FOLDED`` hold what their operations in ``history`` add up to. ``LOCAL`` names the
columns of such tables that no operation carries (text and geometry too large for a log). ``FIRST``
is what version 1 began with, ``SECOND`` and ``THIRD`` what versions 2 and 3 added; a new file is
made in the same steps an old one is brought up to date by, so that both are alike.
Foreign keys are deferred: a batch is checked as a whole, when it is committed.
"""

APPLICATION_ID = 0x416E6E6F  # "Anno"
SCHEMA_VERSION = 3
NEEDS_ANNOTATOR = "0.3.0"
"""The first Annotator that reads this schema; written into the file for older ones to say."""

_REF = "DEFERRABLE INITIALLY DEFERRED"

Tables = dict[str, dict[str, str]]
"""The type of each column by its name, by table."""

FIRST: Tables = {
    "people": {"name": "TEXT NOT NULL DEFAULT ''"},
    "devices": {"person": f"TEXT REFERENCES people(id) {_REF}", "name": "TEXT NOT NULL DEFAULT ''"},
    "articles": {
        "title": "TEXT NOT NULL DEFAULT ''",
        "authors": "TEXT NOT NULL DEFAULT ''",
        "site": "TEXT NOT NULL DEFAULT ''",
        "url": "TEXT NOT NULL DEFAULT ''",
        "published": "TEXT NOT NULL DEFAULT ''",
        "saved": "TEXT NOT NULL DEFAULT ''",
        "type": "TEXT NOT NULL DEFAULT ''",
        "doi": "TEXT NOT NULL DEFAULT ''",
        "language": "TEXT NOT NULL DEFAULT ''",
        "format": "TEXT NOT NULL DEFAULT ''",
        "sha256": "TEXT NOT NULL DEFAULT ''",
        "version": f"TEXT REFERENCES article_versions(id) {_REF}",
        "added": "TEXT NOT NULL DEFAULT ''",
    },
    "article_versions": {
        "article": f"TEXT NOT NULL REFERENCES articles(id) {_REF}",
        "original": "TEXT NOT NULL DEFAULT ''",
        "file_name": "TEXT NOT NULL DEFAULT ''",
        "text_sha256": "TEXT NOT NULL DEFAULT ''",
        "blocks_sha256": "TEXT NOT NULL DEFAULT ''",
        "normaliser": "INTEGER NOT NULL DEFAULT 1",
        "created": "TEXT NOT NULL DEFAULT ''",
    },
    "block_roles": {
        "version": f"TEXT NOT NULL REFERENCES article_versions(id) {_REF}",
        "block": "INTEGER NOT NULL DEFAULT 0",
        "role": "TEXT NOT NULL DEFAULT ''",
    },
    "annotations": {
        "article": f"TEXT NOT NULL REFERENCES articles(id) {_REF}",
        "kind": "TEXT NOT NULL DEFAULT 'highlight'",
        "colour": "TEXT NOT NULL DEFAULT 'yellow'",
        "style": "TEXT NOT NULL DEFAULT 'highlight'",
        "note": "TEXT NOT NULL DEFAULT ''",
        "private": "INTEGER NOT NULL DEFAULT 0",
        "author": f"TEXT REFERENCES people(id) {_REF}",
        "created": "TEXT NOT NULL DEFAULT ''",
        "modified": "TEXT NOT NULL DEFAULT ''",
    },
    "targets": {
        "annotation": f"TEXT NOT NULL REFERENCES annotations(id) {_REF}",
        "version": f"TEXT NOT NULL REFERENCES article_versions(id) {_REF}",
        "start_offset": "INTEGER NOT NULL DEFAULT 0",
        "end_offset": "INTEGER NOT NULL DEFAULT 0",
        "exact": "TEXT NOT NULL DEFAULT ''",
        "prefix": "TEXT NOT NULL DEFAULT ''",
        "suffix": "TEXT NOT NULL DEFAULT ''",
    },
    "tags": {
        "path": "TEXT NOT NULL DEFAULT ''",
        "colour": "TEXT NOT NULL DEFAULT ''",
        "description": "TEXT NOT NULL DEFAULT ''",
    },
    "annotation_tags": {
        "annotation": f"TEXT NOT NULL REFERENCES annotations(id) {_REF}",
        "tag": f"TEXT NOT NULL REFERENCES tags(id) {_REF}",
    },
    "verdict_scales": {"name": "TEXT NOT NULL DEFAULT ''"},
    "verdicts": {
        "scale": f"TEXT NOT NULL REFERENCES verdict_scales(id) {_REF}",
        "name": "TEXT NOT NULL DEFAULT ''",
        "rating": "INTEGER NOT NULL DEFAULT 0",
        "tone": "TEXT NOT NULL DEFAULT 'none'",
        "definition": "TEXT NOT NULL DEFAULT ''",
    },
    "claims": {
        "number": "INTEGER NOT NULL DEFAULT 0",
        "statement": "TEXT NOT NULL DEFAULT ''",
        "kind": "TEXT NOT NULL DEFAULT 'fact'",
        "claimant": "TEXT NOT NULL DEFAULT ''",
        "claimed": "TEXT NOT NULL DEFAULT ''",
        "verdict": f"TEXT REFERENCES verdicts(id) {_REF}",
        "as_of": "TEXT NOT NULL DEFAULT ''",
        "reasoning": "TEXT NOT NULL DEFAULT ''",
        "status": "TEXT NOT NULL DEFAULT 'to check'",
        "author": f"TEXT REFERENCES people(id) {_REF}",
        "created": "TEXT NOT NULL DEFAULT ''",
        "modified": "TEXT NOT NULL DEFAULT ''",
    },
    "claim_passages": {
        "claim": f"TEXT NOT NULL REFERENCES claims(id) {_REF}",
        "annotation": f"TEXT NOT NULL REFERENCES annotations(id) {_REF}",
    },
    "sources": {
        "url": "TEXT NOT NULL DEFAULT ''",
        "title": "TEXT NOT NULL DEFAULT ''",
        "author": "TEXT NOT NULL DEFAULT ''",
        "publisher": "TEXT NOT NULL DEFAULT ''",
        "published": "TEXT NOT NULL DEFAULT ''",
        "accessed": "TEXT NOT NULL DEFAULT ''",
        "archive_url": "TEXT NOT NULL DEFAULT ''",
    },
    "evidence": {
        "source": f"TEXT NOT NULL REFERENCES sources(id) {_REF}",
        "claim": f"TEXT REFERENCES claims(id) {_REF}",
        "annotation": f"TEXT REFERENCES annotations(id) {_REF}",
        "stance": "TEXT NOT NULL DEFAULT 'context'",
        "quote": "TEXT NOT NULL DEFAULT ''",
        "type": "TEXT NOT NULL DEFAULT ''",
        "author": f"TEXT REFERENCES people(id) {_REF}",
        "created": "TEXT NOT NULL DEFAULT ''",
    },
    "collections": {"name": "TEXT NOT NULL DEFAULT ''"},
    "collection_articles": {
        "collection": f"TEXT NOT NULL REFERENCES collections(id) {_REF}",
        "article": f"TEXT NOT NULL REFERENCES articles(id) {_REF}",
    },
    "settings": {"value": "TEXT NOT NULL DEFAULT ''"},
}

FIRST_LOCAL: Tables = {
    "article_versions": {
        "text": "TEXT NOT NULL DEFAULT ''",
        "blocks": "TEXT NOT NULL DEFAULT '[]'",
    },
}

SECOND: Tables = {
    "article_versions": {"pages_sha256": "TEXT NOT NULL DEFAULT ''"},
    "annotations": {"origin": "TEXT NOT NULL DEFAULT ''"},
    "targets": {
        "page": "INTEGER NOT NULL DEFAULT 0",
        "quads": "TEXT NOT NULL DEFAULT '[]'",
    },
}
SECOND_LOCAL: Tables = {
    "article_versions": {
        "pages": "TEXT NOT NULL DEFAULT '[]'",
        "outline": "TEXT NOT NULL DEFAULT '[]'",
    },
}
COMMENTS: Tables = {
    "comments": {
        "annotation": f"TEXT REFERENCES annotations(id) {_REF}",
        "claim": f"TEXT REFERENCES claims(id) {_REF}",
        "evidence": f"TEXT REFERENCES evidence(id) {_REF}",
        "article": f"TEXT REFERENCES articles(id) {_REF}",
        "text": "TEXT NOT NULL DEFAULT ''",
        "resolved": "INTEGER NOT NULL DEFAULT 0",
        "author": f"TEXT REFERENCES people(id) {_REF}",
        "created": "TEXT NOT NULL DEFAULT ''",
        "modified": "TEXT NOT NULL DEFAULT ''",
    },
}

THIRD: Tables = {
    "articles": {
        "verdict": f"TEXT REFERENCES verdicts(id) {_REF}",
        "conclusion": "TEXT NOT NULL DEFAULT ''",
        "as_of": "TEXT NOT NULL DEFAULT ''",
        "summary": "TEXT NOT NULL DEFAULT ''",
    },
    "verdict_scales": {
        "description": "TEXT NOT NULL DEFAULT ''",
        "position": "INTEGER NOT NULL DEFAULT 0",
    },
    "verdicts": {"position": "INTEGER NOT NULL DEFAULT 0"},
    "claims": {
        "conclusion": "TEXT NOT NULL DEFAULT ''",
        "check_again": "TEXT NOT NULL DEFAULT ''",
        "assignee": f"TEXT REFERENCES people(id) {_REF}",
        "reviewer": f"TEXT REFERENCES people(id) {_REF}",
        "priority": "INTEGER NOT NULL DEFAULT 0",
        "attribution": f"TEXT REFERENCES claims(id) {_REF}",
        "merged_into": f"TEXT REFERENCES claims(id) {_REF}",
    },
    "sources": {
        "file_sha256": "TEXT NOT NULL DEFAULT ''",
        "file_name": "TEXT NOT NULL DEFAULT ''",
        "annotation": f"TEXT REFERENCES annotations(id) {_REF}",
    },
    "evidence": {
        "locator": "TEXT NOT NULL DEFAULT ''",
        "note": "TEXT NOT NULL DEFAULT ''",
        "private": "INTEGER NOT NULL DEFAULT 0",
        "origin": "TEXT NOT NULL DEFAULT ''",
        "asked": "TEXT NOT NULL DEFAULT ''",
        "deadline": "TEXT NOT NULL DEFAULT ''",
        "answered": "TEXT NOT NULL DEFAULT ''",
        "outcome": "TEXT NOT NULL DEFAULT ''",
        "place": "TEXT NOT NULL DEFAULT ''",
        "query": "TEXT NOT NULL DEFAULT ''",
    },
}
DESK: Tables = {
    "trail": {
        "claim": f"TEXT REFERENCES claims(id) {_REF}",
        "article": f"TEXT REFERENCES articles(id) {_REF}",
        "action": "TEXT NOT NULL DEFAULT ''",
        "before": "TEXT NOT NULL DEFAULT ''",
        "after": "TEXT NOT NULL DEFAULT ''",
        "why": "TEXT NOT NULL DEFAULT ''",
        "author": f"TEXT REFERENCES people(id) {_REF}",
        "created": "TEXT NOT NULL DEFAULT ''",
    },
    "suggestions": {
        "article": f"TEXT NOT NULL REFERENCES articles(id) {_REF}",
        "kind": "TEXT NOT NULL DEFAULT ''",
        "exact": "TEXT NOT NULL DEFAULT ''",
        "outcome": "TEXT NOT NULL DEFAULT ''",
        "author": f"TEXT REFERENCES people(id) {_REF}",
        "created": "TEXT NOT NULL DEFAULT ''",
    },
}


def _together(*several: Tables) -> Tables:
    """The columns of all, table by table, in their order."""
    tables = dict.fromkeys(name for tables in several for name in tables)
    return {
        name: {column: kind for one in several for column, kind in one.get(name, {}).items()}
        for name in tables
    }


FOLDED = _together(FIRST, SECOND, COMMENTS, THIRD, DESK)
LOCAL = _together(FIRST_LOCAL, SECOND_LOCAL)

PLAIN = """
CREATE TABLE history (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    batch TEXT NOT NULL,
    hlc INTEGER NOT NULL,
    device TEXT NOT NULL,
    author TEXT NOT NULL,
    schema INTEGER NOT NULL,
    tbl TEXT NOT NULL,
    row_id TEXT NOT NULL,
    action TEXT NOT NULL,
    before TEXT,
    after TEXT NOT NULL,
    parents TEXT NOT NULL DEFAULT '[]',
    command TEXT NOT NULL DEFAULT '',
    undoes TEXT
) STRICT;
CREATE INDEX history_row ON history (tbl, row_id);
CREATE INDEX history_batch ON history (batch);
CREATE INDEX history_hlc ON history (hlc);
CREATE TRIGGER history_is_never_changed BEFORE UPDATE ON history
BEGIN SELECT RAISE(ABORT, 'history is never changed'); END;
CREATE TRIGGER history_is_never_deleted BEFORE DELETE ON history
BEGIN SELECT RAISE(ABORT, 'history is never deleted'); END;
CREATE TABLE originals (
    sha256 TEXT PRIMARY KEY,
    size INTEGER NOT NULL,
    data BLOB NOT NULL
) STRICT;
CREATE TABLE resources (
    sha256 TEXT PRIMARY KEY,
    media_type TEXT NOT NULL,
    data BLOB NOT NULL
) STRICT;
CREATE TABLE library_info (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;
CREATE INDEX annotations_article ON annotations (article);
CREATE INDEX targets_annotation ON targets (annotation);
CREATE INDEX targets_version ON targets (version);
CREATE INDEX annotation_tags_annotation ON annotation_tags (annotation);
CREATE INDEX annotation_tags_tag ON annotation_tags (tag);
CREATE INDEX claim_passages_annotation ON claim_passages (annotation);
CREATE INDEX claim_passages_claim ON claim_passages (claim);
CREATE INDEX evidence_claim ON evidence (claim);
CREATE INDEX evidence_annotation ON evidence (annotation);
CREATE INDEX evidence_source ON evidence (source);
CREATE INDEX collection_articles_collection ON collection_articles (collection);
CREATE INDEX block_roles_version ON block_roles (version);
CREATE INDEX article_versions_article ON article_versions (article);
CREATE INDEX sources_url ON sources (url);
CREATE INDEX tags_path ON tags (path);
"""

SECOND_INDEXES = """
CREATE INDEX comments_annotation ON comments (annotation);
CREATE INDEX comments_claim ON comments (claim);
CREATE INDEX comments_evidence ON comments (evidence);
CREATE INDEX comments_article ON comments (article);
"""

THIRD_INDEXES = """
CREATE INDEX trail_claim ON trail (claim);
CREATE INDEX trail_article ON trail (article);
CREATE INDEX suggestions_article ON suggestions (article);
CREATE INDEX sources_annotation ON sources (annotation);
CREATE INDEX claims_number ON claims (number);
CREATE INDEX claims_verdict ON claims (verdict);
CREATE INDEX claims_attribution ON claims (attribution);
"""


def create_table(table: str, *columns: Tables) -> str:
    """The statement that makes a folded table of these columns."""
    lines = ["n INTEGER PRIMARY KEY", "id TEXT NOT NULL UNIQUE"]
    lines += [f"{name} {kind}" for name, kind in _together(*columns)[table].items()]
    lines.append("deleted INTEGER NOT NULL DEFAULT 0")
    body = ",\n    ".join(lines)
    return f"CREATE TABLE {table} (\n    {body}\n) STRICT"


def add_columns(columns: Tables) -> list[str]:
    """The statements that give tables which are there already more columns."""
    return [
        f"ALTER TABLE {table} ADD COLUMN {name} {kind}"
        for table, added in columns.items()
        for name, kind in added.items()
    ]
