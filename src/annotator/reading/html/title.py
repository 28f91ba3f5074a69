"""Titles: a page's name without its site's, and the block that is the title."""

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from annotator.model import Block, BlockKind
from annotator.reading.text.wrapping import is_dense

_SEPARATOR = re.compile(r"\s+[|·•»«›/\\–—-]\s+|\s*[|»]\s*|\s+::\s+|_(?=[^\x00-\x7f])")
_COLON = re.compile(r":\s+|：|｜")
"""What parts a title from a site's name as well as a title from its second half: only a heading
of the page can tell."""
_BAR = re.compile(r"\s*[|»｜]\s*|\s+[·•]\s+|\s+::\s+")
"""What hardly ever stands in a title itself."""
_MIN_WORDS = 3
_NAME = 4
_DENSE = 8  # of signs that are written without spaces
_LEAD_IN = 2
"""So many texts of the article may stand over its headline: a section's name, a date."""
_HOME = re.compile(
    r"(?:(?:(?:https?:)?//[^/?#]+/?|/)(?:index\.\w+)?|\.{1,2}/|index\.\w+)(?:[?#].*)?", re.I
)
_SAME = 0.75
_INEXACT = 5
"""So much less likely with similar words: only headings of level 1 and 2 remain."""
_NO_TITLE = frozenset(("item", "cell", "footnote"))


def clean_title(title: str, site: str, headings: Sequence[str] = (), host: str = "") -> str:
    """The title without the name of the site; as a heading of the page has it where one does.

    ``host``: the site's address, which its name often stands in.
    """
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
    if _names_site(last, site) or (len(key(last)) >= _NAME and key(last) in key(host)):
        return title[: parts[-1].start()].strip()
    if _names_site(first, site):
        return title[parts[0].end() :].strip()
    return _without_suffix(title, parts)


def _without_suffix(title: str, parts: Sequence[re.Match[str]]) -> str:
    """The title without the few words behind a sign that most likely name a section or a site."""
    for part in reversed(parts):
        shorter, last = title[: part.start()].strip(), title[part.end() :]
        bar = bool(_BAR.fullmatch(part[0]))
        named = bar or all(word[0].isupper() for word in last.split())
        if not _is_short(last) or not (named or len(shorter.split()) > _MIN_WORDS):
            break
        title = shorter or title
        if not bar:
            break
    return title


def _is_short(name: str) -> bool:
    return len(name.split()) <= _MIN_WORDS and not (is_dense(name[:1]) and len(name) > _DENSE)


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


def with_headline(blocks: tuple[Block, ...], text: str, site: str) -> tuple[Block, ...]:
    """The blocks of a page whose title may be none of them: the ``h1`` over the article is its
    headline, else the one heading of the highest level that the article begins with."""
    own = [i for i, block in enumerate(blocks) if block.main and block.end > block.start]
    near = own[_LEAD_IN] if len(own) > _LEAD_IN else len(blocks)
    if not own or any(block.main and block.level == 1 for block in blocks[:near]):
        return blocks
    names = {key(site), ""}
    found = [
        index
        for index, block in enumerate(blocks[:near])
        if block.level == 1 and _rank(block) and key(text[block.start : block.end]) not in names
    ]
    above = [index for index in found if index < own[0]]
    if _leads(blocks, own[0]):
        found.append(own[0])
    if not found:
        return blocks
    at = above[-1] if above else found[0]
    return (*blocks[:at], replace(blocks[at], level=1, main=True), *blocks[at + 1 :])


def _leads(blocks: Sequence[Block], first: int) -> bool:
    """Whether the block is a heading of level 2 over all other headings of the article."""
    others = (block.level for block in blocks[first + 1 :] if block.main and block.level)
    return blocks[first].level == 2 < min(others, default=7) and bool(_rank(blocks[first]))


def is_home(link: str) -> bool:
    """Whether a link leads to the front page of a site."""
    return bool(_HOME.fullmatch(link))


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
    if any(is_home(span.link) for span in block.spans if span.link):
        return 0  # the name of the site
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
