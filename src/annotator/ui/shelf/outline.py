"""What an article is made of: its headings and tags, and how many marks each has."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from annotator.library import ArticleSession
from annotator.model import Article, Block, BlockKind

LOOK_AHEAD = 160
"""A heading so many code points under the first ones in sight is where the reader is: it stands
in the upper lines of the page."""

IN_SIGHT = 1_500
"""As many code points are about what a page shows."""


@dataclass(frozen=True, slots=True)
class Heading:
    """``start``: a code point of the article; ``depth`` from 0; ``marks`` up to the next one."""

    start: int
    text: str
    depth: int
    marks: int


@dataclass(frozen=True, slots=True)
class TagLevel:
    """A tag, or a level that several tags share. ``marks`` counts those below it too."""

    path: str
    depth: int
    marks: int

    @property
    def name(self) -> str:
        """Its own level."""
        return self.path.rpartition("/")[2]


def headings(session: ArticleSession) -> list[Heading]:
    """The article's own headings but for its title."""
    blocks = _heading_blocks(session.article)
    starts = [block.start for block in blocks]
    marks = Counter(bisect_right(starts, mark.start) - 1 for mark in session.marks())
    least = min((block.level for block in blocks), default=1)
    return [
        Heading(block.start, _text(session.article, block), block.level - least, marks[number])
        for number, block in enumerate(blocks)
    ]


def current_heading(found: list[Heading], offset: int) -> int:
    """Which heading the text at ``offset``, the first in sight, stands under; -1: none."""
    return bisect_right([heading.start for heading in found], offset + LOOK_AHEAD) - 1


class Follower:
    """Which heading is the current one. One that was gone to stays it while it can be in sight,
    also where the page shows it further down than at its top."""

    def __init__(self) -> None:
        self.headings: list[Heading] = []
        self.offset = 0
        self._chosen = -1

    def restart(self) -> None:
        """Another article is shown, from its beginning."""
        self.offset, self._chosen = 0, -1

    def choose(self, number: int) -> int:
        """Go to a heading; the code point it starts at."""
        self._chosen = number
        return self.headings[number].start

    def current(self) -> int:
        """The number of the current heading, -1 for none."""
        number = current_heading(self.headings, self.offset)
        if not number < self._chosen < len(self.headings):
            self._chosen = -1
        elif self.headings[self._chosen].start - self.offset < IN_SIGHT:
            return self._chosen
        return number


def tag_levels(session: ArticleSession) -> list[TagLevel]:
    """The tags of an article's annotations, each level after the one it belongs to."""
    sets = Counter(annotation.tags for annotation in session.annotations() if annotation.tags)
    marks: Counter[tuple[str, ...]] = Counter()
    for tags, count in sets.items():  # far fewer than annotations
        for level in _levels(tags):
            marks[level] += count
    order = sorted(marks, key=lambda parts: [part.casefold() for part in parts])
    return [TagLevel("/".join(parts), len(parts) - 1, marks[parts]) for parts in order]


def _levels(tags: Iterable[str]) -> set[tuple[str, ...]]:
    return {
        tuple(parts[: depth + 1])
        for parts in (path.split("/") for path in tags)
        for depth in range(len(parts))
    }


def _heading_blocks(article: Article) -> list[Block]:
    found = [
        block
        for block in article.blocks
        if block.kind == BlockKind.HEADING and block.main and _text(article, block)
    ]
    title = " ".join(article.title.split())
    if found and found[0].level == 1 and _text(article, found[0]) == title:
        return found[1:]
    return found


def _text(article: Article, block: Block) -> str:
    return " ".join(article.text[block.start : block.end].split())
