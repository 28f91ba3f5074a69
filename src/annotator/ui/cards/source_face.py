"""What is brought to a mark or a claim, on its card."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from annotator.i18n import _
from annotator.model import Evidence
from annotator.ui.cards.links_part import LinksPart
from annotator.ui.cards.parts import Link, TextPart, Verb
from annotator.ui.cards.source_part import SourcePart
from annotator.ui.cards.text import Run
from annotator.ui.cards.views import CardView
from annotator.ui.evidence.facts import NOTHING, EntryFacts

if TYPE_CHECKING:
    from annotator.ui.cards.card import Card
    from annotator.ui.cards.face import Face

INDENT = 22


class SourceFace:
    """Stacks the entries of an open card; one of them may be unfolded, one be written on."""

    def __init__(self, card: "Card", view: CardView, face: "Face") -> None:
        self._card, self._view, self._face = card, view, face

    def add(self, entries: Sequence[Evidence], *, of_claim: bool) -> None:
        """One under the other."""
        gap = 8
        for entry in entries:
            if self._view.editing == "evidence:" + entry.id:
                self._face.add_editor(self._view.editing, 8)
                continue
            unfolded = self._view.unfolded == entry.id
            facts = self._view.entries.get(entry.id, NOTHING)
            row = self._card.take(SourcePart).fill(
                entry, of_claim=of_claim, open=True, ruled=True, unfolded=unfolded, facts=facts
            )
            self._card.add(row, gap)
            gap = 6 if unfolded else 0
            if unfolded:
                self._add_unfolded(entry, facts)

    def _add_unfolded(self, entry: Evidence, facts: EntryFacts) -> None:
        if facts.check is not None and facts.differs:
            from annotator.ui.evidence.compared_part import ComparedPart  # once somebody looks

            compared = self._card.take(ComparedPart)
            self._card.add(compared.fill(facts.check, entry.quote, INDENT), 4)
        there = [(_("Go there"), Verb.GO, entry.id), (_("Beside"), Verb.BESIDE, entry.id)]
        own = [(_("Edit"), Verb.EDIT_SOURCE, entry.id), (_("Remove"), Verb.REMOVE_SOURCE, entry.id)]
        before = there if facts.article else []
        self.add_address(entry.source.url, entry.id, own, INDENT, before=before)

    def add_address(
        self, url: str, id: str, more: Sequence[Link] = (), indent: int = 0, *,
        before: Sequence[Link] = (),
    ) -> None:  # fmt: skip
        """Where a link leads, whole, before it can be opened. ``before`` and ``more``: what else
        can be done, before and after that."""
        links = [(_("Open in browser"), Verb.OPEN, id), (_("Copy link"), Verb.COPY_LINK, id)]
        if url:
            text = self._card.take(TextPart)
            self._card.add(text.fill([Run(url, "small", "secondary")], indent=indent), 2)
        shown = [*before, *links, *more] if url else [*before, *more]
        self._card.add(self._card.take(LinksPart).fill(shown, reachable=True, indent=indent), 2)
