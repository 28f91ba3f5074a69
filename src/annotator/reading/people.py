"""Names of authors out of the lines that give them."""

import re
from collections.abc import Iterable

BY = (
    r"(?:(?:written|reported|posted|published|story|words|te?xte?|texto|testo|tekst|geschrieben"
    r"|verfasst|veröffentlicht|écrit|rédigé|publié|escrito|publicado|scritto|pubblicato|geschreven"
    r"|gepubliceerd|skrevet|skriven)\s+)?(?:by|von|par|por|di|(?<=o )da|door|av|af)"
)
"""What stands before an author's name, as the start of a pattern."""
_BY = re.compile(rf"^\s*{BY}[\s:]+", re.I)
_ADDRESS = re.compile(
    r"^(?:https?:)?//|^www\.|^@|^[^\s@]+@[^\s@]+$|^[\w.-]+\.(?:com|org|net)/", re.I
)
_DATED = re.compile(r"\s+[-–—|•·]\s+.*\d{4}.*$|\s*\|.*$")
_AND = re.compile(r"\s*;\s*|\s+(?:and|&|und|et|y|e|en|og|och)\s+")
_HONOUR = re.compile(
    r"^(?:(?:sir|dame|lord|lady|dr|prof|professor|mr|mrs|ms|miss|rev|hon)\.?\s+)+(?=\S)", re.I
)
_MAX_NAME = 100
_MAX_NAMES = 100


def clean_authors(said: Iterable[str]) -> tuple[str, ...]:
    """The names, each once, with or without a "Sir": "By " cut off, addresses left out, "A and B"
    taken apart."""
    found: dict[str, str] = {}
    for line in said:
        for name in _split(_DATED.sub("", _BY.sub("", " ".join(line.split())))):
            name = name.strip(" ,;|·•–—-")
            if name and len(name) <= _MAX_NAME and not _ADDRESS.search(name):
                same = _HONOUR.sub("", name).casefold()
                if name == found.setdefault(same, name) or found[same].isupper():
                    found[same] = name
    return tuple(found.values())[:_MAX_NAMES]


def _split(line: str) -> list[str]:
    parts = [part for part in _AND.split(line) if part]
    if len(parts) > 1 and all(len(part.split(",")[0].split()) > 1 for part in parts):
        return [name for part in parts for name in _by_commas(part)]
    return _by_commas(line)


def _by_commas(line: str) -> list[str]:
    """``A B, C D`` is two names; ``B, A`` and ``A B, editor`` are one."""
    parts = [part.strip() for part in line.split(",") if part.strip()]
    two_words = all(2 <= len(part.split()) <= 4 and part[0].isupper() for part in parts)
    titled = any(
        re.search(r"\b(?:editor|reporter|correspondent|staff|news)\b", p, re.I) for p in parts
    )
    return parts if len(parts) > 1 and two_words and not titled else [line]
