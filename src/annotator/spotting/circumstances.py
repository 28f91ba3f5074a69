"""What the model cannot have learned, as its sentences were picked one by one.

A whole transcript or article has lines that nobody would pick: single words, thanks, applause, a
host's questions and rules. And a sentence stands among others: in the debates of the training data
a sentence after a check-worthy one is more often check-worthy than its own words tell.

Everything here is in units of the model's margin, whose spread is about 0.75.
"""

import re
from collections.abc import Sequence
from itertools import pairwise
from math import sqrt

from annotator.spotting.words import FIGURES, Word

_SHORT = (-2.0, -1.2, -0.9, -0.6, -0.3)
"""For sentences of no, one, two, three, four words; the shortest trained on have five."""

_QUESTION, _PROCEDURE, _STAGE = -0.4, -0.6, -2.0
_BEFORE_QUESTION, _TO_YOU = -0.3, -0.25

_HOSTED = 0.05
"""Where more than this part of the sentences are questions, somebody is being asked: what stands
before a question is then mostly the host's, and so is what says "you". At twice the part it counts
in full."""

_YOU = re.compile(r"\b[Yy]our?\b")

_BEFORE, _AFTER = 0.12, 0.03
"""How much of a neighbour's margin counts, where neighbours agree at all; measured by regression on
held-out debates."""

_AGREEING = 0.2
"""The correlation of neighbours at which it counts in full: 0.29 in debates, none where the order
means nothing."""

_STAGE_DIRECTION = re.compile(r"[(\[*♪].*[)\]*♪]|[^a-z]*[A-Z][^a-z]{6,}")
_PROCEDURAL = re.compile(
    r"\b(?:thank|thanks|rebuttal|moderators?|commercial break|(?:clos|open)ing statements?|welcome"
    r"|(?:\d+|thirty|sixty|ninety|one|two) (?:seconds?|minutes?)|next question"
    r"|question (?:is )?(?:from|for)|follow-up|join(?:ing|ed) (?:us|by|tonight)"
    r"|time(?: is|'s) up|coin toss|right back"
    r"|(?:good|nice|great) to (?:see|be)|ladies and gentlemen|please (?:stand|rise)|god bless)\b"
)
_HINT_WORDS = """
    thank thanks rebuttal moderator moderators commercial closing opening welcome second seconds
    minute minutes question follow joining joined time coin right good nice great ladies please god
"""
_HINT = frozenset(_HINT_WORDS.split())

_SUPPOSED = -0.2
_SUPPOSED_AT_MOST = 2
_SUPPOSING = ("if", "should", "must", "ought", "i'll", "we'll")
_SUPPOSING_PAIRS = frozenset(
    (("need", "to"), ("needs", "to"), ("have", "to"), ("got", "to"), ("i", "think"),
     ("i", "believe"), ("i", "will"), ("we", "will"))
)  # fmt: skip
_BEATING_ABOUT = frozenset(("well", "so", "now", "look", "let"))
"""First words of those who are still to come to the point."""


def alone(sentence: str, words: Sequence[Word]) -> float:
    """What is to be added to a sentence's margin for what it is: short, a question, a courtesy."""
    length = sum(1 for word in words if word.text[0].isalnum() or word.text in FIGURES)
    added = _SHORT[length] if length < len(_SHORT) else 0.0
    if is_question(sentence):
        added += _QUESTION
    added += _SUPPOSED * min(_supposed([word.text for word in words]), _SUPPOSED_AT_MOST)
    if _is_procedure(sentence, words):
        added += _PROCEDURE
    if _STAGE_DIRECTION.fullmatch(sentence.strip()):
        added += _STAGE
    return added


def _is_procedure(sentence: str, words: Sequence[Word]) -> bool:
    """Courtesies and the rules of a debate. The pattern is slow, and seldom has to be tried."""
    if _HINT.isdisjoint([word.text for word in words]):
        return False
    return _PROCEDURAL.search(sentence.lower()) is not None


def _supposed(texts: list[str]) -> int:
    """In how many ways it says what ought to be, may be, is thought: what is cannot be among the
    first that are checked. The model counts this too little at its upper end."""
    ways = sum(word in texts for word in _SUPPOSING)
    ways += len(_SUPPOSING_PAIRS.intersection(pairwise(texts)))
    return ways + (texts[:1] != [] and texts[0] in _BEATING_ABOUT)


def is_question(sentence: str) -> bool:
    """Whether it ends with a question mark, perhaps within quotation marks."""
    return sentence.rstrip(" \t\n\"'”’)").endswith("?")


def among_others(sentences: Sequence[str], margins: Sequence[float]) -> list[float]:
    """What is to be added to each margin for the sentences around it, taken to be in order."""
    return [
        one + other
        for one, other in zip(_from_neighbours(margins), _from_host(sentences), strict=True)
    ]


def _from_neighbours(margins: Sequence[float]) -> list[float]:
    strength = agreement(margins)
    mean = sum(margins) / len(margins) if margins else 0.0
    added = [0.0] * len(margins)
    for i in range(len(margins) - 1):
        added[i] += strength * _AFTER * (margins[i + 1] - mean)
        added[i + 1] += strength * _BEFORE * (margins[i] - mean)
    return added


def _from_host(sentences: Sequence[str]) -> list[float]:
    """What is taken from those who ask: what leads up to a question, and speaks to somebody."""
    asked = [is_question(sentence) for sentence in sentences]
    hosted = min(max(sum(asked) / len(asked) / _HOSTED - 1, 0.0), 1.0) if asked else 0.0
    if not hosted:
        return [0.0] * len(asked)
    following = [*asked[1:], False, False]
    return [
        hosted
        * (_BEFORE_QUESTION * max(following[i], following[i + 1] / 2) + _TO_YOU * _speaks_to(each))
        for i, each in enumerate(sentences)
    ]


def _speaks_to(sentence: str) -> bool:
    return _YOU.search(sentence) is not None


def agreement(margins: Sequence[float]) -> float:
    """From 0 (neighbours have nothing to do with each other, as far as can be told) to 1."""
    if len(margins) < 3:
        return 0.0
    mean = sum(margins) / len(margins)
    spread = sum((margin - mean) ** 2 for margin in margins)
    if not spread:
        return 0.0
    together = sum((one - mean) * (two - mean) for one, two in pairwise(margins))
    sure = together / spread - 1 / sqrt(len(margins))
    return min(max(sure / _AGREEING, 0.0), 1.0)
