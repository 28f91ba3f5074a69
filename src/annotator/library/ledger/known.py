"""What is known from earlier entries: sources to complete from, origins, where each is used."""

import re
from typing import TYPE_CHECKING

from annotator.model import Source
from annotator.store import sources

if TYPE_CHECKING:
    from annotator.library.library import Library

_MOST = 20
_AGENCIES = {
    "Associated Press": r"Associated Press|A\.?P\.?", "Reuters": r"Reuters",
    "AFP": r"AFP|Agence France[- ]Presse", "dpa": r"dpa|Deutsche Presse-Agentur",
    "UPI": r"UPI|United Press International", "PA Media": r"PA Media|Press Association",
    "Bloomberg": r"Bloomberg", "EFE": r"EFE", "ANSA": r"ANSA", "TASS": r"TASS",
    "Xinhua": r"Xinhua", "Kyodo": r"Kyodo", "APA": r"APA", "Keystone-SDA": r"Keystone-SDA",
    "States Newsroom": r"States Newsroom", "ProPublica": r"ProPublica", "KFF Health News": r"KFF",
}  # fmt: skip
"""Bodies whose reports others print, and how they are named in bylines."""


class Known:
    """Looks up what was entered before."""

    def __init__(self, library: "Library") -> None:
        self._store = library.store

    def complete(self, typed: str) -> list[Source]:
        """The sources that have words beginning with each word typed, the one used last first."""
        words = _words(typed)
        if not words:
            return []
        found = (each for each in sources.by_use(self._store.connection) if _has(each, words))
        return [each for each, _n in zip(found, range(_MOST), strict=False)]

    def origin_names(self) -> list[str]:
        """The names of origin groups, the one used last first."""
        names: dict[str, str] = {}
        for name, _source in sources.origin_names(self._store.connection):
            names.setdefault(name.casefold(), name)
        return list(names.values())

    def suggest_origin(self, source: Source) -> str:
        """The origin group a source may belong to: the one it was put into before, else the agency
        whose report it names as its own; "" where nothing says so."""
        for name, id in sources.origin_names(self._store.connection):
            if id == source.id:
                return name
        return _agency(source)


def _agency(source: Source) -> str:
    said = f"{source.author} / {source.publisher}"
    for name, pattern in _AGENCIES.items():
        if re.search(rf"(?<!\w)(?:{pattern})(?!\w)", said):
            return name
    return ""


def _has(source: Source, words: list[str]) -> bool:
    said = (source.title, source.author, source.publisher, source.url, source.file_name)
    there = _words(" ".join(said))
    return all(any(word.startswith(typed) for word in there) for typed in words)


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())
