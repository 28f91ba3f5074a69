"""Claims and passages that say nearly the same as what somebody is writing."""

import sqlite3
from dataclasses import dataclass

from annotator.model import Claim
from annotator.store import claims, near, standing

ALIKE = 55.0
"""The least score that is worth a look."""


@dataclass(frozen=True, slots=True)
class Seen:
    """Something in the library that is near. ``claim`` is None for a passage that was marked, but
    made no claim; ``annotation``, ``article`` and ``title`` say where (the first place of a claim,
    "" where it has none); ``text`` is the statement or the quote; ``score`` is 0 to 100."""

    claim: Claim | None
    annotation: str
    article: str
    title: str
    text: str
    score: float


def before(connection: sqlite3.Connection, text: str, exclude: str, limit: int) -> list[Seen]:
    """What is nearest to a text, the nearest first."""
    from rapidfuzz import fuzz, utils

    said: list[tuple[str, str, str, str, str]] = [
        (id, "", "", "", statement) for id, statement in near.claims(connection, text)
    ]
    said += [("", *passage) for passage in near.passages(connection, text)]
    scored = sorted(
        (
            (fuzz.token_set_ratio(text, one[-1], processor=utils.default_process), one)
            for one in said
            if exclude not in (one[0] or None, one[1] or None)
        ),
        key=lambda pair: -pair[0],
    )
    nearest = [pair for pair in scored if pair[0] >= ALIKE][:limit]
    return _whole(connection, nearest)


def _whole(
    connection: sqlite3.Connection, nearest: list[tuple[float, tuple[str, str, str, str, str]]]
) -> list[Seen]:
    """Claims with their verdicts and first places."""
    ids = [one[0] for _score, one in nearest if one[0]]
    loaded = {claim.id: claim for claim in claims.load(connection, ids)} if ids else {}
    places = standing.of_claims(connection, ids) if ids else {}
    found: list[Seen] = []
    for score, (id, annotation, article, title, text) in nearest:
        first = next(iter(places.get(id, ())), None)
        if first:
            annotation, article, title = first.annotation, first.article, first.title
        found.append(Seen(loaded.get(id), annotation, article, title, text, round(score, 1)))
    return found
