"""Titles: a page's name without its site's, and the block that is the title."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace

from annotator.model import Block, BlockKind

_SEPARATOR = re.compile(r"\s+[|·•»«›/\\–—-]\s+|\s*[|»]\s*|\s+::\s+|_(?=[^\x00-\x7f])")
_MIN_WORDS = 3


def clean_title(title: str, site: str, headings: Sequence[str] = ()) -> str:
    """The title without the name of the site; as a heading of the page has it where one does."""
    title = " ".join(title.split())
    parts = list(_SEPARATOR.finditer(title))
    if not parts:
        return _without_prefix(title, headings)
    known = {key(heading) for heading in headings}
    for start, end in _cuts(title, parts):
        if key(title[start:end]) in known:
            return title[start:end].strip()
    if key(title) in known:
        return title
    first, last = title[: parts[0].start()], title[parts[-1].end() :]
    if _names_site(last, site):
        return title[: parts[-1].start()].strip()
    if _names_site(first, site):
        return title[parts[0].end() :].strip()
    shorter = title[: parts[-1].start()].strip()
    few = len(last.split()) <= _MIN_WORDS
    return shorter if few and len(shorter.split()) > _MIN_WORDS else title


def with_title(blocks: tuple[Block, ...], text: str, title: str) -> tuple[Block, ...]:
    """The blocks, the one that is the title made heading 1 and main.

    A heading is preferred to a paragraph with the same words, an ``h1`` to other headings.
    """
    wanted = key(title)
    if not wanted:
        return blocks
    best = None
    for index, block in enumerate(blocks):
        if block.end - block.start > 2 * len(title) + 40 or block.end == block.start:
            continue
        if key(text[block.start : block.end]) != wanted:
            continue
        rank = _rank(block)
        if rank and (best is None or rank > best[0]):
            best = (rank, index)
    if best is None:
        return blocks
    at = best[1]
    found = replace(blocks[at], kind=BlockKind.HEADING, level=1, main=True)
    return (*blocks[:at], found, *blocks[at + 1 :])


def key(text: str) -> str:
    """What two spellings of one title have in common: letters and digits, lower-cased."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return "".join(character for character in folded if character.isalnum())


def _rank(block: Block) -> int:
    if any(container.kind in ("item", "cell", "footnote") for container in block.containers):
        return 0
    if block.kind is BlockKind.HEADING:
        return 4 if block.level == 1 else 3
    if block.kind is BlockKind.PARAGRAPH and not any(span.link for span in block.spans):
        return 1
    return 0


def _cuts(title: str, parts: list[re.Match[str]]) -> list[tuple[int, int]]:
    """Pieces of the title between separators, longest first."""
    starts = [0, *(part.end() for part in parts)]
    ends = [*(part.start() for part in parts), len(title)]
    pieces = [(start, end) for start in starts for end in ends if start < end]
    return sorted(pieces, key=lambda piece: piece[0] - piece[1])


def _without_prefix(title: str, headings: Sequence[str]) -> str:
    """``Site: The title`` → ``The title`` when a heading says just that."""
    _, colon, rest = title.partition(": ")
    if colon and any(key(rest) == key(heading) for heading in headings):
        return rest.strip()
    return title


def _names_site(part: str, site: str) -> bool:
    name = key(part)
    return bool(name) and bool(site) and (name in key(site) or key(site) in name)
