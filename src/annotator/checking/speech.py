"""Who says what in an article: its sentences with the attributions and quotations in them.

A pronoun, a surname or "the mayor" is led back to the name it stands for where one rule does it:
the last person named as a source, else the last one named.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from annotator.checking.masking import masked
from annotator.model import Article, Block, BlockKind
from annotator.prose.asides import is_about_itself, is_note
from annotator.prose.attribution import Attribution, attributions
from annotator.prose.attribution_words import BODIES, DOCUMENTS
from annotator.prose.names import NameMention, names
from annotator.prose.quotations import Quotation, quotations
from annotator.prose.running import is_running
from annotator.prose.sentences import Sentence, article_sentences
from annotator.prose.word_lists import words

MOSTLY = 0.5
"""Share of a sentence's letters inside quotation marks from which it is a quotation."""

_PROSE = (BlockKind.PARAGRAPH, BlockKind.ITEM)


_ONE = re.compile(
    r"(?:an?|one|another|the|our|their|his|her|its)\s|\S+(?:\s\S+){0,2}[’']s\s", re.IGNORECASE
)
"""How one person is spoken of: "a doctor", "Jane Roe’s lawyer"."""
_WOMEN = words("woman lady wife mother daughter sister spokeswoman chairwoman girl widow aunt")
_MEN = words("man gentleman husband father son brother spokesman chairman boy widower uncle")


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who is said to say it, where it stands; ``name`` is what a pronoun there stands for."""

    name: str
    named: bool
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Spoken:
    """A sentence, those who are said to speak in it, the quotations that touch it.

    ``share`` is how much of it (0 to 1) stands inside quotation marks.
    """

    sentence: Sentence
    speakers: tuple[Speaker, ...]
    quotations: tuple[Quotation, ...]
    share: float

    @property
    def speaker(self) -> Speaker | None:
        """The one who matters: the first who is named, else the first."""
        return next((s for s in self.speakers if s.named), next(iter(self.speakers), None))


def is_prose(block: Block) -> bool:
    """Whether a block is running text: no caption, heading, table, picture's label, note."""
    return block.kind in _PROSE and not any(
        block.container(kind) for kind in ("cell", "figure", "footnote")
    )


def spoken(article: Article) -> list[Spoken]:
    """The sentences of the article's running text, in order, with who speaks in them."""
    listener = _Listener(article)
    sentences = article_sentences(article)
    return [
        heard
        for index, group in groupby(sentences, key=lambda sentence: sentence.block)
        if is_told(article, article.blocks[index])
        for heard in listener.listen(list(group))
    ]


def is_told(article: Article, block: Block) -> bool:
    """Whether somebody speaks there: no byline, no letters of a chart that a page has as text."""
    text = article.text[block.start : block.end]
    return is_prose(block) and (block.kind is BlockKind.ITEM or is_running(text))


def is_quoted(article: Article, one: Spoken) -> bool:
    """Whether a sentence is mostly a quotation, or stands in one set as a block."""
    block = article.blocks[one.sentence.block]
    return one.share >= MOSTLY or block.container("quote") is not None


def with_speakers(article: Article) -> list[tuple[Spoken, Speaker | None]]:
    """The sentences of ``spoken``, each with who speaks in it.

    A quotation that does not say so itself is said by whoever is named nearest in its paragraph; a
    paragraph that is a quotation altogether goes on with who spoke in the one before, unless a
    heading parts them.
    """
    found: list[tuple[Spoken, Speaker | None]] = []
    before: Speaker | None = None
    last = -1
    for index, group in groupby(spoken(article), key=lambda one: one.sentence.block):
        heard = list(group)
        between = article.blocks[last + 1 : index]
        if last < 0 or any(block.kind is BlockKind.HEADING for block in between):
            before = None
        paragraph = [
            (
                one,
                one.speaker or (_nearest(heard, at) or before if is_quoted(article, one) else None),
            )
            for at, one in enumerate(heard)
        ]
        found += paragraph
        before, last = paragraph[-1][1], index
    return found


def _nearest(heard: Sequence[Spoken], at: int) -> Speaker | None:
    """The speaker named nearest to a sentence in its paragraph: before it, else behind it."""
    before = (one.speaker for one in reversed(heard[:at]) if one.speaker)
    after = (one.speaker for one in heard[at + 1 :] if one.speaker)
    return next(before, None) or next(after, None)


