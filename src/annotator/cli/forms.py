"""What ``--json`` prints: stable, scripts depend on it."""

import json
from typing import Any

import click

from annotator.library import ArticleSession, Library
from annotator.model import Annotation, Block, Claim, Comment, Evidence
from annotator.store import ArticleRow


def print_json(value: object) -> None:
    """One JSON document on stdout."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


def article_row(row: ArticleRow) -> dict[str, Any]:
    """An article as ``list`` shows it."""
    return {
        "id": row.id, "title": row.title, "author": row.authors, "site": row.site, "url": row.url,
        "published": row.published, "added": row.added, "format": row.format,
        "annotations": row.annotations, "claims": row.claims, "claims_checked": row.claims_checked,
    }  # fmt: skip


def article(session: ArticleSession) -> dict[str, Any]:
    """An article whole, as ``show`` prints it."""
    row = session.library.articles([session.id])[0]
    shown = session.article
    more = {"language": shown.details.language, "sha256": shown.sha256, "text": shown.text}
    return {
        "article": {**article_row(row), **more},
        "blocks": [block(item) for item in shown.blocks],
        "annotations": [annotation(session, item) for item in session.annotations()],
    }


def block(item: Block) -> dict[str, Any]:
    """A block with the user's corrections."""
    return {
        "kind": str(item.kind), "level": item.level, "start": item.start, "end": item.end,
        "main": item.main,
    }  # fmt: skip


def annotation(session: ArticleSession, item: Annotation) -> dict[str, Any]:
    """An annotation with all that hangs on it. Places are code points of the article's text."""
    anchor = session.anchor(item.id)
    return {
        "id": item.id, "number": session.number(item.id), "kind": item.kind,
        "start": anchor.start, "end": anchor.end, "quote": item.quote, "colour": item.colour,
        "style": item.style, "note": item.note, "tags": list(item.tags),
        "page": session.page(item.id) or None, "rect": _rect(session, item),
        "private": item.private,
        "anchor": {
            "state": str(anchor.state), "start": anchor.start, "end": anchor.end,
            "score": anchor.score,
        },
        "sources": [source(entry, session.library) for entry in item.sources],
        "claims": [claim(entry, session.library) for entry in item.claims],
        "comments": [comment(entry) for entry in item.comments], "author": item.author_name,
        "created": item.created, "modified": item.modified,
    }  # fmt: skip


def _rect(session: ArticleSession, item: Annotation) -> list[float] | None:
    """An area's rectangle; null for other marks, and while the file is locked."""
    if item.kind != "area" or session.locked:
        return None
    return [round(number, 2) for number in session.area(item)[1]]


def comment(item: Comment) -> dict[str, Any]:
    """A turn of a thread."""
    return {
        "author": item.author_name, "created": item.created, "text": item.text,
        "resolved": item.resolved,
    }  # fmt: skip


def claim(item: Claim, library: Library | None = None) -> dict[str, Any]:
    """A claim with its evidence; ``verdict`` is a name or null."""
    return {
        "id": item.id, "number": item.number, "statement": item.statement, "kind": item.kind,
        "claimant": item.claimant, "verdict": item.verdict.name if item.verdict else None,
        "status": item.status, "reasoning": item.reasoning,
        "sources": [source(entry, library) for entry in item.evidence],
    }  # fmt: skip


def source(item: Evidence, library: Library | None = None) -> dict[str, Any]:
    """A source and how it stands to what it was brought to. With the library it is looked up
    whether the words quoted stand in it, null where that cannot be."""
    of, check = item.source, library.ledger.check(item) if library else None
    return {
        "url": of.url, "title": of.title, "stance": item.stance, "quote": item.quote,
        "accessed": of.accessed,
        "id": item.id, "source": of.id, "type": item.type, "author": of.author,
        "publisher": of.publisher, "published": of.published, "archive_url": of.archive_url,
        "locator": item.locator, "note": item.note, "private": item.private,
        "origin": item.origin, "article": of.article, "annotation": of.annotation,
        "file": of.file_name, "file_sha256": of.file_sha256, "asked": item.asked,
        "deadline": item.deadline, "answered": item.answered, "outcome": item.outcome,
        "place": item.place, "query": item.query,
        "check": {"state": check.state, "score": check.score} if check else None,
    }  # fmt: skip
