"""How far the work is, for a window that started it; and stopping at a place where that is safe."""

import os
import signal

import click

from annotator import progress


class Progress:
    """Called with what is done of what. Asked to terminate (SIGTERM), the next call raises
    ``KeyboardInterrupt``: in the middle of a page Qt would not let go."""

    def __init__(self) -> None:
        self._stopping = False
        signal.signal(signal.SIGTERM, self._stop)

    def _stop(self, _signal: int, _frame: object) -> None:
        self._stopping = True

    def __call__(self, done: int, total: int) -> None:
        """Say it on stderr, if the window wants to hear it."""
        if self._stopping:
            raise KeyboardInterrupt
        if os.environ.get(progress.VARIABLE):
            click.echo(progress.told(done, total), err=True)


def tell(sentence: str) -> None:
    """Say on stderr what somebody should know about what was made."""
    for_window = os.environ.get(progress.VARIABLE)
    click.echo(progress.noticed(sentence) if for_window else sentence, err=True)
