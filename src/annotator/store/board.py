"""All claims of a library as rows of a table: a few flat queries, joined here.

Nothing is added up by the database for each row, and no claim is loaded whole: ten thousand rows
are to be there while somebody still looks at the key they pressed.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from annotator.model import Verdict
from annotator.model.making import maker
from annotator.store.claims import verdict_of

Passages = dict[str, list[tuple[str, str]]]
"""(annotation, article) of the places a claim stands in, in the order they were added."""


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """What a table shows of a claim. ``article``, ``article_title`` and ``annotation`` are those
    of its first passage, empty where it has none; ``articles`` all it stands in. ``sources`` counts
    entries of evidence, ``origins`` the independent ones. ``assignee`` and ``reviewer`` are names,
    the ids of the people stand at the end."""

    id: str
    number: int
    statement: str
    kind: str
    claimant: str
    verdict: Verdict | None
    sources: int
    origins: int
    assignee: str
    reviewer: str
    status: str
    article: str
    article_title: str
    annotation: str
    passages: int
    as_of: str
    check_again: str
    priority: int
    tags: tuple[str, ...]
    modified: str
    articles: tuple[str, ...]
    assignee_id: str
    reviewer_id: str

    @property
    def label(self) -> str:
        """The claim's number as it is written: ``C14``."""
        return f"C{self.number}"

    @property
    def no_source(self) -> bool:
        """Whether nothing was brought to a claim that needs it: one set aside does not."""
        return not self.sources and self.status != "set aside"

    @property
    def one_origin(self) -> bool:
        """Whether all that was brought to it rests on a single origin, or on none."""
        return self.sources > 0 and self.origins <= 1 and self.status != "set aside"


@dataclass(frozen=True, slots=True)
class Board:
    """Claims by number, and the titles of all articles, the first one first."""

    rows: list[ClaimRow]
    titles: dict[str, str]


@dataclass(frozen=True, slots=True)
class _Around:
    """What rows are made with, by id."""

    verdicts: Mapping[str | None, Verdict]
    people: Mapping[str | None, str]
    titles: dict[str, str]
    passages: Passages
    counts: Mapping[str, tuple[int, int]]
    tags: Mapping[str, tuple[str, ...]]
    single: dict[str, tuple[str, ...]] = field(default_factory=dict)


_row = maker(ClaimRow)
_CLAIMS = """
SELECT id, number, statement, kind, claimant, verdict, conclusion, assignee, reviewer, status,
    as_of, check_again, priority, modified
FROM claims WHERE deleted = 0 ORDER BY number, n
"""
_PASSAGES = """
SELECT p.claim, m.id, m.article FROM claim_passages p
JOIN annotations m ON m.id = p.annotation AND m.deleted = 0
WHERE p.deleted = 0 ORDER BY p.n
"""
_EVIDENCE = """
SELECT claim, source, origin, type, answered, outcome FROM evidence
WHERE deleted = 0 AND claim IS NOT NULL
"""
_ROOTS = """
SELECT s.id, coalesce(nullif(s.url, ''), m.article, s.id) FROM sources s
LEFT JOIN annotations m ON m.id = s.annotation
"""
_TAGS = """
SELECT DISTINCT p.claim, t.path FROM annotation_tags l
JOIN tags t ON t.id = l.tag AND t.deleted = 0
JOIN claim_passages p ON p.annotation = l.annotation AND p.deleted = 0
JOIN annotations m ON m.id = p.annotation AND m.deleted = 0
WHERE l.deleted = 0 ORDER BY t.path
"""


def load(connection: sqlite3.Connection) -> Board:
    """All claims, but for those that stand in articles in the trash alone."""
    titles = "SELECT id, title FROM articles WHERE deleted = 0 ORDER BY n"
    around = _Around(
        {row[0]: Verdict(*row) for row in connection.execute(
            "SELECT id, scale, name, rating, tone, definition, position FROM verdicts"
        )},
        dict(connection.execute("SELECT id, name FROM people").fetchall()),
        dict(connection.execute(titles).fetchall()),
        _passages(connection), _counts(connection), _tags(connection),
    )  # fmt: skip
    found = connection.execute(_CLAIMS).fetchall()
    rows = [row for values in found if (row := _made(values, around)) is not None]
    return Board(rows, around.titles)


def _made(values: tuple[Any, ...], around: _Around) -> ClaimRow | None:
    (
        id, number, statement, kind, claimant, verdict, conclusion, assignee, reviewer, status,
        as_of, check_again, priority, modified,
    ) = values  # fmt: skip
    everywhere = around.passages.get(id, ())
    passages = [place for place in everywhere if place[1] in around.titles]
    if everywhere and not passages:
        return None
    first, article = passages[0] if passages else ("", "")
    given = around.verdicts.get(verdict)
    if given is None and conclusion:
        given = verdict_of((None,), conclusion)
    people, (sources, origins) = around.people, around.counts.get(id, (0, 0))
    made: ClaimRow = _row(
        id, number, statement, kind, claimant, given, sources, origins, people.get(assignee, ""),
        people.get(reviewer, ""), status, article, around.titles.get(article, ""), first,
        len(passages), as_of, check_again, priority, around.tags.get(id, ()), modified,
        _articles(passages, around), assignee or "", reviewer or "",
    )  # fmt: skip
    return made


def _articles(passages: list[tuple[str, str]], around: _Around) -> tuple[str, ...]:
    if len(passages) == 1:  # nearly always: one tuple for all claims of an article
        article = passages[0][1]
        return around.single.setdefault(article, (article,))
    return tuple(dict.fromkeys(article for _mark, article in passages))


def _passages(connection: sqlite3.Connection) -> Passages:
    found: Passages = defaultdict(list)
    for claim, annotation, article in connection.execute(_PASSAGES):
        found[claim].append((annotation, article))
    return found


def _counts(connection: sqlite3.Connection) -> dict[str, tuple[int, int]]:
    """(entries, origins) of the evidence brought to claims; as ``model.claims.origins`` counts."""
    roots = dict(connection.execute(_ROOTS).fetchall())
    entries: dict[str, int] = defaultdict(int)
    origins: dict[str, set[str]] = defaultdict(set)
    for claim, source, origin, type, answered, outcome in connection.execute(_EVIDENCE):
        entries[claim] += 1
        if type == "search" or (type == "request" and not answered and outcome != "answered"):
            continue
        origins[claim].add(origin.casefold() or roots[source])
    return {claim: (count, len(origins.get(claim, ()))) for claim, count in entries.items()}


def _tags(connection: sqlite3.Connection) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for claim, path in connection.execute(_TAGS):
        found[claim] = (*found.get(claim, ()), path)
    return found
