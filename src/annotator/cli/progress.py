"""How far the work is, for a window that started it; and stopping at a place where that is safe."""

import os
import signal
import sys

import click

from annotator import progress

_GRACE = 1.0
_AGAIN = 5.0
"""Seconds after which work that did not come to a safe place is stopped where it is; again where
a callback of Qt swallowed it."""


class Progress:
    """Called with what is done of what. Asked to terminate (SIGTERM), the next call raises
    ``KeyboardInterrupt``, between two pages or files; where none comes soon, whatever runs does."""

    def __init__(self) -> None:
        self._stopping = False
        signal.signal(signal.SIGTERM, self._stop)

    def _stop(self, _signal: int, _frame: object) -> None:
        self._stopping = True
        if sys.platform != "win32":  # there it ends the program at once
            signal.signal(signal.SIGALRM, signal.default_int_handler)
            signal.setitimer(signal.ITIMER_REAL, _GRACE, _AGAIN)

    def __call__(self, done: int, total: int) -> None:
        """Say it on stderr, if the window wants to hear it."""
        if self._stopping:
            raise KeyboardInterrupt
        if os.environ.get(progress.VARIABLE):
            click.echo(progress.told(done, total), err=True)


def at_rest() -> None:
    """Nothing runs any more that would have to be stopped."""
    if sys.platform != "win32":
        signal.setitimer(signal.ITIMER_REAL, 0)


def tell(sentence: str) -> None:
    """Say on stderr what somebody should know about what was made."""
    for_window = os.environ.get(progress.VARIABLE)
    click.echo(progress.noticed(sentence) if for_window else sentence, err=True)
