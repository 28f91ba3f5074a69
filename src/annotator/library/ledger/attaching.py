"""What bringing evidence writes."""

from annotator.library import edits
from annotator.library.ledger.fields import ASKED_TYPES, Fields
from annotator.store import Store, sources
from annotator.store.clock import utc_now
from annotator.store.ids import new_id
from annotator.store.operations import Batch


def attach(
    store: Store, batch: Batch, owner: dict[str, str], source: Fields, entry: Fields,
    read: Fields | None = None,
) -> str:  # fmt: skip
    """Bring a source to a claim or an annotation; the evidence's id.

    A source of the same passage, file or address is used again: what somebody says of it holds
    from now on, what was merely ``read`` off it fills in what is not known.
    """
    known = sources.load(
        store.connection, sources.same(store.connection, {**(read or {}), **source})
    )
    if known is None:
        described = {**(read or {}), **{name: value for name, value in source.items() if value}}
        return add_entry(batch, owner, _add_source(batch, described, entry), entry)
    said = {name: value for name, value in source.items() if value}
    new = {name: value for name, value in (read or {}).items() if not getattr(known, name)}
    batch.update("sources", known.id, **{**new, **said})
    return add_entry(batch, owner, known.id, entry)


def _add_source(batch: Batch, source: Fields, entry: Fields) -> str:
    return batch.insert("sources", new_id(), **_looked_up(source, entry))


def add_entry(batch: Batch, owner: dict[str, str], source_id: str, entry: Fields) -> str:
    """An entry on a source that is known; its id."""
    return batch.insert(
        "evidence", new_id(), source=source_id, author=batch.author, created=utc_now(), **owner,
        **entry,
    )  # fmt: skip


def _looked_up(source: Fields, entry: Fields) -> Fields:
    """A source on the web was looked up today unless something else is said."""
    if not source.get("url") or source.get("file_sha256") or source.get("annotation"):
        return source
    return source if entry.get("type") in ASKED_TYPES else {"accessed": edits.today(), **source}
