"""Which claims of the board are shown, in which order, and what they add up to."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from operator import attrgetter
from types import MappingProxyType
from typing import Any

from annotator.library import edits, values
from annotator.model.claims import STATUSES
from annotator.store.board import Board, ClaimRow

_STATUS_ORDER = MappingProxyType({status: at for at, status in enumerate(STATUSES)})
_LAST = 1_000


@dataclass(frozen=True, slots=True)
class ClaimFilter:
    """Which claims are meant; None, empty and False mean any.

    ``verdict`` is a verdict's name, ``""`` for claims without one. ``tag`` also means the levels
    below it. ``assignee`` and ``reviewer`` are ids of people. ``check_again_by`` is a date:
    claims that are to be looked at again by then. ``text``: words that stand in statement, number
    or claimant; a status written out finds its claims, too.
    """

    verdict: str | None = None
    status: str = ""
    kind: str = ""
    tag: str = ""
    claimant: str = ""
    article: str = ""
    assignee: str = ""
    reviewer: str = ""
    no_source: bool = False
    one_origin: bool = False
    check_again_by: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class ArticleProgress:
    """How far an article is checked: claims in it, those checked, those set aside."""

    article: str
    title: str
    claims: int
    checked: int
    set_aside: int


@dataclass(frozen=True, slots=True)
class BoardCounts:
    """How many claims there are, and of which sort. ``by_verdict`` counts claims without verdict
    as ``""``, ``by_claimant`` and ``by_assignee`` (ids of people) those without anybody. ``due``:
    those whose day to be looked at again has come."""

    total: int = 0
    by_status: dict[str, int] = field(default_factory=dict)
    by_verdict: dict[str, int] = field(default_factory=dict)
    by_kind: dict[str, int] = field(default_factory=dict)
    by_claimant: dict[str, int] = field(default_factory=dict)
    by_assignee: dict[str, int] = field(default_factory=dict)
    no_source: int = 0
    one_origin: int = 0
    due: int = 0
    by_article: list[ArticleProgress] = field(default_factory=list)


Test = Callable[[ClaimRow], bool]


def chosen(rows: Iterable[ClaimRow], where: ClaimFilter) -> list[ClaimRow]:
    """The rows that are meant."""
    found = list(rows)
    for test in _tests(where):
        found = [row for row in found if test(row)]
    return found


def _tests(where: ClaimFilter) -> list[Test]:
    tests: list[Test] = []
    for name, wanted in (
        ("status", where.status), ("kind", where.kind), ("assignee_id", where.assignee),
        ("reviewer_id", where.reviewer),
    ):  # fmt: skip
        if wanted:
            tests.append(_equals(name, wanted))
    if where.claimant:
        claimant = where.claimant.casefold()
        tests.append(lambda row: row.claimant.casefold() == claimant)
    if where.verdict is not None:
        verdict = where.verdict.casefold()
        tests.append(lambda row: _verdict_name(row).casefold() == verdict)
    if where.tag:
        tests.append(_has_tag(where.tag))
    if where.article:
        tests.append(lambda row: where.article in row.articles)
    if where.no_source:
        tests.append(lambda row: row.no_source)
    if where.one_origin:
        tests.append(lambda row: row.one_origin)
    if where.check_again_by:
        tests.append(lambda row: _is_due(row, where.check_again_by))
    if where.text.strip():
        tests.append(_holds(where.text.casefold().split()))
    return tests


def _equals(name: str, wanted: str) -> Test:
    return lambda row: bool(getattr(row, name) == wanted)


def _has_tag(tag: str) -> Test:
    below = tag + "/"
    return lambda row: any(path == tag or path.startswith(below) for path in row.tags)


def _holds(words: Sequence[str]) -> Test:
    typed = " ".join(words)
    # Written out: *check* alone would find nearly every claim.
    named = {status for status in STATUSES if status in typed}

    def holds(row: ClaimRow) -> bool:
        status = row.status if row.status in named else ""
        text = f"{row.label} {row.statement} {row.claimant} {status}".casefold()
        return all(word in text for word in words)

    return holds


def _verdict_name(row: ClaimRow) -> str:
    return row.verdict.name if row.verdict else ""


def _is_due(row: ClaimRow, day: str) -> bool:
    return bool(row.check_again) and row.check_again <= day


# Order


def whose_turn(row: ClaimRow) -> str:
    """The name of who is to act on a claim next: its reviewer while it is to be reviewed, else
    whoever checks it; "" for nobody."""
    reviewed = row.status == "to review" and row.reviewer
    return reviewed or row.assignee


_KEYS: Mapping[str, Callable[[ClaimRow], Any]] = MappingProxyType(
    {
        "number": lambda row: row.number,
        "statement": lambda row: row.statement.casefold(),
        "kind": lambda row: row.kind,
        "claimant": lambda row: row.claimant.casefold(),
        "verdict": lambda row: _verdict_place(row),
        "sources": lambda row: (row.sources, row.origins),
        "origins": lambda row: (row.origins, row.sources),
        "assignee": lambda row: whose_turn(row).casefold(),
        "reviewer": lambda row: row.reviewer.casefold(),
        "status": lambda row: _STATUS_ORDER.get(row.status, _LAST),
        "article": lambda row: row.article_title.casefold(),
        "passages": lambda row: row.passages,
        "as_of": lambda row: row.as_of,
        "check_again": lambda row: row.check_again,
        "priority": lambda row: -row.priority,
        "modified": lambda row: row.modified,
    }
)
ORDERS = tuple(_KEYS)
"""What rows can be ordered by."""


def ordered(rows: list[ClaimRow], order: str, descending: bool) -> list[ClaimRow]:
    """The rows, given by number, in another order; those that have nothing there come last
    either way."""
    key = _KEYS[values.one_of("order", order, ORDERS)]
    if order == "number":
        return rows[::-1] if descending else rows
    empty = [row for row in rows if key(row) in ("", None)]
    full = [row for row in rows if key(row) not in ("", None)]
    return sorted(full, key=key, reverse=descending) + empty


def _verdict_place(row: ClaimRow) -> Any:
    verdict = row.verdict
    return (verdict.is_outcome, verdict.position, verdict.name) if verdict else None


# Counts


def counted(board: Board) -> BoardCounts:
    """What all rows add up to; statuses and kinds in their order, the rest the most frequent
    first."""
    rows, today = board.rows, edits.today()
    statuses = Counter(_each(rows, "status"))
    return BoardCounts(
        len(rows),
        {status: statuses[status] for status in STATUSES},
        _by_frequency(one.name if one else "" for one in _each(rows, "verdict")),
        _by_frequency(_each(rows, "kind")),
        _by_frequency(_each(rows, "claimant")),
        _by_frequency(_each(rows, "assignee_id")),
        sum(_each(rows, "no_source")),
        sum(_each(rows, "one_origin")),
        sum(_is_due(row, today) for row in rows),
        _progress(board),
    )


def _each(rows: Iterable[ClaimRow], name: str) -> Iterator[Any]:
    """A field of all rows; thousands of times, so without a step of ours for each."""
    return map(attrgetter(name), rows)


def _by_frequency(names: Iterable[str]) -> dict[str, int]:
    return dict(Counter(names).most_common())


def _progress(board: Board) -> list[ArticleProgress]:
    """Articles that hold claims; a claim counts in each it stands in."""
    totals: Counter[str] = Counter()
    statuses: Counter[tuple[str, str]] = Counter()
    together = Counter((row.articles, row.status) for row in board.rows)
    for (articles, status), count in together.items():
        for article in articles:
            totals[article] += count
            statuses[article, status] += count
    return [
        ArticleProgress(
            id, title, totals[id], statuses[id, "checked"], statuses[id, "set aside"]
        )
        for id, title in board.titles.items()
        if totals[id]
    ]  # fmt: skip
