"""Who says what stands in a passage: what a claim that is made of it begins with."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from annotator.library.inspecting.analysis import VOICE, Analysis
from annotator.model import Article
from annotator.model.claims import THE_ARTICLE

if TYPE_CHECKING:
    from annotator.checking.voice import VoicedSentence

NEAR = 10_000
"""Code points before and after a passage that are read for it: nobody waits for a whole book."""
_COURTESY = frozenset(("Mr", "Mr.", "Mrs", "Mrs.", "Ms", "Ms.", "Miss", "Mx", "Mx."))
_POSSESSIVE = re.compile(r"[’']s?$")


def claimant(analysis: Analysis, start: int, end: int) -> str:
    """The source by name that the passage ``[start, end)`` is attributed to, as the voices of the
    article tell, else the article. Of several sentences the one counts that has most of it."""
    heard = analysis.voices if analysis.has(VOICE) else _near(analysis.article, start, end)
    touched = [one for one in heard if one.start < end and one.end > start]
    most = max(touched, key=lambda one: min(one.end, end) - max(one.start, start), default=None)
    if most is None or not most.named:
        return THE_ARTICLE
    return _whole_name(most.source, heard)


def _near(article: Article, start: int, end: int) -> "list[VoicedSentence]":
    from annotator.checking.voice import voices

    blocks = [b for b in article.blocks if b.end > start - NEAR and b.start < end + NEAR]
    return voices(replace(article, blocks=tuple(blocks)))


def _whole_name(name: str, heard: "Sequence[VoicedSentence]") -> str:
    """“Mr Roe” as the name that it is short for, “Mayor Jane Roe”, where the sources leave no doubt
    who that is: the fullest one has all the words of the others."""
    words = _words(name)
    named = dict.fromkeys(_words(one.source) for one in heard if one.named)
    same = [one for one in named if one[-1:] == words[-1:] and set(words) <= set(one)]
    fullest = max(same, key=len, default=words)
    return " ".join(fullest if all(set(one) <= set(fullest) for one in same) else words)


def _words(name: str) -> tuple[str, ...]:
    words = _POSSESSIVE.sub("", " ".join(name.split())).split()
    return tuple(words[1:] if len(words) > 1 and words[0] in _COURTESY else words)
