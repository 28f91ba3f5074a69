"""All claims of a library as rows of a table: a few flat queries, joined here.

Nothing is added up by the database for each row, and no claim is loaded whole: ten thousand rows
are to be there while somebody still looks at the key they pressed.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from operator import attrgetter
from types import MappingProxyType
from typing import Any

from annotator.model import Verdict
from annotator.model.claims import whom
from annotator.model.links import comparable
from annotator.model.making import maker
from annotator.model.pairs import Pair
from annotator.store import pairs
from annotator.store.blocks import dumps
from annotator.store.claims import verdict_of

Place = tuple[str, tuple[str, ...], int, tuple[str, ...]]
"""Where a claim stands: its first annotation, its articles, how many passages, their tags."""


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """What a table shows of a claim. ``article``, ``article_title`` and ``annotation`` are those
    of its first passage, empty where it has none; ``articles`` all it stands in. ``sources`` counts
    entries of evidence, ``origins`` the independent ones. ``assignee`` and ``reviewer`` are names,
    the ids of the people stand near the end. ``pair`` is what a linked claim asks."""

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
    pair: Pair | None

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
    """Claims by number, and the titles of all articles."""

    rows: list[ClaimRow]
    titles: dict[str, str]


_row = maker(ClaimRow)
_CLAIMS = """
SELECT id, number, statement, kind, claimant, verdict, conclusion, assignee, reviewer, status,
    as_of, check_again, priority, modified
FROM claims WHERE deleted = 0 AND {id}
"""
_LINKS = "SELECT claim, annotation FROM claim_passages WHERE deleted = 0 AND {claim} ORDER BY n"
_MARKS = "SELECT id, article FROM annotations WHERE deleted = 0 AND {marked}"
_TAGS = "SELECT annotation, tag FROM annotation_tags WHERE deleted = 0 AND {tagged}"
_EVIDENCE = """
SELECT claim, source, CASE
    WHEN type = 'search' OR type = 'request' AND answered = '' AND outcome <> 'answered' THEN ''
    WHEN origin <> '' THEN origin END, type IN ('interview', 'email', 'request')
