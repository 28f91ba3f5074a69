"""Passwords of locked files: out of a file, or asked for at a terminal."""

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from annotator.errors import PasswordNeeded, UnreadableFile
from annotator.i18n import _
from annotator.library import ArticleSession

TRIES = 3
"""How often one is asked for a file's password."""

password_option = click.option(
    "--password-file", type=click.Path(path_type=Path, allow_dash=True),
    help="Passwords to try on locked files, one a line; “-” reads them from stdin.",
)  # fmt: skip


class Passwords:
    """Those in ``file``, then what somebody types; what was typed is tried on the next file, too.
    ``silent``: nobody is asked. Nothing is kept anywhere."""

    def __init__(self, file: Path | None = None, silent: bool = False) -> None:
        self._known = _lines(file) if file else []
        self._asks = not silent and sys.stdin.isatty() and sys.stderr.isatty()

    def tried(self, name: str) -> Iterator[str]:
        """Passwords to try on the file of that name, until the caller is content."""
        yield from list(self._known)
        for _try in range(TRIES if self._asks else 0):
            given = click.prompt(
                _("Password of {name}").format(name=name), hide_input=True, default="",
                show_default=False, err=True,
            )  # fmt: skip
            if not given:
                return
            if given not in self._known:
                self._known.insert(0, given)
            yield given

    def unlock(self, session: ArticleSession) -> None:
        """Unlock an open article that is locked. Raises ``PasswordNeeded`` where none fits."""
        if not session.locked:
            return
        title = session.article.title
        if not any(_fits(session, password) for password in self.tried(title)):
            raise PasswordNeeded(
                _("“{title}” opens with a password only; give it with --password-file.").format(
                    title=title
                )
            )


def _fits(session: ArticleSession, password: str) -> bool:
    try:
        session.library.unlock(session.id, password)
    except PasswordNeeded:
        return False
    return True


def _lines(file: Path) -> list[str]:
    try:
        text = sys.stdin.read() if str(file) == "-" else file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadableFile(
            _("The passwords could not be read from {path}; check the file.").format(path=file)
        ) from error
    return list(dict.fromkeys(filter(None, text.splitlines())))
