"""Which claims a write concerns."""

from types import MappingProxyType

from annotator.store.news import News
from annotator.store.pairs import WITH_PARTNERS

BOARD = News(
    MappingProxyType(
        {
            "claims": WITH_PARTNERS,
            "claim_passages": "SELECT claim FROM claim_passages WHERE id IN ids",
            "evidence": "SELECT claim FROM evidence WHERE id IN ids UNION "
            "SELECT before ->> '$.claim' FROM history WHERE tbl = 'evidence' AND row_id IN ids",
            "annotations": "SELECT claim FROM claim_passages WHERE annotation IN ids",
            "annotation_tags": "SELECT p.claim FROM annotation_tags l "
            "JOIN claim_passages p ON p.annotation = l.annotation WHERE l.id IN ids",
        }
    ),
    elsewhere=frozenset(
        (
            "block_roles", "collection_articles", "collections", "comments", "devices", "settings",
            "suggestions", "targets", "trail",
        )
    ),
    when_new=frozenset(("people", "sources", "tags")),
)  # fmt: skip
