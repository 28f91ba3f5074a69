"""The hybrid logical clock that orders operations over several devices.

A time is ``milliseconds since 1970 << 16 | counter``: it follows the wall clock and never runs
backwards, whatever the wall clock does (Kulkarni et al., Logical Physical Clocks, 2014).
"""

import time
from collections.abc import Callable
from datetime import UTC, datetime


def utc_now() -> str:
    """This moment in UTC, ISO 8601 with ``Z``, to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


class Clock:
    """Gives out times, each greater than all given out or observed before."""

    def __init__(self, last: int = 0, now_ms: Callable[[], int] | None = None) -> None:
        self._last = last
        self._now_ms = now_ms or (lambda: time.time_ns() // 1_000_000)

    def tick(self) -> int:
        """The next time."""
        self._last = max(self._now_ms() << 16, self._last + 1)
        return self._last

    def observe(self, hlc: int) -> None:
        """Take note of a time given out elsewhere."""
        self._last = max(self._last, hlc)
