"""What an article is made of: its headings and tags, and how many marks each has."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TypeVar

from annotator.library import ArticleSession
from annotator.model import Article, Block, BlockKind

LOOK_AHEAD = 160
"""A heading so many code points under the first ones in sight is where the reader is: it stands
in the upper lines of the page."""

IN_SIGHT = 1_500
"""As many code points are about what a page shows."""


Found = TypeVar("Found")
Place = tuple[int, int]
"""(page from 1, 0 where that does not matter; code point of the article). Pages without text all
stand at one code point."""


@dataclass(frozen=True, slots=True)
class Heading:
    """``start``: a code point of the article; ``page`` from 1, 0 for what is found by that alone;
    ``depth`` from 0; ``marks`` up to the next one."""

    start: int
    text: str
    depth: int
    marks: int = 0
    page: int = 0

    @property
    def place(self) -> Place:
        """Where it stands."""
        return self.page, self.start


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


def entries(article: Article, *, title: bool = False) -> list[Heading]:
    """The bookmarks of the file, where it has any, else the article's own headings, ``title`` with
    that; without their marks."""
    if article.outline:
        found = [entry for entry in article.outline if entry.title.strip()]
        if not title:
            found = _without_title(found, [entry.title for entry in found], article)
        least = min((entry.level for entry in found), default=1)
        return [
            Heading(e.offset, " ".join(e.title.split()), e.level - least, page=e.page)
            for e in found
        ]
    blocks = _heading_blocks(article, title)
    least = min((block.level for block in blocks), default=1)
    return [Heading(block.start, _text(article, block), block.level - least) for block in blocks]


def headings(session: ArticleSession) -> list[Heading]:
    """The same with the marks that stand under each."""
    found = entries(session.article)
    order = in_order(found)
    places = [found[number].place for number in order]
    marks = Counter(bisect_right(places, place) for place in _mark_places(session, found))
    counts = {number: marks[rank] for rank, number in enumerate(order, 1)}
    return [replace(heading, marks=counts[number]) for number, heading in enumerate(found)]


def _mark_places(session: ArticleSession, found: list[Heading]) -> Iterator[Place]:
    if not has_pages(found):
        yield from ((0, mark.start) for mark in session.marks())
        return
    for annotation in session.annotations():
        place = session.place_of(annotation.id)
        if place is not None and annotation.target is not None:
            yield annotation.target.page, place


def has_pages(found: list[Heading]) -> bool:
    """Whether they are found by their pages, too."""
    return any(heading.page for heading in found)


def in_order(found: list[Heading]) -> list[int]:
    """The numbers of headings as they come in the article: bookmarks may stand in any order."""
    return sorted(range(len(found)), key=lambda number: found[number].place)


class Follower:
    """Which heading is the current one. One that was gone to stays it while it can be in sight,
    also where the page shows it further down than at its top. ``offset`` is the first code point
    in sight, ``page`` the page (from 1)."""

    def __init__(self) -> None:
        self.offset = self.page = 0
        self._chosen = -1
        self.take([])

    def take(self, headings: list[Heading]) -> None:
        """The article's headings are these now."""
        self.headings = headings
        self._order = in_order(headings)
        self._places = [headings[number].place for number in self._order]
        self._paged = has_pages(headings)

    def restart(self) -> None:
        """Another article is shown, from its beginning."""
        self.offset, self.page, self._chosen = 0, 0, -1

    def choose(self, number: int) -> Heading:
        """Go to a heading."""
        self._chosen = number
        return self.headings[number]

    def current(self) -> int:
        """The number of the current heading, -1 for none."""
        here = (self.page if self._paged else 0, self.offset + LOOK_AHEAD)
        rank = bisect_right(self._places, here) - 1
        chosen = self.headings[self._chosen] if 0 <= self._chosen < len(self.headings) else None
        if chosen is not None and chosen.place > here:
            if chosen.start - self.offset < IN_SIGHT and chosen.page - here[0] <= 1:
                return self._chosen
        elif chosen is not None and self._places[max(0, rank - 1) : rank + 1] == [chosen.place] * 2:
            return self._chosen  # one of several that stand right here
        else:
            self._chosen = -1
        return self._order[rank] if rank >= 0 else -1


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


def _heading_blocks(article: Article, title: bool) -> list[Block]:
    found = [
        block
        for block in article.blocks
        if block.kind == BlockKind.HEADING and block.main and _text(article, block)
    ]
    if title:
        return found
    return _without_title(found, [_text(article, block) for block in found], article)


def _without_title(found: list[Found], words: list[str], article: Article) -> list[Found]:
    """All but the first that says what the article is called: that is no part of it."""
    title = " ".join(article.title.split()).casefold()
    same = (at for at, text in enumerate(words) if " ".join(text.split()).casefold() == title)
    at = next(same, None)
    return found if at is None else found[:at] + found[at + 1 :]


def _text(article: Article, block: Block) -> str:
    return " ".join(article.text[block.start : block.end].split())
