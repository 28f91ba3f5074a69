"""Which sentences of an article are worth a look."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from annotator.model import Article, Block, BlockKind
from annotator.prose.asides import is_note
from annotator.prose.language import article_language
from annotator.prose.running import is_citation, is_running, is_scrap, may_have_verb
from annotator.prose.sentences import Sentence, article_sentences
from annotator.spotting.circumstances import is_question
from annotator.spotting.judging import judgements
from annotator.spotting.reasons import in_words, signs
from annotator.spotting.scoring import Weighed, weigh
from annotator.spotting.weighing import model
from annotator.spotting.words import Word


class _Part(Enum):
    """What part of an article a block stands in."""

    TEXT = auto()
    LIST = auto()
    NOTES = auto()
    WRITERS = auto()


THRESHOLD = 0.3
"""From this score on a sentence is offered, unless the user moves the slider."""

_MODEL = 0.7
_WEIGHTS = {
    "figure": 0.15, "comparison": 0.15, "trend": 0.3, "cause": 0.25, "law": 0.25, "quotation": 0.15,
    "attribution": 0.3, "vague": 0.3, "date": 0.15, "name": 0.15,
}  # fmt: skip
"""How much of the model's margin counts in written prose, and what each sign adds to it. The model
comes from debates, where a speaker claims things of himself and a rival; reports tell who did what,
who said so and what came of it."""

_MOST = 0.8
"""More than this signs never add, however many there are."""

_JUDGEMENT = (0.0, -0.2, -0.9)
"""For no, one, and more words of judgement: one alone may stand in a report."""

_LEAST_WORDS = 5

_ASIDE = 0.8 * THRESHOLD
"""What the score of a caption or subhead is multiplied by: never offered, at a low slider shown."""

_LISTS = re.compile(
    r"(?:(?:selected|general|further|additional|primary|secondary|cited|works)\s)?"
    r"(?:references|bibliography|citations|works\scited|(?:literature|references|sources)\scited)"
    r"|references\sand\s(?:notes|further\sreading)|see\salso|external\slinks|further\sreading"
    r"|(?:related|recommended)\s(?:coverage|content|news|topics|reading)"
    r"|(?:related|more|popular|recommended|latest)\s(?:articles|stories|links|posts)|read\s(?:more|next)|most\s(?:read|popular|viewed)"
    r"|(?:you\s(?:may|might)\salso\slike)|(?:table\sof\s)?contents|(?:in|on)\sthis\s(?:article|page)",
    re.IGNORECASE,
)
"""The headings of lists of references and links: no item there is the article's own statement."""

_NOTES = re.compile(
    r"(?:explanatory\s)?(?:notes|footnotes|endnotes)|sources|(?:notes|sources)\sand\s(?:references"
    r"|sources|notes)|notes\son\s.+",
    re.IGNORECASE,
)
"""The headings of notes: sentences and references stand there side by side."""

_WRITERS = re.compile(r"about\s(?:the|our)\s(?:authors?|writers?|reporters?)", re.IGNORECASE)
_HEADS = ((_LISTS, _Part.LIST), (_NOTES, _Part.NOTES), (_WRITERS, _Part.WRITERS))
_AROUND_HEAD = re.compile(r"^[\d.\s]+|\s*(?:\[edit\]|:)\s*$")
_LONGEST_HEAD = 40
"""Code points."""

_AMOUNT = re.compile(
    r"[%$€£]|\b(?:per\s?cent|[mb]illion|thousand|up|down|dead)\b|\b(?!(?:19|20)\d\d\b)\d[\d,.]*\s[a-z]{3}"
)
_CLOSED = re.compile(r"(?<!\.)[.!?][”\"’)\]]*$")
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")
_IS_WHO = re.compile(
    r"(?:,[^,]*,)?\s(?:is\s(?:[\w’'-]+,?\s){1,8}?(?:reporter|writer|editor|correspondent|journalist"
    r"|columnist|contributor|author|blogger|critic|producer|photographer|professor|fellow|researcher"
    r"|lecturer|historian|novelist|student)\b|(?:covers|writes|reports|teaches|lives\sin)\b"
    r"|has\s(?:written|covered|reported|worked|been\sa)\b)"
)
_ANYWHERE = ("figure", "date", "quotation", "name")
"""The signs that are looked for in all languages: those that digits, marks, capitals make."""

