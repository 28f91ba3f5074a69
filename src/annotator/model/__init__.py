"""The words of the field as frozen dataclasses; standard library only.

Offsets everywhere are code points of ``Article.text`` (Python ``str`` indices), half-open.
"""

from annotator.model.annotation import (
    Anchor,
    AnchorState,
    Annotation,
    Selectors,
    Target,
)
from annotator.model.article import Article, Details, OutlineEntry, Page, Resource
from annotator.model.claims import (
    Claim,
    Evidence,
    Scale,
    Source,
    TrailEntry,
    Verdict,
    origins,
)
from annotator.model.comments import Comment
from annotator.model.embedded import EmbeddedAnnotation, EmbeddedReply, Quad
from annotator.model.text import Block, BlockKind, Container, Span, make_text, with_roles
from annotator.model.words import Collection, Person, Tag

__all__ = [
    "Anchor",
    "AnchorState",
    "Annotation",
    "Article",
    "Block",
    "BlockKind",
    "Claim",
    "Collection",
    "Comment",
    "Container",
    "Details",
    "EmbeddedAnnotation",
    "EmbeddedReply",
    "Evidence",
    "OutlineEntry",
    "Page",
    "Person",
    "Quad",
    "Resource",
    "Scale",
    "Selectors",
    "Source",
    "Span",
    "Tag",
    "Target",
    "TrailEntry",
    "Verdict",
    "make_text",
    "origins",
    "with_roles",
]
