"""An article's headline, standfirst, captions and body, told apart by its blocks."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from annotator.checking.masking import masked
from annotator.checking.speech import is_prose, is_told
from annotator.model import Article, Block, BlockKind
from annotator.model.locators import headline
from annotator.prose.asides import is_note
from annotator.prose.running import is_byline, is_running
from annotator.prose.sentences import article_sentences, sentences

HEADLINE, STANDFIRST, CAPTION, BODY, SOURCE = "headline", "standfirst", "caption", "body", "source"
PARTS = (HEADLINE, STANDFIRST, CAPTION, BODY, SOURCE)

_STANDFIRST_LONGEST = 450
"""Code points; a longer first paragraph is the article itself."""


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a text: ``text`` has the whole text's length, with blanks where it is not this
    part's, so that places in it are places in the whole. ``ranges`` are its blocks' places."""

    name: str
    text: str
    ranges: tuple[tuple[int, int], ...]
    label: str = ""


class Side:
    """A text with its parts: the article itself, or a source it is compared with."""

    def __init__(
        self, text: str, parts: Iterable[Part], bounds: list[tuple[int, int]], label: str = ""
    ) -> None:
        self.text = text
        self.parts = {part.name: part for part in parts}
        self.label = label
        self._bounds = bounds
        self._starts = [start for start, _ in bounds]

    def sentence(self, offset: int) -> tuple[int, int]:
        """The sentence around a place, or the place's line."""
        at = bisect_right(self._starts, offset) - 1
        if at >= 0 and offset < self._bounds[at][1]:
            return self._bounds[at]
        end = self.text.find("\n", offset)
        return self.text.rfind("\n", 0, offset) + 1, len(self.text) if end < 0 else end


def article_side(article: Article) -> Side:
    """The article with its parts; each caption once, however often it is repeated."""
    blocks = article.blocks
    title = headline(article)
    standfirst = _standfirst(article, title) if title is not None else None
    special = {title, standfirst}
    chosen = {
        HEADLINE: [] if title is None else [blocks[title]],
        STANDFIRST: [] if standfirst is None else [blocks[standfirst]],
        CAPTION: _captions(article, title),
        BODY: [
            block
            for index, block in enumerate(blocks)
            if block.main and index not in special and _is_body(article, block)
        ],
    }
    parts = [_part(article.text, name, found) for name, found in chosen.items()]
    bounds = [(sentence.start, sentence.end) for sentence in article_sentences(article)]
    return Side(article.text, parts, bounds)


def source_side(label: str, source: Article | str) -> Side:
    """A source's text, all of it one part; of a page only what is its own."""
    if isinstance(source, Article):
        own = [block for block in source.blocks if block.main and block.kind is not BlockKind.CODE]
        bounds = [(sentence.start, sentence.end) for sentence in article_sentences(source)]
        return Side(source.text, [_part(source.text, SOURCE, own, label)], bounds, label)
    part = Part(SOURCE, source, ((0, len(source)),), label)
    return Side(source, [part], sentences(source), label)


def _is_body(article: Article, block: Block) -> bool:
    """Whether the article tells something there: no byline, no credit, no note on itself."""
    return is_told(article, block) and not is_note(article.text[block.start : block.end])


def _part(text: str, name: str, blocks: list[Block], label: str = "") -> Part:
    ranges = tuple((block.start, block.end) for block in blocks)
    return Part(name, masked(text, ranges), ranges, label)


def _standfirst(article: Article, title: int) -> int | None:
    """The paragraph under the headline, where something shows that the article begins behind it."""
    first, second = [*islice(_told_after(article, title), 2), None, None][:2]
    if first is None or second is None:
        return None
    block = article.blocks[first]
    text = article.text[block.start : block.end]
    if block.kind is BlockKind.HEADING:
        return first if text.endswith((".", "!", "?")) else None
    parted = any(_parts(article, between) for between in article.blocks[first + 1 : second])
    apart = parted or _set_apart(block)
    return first if apart and len(text) <= _STANDFIRST_LONGEST and is_prose(block) else None


def _told_after(article: Article, title: int) -> Iterator[int]:
    """The blocks behind the headline that tell something: no byline, no date."""
    for index in range(title + 1, len(article.blocks)):
        block = article.blocks[index]
        if not (block.main and _is_text(block)):
            continue
        text = article.text[block.start : block.end]
        if block.kind is BlockKind.HEADING or is_running(text):
            yield index


def _parts(article: Article, block: Block) -> bool:
    """Whether an article often begins behind this: a rule, a byline, what is not its own."""
    if not block.main or block.kind is BlockKind.RULE:
        return True
    return is_prose(block) and is_byline(article.text[block.start : block.end])


def _is_text(block: Block) -> bool:
    return block.start < block.end and (is_prose(block) or block.kind is BlockKind.HEADING)


def _set_apart(block: Block) -> bool:
    emphasised = sum(span.end - span.start for span in block.spans if span.bold or span.italic)
    return emphasised >= 0.95 * (block.end - block.start)


def _captions(article: Article, title: int | None) -> list[Block]:
    """The captions; what stands over the headline as small as one is a kicker."""
    seen: set[str] = set()
    found = []
    for block in article.blocks[title or 0 :]:
        words = " ".join(article.text[block.start : block.end].split()).casefold()
        if block.main and block.kind is BlockKind.CAPTION and words and words not in seen:
            seen.add(words)
            found.append(block)
    return found
