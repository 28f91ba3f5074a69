"""Sentences that give somebody's words as they were spoken, told by their marks alone.

``„Es regnet“, sagte sie.`` and ``Ada Quill: “It rains.”`` are in nobody's own words in any
language, whether or not it is understood who speaks.
"""

import re

from annotator.checking.speech import Spoken
from annotator.model import Article
from annotator.prose.quotations import Quotation
from annotator.prose.word_lists import words

_FEWEST = 3
"""Words of a quotation that is no title, no catchword."""
_WITHOUT_BLANKS = "\u2e80"
"""Scripts from here on part no words; so many signs count as three words:"""
_SIGNS = 6
_CLOSED = re.compile(r"[!?…,]\s*$")
_INTRODUCED = 12
"""Words before a colon from which the sentence says something of its own."""
_GOES_ON = re.compile(r"\s*(?P<mark>[,–—-]?[\s–—-]*)(?P<word>[^\W\d_]+)")
_LONGER = re.compile(r"[^\W\d_]+")
_ARTICLES = words(
    "the a an ein eine einer der die das un une le la les el los las il lo una o os um uma het de"
)
"""What follows a title: “The Hobbit”, a novel."""


def is_direct(article: Article, one: Spoken) -> bool:
    """Whether a sentence begins with a quotation as speech does, or is one behind a colon."""
    return any(_is_speech(article.text, one, q) for q in one.quotations)


def _is_speech(text: str, one: Spoken, q: Quotation) -> bool:
    low, high = one.sentence.start, one.sentence.end
    quoted, before, after = (
        text[q.start : q.end],
        text[low : q.outer_start],
        text[q.outer_end : high],
    )
    if not _is_long(quoted):
        return False
    if before.rstrip().endswith(":"):
        return len(before.split()) <= _INTRODUCED and not any(map(str.isalnum, after))
    if any(map(str.isalnum, before)) or _is_title(quoted):
        return False
    goes_on = _GOES_ON.match(after)
    if goes_on is None or goes_on["word"].lower() in _ARTICLES - _verbs(text[q.outer_start]):
        return False
    return bool(goes_on["mark"].strip()) or (
        bool(_CLOSED.search(quoted)) and goes_on["word"].islower()
    )


def _is_title(quoted: str) -> bool:
    """Whether all longer words but the first have capitals: “The Great Gatsby”."""
    longer = [word for word in _LONGER.findall(quoted.strip())[1:] if len(word) > 3]
    return len(longer) > 1 and all(word[0].isupper() for word in longer)


def _verbs(mark: str) -> frozenset[str]:
    """Of articles those that are verbs where such marks are used: « … », a déclaré la ministre."""
    return frozenset("a") if mark == "«" else frozenset()


def _is_long(quoted: str) -> bool:
    if quoted.lstrip()[:1] >= _WITHOUT_BLANKS:
        return len(quoted) >= _SIGNS
    return len(quoted.split()) >= _FEWEST
