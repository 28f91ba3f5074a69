"""Which sentences of an article are worth a look."""

from collections.abc import Sequence
from dataclasses import dataclass

from annotator.model import Article, Block, BlockKind
from annotator.prose.asides import is_note
from annotator.prose.running import is_running
from annotator.prose.sentences import Sentence, article_sentences
from annotator.spotting.circumstances import is_question
from annotator.spotting.judging import judgements
from annotator.spotting.reasons import in_words, signs
from annotator.spotting.scoring import Weighed, weigh
from annotator.spotting.weighing import model
from annotator.spotting.words import Word

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
    another story's, and a subhead's claim stands in the text below it.
    """
    found = article_sentences(article)
    texts = [article.text[sentence.start : sentence.end] for sentence in found]
    return [
        _suggestion(article, sentence, text, weighed)
        for sentence, text, weighed in zip(found, texts, weigh(texts), strict=True)
    ]


def _suggestion(article: Article, sentence: Sentence, text: str, weighed: Weighed) -> Suggestion:
    there = signs(text, weighed.words)
    score = model().probability(_in_prose(text, weighed, there))
    if not _is_told(article, article.blocks[sentence.block], weighed.words):
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


def _is_told(article: Article, block: Block, part: list[Word]) -> bool:
    """Whether it is the article that speaks here, in a whole sentence: no caption, no subhead, no
    cell of data, no byline, no note on itself."""
    if block.kind is BlockKind.CAPTION or block.container("figure"):
        return False
    text = article.text[block.start : block.end]
    is_label = block.kind is BlockKind.CELL or (
        block.kind is BlockKind.HEADING and block.level != 1
    )
    if is_label and not text.rstrip('”"’)').endswith("."):
        return False
    if block.kind is BlockKind.PARAGRAPH and (not is_running(text) or is_note(text)):
        return False
    return len(part) >= _LEAST_WORDS
