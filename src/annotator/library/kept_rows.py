"""What was read of a list, kept as long as it is true."""

from collections.abc import Callable
from typing import Generic, TypeVar

from annotator.library.garbage import garbage_left_alone
from annotator.store import Store, news
from annotator.store.news import News

Kept = TypeVar("Kept")


class KeptRows(Generic[Kept]):
    """After an edit only what it concerns is read again."""

    def __init__(
        self, store: Store, concerning: News, read: Callable[[], Kept],
        renew: Callable[[Kept, set[str]], Kept],
    ) -> None:  # fmt: skip
        """``read`` gives all as it is now; ``renew`` the same with some rows read again."""
        self._store, self._news, self._read, self._renew = store, concerning, read, renew
        self._kept: Kept | None = None
        self._read_at = 0

    def now(self) -> Kept:
        """All as it is now, also within a batch that may be taken back yet."""
        connection = self._store.connection
        if self._store.writing:
            return self._read()
        newest = news.newest(connection)
        if self._kept is None:
            self._kept = self._all()
        elif newest != self._read_at:
            others = self._news.since(connection, self._read_at)
            if others is None:
                self._kept = self._all()
            elif others:
                self._kept = self._renew(self._kept, others)
        self._read_at = newest
        return self._kept

    def _all(self) -> Kept:
        with garbage_left_alone():  # thousands of rows are made, none of them is garbage
            return self._read()
