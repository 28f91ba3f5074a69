"""The passwords of locked articles, kept in memory while the library is open."""

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from annotator.library.library import Library


class Locks:
    """The part of a ``Library`` that opens locked articles."""

    @cached_property
    def _passwords(self) -> dict[str, str]:
        """By article."""
        return {}

    def unlock(self, article_id: str, password: str) -> None:
        """Open a locked article with its password from now on; it is remembered until the library
        is closed, and kept nowhere. Raises ``PasswordNeeded`` where it is another."""
        from annotator.pdf import open_pdf

        library = cast("Library", self)
        article = library.article(article_id)
        if article.pages:
            data = library.original(article.sha256)
            open_pdf(data, password, examined=True, name=article.title).close()
            self._passwords[article_id] = password

    def passwords(self) -> dict[str, str]:
        """The passwords that are known now, by article."""
        return dict(self._passwords)

    def know(self, passwords: Mapping[str, str]) -> None:
        """Take over passwords that opened these articles."""
        self._passwords.update(passwords)

    def password(self, article_id: str) -> str | None:
        """The password that an article was unlocked with."""
        return self._passwords.get(article_id)
