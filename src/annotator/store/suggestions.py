"""What the program offered and somebody put aside: sentences worth a look, lines of the inside
check."""

import sqlite3

from annotator.store.clock import utc_now
from annotator.store.ids import shared_id
from annotator.store.operations import Batch

SPOTTING, INSIDE = "spotting", "inside"
DISMISSED = "dismissed"


def suggestion_id(kind: str, article: str, words: str) -> str:
    """The id that everybody gives to the same suggestion."""
    return shared_id("suggestion", kind, article, words)


def dismissed(connection: sqlite3.Connection, article: str, kind: str) -> set[str]:
    """The words of an article's suggestions of a kind that were put aside."""
    found = connection.execute(
        "SELECT exact FROM suggestions "
        "WHERE article = ? AND kind = ? AND outcome = ? AND deleted = 0",
        [article, kind, DISMISSED],
    )
    return {words for (words,) in found}


def dismiss(batch: Batch, article: str, kind: str, words: str) -> str:
    """Put a suggestion aside, or aside again; its id."""
    id = suggestion_id(kind, article, words)
    return batch.ensure(
        "suggestions", id, article=article, kind=kind, exact=words, outcome=DISMISSED,
        author=batch.author, created=utc_now(),
    )  # fmt: skip


def is_dismissed(connection: sqlite3.Connection, article: str, kind: str, words: str) -> bool:
    """Whether a suggestion was put aside."""
    row = connection.execute(
        "SELECT 1 FROM suggestions WHERE id = ? AND deleted = 0",
        [suggestion_id(kind, article, words)],
    ).fetchone()
    return row is not None


def take_back(batch: Batch, article: str, kind: str, words: str) -> None:
    """Offer a suggestion again that was put aside."""
    batch.delete("suggestions", suggestion_id(kind, article, words))
