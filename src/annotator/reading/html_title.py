"""Titles: a page's name without its site's, and the block that is the title."""

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from annotator.model import Block, BlockKind

_SEPARATOR = re.compile(r"\s+[|·•»«›/\\–—-]\s+|\s*[|»]\s*|\s+::\s+|_(?=[^\x00-\x7f])")
_COLON = re.compile(r":\s+|：|｜")
"""What parts a title from a site's name as well as a title from its second half: only a heading
of the page can tell."""
_MIN_WORDS = 3
_SAME = 0.75
_INEXACT = 5
"""So much less likely with similar words: only headings of level 1 and 2 remain."""
_NO_TITLE = frozenset(("item", "cell", "footnote"))


def clean_title(title: str, site: str, headings: Sequence[str] = ()) -> str:
    """The title without the name of the site; as a heading of the page has it where one does."""
    title = " ".join(title.split())
    parts = list(_SEPARATOR.finditer(title))
    known = {key(heading) for heading in headings if key(heading)}
    if key(title) in known:
        return title
    for start, end in _cuts(title, parts or list(_COLON.finditer(title))):
        if key(title[start:end]) in known:
            return title[start:end].strip()
    if not parts:
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

    The same words are preferred to similar ones, headings to paragraphs, an ``h1`` to others.
    """
    wanted = key(title)
    if not wanted:
        return blocks
    similar = title_test(title)
    best, at = 0, -1
    for index, block in enumerate(blocks):
        rank = _rank(block) if block.end - block.start <= 2 * len(title) + 40 else 0
        if rank <= best:
            continue
        said = text[block.start : block.end]
        if key(said) != wanted:
            rank = rank - _INEXACT if similar(said) else 0
        if rank > best:
            best, at = rank, index
    if at < 0:
        return blocks
    found = replace(blocks[at], kind=BlockKind.HEADING, level=1, main=True)
    return (*blocks[:at], found, *blocks[at + 1 :])


def title_test(title: str) -> Callable[[str], bool]:
    """A test whether words are the title, or so like it that they stand for it."""
    wanted = key(title)

    def is_title(said: str) -> bool:
        found = key(said)
        if not wanted or not found or len(found) > 3 * len(wanted):
            return False
        if found == wanted:
            return True
        return SequenceMatcher(None, found, wanted, autojunk=False).ratio() > _SAME

    return is_title


def key(text: str) -> str:
    """What two spellings of one title have in common: letters and digits, lower-cased."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return "".join(character for character in folded if character.isalnum())


def _rank(block: Block) -> int:
    """How likely a block with the title's words is the title; 0 for not at all."""
    if block.start == block.end or any(c.kind in _NO_TITLE for c in block.containers):
        return 0
    if block.kind is BlockKind.HEADING:
        return {1: 7, 2: 6}.get(block.level, 4)
    plain = block.kind is BlockKind.PARAGRAPH and not any(span.link for span in block.spans)
    return 3 if plain else 0


def _cuts(title: str, parts: list[re.Match[str]]) -> list[tuple[int, int]]:
    """Pieces of the title between separators, longest first."""
    starts = [0, *(part.end() for part in parts)]
    ends = [*(part.start() for part in parts), len(title)]
    pieces = [(start, end) for start in starts for end in ends if start < end]
    return sorted(pieces, key=lambda piece: piece[0] - piece[1])


def _names_site(part: str, site: str) -> bool:
    name = key(part)
    return bool(name) and bool(site) and (name in key(site) or key(site) in name)
