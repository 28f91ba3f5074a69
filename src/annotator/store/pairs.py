"""Claims that are two: one asks whether somebody said it, the other whether it is so."""

import sqlite3
from collections.abc import Iterable

from annotator.model.claimants import is_the_article
from annotator.model.pairs import Attributed, ClaimName, Pair, pairs
from annotator.store.blocks import dumps

Link = tuple[str, int, str, str, int, str]
"""Id, number and claimant of the claim that somebody said so, then of the one whether it is so."""
_LINKS = """
SELECT said.id, said.number, said.claimant, so.id, so.number, so.claimant
FROM claims so JOIN claims said ON said.id = so.attribution AND said.deleted = 0
WHERE so.attribution > '' AND so.deleted = 0
"""
_SOME = " UNION ".join(
    f"{_LINKS} AND {column} IN (SELECT value FROM json_each(?1))"
    for column in ("so.id", "so.attribution")
)
_FEW = 500
"""More claims than this are not looked for one by one: all pairs are read."""
WITH_PARTNERS = """SELECT value FROM json_each(?1)
UNION SELECT id FROM claims WHERE attribution IN ids
UNION SELECT attribution FROM claims WHERE id IN ids
UNION SELECT before ->> '$.attribution' FROM history WHERE tbl = 'claims' AND row_id IN ids"""
"""Claims, those they are linked to, and those they were linked to before: these look different when
claims do."""


def of_claims(connection: sqlite3.Connection, ids: Iterable[str] | None = None) -> dict[str, Pair]:
    """What the claims ask that are linked, by id: all, or those asked for."""
    if ids is None:
        return of_links(connection.execute(_LINKS))
    wanted = set(ids)
    few = len(wanted) <= _FEW
    rows = connection.execute(_SOME, [dumps(sorted(wanted))]) if few else connection.execute(_LINKS)
    return {id: pair for id, pair in of_links(rows).items() if id in wanted}


def of_links(found: Iterable[Link]) -> dict[str, Pair]:
    """The same of claims and what they are linked to."""
    return pairs(
        Attributed(
            ClaimName(said, said_number), ClaimName(so, so_number),
            _named(so_claimant) or _named(said_claimant),
        )
        for said, said_number, said_claimant, so, so_number, so_claimant in found
    )  # fmt: skip


def _named(claimant: str) -> str:
    """Who is said to have said it: the article says that they did."""
    return "" if is_the_article(claimant) else claimant


def attributed(connection: sqlite3.Connection, claim: str) -> list[str]:
    """The claims that ask whether it is so, where ``claim`` asks whether somebody said it."""
    found = connection.execute(
        "SELECT id FROM claims WHERE attribution = ? AND deleted = 0 ORDER BY number", [claim]
    )
    return [id for (id,) in found]