class _Listener:
    """Goes through an article's blocks in order and remembers who spoke last."""

    def __init__(self, article: Article) -> None:
        self._text = article.text
        self._blocks = article.blocks
        prose = [(b.start, b.end) for b in article.blocks if b.main and is_prose(b)]
        self._names = names(masked(article.text, prose))
        self._titles = {(_surname(n), n.title.lower()) for n in self._names if n.title}
        self._person: NameMention | None = None
        self._source: Speaker | None = None
        self._next_name = 0

    def _slice(self, block: Block) -> str:
        return self._text[block.start : block.end]

    def listen(self, sentences: Sequence[Sentence]) -> Iterator[Spoken]:
        """The sentences of one block."""
        block = self._blocks[sentences[0].block]
        is_aside = is_note(self._slice(block))
        inside = [
            _shifted(quotation, block.start)
            for quotation in quotations(self._slice(block))
            if quotation.depth == 0
        ]
        for sentence in sentences:
            yield self._heard(sentence, inside, is_aside)

    def _heard(self, sentence: Sentence, inside: Sequence[Quotation], is_aside: bool) -> Spoken:
        touching = tuple(
            q for q in inside if q.outer_start < sentence.end and q.outer_end > sentence.start
        )
        named = self._names_in(sentence)
        if is_aside or is_about_itself(self._text[sentence.start : sentence.end]):
            return Spoken(sentence, (), touching, self._share(sentence, touching))
        found = self._attributions(sentence, named, touching)
        speakers = tuple(self._speaker(one) for one in found if one.source_start is not None)
        self._remember([name for name in named if not _is_inside(name, touching)], speakers)
        return Spoken(sentence, speakers, touching, self._share(sentence, touching))

    def _names_in(self, sentence: Sentence) -> list[NameMention]:
        found = []
        while self._next_name < len(self._names):
            name = self._names[self._next_name]
            if name.start >= sentence.end:
                break
            if name.start >= sentence.start and name.end <= sentence.end:
                found.append(name)
            self._next_name += 1
        return found

    def _attributions(
        self, sentence: Sentence, named: list[NameMention], touching: Sequence[Quotation]
    ) -> list[Attribution]:
        low = sentence.start
        text = self._text[low : sentence.end]
        clipped = [_clipped(q, low, sentence.end) for q in touching]
        found = attributions(text, _moved(named, -low), clipped)
        return [
            replace(
                one,
                start=one.start + low,
                end=one.end + low,
                source_start=None if one.source_start is None else one.source_start + low,
                source_end=None if one.source_end is None else one.source_end + low,
            )
            for one in found
        ]

    def _speaker(self, one: Attribution) -> Speaker:
        start, end = one.source_start or 0, one.source_end or 0
        if one.named:
            return Speaker(one.source, True, start, end)
        if one.pronoun and one.source.lower() == "they":
            last = self._source
            return Speaker(last.name if last else "", bool(last and last.named), start, end)
        if one.pronoun and (last := self._somebody(one.source)):
            return Speaker(last.name, False, start, end)
        stands_for = self._titled(one.source)
        if one.pronoun:
            stands_for = stands_for or self._last_person()
        name = stands_for or ("" if one.pronoun else one.source)
        return Speaker(name, bool(stands_for), start, end)

    def _somebody(self, pronoun: str) -> Speaker | None:
        """Who spoke last, where that is one person without a name, and nobody was named since."""
        last = self._source
        if last is None or last.named or not _ONE.match(last.name):
            return None
        since = self._person is not None and self._person.start > last.start
        noun = last.name.split()[-1].lower()
        others = BODIES | DOCUMENTS | (_WOMEN if pronoun.lower() == "he" else _MEN)
        return None if since or noun in others or noun.endswith("s") else last

    def _last_person(self) -> str:
        if self._source and self._source.named:
            return self._source.name
        return self._text[self._person.start : self._person.end] if self._person else ""

    def _titled(self, words: str) -> str:
        """Whom "the sheriff" stands for: the last one named with that title."""
        found = re.fullmatch(r"the\s+([\w\s-]{3,40})", words, re.IGNORECASE)
        if not found or self._person is None:
            return ""
        known = (_surname(self._person), found[1].lower()) in self._titles
        return self._text[self._person.start : self._person.end] if known else ""

    def _remember(self, named: Sequence[NameMention], speakers: Sequence[Speaker]) -> None:
        for name in named:
            if name.title:
                self._person = name
        if speakers:
            self._source = next((s for s in speakers if s.named), speakers[0])

    def _share(self, sentence: Sentence, touching: Sequence[Quotation]) -> float:
        whole = _letters(self._text, sentence.start, sentence.end)
        quoted = sum(
            _letters(self._text, max(q.start, sentence.start), min(q.end, sentence.end))
            for q in touching
        )
        return quoted / whole if whole else 0.0


def _is_inside(name: NameMention, found: Sequence[Quotation]) -> bool:
    """Whether it is a speaker who names somebody: a pronoun behind the quotation is not them."""
    return any(q.start <= name.start < q.end for q in found)


def _surname(name: NameMention) -> str:
    return name.key.split()[-1]


def _letters(text: str, start: int, end: int) -> int:
    return sum(map(str.isalnum, text[start:end])) if start < end else 0


def _moved(found: Sequence[NameMention], by: int) -> list[NameMention]:
    return [replace(name, start=name.start + by, end=name.end + by) for name in found]


def _shifted(q: Quotation, by: int) -> Quotation:
    return replace(
        q,
        start=q.start + by,
        end=q.end + by,
        outer_start=q.outer_start + by,
        outer_end=q.outer_end + by,
    )


def _clipped(q: Quotation, low: int, high: int) -> Quotation:
    moved = _shifted(q, -low)
    last = high - low
    return replace(
        moved,
        start=max(0, moved.start),
        end=min(last, moved.end),
        outer_start=max(0, moved.outer_start),
        outer_end=min(last, moved.outer_end),
    )
