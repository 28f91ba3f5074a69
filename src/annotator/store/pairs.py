"""Claims that are two: one asks whether somebody said it, the other whether it is so."""

import sqlite3


def attributed(connection: sqlite3.Connection, claim: str) -> list[str]:
    """The claims that ask whether it is so, where ``claim`` asks whether somebody said it."""
    found = connection.execute(
        "SELECT id FROM claims WHERE attribution = ? AND deleted = 0 ORDER BY number", [claim]
    )
    return [id for (id,) in found]
