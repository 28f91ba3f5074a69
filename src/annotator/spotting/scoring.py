"""How check-worthy sentences are."""

from collections.abc import Sequence
from dataclasses import dataclass

from annotator.spotting.circumstances import alone, among_others
from annotator.spotting.weighing import model
from annotator.spotting.words import Word, words


@dataclass(frozen=True, slots=True)
class Weighed:
    """A sentence's words, and its margin: above 0 where it is more likely check-worthy than not."""

    words: list[Word]
    margin: float


def weigh(sentences: Sequence[str]) -> list[Weighed]:
    """The margins of sentences that stand one after another.

    A list in no order is recognised as one, and each sentence is then taken for itself.
    """
    learned = model()
    parts = [words(sentence) for sentence in sentences]
    margins = [
        learned.margin(part) + alone(sentence, part)
        for sentence, part in zip(sentences, parts, strict=True)
    ]
    added = among_others(sentences, margins)
    return [
        Weighed(part, margin + more)
        for part, margin, more in zip(parts, margins, added, strict=True)
    ]


def score(sentences: Sequence[str]) -> list[float]:
    """How check-worthy each sentence is, from 0 to 1: roughly the chance that somebody who checks
    facts would look at it. Nothing is said about whether it is true.

    The sentences are taken to stand one after another, as in an article or a transcript.
    """
    probability = model().probability
    return [probability(weighed.margin) for weighed in weigh(sentences)]
