"""File names made from titles, safe on every system."""

import re
import unicodedata
from collections.abc import Iterable

from annotator.i18n import _

_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f\u202a-\u202e\u2066-\u2069]+')
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
LONGEST = 180
"""Bytes of a name without its suffix; file systems allow 255."""


def file_names(titles: Iterable[str], suffix: str) -> list[str]:
    """A name for each title, no two alike even where case does not count."""
    taken: set[str] = set()
    names = []
    for title in titles:
        stem = _stem(title)
        name, count = stem + suffix, 1
        while name.casefold() in taken:
            count += 1
            name = f"{stem} ({count}){suffix}"
        taken.add(name.casefold())
        names.append(name)
    return names


def _stem(title: str) -> str:
    text = " ".join(_FORBIDDEN.sub(" ", unicodedata.normalize("NFC", title)).split())
    text = text.encode()[:LONGEST].decode(errors="ignore").strip(" .")
    if not text:
        return _("Article")
    return f"{text} -" if _RESERVED.fullmatch(text) else text
