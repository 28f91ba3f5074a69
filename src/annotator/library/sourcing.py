"""Sources brought to claims and annotations."""

from functools import cached_property
from typing import TYPE_CHECKING, cast

from annotator.model import Evidence, Source
from annotator.store import Store
from annotator.store import evidence as evidence_

if TYPE_CHECKING:
    from annotator.library.ledger import Ledger, Said
    from annotator.library.library import Library


class Sourcing:
    """The part of a ``Library`` that keeps sources: ``ledger``, and its plainest uses."""

    store: Store

    @cached_property
    def ledger(self) -> "Ledger":
        """What is said for and against claims."""
        from annotator.library.ledger import Ledger

        return Ledger(cast("Library", self))

    def sources(self) -> list[Source]:
        """All sources in use."""
        return evidence_.sources(self.store.connection)

    def attach_source(
        self, target_id: str, url: str = "", stance: str = "context", quote: str = "", **fields: str
    ) -> Evidence:
        """Bring a source to a claim or an annotation; see ``ArticleSession.attach_source``."""
        said = {"url": url, "stance": stance, "quote": quote, **fields}
        return self.ledger.add(target_id, **cast("Said", said))

    def update_evidence(self, evidence_id: str, **fields: str) -> None:
        """Change ``stance``, ``quote`` or ``type`` of evidence."""
        self.ledger.update(evidence_id, **cast("Said", fields))

    def update_source(self, source_id: str, **fields: str) -> None:
        """Change what is known of a source, wherever it is used."""
        self.ledger.update_source(source_id, **cast("Said", fields))

    def remove_evidence(self, evidence_id: str) -> None:
        """Take a source away from what it was brought to."""
        self.ledger.remove(evidence_id)
