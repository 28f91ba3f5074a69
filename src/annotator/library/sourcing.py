"""Sources brought to claims and annotations."""

from collections.abc import Callable

from annotator.errors import InvalidValue, NotFound
from annotator.i18n import _
from annotator.library import edits, values
from annotator.model import Evidence, Source
from annotator.model.links import normalise_link
from annotator.store import Store, lists
from annotator.store import evidence as evidence_


class Sourcing:
    """The part of a ``Library`` that keeps sources."""

    store: Store

    def sources(self) -> list[Source]:
        """All sources in use."""
        return evidence_.sources(self.store.connection)

    def attach_source(
        self, target_id: str, url: str = "", stance: str = "context", quote: str = "", **fields: str
    ) -> Evidence:
        """Bring a source to a claim or an annotation; see ``ArticleSession.attach_source``."""
        owner = lists.evidence_owner(self.store.connection, target_id)
        if not owner:
            raise NotFound(
                _("There is no annotation or claim with the id {id}.").format(id=target_id)
            )
        evidence = {
            "stance": values.stance(stance), "quote": quote,
            "type": values.source_type(fields.pop("type", "")),
        }  # fmt: skip
        source = source_fields({"url": url, **fields})
        if not (source.get("url") or source.get("title")):
            raise InvalidValue(_("A source needs a link or a title."))
        with self.store.write(_("source")) as batch:
            id = edits.attach(self.store, batch, {owner: target_id}, source, evidence)
        return self._evidence(id)

    def _evidence(self, id: str) -> Evidence:
        found = evidence_.entry(self.store.connection, id)
        if found is None:
            raise NotFound(_("This source is not there any more."))
        return found

    def update_evidence(self, evidence_id: str, **fields: str) -> None:
        """Change ``stance``, ``quote`` or ``type`` of evidence."""
        checks: dict[str, Callable[[str], str]] = {
            "stance": values.stance, "quote": str, "type": values.source_type,
        }  # fmt: skip
        checked = {name: checks[name](value) for name, value in fields.items()}
        with self.store.write(_("change of a source")) as batch:
            batch.update("evidence", evidence_id, **checked)

    def update_source(self, source_id: str, **fields: str) -> None:
        """Change what is known of a source, wherever it is used."""
        checked = source_fields(fields)
        with self.store.write(_("change of a source")) as batch:
            batch.update("sources", source_id, **checked)

    def remove_evidence(self, evidence_id: str) -> None:
        """Take a source away from what it was brought to."""
        with self.store.write(_("removal of a source")) as batch:
            batch.delete("evidence", evidence_id)


def source_fields(fields: dict[str, str]) -> dict[str, str]:
    """What is said of a source, as it is stored. Raises ``InvalidValue``."""
    checked = {name: value.strip() for name, value in fields.items()}
    for name in ("url", "archive_url"):
        if checked.get(name):
            checked[name] = normalise_link(checked[name])
    for name in ("published", "accessed"):
        if name in checked:
            checked[name] = values.date(checked[name])
    return checked
