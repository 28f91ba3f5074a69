"""Plain text (``.txt`` and whatever else is text) → articles."""

import hashlib
import re
from pathlib import Path

from annotator.model import Article, BlockKind, Details
from annotator.reading.builder import ArticleBuilder, normalise
from annotator.reading.encoding import decode

SUFFIXES = (".txt", ".text")
FORMAT = "text"


def sniff(head: bytes, path: Path) -> bool:
    """True: whatever no other reader knows is read as text."""
    return True


def read(data: bytes, path: Path) -> Article:
    """The article of a text file; its title is "" where none stands in the text."""
    return _article(decode(data), hashlib.sha256(data).hexdigest(), "")


def read_pasted(text: str, url: str) -> Article:
    """The article of pasted text. ``url`` is where it was copied, "" if not known."""
    return _article(text, hashlib.sha256(text.encode("utf-8", "replace")).hexdigest(), url)


def _article(text: str, sha256: str, url: str) -> Article:
    builder = ArticleBuilder()
    for part in re.split(r"\n\s*\n", normalise(text)):
        builder.add(BlockKind.PARAGRAPH, part)
    return builder.article(Details(url=url), FORMAT, sha256)
