"""What can be asked for on the board, in words and with counts."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from annotator.i18n import _
from annotator.library.claims.filtering import BoardCounts, ClaimFilter
from annotator.model import Person
from annotator.model.claims import CLAIM_KINDS, STATUSES
from annotator.store.board import ClaimRow
from annotator.ui.board.state import NOTHING_ASKED
from annotator.ui.cards import wording


@dataclass(frozen=True, slots=True)
class Ask:
    """A filter by name: the fields of ``ClaimFilter`` it sets, and how many claims pass."""

    text: str
    count: int
    wanted: Mapping[str, Any] = field(default_factory=dict)

    def holds(self, asked: ClaimFilter) -> bool:
        """Whether it is what is asked for now; for the one without fields, that nothing is."""
        if not self.wanted:
            return asked == NOTHING_ASKED
        return all(getattr(asked, name) == value for name, value in self.wanted.items())


def general_asks(counts: BoardCounts, me: str) -> list[Ask]:
    """What one asks for at work."""
    today = date.today().isoformat()
    asks = [
        Ask(_("All"), counts.total),
        Ask(_("Mine"), counts.by_assignee.get(me, 0), {"assignee": me}),
        Ask(_("To review"), counts.by_status.get("to review", 0), {"status": "to review"}),
        Ask(_("No source"), counts.no_source, {"no_source": True}),
        Ask(_("One origin only"), counts.one_origin, {"one_origin": True}),
    ]
    if counts.due:
        asks.append(Ask(_("To check again"), counts.due, {"check_again_by": today}))
    return asks


def article_asks(counts: BoardCounts) -> list[Ask]:
    """By article."""
    return [Ask(a.title, a.claims, {"article": a.article}) for a in counts.by_article]


def claimant_asks(counts: BoardCounts) -> list[Ask]:
    """By who said so; whoever is not named cannot be asked for."""
    return [
        Ask(wording.claimant_name(name), count, {"claimant": name})
        for name, count in counts.by_claimant.items()
        if name
    ]


def verdict_asks(counts: BoardCounts, names: Iterable[str]) -> list[Ask]:
    """By verdict, in the scale's order, then what was concluded in words; none at the end."""
    order = list(dict.fromkeys([*names, *(name for name in counts.by_verdict if name)]))
    asks = [
        Ask(name, counts.by_verdict[name], {"verdict": name})
        for name in order
        if counts.by_verdict.get(name)
    ]
    return [*asks, Ask(_("No verdict yet"), counts.by_verdict.get("", 0), {"verdict": ""})]


def kind_asks(counts: BoardCounts) -> list[Ask]:
    """By kind."""
    return [
        Ask(wording.kind_name(kind), counts.by_kind[kind], {"kind": kind})
        for kind in CLAIM_KINDS
        if counts.by_kind.get(kind)
    ]


def status_asks(counts: BoardCounts) -> list[Ask]:
    """By status: all of them, in the order of work."""
    return [
        Ask(wording.status_name(status), counts.by_status.get(status, 0), {"status": status})
        for status in STATUSES
    ]


def assignee_asks(counts: BoardCounts, people: Iterable[Person]) -> list[Ask]:
    """By who works on it."""
    return [
        Ask(person.name or _("Somebody"), counts.by_assignee[person.id], {"assignee": person.id})
        for person in people
        if counts.by_assignee.get(person.id)
    ]


def tag_asks(rows: Iterable[ClaimRow]) -> list[Ask]:
    """By tag of the passages."""
    tags = Counter(tag for row in rows for tag in row.tags)
    return [Ask(f"# {tag}", count, {"tag": tag}) for tag, count in sorted(tags.items())]
