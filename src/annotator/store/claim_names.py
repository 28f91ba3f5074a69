"""Which claim is meant by a number or the beginning of an id."""

import sqlite3


def named(connection: sqlite3.Connection, text: str) -> list[str]:
    """The ids of the claims that ``text`` names: an id, a number (``14``, ``C14``) or a beginning
    of an id. Claims found to be the same as another lead to that one."""
    number = text[1:] if text[:1] in ("C", "c") else text
    conditions: list[tuple[str, str | int]] = [("id = ?", text.lower())]
    if number.isascii() and number.isdigit():
        conditions.append(("number = ?", int(number[:18])))
    if len(text) >= 4:
        conditions.append(("deleted = 0 AND substr(id, 1, length(?1)) = ?1", text.lower()))
    for condition, value in conditions:
        rows = connection.execute(
            f"SELECT id, deleted, merged_into FROM claims WHERE {condition} ORDER BY n", [value]
        ).fetchall()
        found = {_followed(connection, *row) for row in rows} - {""}
        if found:
            return sorted(found)
    return []


def _followed(connection: sqlite3.Connection, id: str, deleted: int, into: str | None) -> str:
    """The claim itself, or the one it was merged into; "" where it is in the trash."""
    seen = {id}
    while deleted and into and into not in seen:
        seen.add(into)
        id = into
        deleted, into = connection.execute(
            "SELECT deleted, merged_into FROM claims WHERE id = ?", [id]
        ).fetchone()
    return "" if deleted else id
