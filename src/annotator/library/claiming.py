"""Claims of an open article and the sources brought to them."""

from typing import Any

from annotator.errors import NotFound
from annotator.i18n import _
from annotator.library import edits, values
from annotator.library.claims import writing
from annotator.library.placing import Placing
from annotator.model import Claim, Evidence


class Claiming(Placing):
    """The part of an ``ArticleSession`` that edits claims and evidence."""

    def claim(
        self,
        start: int,
        end: int,
        statement: str | None = None,
        kind: str = "fact",
        claimant: str = "",
        verdict: str | None = None,
    ) -> Claim:
        """Make a claim of a passage, on this author's mark of exactly that passage if there is
        one. ``statement`` starts as the quote."""
        place = self.place(start, end)
        selectors = place.selectors
        fields = {"kind": kind, "claimant": claimant, "verdict": verdict}
        fields = values.claim_fields(
            {**fields, "statement": statement or selectors.exact}, self.library.verdicts()
        )
        with self.library.store.write(_("claim")) as batch:
            self.library.poll()  # another program may have marked it while this one waited
            known = self.same_range(selectors.start, selectors.end)
            mark = known.id if known else edits.add_annotation(batch, self.article, place, {})
            id = writing.add(self.library.store, batch, mark, fields)
        return self._find_claim(id)

    def add_claim(self, annotation_id: str, statement: str | None = None, **fields: Any) -> Claim:
        """Make a claim, or another one, of a mark's passage."""
        quote = self.annotation(annotation_id).quote
        checked = values.claim_fields(
            {**fields, "statement": statement or quote}, self.library.verdicts()
        )
        with self.library.store.write(_("claim")) as batch:
            id = writing.add(self.library.store, batch, annotation_id, checked)
        return self._find_claim(id)

    def _find_claim(self, id: str) -> Claim:
        if self.library.store.writing:
            return Claim(id, 0, "")
        claim = self._tally.claim(id)
        if claim is None:
            raise NotFound(_("This claim is not there any more."))
        return claim

    def update_claim(self, claim_id: str, **fields: Any) -> Claim:
        """Change ``statement``, ``kind``, ``claimant``, ``claimed``, ``verdict`` (a name, None to
        take it back), ``as_of``, ``check_again``, ``reasoning``, ``status`` or ``priority``.
        ``why`` is a line for the trail.

        A first verdict turns the status *to check* into *checked* and sets ``as_of`` to today.
        """
        claim, why = self._find_claim(claim_id), fields.pop("why", "")
        if "verdict" in fields:
            fields["verdict"] = fields["verdict"] or ""  # taken back
        checked = values.claim_fields(fields, self.library.verdicts())
        values.agree(checked, claim)
        with self.library.store.write(edits.command(checked, _("change of a claim"))) as batch:
            writing.change(self.library.store, batch, claim, checked, why)
        return self._find_claim(claim_id)

    def remove_claim(self, claim_id: str) -> None:
        """Put a claim into the trash; the mark stays."""
        with self.library.store.write(_("removal of a claim")) as batch:
            batch.delete("claims", claim_id)

    # Sources

    def attach_source(
        self, target_id: str, url: str = "", stance: str = "context", quote: str = "", **fields: str
    ) -> Evidence:
        """Bring a source to a claim or an annotation: ``target_id`` is either's id.

        ``url`` may be a web address, a DOI or an arXiv id; a source with the same address is used
        again. Other fields: ``title``, ``author``, ``publisher``, ``published``, ``accessed``
        (today unless given), ``type``.
        """
        return self.library.attach_source(target_id, url, stance, quote, **fields)

    def update_evidence(self, evidence_id: str, **fields: str) -> None:
        """Change ``stance``, ``quote`` or ``type`` of evidence."""
        self.library.update_evidence(evidence_id, **fields)

    def update_source(self, source_id: str, **fields: str) -> None:
        """Change what is known of a source, wherever it is used."""
        self.library.update_source(source_id, **fields)

    def remove_evidence(self, evidence_id: str) -> None:
        """Take a source away from what it was brought to."""
        self.library.remove_evidence(evidence_id)
