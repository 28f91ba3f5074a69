"""Words of judgement (English): a sentence full of them says what to think, not what happened."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from annotator.spotting.words import Word

_LISTED = """
    crucial critical profound vital brave bravely courageous courageously sadly shameful
    disgraceful outrageous wonderful beautiful ridiculous inspiring heartbreaking values
    democracy rampant unjust affirm affirms affirming underpin underpins deserve deserves
    should must ought let's hope truly simply highlights protections represents
"""
_WORDS = frozenset(_LISTED.split())
_PAIRS = frozenset(
    (("need", "to"), ("let", "us"), ("just", "about"), ("is", "about"), ("stand", "for"))
)  # fmt: skip


def judgements(sentence: Sequence[Word]) -> int:
    """How many words of judgement there are, in the part of the sentence that has fewest: what
    stands on the other side of a semicolon may still be a plain fact."""
    return min((_count(part) for part in _parts(sentence)), default=0)


def _parts(sentence: Sequence[Word]) -> Iterator[list[str]]:
    part: list[str] = []
    for word in sentence:
        if word.text == ";":
            yield part
            part = []
        else:
            part.append(word.text)
    yield part


def _count(texts: list[str]) -> int:
    pairs = sum(pair in _PAIRS for pair in pairwise(texts))
    return pairs + sum(text in _WORDS for text in texts)
