"""What bringing evidence writes."""

from dataclasses import dataclass, field
from pathlib import Path

from annotator.errors import InvalidValue
from annotator.i18n import _
from annotator.library import edits
from annotator.library.ledger.fields import ASKED_TYPES, Fields
from annotator.store import Store, sources
from annotator.store.clock import utc_now
from annotator.store.ids import new_id
from annotator.store.operations import Batch


@dataclass(frozen=True, slots=True)
class Request:
    """Evidence to bring to a claim or an annotation (``owner`` says which). ``source`` is what
    somebody says of the source, ``entry`` of the entry, ``read`` what was read off a file or an
    article. ``known`` is the id of a source that is there, ``keep`` a file to be stored."""

    owner_id: str
    owner: str
    source: Fields
    entry: Fields = field(default_factory=dict)
    read: Fields = field(default_factory=dict)
    known: str = ""
    keep: Path | None = None


def attach(store: Store, batch: Batch, new: Request) -> str:
    """Bring a source to a claim or an annotation; the evidence's id.

    A source of the same passage, file or address is used again: what somebody says of it holds
    from now on, what was merely read off it fills in what is not known. Raises ``InvalidValue``
    where nothing tells what the source is.
    """
    said = {name: value for name, value in new.source.items() if value}
    if new.entry.get("type") == "search":
        said.setdefault("title", new.entry["place"])
    described = {**new.read, **said}
    same = new.known or sources.same(store.connection, described)
    known = sources.load(store.connection, same)
    if known is None:
        source = batch.insert("sources", new_id(), **_looked_up(described, new.entry))
    else:
        source = known.id
        missing = {name: value for name, value in new.read.items() if not getattr(known, name)}
        if known.url:
            said.pop("url", None)  # another way to write it, at most
        batch.update("sources", source, **{**missing, **said})
    return batch.insert(
        "evidence", new_id(), source=source, author=batch.author, created=utc_now(),
        **{new.owner: new.owner_id}, **new.entry,
    )  # fmt: skip


def _looked_up(source: Fields, entry: Fields) -> Fields:
    """As it is stored; what is on the web was looked up today unless something else is said."""
    if not (source.get("url") or source.get("title")):
        if entry.get("type") in ASKED_TYPES:
            raise InvalidValue(_("Say who was asked: that is the source's title."))
        raise InvalidValue(_("A source needs a link or a title."))
    elsewhere = source.get("file_sha256") or source.get("annotation")
    if elsewhere or not source.get("url") or entry.get("type") in ASKED_TYPES:
        return source
    return {"accessed": edits.today(), **source}
