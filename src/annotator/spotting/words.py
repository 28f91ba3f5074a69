"""The words of a sentence, each with its kind: what the model sees instead of grammar.

A kind is the word itself for the small words that carry grammar, a class for figures and names,
and an ending for the rest: ``-ed``, ``-ing``, ``-s``. By kinds, what is learned about one sentence
holds for another with other nouns.
"""

import re
from functools import lru_cache
from typing import NamedTuple

_TOKEN = re.compile(
    r"[$€£]?\d[\d,]*(?:\.\d+)?(?:st|nd|rd|th|s|%)?|[^\W\d_]+(?:'[^\W\d_]+)*|\.\.\.|--|[^\w\s]"
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_DECADE = re.compile(r"(?:19|20)?\d\ds")

MONEY, PERCENT, YEAR, DECADE, ORDINAL, NUMBER = "$N", "N%", "YEAR", "DECADE", "ORD", "NUM"
FIGURES = frozenset((MONEY, PERCENT, YEAR, DECADE, ORDINAL, NUMBER))
NAME, UNIT = "NAME", "UNIT"

_SMALL_WORDS = """
    a an the this that these those my your his her its our their i me you he him she it we us
    they them who whom whose which what where when why how and or but nor so yet for of in on at
    by to from with without about into over after before between through during against under
    than as if because while although though until since not no never is am are was were be been
    being do does did done has have had having will would shall should can could may might must
    there here all some any each every many much more most less least few several another other
    such only just even also too very now then again already still up down out off one two three
    first last new own same going want think believe know say said says let make get need go
    well yes"""
_SMALL = frozenset(_SMALL_WORDS.split())
_UNITS_WORDS = """
    percent percentage million billion trillion thousand hundred dollars cents years year months
    weeks days times points jobs people americans troops"""
_UNITS = frozenset(_UNITS_WORDS.split())
_ENDINGS = (
    ("ed", "-ed"), ("ing", "-ing"), ("ly", "-ly"), ("est", "-est"), ("er", "-er"),
    ("ion", "-ion"), ("ment", "-ion"), ("ity", "-ion"), ("ness", "-ion"), ("ance", "-ion"),
    ("ence", "-ion"),
)  # fmt: skip


class Word(NamedTuple):
    """``text`` in small letters (a figure's class for figures), ``kind`` as the module says."""

    text: str
    kind: str


def words(sentence: str) -> list[Word]:
    """The words and signs of a sentence, in order."""
    found: list[Word] = []
    first = True
    for token in _TOKEN.findall(sentence.replace("’", "'")):
        word = _word(token, first)
        found.append(word)
        first = (first and not token[0].isalnum()) or token in '.?!:"“'
    return found


@lru_cache(maxsize=8192)
def _word(token: str, first: bool) -> Word:
    if token[0].isalpha():
        lower = token.lower()
        return Word(lower, _kind(lower, token[0].isupper(), first))
    if token[0].isdigit() or (token[0] in "$€£" and len(token) > 1):
        figure = _figure(token)
        return Word(figure, figure)
    return Word(token, token)


def _figure(token: str) -> str:
    if token[0] in "$€£":
        return MONEY
    if token[-1] == "%":
        return PERCENT
    if _YEAR.fullmatch(token):
        return YEAR
    if _DECADE.fullmatch(token):
        return DECADE
    return ORDINAL if token[-1].isalpha() else NUMBER


def _kind(lower: str, capital: bool, first: bool) -> str:
    if lower in _UNITS:
        return UNIT
    if capital and not first and lower.endswith("'s"):
        return NAME
    if lower in _SMALL or "'" in lower:
        return lower
    if capital and not first:
        return NAME
    for ending, kind in _ENDINGS:
        if lower.endswith(ending):
            return kind
    if lower.endswith("s") and not lower.endswith("ss"):
        return "-s"
    return "first" if first else "word"
