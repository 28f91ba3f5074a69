"""The entries of the ledger: every edit is one transaction and one undo step."""

from pathlib import Path
from typing import TYPE_CHECKING, Any, Unpack

from annotator.errors import InvalidValue, NotFound
from annotator.i18n import _
from annotator.library.ledger import attaching, fields
from annotator.library.ledger.fields import Fields, Said
from annotator.model import Evidence, Source
from annotator.store import evidence as stored
from annotator.store import lists, sources

if TYPE_CHECKING:
    from annotator.library.library import Library


class Ledger:
    """What is said for and against claims (and brought to annotations), and where from.

    Raises ``NotFound`` for ids that are none here, ``InvalidValue`` for values outside their
    vocabulary; then nothing is written.
    """

    def __init__(self, library: "Library") -> None:
        self._library = library
        self._store = library.store

    # Entries

    def add(
        self, owner_id: str, *, doi: str = "", file: Path | None = None, store_file: bool = False,
        passage: str = "", source: str = "", **said: Unpack[Said],
    ) -> Evidence:  # fmt: skip
        """Bring a source to a claim or an annotation: ``owner_id`` is either's id.

        The source is a web address (``url``), a ``doi``, a local ``file``, a ``passage`` of an
        article here (the id of the mark on it), one that is known (``source``, its id), or what a
        ``title`` names. One of the same address, file or passage is used again. Of a file its hash
        is kept, with ``store_file`` its bytes, too. ``accessed`` is today for what is on the web.
        """
        checked: dict[str, Any] = dict(said)
        fields.check_names(checked)
        if doi:
            checked["url"] = doi
        owner = {self._owner(owner_id): owner_id}
        entry = fields.completed(fields.of_evidence(checked))
        fields.agree(entry)
        described = self._described(fields.of_source(checked), entry)
        with self._store.write(_("source")) as batch:
            id = attaching.attach(self._store, batch, owner, described, entry)
        return self.get(id)

    def _described(self, source: Fields, entry: Fields) -> Fields:
        if entry.get("type") == "search" and not source.get("title"):
            source = {**source, "title": entry["place"]}
        if not (source.get("url") or source.get("title")):
            raise InvalidValue(_("A source needs a link or a title."))
        return source

    def _owner(self, id: str) -> str:
        owner = lists.evidence_owner(self._store.connection, id)
        if not owner:
            raise NotFound(_("There is no annotation or claim with the id {id}.").format(id=id))
        return owner

    def get(self, evidence_id: str) -> Evidence:
        """An entry with its source."""
        found = stored.entry(self._store.connection, evidence_id)
        if found is None:
            raise NotFound(_("This source is not there any more."))
        return found

    def update(self, evidence_id: str, **said: Unpack[Said]) -> Evidence:
        """Change what is said of an entry; what belongs to its source changes wherever that is
        used."""
        checked: dict[str, Any] = dict(said)
        fields.check_names(checked)
        entry, source = fields.of_evidence(checked), fields.of_source(checked)
        known = self.get(evidence_id)
        fields.agree({name: getattr(known, name) for name in fields.CONTRADICTING} | entry)
        with self._store.write(_("change of a source")) as batch:
            batch.update("evidence", evidence_id, **entry)
            batch.update("sources", known.source.id, **source)
        return self.get(evidence_id)

    def update_source(self, source_id: str, **said: Unpack[Said]) -> None:
        """Change what is known of a source, wherever it is used."""
        checked = fields.of_source(said)
        self.source(source_id)
        with self._store.write(_("change of a source")) as batch:
            batch.update("sources", source_id, **checked)

    def source(self, source_id: str) -> Source:
        """A source by its id."""
        found = sources.load(self._store.connection, source_id)
        if found is None:
            raise NotFound(_("This source is not there any more."))
        return found

    def remove(self, evidence_id: str) -> None:
        """Take a source away from what it was brought to."""
        self.get(evidence_id)
        with self._store.write(_("removal of a source")) as batch:
            batch.delete("evidence", evidence_id)

    def move(self, evidence_id: str, owner_id: str) -> Evidence:
        """Bring an entry to another claim or annotation instead."""
        self.get(evidence_id)
        owner = self._owner(owner_id)
        owners = {"claim": None, "annotation": None, owner: owner_id}
        with self._store.write(_("move of a source")) as batch:
            batch.update("evidence", evidence_id, **owners)
        return self.get(evidence_id)