FROM evidence WHERE deleted = 0 AND claim IS NOT NULL AND {claim}
"""
"""The group of an entry: "" where it does not count, NULL where its source stands for itself;
and whether somebody was asked."""
_ROOTS = """
SELECT s.id, s.url, m.article, s.title FROM sources s
LEFT JOIN annotations m ON m.id = s.annotation WHERE {source}
"""
_VERDICTS = "SELECT id, scale, name, rating, tone, definition, position FROM verdicts"
_IDS = "IN (SELECT value FROM json_each(:ids))"
_MARKED = f"IN (SELECT annotation FROM claim_passages WHERE claim {_IDS})"
_SOME = MappingProxyType(
    {
        "id": f"id {_IDS}", "claim": f"claim {_IDS}", "marked": f"id {_MARKED}",
        "tagged": f"annotation {_MARKED}",
        "source": f"s.id IN (SELECT source FROM evidence WHERE claim {_IDS})",
    }
)  # fmt: skip
_ALL = MappingProxyType(dict.fromkeys(_SOME, "true"))

_NOWHERE: Place = ("", (), 0, ())
_NONE = (0, 0)
Rows = list[tuple[Any, ...]]
Fetch = Callable[[str], Rows]


def load(connection: sqlite3.Connection, ids: Iterable[str] | None = None) -> Board:
    """All claims, or those asked for, but for those that stand in articles in the trash alone."""
    conditions = _ALL if ids is None else _SOME
    wanted = {"ids": "[]" if ids is None else dumps(sorted(ids))}

    def fetch(query: str) -> Rows:
        return connection.execute(query.format_map(conditions), wanted).fetchall()

    titles: dict[str, str] = dict(fetch("SELECT id, title FROM articles WHERE deleted = 0"))
    found = _rows(fetch, titles, pairs.of_claims(connection, ids))
    found.sort(key=attrgetter("number"))
    return Board(found, titles)


def _rows(fetch: Fetch, titles: Mapping[str, str], linked: Mapping[str, Pair]) -> list[ClaimRow]:
    people: dict[str, str] = dict(fetch("SELECT id, name FROM people"))
    verdicts = {row[0]: Verdict(*row) for row in fetch(_VERDICTS)}
    counts, places = _counts(fetch), _places(fetch, titles, _tags(fetch))
    found: list[ClaimRow] = []
    for (
        id, number, statement, kind, claimant, given, conclusion, assignee, reviewer, status,
        as_of, check_again, priority, modified,
    ) in fetch(_CLAIMS):  # fmt: skip
        place = places.get(id, _NOWHERE)
        if place is None:
            continue
        annotation, articles, passages, tags = place
        article = articles[0] if articles else ""
        verdict = verdicts.get(given)
        if verdict is None and conclusion:
            verdict = verdict_of((None,), conclusion)
        sources, origins = counts.get(id, _NONE)
        found.append(
            _row(
                id, number, statement, kind, claimant, verdict, sources, origins,
                people.get(assignee, ""), people.get(reviewer, ""), status, article,
                titles.get(article, ""), annotation, passages, as_of, check_again, priority,
                tags, modified, articles, assignee or "", reviewer or "", linked.get(id),
            )
        )  # fmt: skip
    return found


def _places(
    fetch: Fetch, titles: Mapping[str, str], tags: Mapping[str, tuple[str, ...]]
) -> dict[str, Place | None]:
    """Where claims stand, by claim; None for those that stand in articles in the trash alone."""
    marks: dict[str, str] = dict(fetch(_MARKS))
    alone = {article: (article,) for article in titles}
    found: dict[str, Place | None] = {}
    several: dict[str, list[str]] = defaultdict(list)
    for claim, annotation in fetch(_LINKS):
        article = marks.get(annotation)
        if article is None:
            continue
        if article not in titles:
            found.setdefault(claim, None)
        elif found.get(claim) is None:
            found[claim] = (annotation, alone[article], 1, tags.get(annotation, ()))
        else:
            several[claim].append(annotation)
    for claim, more in several.items():
        place = found[claim]
        assert place is not None
        annotations = [place[0], *more]
        articles = tuple(dict.fromkeys(marks[one] for one in annotations))
        paths = {path for one in annotations for path in tags.get(one, ())}
        found[claim] = (place[0], articles, len(annotations), tuple(sorted(paths)))
    return found


def _counts(fetch: Fetch) -> dict[str, tuple[int, int]]:
    """(entries, origins) of the evidence brought to claims; as ``model.claims.origins`` counts."""
    sources = {row[0]: row for row in fetch(_ROOTS)}
    entries: dict[str, Rows] = defaultdict(list)
    for entry in fetch(_EVIDENCE):
        entries[entry[0]].append(entry)
    return {
        claim: (1, 0 if found[0][2] == "" else 1) if len(found) == 1
        else (len(found), len({_root(entry, sources) for entry in found} - {""}))
        for claim, found in entries.items()
    }  # fmt: skip


def _root(entry: tuple[Any, ...], sources: Mapping[str, tuple[Any, ...]]) -> str:
    """As ``model.Evidence.root`` has it."""
    _claim, source, group, asked = entry
    if group is not None:
        return str(group).casefold()
    id, url, article, title = sources[source]
    person = whom(title, url) if asked else ""
    return person or comparable(url) or article or str(id)


def _tags(fetch: Fetch) -> dict[str, tuple[str, ...]]:
    """The tags of marks, by annotation."""
    paths: dict[str, str] = dict(fetch("SELECT id, path FROM tags WHERE deleted = 0"))
    found: dict[str, set[str]] = defaultdict(set)
    for annotation, tag in fetch(_TAGS):
        if tag in paths:
            found[annotation].add(paths[tag])
    return {annotation: tuple(sorted(named)) for annotation, named in found.items()}
