"""The rows of the board."""

from annotator.library.kept_rows import KeptRows
from annotator.store import Store, board
from annotator.store.board import Board
from annotator.store.board_news import BOARD


class ShownBoard:
    """All claims as rows; after an edit only those it concerns are read again."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._kept = KeptRows(store, BOARD, lambda: board.load(store.connection), self._with)

    def board(self) -> Board:
        """The rows as they are now, also within a batch that may be taken back yet."""
        return self._kept.now()

    def _with(self, kept: Board, others: set[str]) -> Board:
        new = board.load(self._store.connection, others)
        rows = [row for row in kept.rows if row.id not in others]
        return Board(sorted([*rows, *new.rows], key=lambda row: row.number), new.titles)
