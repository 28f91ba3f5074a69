"""Claims by their ids, wherever they stand: rows for the board, the claims themselves, edits."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from annotator.errors import InvalidValue, NotFound
from annotator.i18n import _, ngettext
from annotator.library import edits, values
from annotator.library.claims import filtering, joining, people, reviewing, seen, writing
from annotator.library.claims import passages as places
from annotator.library.claims.filtering import BoardCounts, ClaimFilter
from annotator.library.claims.passages import Passage
from annotator.library.claims.seen import Seen
from annotator.library.claims.shown import ShownBoard
from annotator.library.claims.writing import Fields
from annotator.model import Claim, Person, TrailEntry
from annotator.store import claim_names, claims, scales, standing, trail
from annotator.store.board import ClaimRow
from annotator.store.standing import Standing

if TYPE_CHECKING:
    from annotator.library.library import Library

EVERY_CLAIM = ClaimFilter()
FIELDS = (
    "statement", "kind", "claimant", "claimed", "verdict", "as_of", "check_again", "reasoning",
    "status", "assignee", "reviewer", "priority",
)  # fmt: skip
"""What can be changed of a claim."""


class Claims:
    """All claims of a library.

    Every edit is one transaction and one undo step, and writes the trail. Raises ``NotFound`` for
    ids that are none, ``InvalidValue`` for values outside their vocabulary; then nothing is
    written.
    """

    def __init__(self, library: "Library") -> None:
        self._library = library
        self._store = library.store
        self._shown = ShownBoard(library.store)

    # Looking

    def rows(
        self, where: ClaimFilter = EVERY_CLAIM, order: str = "number", descending: bool = False
    ) -> list[ClaimRow]:
        """The claims that are meant, as rows of a table, ordered by one of ``filtering.ORDERS``."""
        found = filtering.chosen(self._shown.board().rows, where)
        return filtering.ordered(found, order, descending)

    def counts(self) -> BoardCounts:
        """How many claims there are, and of which sort."""
        return filtering.counted(self._shown.board())

    def get(self, id: str) -> Claim:
        """A claim with all that hangs on it."""
        found = claims.load(self._store.connection, [id])
        if not found:
            raise NotFound(_("This claim is not there any more."))
        return found[0]

    def load(self, ids: Iterable[str]) -> list[Claim]:
        """Several claims with all that hangs on them, by number."""
        return claims.load(self._store.connection, ids)

    def find(self, text: str) -> str:
        """The id of the claim that ``text`` names: an id, an unambiguous beginning of one, or a
        number (``C14`` or ``14``). What was merged leads to the claim it was merged into."""
        found = claim_names.named(self._store.connection, text.strip())
        if len(found) == 1:
            return found[0]
        if not found:
            raise NotFound(
                _("No claim is called “{text}”; “annotator claims” shows them.").format(text=text)
            )
        raise NotFound(
            ngettext(
                "“{text}” names {count} claim; give more of its id.",
                "“{text}” names {count} claims; give more of the id of one.", len(found),
            ).format(text=text, count=len(found))
        )  # fmt: skip

    def passages(self, id: str) -> list[Passage]:
        """Where a claim stands, in the order the passages were added."""
        return places.of_claim(self._library, id)

    def standing(self, ids: Iterable[str]) -> dict[str, list[Standing]]:
        """Where several claims stand, by claim, without looking the words up in the articles."""
        return standing.of_claims(self._store.connection, ids)

    def trails(self, ids: Iterable[str]) -> dict[str, list[TrailEntry]]:
        """What became of several claims, by claim."""
        return trail.of_claims(self._store.connection, ids)

    def trail(self, id: str) -> list[TrailEntry]:
        """What became of a claim, the oldest step first."""
        return self.trails([id]).get(id, [])

    def corrections(self, id: str) -> list[TrailEntry]:
        """The changes of its verdict after the first."""
        judged = [step for step in self.trail(id) if step.action == "verdict"]
        return [step for step in judged[1:] if step.before != step.after]

    def seen_before(self, text: str, exclude: str = "", limit: int = 5) -> list[Seen]:
        """The claims and marked passages nearest to what somebody writes, the nearest first.
        ``exclude`` is the id of the claim (or annotation) that is being written. It is looked for
        over a connection of its own: unlike all else this may be asked from any thread."""
        with self._store.reading() as connection:
            return seen.before(connection, text, exclude, limit)

    def people(self) -> list[Person]:
        """Everybody who may be asked, by name."""
        return people.known(self._store)

    def person(self, who: str) -> str:
        """The id of the person that ``who`` names: an id, or a name without regard to case."""
        found = people.find(self._store, who)
        if not found:
            raise NotFound(_("Nobody here is called “{name}”.").format(name=who))
        return found

    def add_person(self, name: str) -> Person:
        """Somebody who may be asked; the same person where somebody is called so already."""
        return people.add(self._store, name)

    # Editing

    def update(self, ids: str | Iterable[str], why: str = "", **fields: Any) -> list[Claim]:
        """Change claims: ``statement``, ``kind``, ``claimant``, ``claimed``, ``verdict`` (a name;
        None takes it back), ``as_of``, ``check_again``, ``reasoning``, ``status``, ``assignee``,
        ``reviewer`` (an id, a name, None for nobody) or ``priority``.

        ``why`` is one line for the trail: another verdict than the one there is asks for it, and
        so does a claim that is set aside without reasoning. It becomes the reasoning while there
        is none, or none but the line an earlier verdict was given with.
        """
        wanted = [ids] if isinstance(ids, str) else list(dict.fromkeys(ids))
        why, checked = why.strip(), self._checked(fields)
        with self._store.write(edits.command(checked, _("change of a claim"))) as batch:
            for claim in [self.get(id) for id in wanted]:  # as nobody else changes them any more
                self._refuse(claim, checked, why)
                writing.change(self._store, batch, claim, checked, why)
        return [self.get(id) for id in wanted]

    def _checked(self, fields: dict[str, Any]) -> Fields:
        for name in fields:
            values.one_of(_("field of a claim"), name, FIELDS)
        said = {name: "" if value is None else value for name, value in fields.items()}
        if not str(said.get("statement", "-")).strip():
            raise InvalidValue(_("A claim needs words."))
        return values.claim_fields(said, self._library.verdicts())

    def _refuse(self, claim: Claim, fields: Fields, why: str) -> None:
        """Raise ``InvalidValue`` where something has to be said along, or dates contradict."""
        values.agree(fields, claim)
        if "verdict" in fields and not why:
            name = writing.verdict_name(self._store, fields)
            if claim.verdict and name != claim.verdict.name:
                raise InvalidValue(
                    _("{claim} was “{verdict}”; say in one line why that changes.").format(
                        claim=claim.label, verdict=claim.verdict.name
                    )
                )
        self._refuse_checked_outcome(claim, fields)
        aside = fields.get("status") == "set aside" or (
            "verdict" in fields and writing.is_outcome(self._store, fields)
        )
        if aside and not (why or fields.get("reasoning") or claim.reasoning):
            raise InvalidValue(_("Say in one line why: a claim is set aside with a reason."))

    def _refuse_checked_outcome(self, claim: Claim, fields: Fields) -> None:
        """Raise ``InvalidValue`` where a claim that nobody rates would become *checked*."""
        if fields.get("status") != "checked" or claim.status == "checked":
            return
        verdict = claim.verdict
        if "verdict" in fields:
            verdict = scales.verdict(self._store.connection, fields["verdict"])
        if verdict is not None and verdict.is_outcome:
            raise InvalidValue(
                _("{claim} is “{verdict}”, so it is set aside and not checked.").format(
                    claim=claim.label, verdict=verdict.name
                )
            )

    def remove(self, *ids: str) -> None:
        """Put claims into the trash; the marks stay."""
        found = [self.get(id) for id in ids]
        with self._store.write(_("removal of a claim")) as batch:
            for claim in found:
                batch.delete("claims", claim.id)

    # Review

    @property
    def other_person(self) -> bool:
        """Whether somebody else is to look over a verdict than the one who gave it."""
        return writing.asks_for_other(self._store)

    def ask_for_review(self, id: str, reviewer: str = "") -> Claim:
        """Put a claim to ``reviewer`` (an id or a name), or to whoever looks it over."""
        reviewing.ask(self._library, self.get(id), reviewer)
        return self.get(id)

    def send_back(self, id: str, comment: str) -> Claim:
        """Send a claim back to whoever checks it; the comment stands in its thread."""
        reviewing.send_back(self._library, self.get(id), comment)
        return self.get(id)

    def approve(self, id: str) -> Claim:
        """Say that a claim's verdict holds. Raises ``InvalidValue`` where somebody else has to."""
        reviewing.approve(self._library, self.get(id))
        return self.get(id)

    # Passages; one claim of several, several of one

    def add_passage(self, id: str, annotation_id: str) -> None:
        """Let a claim stand in one more passage, in whichever article."""
        joining.add_passage(self._library, self.get(id), annotation_id)

    def add_passage_at(self, id: str, article_id: str, start: int, end: int) -> str:
        """Let a claim stand in a passage of an article, on this author's mark of exactly that
        passage or a new one; the annotation's id."""
        return joining.add_passage_at(self._library, self.get(id), article_id, start, end)

    def remove_passage(self, id: str, annotation_id: str) -> None:
        """Let a claim stand in one passage less; it has to stand somewhere. The mark stays."""
        joining.remove_passage(self._library, self.get(id), annotation_id)

    def merge(self, into: str, *others: str) -> Claim:
        """Make several claims one: ``into`` takes over passages, evidence and comments of the
        others, whose numbers lead to it from then on."""
        joining.merge(self._library, self.get(into), [self.get(id) for id in others])
        return self.get(into)

    def split(self, id: str, annotation_ids: Iterable[str]) -> Claim:
        """Make a new claim, that says the same, of some passages of a claim."""
        return self.get(joining.split(self._library, self.get(id), annotation_ids))

    def split_attribution(self, id: str) -> tuple[Claim, Claim]:
        """Make two linked claims of one that lays something to somebody: *did they say it*, and
        *is it so*."""
        made = joining.split_attribution(self._library, self.get(id))
        return self.get(id), self.get(made)
