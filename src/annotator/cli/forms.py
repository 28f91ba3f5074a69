"""What ``--json`` prints: stable, scripts depend on it."""

import json
from collections.abc import Iterable
from typing import Any

import click

from annotator.cli import quoting
from annotator.library import ArticleSession, Library
from annotator.model import (
    Annotation,
    Block,
    Claim,
    Comment,
    Evidence,
    Person,
    TrailEntry,
    Verdict,
)
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
        "claims_set_aside": row.claims_set_aside,
    }  # fmt: skip


def article(session: ArticleSession) -> dict[str, Any]:
    """An article whole, as ``show`` prints it."""
    row = session.library.articles([session.id])[0]
    shown = session.article
    marks = session.annotations()
    claims = ClaimForms(session.library, (one for mark in marks for one in mark.claims))
    more = {"language": shown.details.language, "sha256": shown.sha256, "text": shown.text}
    return {
        "article": {**article_row(row), **more},
        "blocks": [block(item) for item in shown.blocks],
        "annotations": [annotation(session, item, claims) for item in marks],
    }


def block(item: Block) -> dict[str, Any]:
    """A block with the user's corrections."""
    return {
        "kind": str(item.kind), "level": item.level, "start": item.start, "end": item.end,
        "main": item.main,
    }  # fmt: skip


def annotation(
    session: ArticleSession, item: Annotation, claims: "ClaimForms | None" = None
) -> dict[str, Any]:
    """An annotation with all that hangs on it. Places are code points of the article's text."""
    claims = claims or ClaimForms(session.library, item.claims)
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
        "claims": [claims.claim(entry) for entry in item.claims],
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


class ClaimForms:
    """Claims with evidence, passages and trail; what belongs to all of them is read at once."""

    def __init__(self, library: Library, claims: Iterable[Claim]) -> None:
        ids = [claim.id for claim in claims]
        self._library = library
        self._standing = library.claims.standing(ids) if ids else {}
        self._trails = library.claims.trails(ids) if ids else {}

    def claim(self, item: Claim) -> dict[str, Any]:
        """A claim; ``verdict``, ``assignee`` and ``reviewer`` are names or null."""
        return {
            "id": item.id, "number": item.number, "statement": item.statement, "kind": item.kind,
            "claimant": item.claimant, "claimed": item.claimed, "verdict": _name(item.verdict),
            "as_of": item.as_of, "check_again": item.check_again, "status": item.status,
            "reasoning": item.reasoning,
            "sources": [source(entry, self._library) for entry in item.evidence],
            "origins": item.origins, "assignee": _name(item.assignee),
            "reviewer": _name(item.reviewer), "priority": item.priority,
            "attribution": item.attribution or None,
            "asks": item.pair.asks if item.pair else None,
            "linked": [
                {"id": other.id, "number": other.number}
                for other in (item.pair.others if item.pair else ())
            ],
            "passages": [
                {"article": place.article, "annotation": place.annotation}
                for place in self._standing.get(item.id, ())
            ],
            "comments": [comment(entry) for entry in item.comments],
            "trail": [step(entry) for entry in self._trails.get(item.id, ())],
        }  # fmt: skip


def claim(item: Claim, library: Library) -> dict[str, Any]:
    """A claim as ``claims`` prints it."""
    return ClaimForms(library, [item]).claim(item)


def step(item: TrailEntry) -> dict[str, Any]:
    """A step on the way to a verdict."""
    return {
        "action": item.action, "before": item.before, "after": item.after, "why": item.why,
        "who": item.who, "when": item.when,
    }  # fmt: skip


def _name(named: Verdict | Person | None) -> str | None:
    return named.name if named else None


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
        "check": quoting.form(check),
    }  # fmt: skip
