"""The rows of the board, kept as long as they are true."""

from annotator.library.garbage import garbage_left_alone
from annotator.store import Store, board, board_news
from annotator.store.board import Board


class ShownBoard:
    """All claims as rows; after an edit only those it concerns are read again."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._kept: Board | None = None
        self._read_at = 0

    def board(self) -> Board:
        """The rows as they are now, also within a batch that may be taken back yet."""
        connection = self._store.connection
        if self._store.writing:
            return board.load(connection)
        now = board_news.newest(connection)
        if self._kept is None:
            self._kept = self._all()
        elif now != self._read_at:
            others = board_news.concerned(connection, self._read_at)
            self._kept = self._all() if others is None else self._with(self._kept, others)
        self._read_at = now
        return self._kept

    def _all(self) -> Board:
        with garbage_left_alone():
            return board.load(self._store.connection)

    def _with(self, kept: Board, others: set[str]) -> Board:
        if not others:
            return kept
        new = board.load(self._store.connection, others)
        rows = [row for row in kept.rows if row.id not in others]
        return Board(sorted([*rows, *new.rows], key=lambda row: row.number), new.titles)
