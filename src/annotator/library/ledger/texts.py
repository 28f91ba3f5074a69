"""What a source says, where that is in the library: an article, or a file kept by its hash."""

from collections import OrderedDict
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.errors import UserFacingError
from annotator.model import Article, Source
from annotator.model.links import comparable
from annotator.store import articles, past

if TYPE_CHECKING:
    from annotator.library.library import Library

_READ_FILES = 4
"""How many files kept by their hash stay read."""


class Texts:
    """Finds the text of sources."""

    def __init__(self, library: "Library") -> None:
        self._library = library
        self._store = library.store
        self._addresses: dict[str, str] = {}
        self._as_of = -1
        self._read: OrderedDict[str, Article | None] = OrderedDict()

    def article_of(self, source: Source) -> str:
        """The id of the article in the library that a source is, "" where it is none: the one it
        is a passage of, the one read from the same file, the one that stood at its address."""
        connection = self._store.connection
        if source.article:
            here = articles.stored_state(connection, source.article) == "here"
            return source.article if here else ""
        if source.file_sha256 and (id := articles.of_file(connection, source.file_sha256)):
            return id
        return self._by_address().get(comparable(source.url), "") if source.url else ""

    def _by_address(self) -> dict[str, str]:
        newest = past.newest(self._store.connection)
        if newest != self._as_of:
            found: dict[str, str] = {}
            for id, url, doi in articles.addresses(self._store.connection):
                for address in filter(None, (url, doi and f"https://doi.org/{doi}")):
                    found.setdefault(comparable(address), id)
            self._addresses, self._as_of = found, newest
        return self._addresses

    def find(self, source: Source) -> tuple[str, Callable[[], str]] | None:
        """(what tells this text from others, what gets it) of a source; None where its text is not
        in the library."""
        connection = self._store.connection
        if id := self.article_of(source):
            version = articles.current_version(connection, id)
            return version, lambda: articles.text_of(connection, version) or ""
        kept = self._kept(source)
        return (source.file_sha256, lambda: kept.text) if kept else None

    def article(self, source: Source) -> Article | None:
        """The article that a source is; the one read from its file (no id) where only that is
        kept; None where neither is in the library."""
        id = self.article_of(source)
        return self._library.article(id) if id else self._kept(source)

    def _kept(self, source: Source) -> Article | None:
        sha256 = source.file_sha256
        if not sha256:
            return None
        if sha256 not in self._read:
            data = articles.original(self._store.connection, sha256)
            if data is None:
                return None
            self._read[sha256] = _read(data, source.file_name)
            while len(self._read) > _READ_FILES:
                self._read.popitem(last=False)
        return self._read[sha256]


def _read(data: bytes, name: str) -> Article | None:
    """The article of a file, None where it is none that can be read."""
    from annotator import reading

    try:
        return reading.read_bytes(data, Path(name))
    except UserFacingError:
        return None