_DIGIT = re.compile(r"\d")
_UNPARTED = ("ja", "zh", "th", "km", "lo", "my")
"""Languages that put no blanks between words."""

_CAPITAL_NOUNS = ("de", "lb")
"""Languages in which a capital tells nothing of names."""

_LINKED = 0.95
"""Share of a block's letters from which it is one link."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """``article.text[start:end]``, a sentence of the article's block ``block``.

    ``score``: from 0 to 1, how check-worthy; never how true. ``reasons``: why, in the user's
    language. ``offered``: whether the score reaches the default threshold.
    """

    start: int
    end: int
    score: float
    reasons: tuple[str, ...]
    offered: bool
    block: int


def spot(article: Article) -> list[Suggestion]:
    """Every sentence of the article's own blocks in order, with what speaks for a look at it.

    Captions and subheads count little and are not offered: captions belong to pictures, often to
    another story's, and a subhead's claim stands in the text below it. Nor are references, links
    by themselves, or what only stands around an article.
    """
    found = article_sentences(article)
    texts = [article.text[sentence.start : sentence.end] for sentence in found]
    declared = article.details.language.casefold().split("-")[0]
    language = declared or article_language(article)
    english = language in ("", "en")
    parts = _telling(article, english)
    suggestions = []
    for sentence, text, weighed in zip(found, texts, weigh(texts), strict=True):
        there = signs(text, weighed.words)
        if not english:
            there = _anywhere(there, text, language)
        told = _is_said(text, weighed.words, parts[sentence.block], english)
        told = told and (language in _UNPARTED or _is_in_words(text))
        suggestions.append(
            _suggestion(sentence, text, weighed, there, told and (english or bool(there)))
        )
    return suggestions


def _anywhere(there: Sequence[str], text: str, language: str) -> tuple[str, ...]:
    """Those of the signs that mean the same in another language than English: no words, which may
    be other words there."""
    known = set(_ANYWHERE)
    if not _DIGIT.search(text):
        known -= {"figure", "date"}
    if language in _CAPITAL_NOUNS:
        known.discard("name")
    return tuple(sign for sign in there if sign in known)


def _suggestion(
    sentence: Sentence, text: str, weighed: Weighed, there: Sequence[str], told: bool
) -> Suggestion:
    score = model().probability(_in_prose(text, weighed, there))
    if not told:
        score *= _ASIDE
    score = round(score, 3)
    why = tuple(in_words(sign) for sign in there or ("statement",))
    offered = score >= THRESHOLD
    return Suggestion(sentence.start, sentence.end, score, why, offered, sentence.block)


def _in_prose(text: str, weighed: Weighed, there: Sequence[str]) -> float:
    """The margin where a sentence is written, not spoken."""
    if is_question(text) or len(weighed.words) < _LEAST_WORDS:
        return weighed.margin
    judged = min(judgements(weighed.words), len(_JUDGEMENT) - 1)
    if "attribution" in there or "quotation" in there:
        judged = max(judged - 1, 0)  # reported, and that it was said can be checked
    added = min(sum(_WEIGHTS[sign] for sign in there), _MOST)
    return _MODEL * weighed.margin + added + _JUDGEMENT[judged]


def _is_said(text: str, words: list[Word], part: _Part | None, english: bool) -> bool:
    """Whether a sentence is one of the article: not a piece of a reference, and among notes it has
    a verb of its own."""
    if part is None or len(words) < _LEAST_WORDS or is_scrap(text):
        return False
    return part is not _Part.NOTES or not english or may_have_verb(_QUOTED.sub("", text))


def _is_in_words(text: str) -> bool:
    """Whether there are words beside the figures: not so in “Article 3.”, “$85 ....”."""
    return sum(any(map(str.isalpha, word)) for word in text.split()) > 1


def _telling(article: Article, english: bool) -> list[_Part | None]:
    """The part that each block stands in; None where it is not the article that speaks."""
    first = next((at for at, block in enumerate(article.blocks) if _is_text(block)), 0)
    return [
        part if _is_text(block) and _is_told(article, block, part, english and at > first) else None
        for at, (block, part) in enumerate(zip(article.blocks, _parts(article), strict=True))
    ]


def _is_text(block: Block) -> bool:
    return block.main and block.start < block.end


def _is_told(article: Article, block: Block, part: _Part, needs_verb: bool) -> bool:
    """Whether it is the article that speaks here, in whole sentences: no caption, no subhead, no
    cell of data, no byline, no note on itself, no reference, no link by itself, no author."""
    if block.kind is BlockKind.CAPTION or block.container("figure"):
        return False
    text = article.text[block.start : block.end].strip()
    if block.kind is BlockKind.CELL or (block.kind is BlockKind.HEADING and block.level != 1):
        return text.rstrip('”"’)').endswith(".")
    if block.kind is BlockKind.PARAGRAPH and (not is_running(text) or is_note(text)):
        return False
    if block.kind not in (BlockKind.PARAGRAPH, BlockKind.ITEM):
        return True
    if _is_listed(block, text, part) or _is_link(block, text) or _is_bio(article, text):
        return False
    return not (needs_verb and _is_label(block, text))


def _is_listed(block: Block, text: str, part: _Part) -> bool:
    """Whether it is a reference or a link of a list of them."""
    if part is _Part.WRITERS:
        return True
    if part is _Part.LIST:
        return _is_item(block) or is_citation(text, listed=True) or not _CLOSED.search(text)
    return (_is_item(block) or part is _Part.NOTES) and is_citation(text)


def _is_item(block: Block) -> bool:
    return block.kind is BlockKind.ITEM or block.container("item") is not None


def _is_link(block: Block, text: str) -> bool:
    """Whether all of it is a link, which is then the title of something else."""
    linked = sum(span.end - span.start for span in block.spans if span.link)
    return linked >= _LINKED * len(text) and not _CLOSED.search(text)


def _is_label(block: Block, text: str) -> bool:
    """Whether it names something and tells nothing: an item, or a line that does not end as a
    sentence, without a verb and without an amount."""
    if not _is_item(block) and _CLOSED.search(text):
        return False
    return text.isascii() and not _AMOUNT.search(text) and not may_have_verb(text)


def _is_bio(article: Article, text: str) -> bool:
    """Whether a paragraph says who an author is: it begins with the name."""
    return any(
        " " in name and text.startswith(name) and _IS_WHO.match(text, len(name)) is not None
        for name in article.details.authors
    )


def _parts(article: Article) -> list[_Part]:
    """The part that each block of the article stands in; a footnote is a note wherever it is."""
    parts, part, level = [], _Part.TEXT, 0
    for block in article.blocks:
        named = _headed(article, block)
        if named is not None:
            part, level = named, block.level or 7
        elif _ends(article, block, part, level):
            part = _Part.TEXT
        parts.append(_Part.NOTES if block.container("footnote") else part)
    return parts


def _headed(article: Article, block: Block) -> _Part | None:
    """The part that begins with this heading, or with a paragraph that is one by its words."""
    length = block.end - block.start
    if not block.main or not 0 < length <= _LONGEST_HEAD or _is_item(block):
        return None
    if block.kind not in (BlockKind.HEADING, BlockKind.PARAGRAPH):
        return None
    text = _AROUND_HEAD.sub("", article.text[block.start : block.end].strip())
    return next((part for head, part in _HEADS if head.fullmatch(text)), None)


def _ends(article: Article, block: Block, part: _Part, level: int) -> bool:
    """Whether the part ends here: by a heading as high as its own, and a list of links in the
    midst of an article by the text that goes on."""
    if block.kind is BlockKind.HEADING:
        return block.main and block.level <= level
    if part is not _Part.LIST or not block.main or _is_item(block):
        return False
    if block.kind is not BlockKind.PARAGRAPH:
        return False
    text = article.text[block.start : block.end].strip()
    return bool(_CLOSED.search(text)) and may_have_verb(text) and not is_citation(text, listed=True)
