"""Work beside the window's thread: one thing after another, what is wanted most first.

PDFium draws one thing at a time, so that more threads would only wait for each other. Who asks
never waits; what is not wanted any more before its turn has come is not done.
"""

import threading
from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from annotator.errors import UserFacingError

Wish = TypeVar("Wish")


class Worker(Generic[Wish]):
    """A thread called ``name`` with a line of wishes. What refuses (a locked or damaged page, one
    that is gone) is left undone, its neighbours are not."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._wake = threading.Condition()
        self._line: list[Wish] = []
        self._thread: threading.Thread | None = None

    @property
    def started(self) -> bool:
        """Whether there is a thread."""
        return self._thread is not None

    def start(self, work: Callable[[Wish], None]) -> None:
        """Begin anew, with nothing in line; ``work`` is called in the thread."""
        self.stop()
        self._thread = threading.Thread(
            target=self._run, args=(work,), name=self._name, daemon=True
        )
        self._thread.start()

    def stop(self) -> None:
        """Forget what is in line, and wait until what is at work is done."""
        thread = self._end()
        if thread is not None:
            thread.join()

    def leave(self) -> None:
        """The same without waiting; for work that touches nothing but its own wish."""
        self._end()

    def _end(self) -> threading.Thread | None:
        with self._wake:
            thread, self._thread = self._thread, None
            self._line = []
            self._wake.notify()
        return thread

    def want(self, wishes: Sequence[Wish]) -> None:
        """From now on these are wanted, the first first; what was in line before is not."""
        with self._wake:
            self._line = list(wishes)
            self._wake.notify()

    def want_first(self, wish: Wish, most: int) -> list[Wish]:
        """This before all in line, where then ``most`` stand; those that are not wanted any more
        for it."""
        with self._wake:
            self._line.insert(0, wish)
            left = self._line[most:]
            del self._line[most:]
            self._wake.notify()
        return left

    def _run(self, work: Callable[[Wish], None]) -> None:
        this = threading.current_thread()
        while True:
            with self._wake:
                self._wake.wait_for(lambda: self._thread is not this or self._line)
                if self._thread is not this:
                    return
                wish = self._line.pop(0)
            try:
                work(wish)
            except UserFacingError:
                continue
