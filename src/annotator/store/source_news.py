"""Which sources a write concerns: themselves, and what they are used for."""

from types import MappingProxyType

from annotator.store.news import News

_OF_CLAIMS = "SELECT source FROM evidence WHERE claim IN ids"
_OF_LINKS = (
    "SELECT e.source FROM claim_passages p JOIN evidence e ON e.claim = p.claim WHERE p.id IN ids"
)
_OF_MARKS = """
SELECT source FROM evidence WHERE annotation IN ids
UNION SELECT e.source FROM claim_passages p JOIN evidence e ON e.claim = p.claim
    WHERE p.annotation IN ids
UNION SELECT id FROM sources WHERE annotation IN ids
"""
_OF_WORDS = """
SELECT e.source FROM targets t JOIN evidence e ON e.annotation = t.annotation WHERE t.id IN ids
"""

SOURCES = News(
    MappingProxyType(
        {
            "sources": "SELECT id FROM sources WHERE id IN ids",
            "evidence": "SELECT source FROM evidence WHERE id IN ids UNION "
            "SELECT before ->> '$.source' FROM history WHERE tbl = 'evidence' AND row_id IN ids",
            "claims": _OF_CLAIMS,
            "claim_passages": _OF_LINKS,
            "annotations": _OF_MARKS,
            "targets": _OF_WORDS,
        }
    ),
    elsewhere=frozenset(
        (
            "annotation_tags", "article_versions", "block_roles", "collection_articles",
            "collections", "comments", "devices", "people", "settings", "suggestions", "tags",
            "trail", "verdict_scales", "verdicts",
        )
    ),
    when_new=frozenset(("articles",)),
)  # fmt: skip
