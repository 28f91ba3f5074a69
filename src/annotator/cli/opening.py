"""Opening a library for a command: whoever waits for it is told why."""

import os
from pathlib import Path

import click

from annotator import progress
from annotator.i18n import _
from annotator.library import Library


def open_library(path: Path, create: bool = False) -> Library:
    """The library at ``path``, to be used in a ``with``. Where another program holds it, that is
    said on stderr after a second. Raises ``LibraryError``."""

    def waiting() -> None:
        if not os.environ.get(progress.VARIABLE):  # a window that started the command says it
            name = path.name
            click.echo(_("Waiting for {name}, which another program is using…").format(name=name),
                       err=True)  # fmt: skip

    return Library.open(path, create, waiting=waiting)
