"""What each edit of an annotation or a claim writes."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from annotator.i18n import _
from annotator.model import Annotation, Article, Selectors, Target
from annotator.store import Store, lists, standing
from annotator.store.clock import utc_now
from annotator.store.ids import new_id, shared_id
from annotator.store.layout import PageQuads, quads_to_json
from annotator.store.operations import Batch


@dataclass(frozen=True, slots=True)
class Place:
    """Where a mark is to stand: a passage, and for an article with pages its page (from 1) and
    quads; for an area the place in the text beside it and one quad."""

    selectors: Selectors
    page: int = 0
    quads: PageQuads = ()


def today() -> str:
    """Today's date, ISO."""
    return date.today().isoformat()


def add_annotation(
    batch: Batch, article: Article, place: Place | None, fields: dict[str, Any], id: str = ""
) -> str:
    """A new annotation, on a passage or an area or (None) on the whole article; its id."""
    id, now = id or new_id(), utc_now()
    known = {"author": batch.author, "created": now, "modified": now, **fields}
    batch.insert("annotations", id, article=article.id, **known)
    if place is not None:
        _add_target(batch, id, article, place)
    return id


def _add_target(batch: Batch, annotation_id: str, article: Article, place: Place) -> None:
    version = article.version or ""
    id = shared_id("target", annotation_id, version)
    batch.ensure("targets", id, annotation=annotation_id, version=version, **_target(place))


def _target(place: Place) -> dict[str, Any]:
    selectors = place.selectors
    return {
        "start_offset": selectors.start, "end_offset": selectors.end, "exact": selectors.exact,
        "prefix": selectors.prefix, "suffix": selectors.suffix, "page": place.page,
        "quads": quads_to_json(place.quads),
    }  # fmt: skip


def move(
    batch: Batch, annotation_id: str, article: Article, target: Target | None, place: Place
) -> None:
    """Let an annotation stand elsewhere in the article's current version."""
    if target is not None and target.version == article.version:
        changed = batch.update("targets", target.id, **_target(place))
    else:
        _add_target(batch, annotation_id, article, place)
        changed = True
    if changed:
        batch.update("annotations", annotation_id, modified=utc_now())


def set_tags(
    store: Store, batch: Batch, annotation_id: str, current: Iterable[str], wanted: Iterable[str]
) -> None:
    """Link an annotation to the tags wanted, made where they are new, and to no others."""
    now, then = set(current), set(wanted)
    for path in sorted(then - now):
        tag = lists.tag_by_path(store.connection, path) or batch.insert("tags", new_id(), path=path)
        link = shared_id("annotation_tag", annotation_id, tag)
        batch.ensure("annotation_tags", link, annotation=annotation_id, tag=tag)
    for path in sorted(now - then):
        for link in lists.tag_links(store.connection, annotation_id, path):
            batch.delete("annotation_tags", link)


def delete_annotation(store: Store, batch: Batch, annotation: Annotation) -> None:
    """Put an annotation into the trash, with claims that stand in no other passage."""
    for claim in annotation.claims:
        if standing.marks(store.connection, claim.id) == [annotation.id]:
            batch.delete("claims", claim.id)
    batch.delete("annotations", annotation.id)


def set_role(batch: Batch, version: str, block: int, role: str) -> None:
    """Keep what the user says a block is."""
    id = shared_id("block_role", version, block)
    batch.ensure("block_roles", id, version=version, block=block, role=role)


def command(fields: dict[str, Any], otherwise: str) -> str:
    """What an edit of these fields is called in the undo list."""
    names = {
        "colour": _("colour"), "style": _("style"), "note": _("note"), "private": _("privacy"),
        "statement": _("statement"), "kind": _("kind of claim"), "claimant": _("said by"),
        "verdict": _("verdict"), "reasoning": _("reasoning"), "status": _("status"),
        "assignee": _("assignee"), "reviewer": _("reviewer"), "priority": _("priority"),
        "check_again": _("date to check again"), "as_of": _("date of the verdict"),
    }  # fmt: skip
    known = [names[name] for name in fields if name in names]
    return known[0] if len(known) == 1 else otherwise
