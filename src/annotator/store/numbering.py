"""Claims that got the same number in two files, told apart when the files meet.

The one made first keeps the number; each of the others gets the next free one, by an operation
like any other, so that a file that takes that in has nothing left to tell apart. Claims in the
trash count: undo may bring them back.
"""

import sqlite3

from annotator.store import lists
from annotator.store.operations import Batch

_LATER = """
SELECT id FROM (
    SELECT c.id, h.hlc, h.device, h.id AS operation,
        row_number() OVER (PARTITION BY c.number ORDER BY h.hlc, h.device, h.id) AS place
    FROM claims c JOIN history h ON h.tbl = 'claims' AND h.row_id = c.id AND h.action = 'insert'
    WHERE c.number IN (SELECT number FROM claims GROUP BY number HAVING count(*) > 1)
) WHERE place > 1 ORDER BY hlc, device, operation
"""


def tell_apart(connection: sqlite3.Connection, batch: Batch) -> None:
    """Give every claim a number that no other has."""
    for (id,) in connection.execute(_LATER).fetchall():
        batch.update("claims", id, number=lists.next_claim_number(connection))
