"""Numbers written in English words: "twelve", "twenty-one thousand", "two thirds", "half"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from annotator.prose.figure_words import MANY, PARTS, SCALES, SMALL, TENS

_BIG = {word: value for word, value in SCALES.items() if len(word) > 4}
_PLAIN = "|".join(sorted({*SMALL, *TENS, *_BIG, "a dozen"}, key=len, reverse=True))
_PART = "|".join(sorted(PARTS, key=len, reverse=True))
_VAGUE = "|".join(sorted(MANY.keys() - {"scores"}, key=len, reverse=True)).replace(" ", r"\s")
_WORDS = re.compile(
    rf"(?<![\w-])(?:(?P<vague>{_VAGUE}|scores(?=\sof\b))"
    r"|(?P<dozen>half\s(?:a\s)?dozen)"
    rf"|(?P<part>(?:(?P<count>an?|one|two|three|four|five|seven|nine)[\s-](?:{_PART})"
    rf"|half)\b(?=\s(?:of|the|a|all|its|their)\b))"
    rf"|(?<=\bby\s)(?P<by>(?:an?|one|two|three)\s(?:{_PART})|half)(?=[,.;:)]|$"
    r"|\s(?:in|since|over|on|to|from|after|when|if|within|compared|and|between|this|last)\b)"
    rf"|(?P<of>one|two|three|four|five|nine)\s(?:in|out\sof)\s(?:every\s)?(?P<whole>two|three|four"
    r"|five|six|seven|eight|nine|ten|\d{1,6})\b"
    rf"|(?P<plain>(?:a\s(?=dozen|hundred|thousand|million|billion))?(?:{_PLAIN})"
    rf"(?:(?:[\s-]|\sand\s)(?:{_PLAIN})){{0,8}}))(?![\w’'])(?!-(?!year|old|day|hour|mile|month))",
    re.IGNORECASE,
)
_PRONOUN = {"one", "zero", "hundred", "thousand", "million", "billion", "trillion", "dozen"}


@dataclass(frozen=True, slots=True)
class NumberWords:
    """A number in words; ``unit`` is ``share`` for parts of a whole. ``vague``: "dozens"."""

    start: int
    end: int
    value: Decimal
    unit: str = ""
    vague: bool = False


def number_words(text: str) -> Iterator[NumberWords]:
    """The numbers in words, in order. "one" alone is none: it mostly is a pronoun."""
    for match in _WORDS.finditer(text):
        words = " ".join(match[0].lower().replace("-", " ").split())
        start, end = match.span()
        if match["vague"]:
            yield NumberWords(start, end, Decimal(MANY[words]), vague=True)
        elif match["dozen"]:
            yield NumberWords(start, end, Decimal(6))
        elif match["part"] or match["by"]:
            yield NumberWords(start, end, _share(words), "share")
        elif match["of"]:
            yield NumberWords(start, end, _ratio(match["of"], match["whole"]), "share")
        elif words not in _PRONOUN and (value := _value(words)) is not None:
            yield NumberWords(start, end, Decimal(value))


def _share(words: str) -> Decimal:
    *count, part = words.split()
    number = SMALL.get(count[0], 1) if count else 1
    return _rounded(number, PARTS[part])


def _ratio(of: str, whole: str) -> Decimal:
    below = SMALL.get(whole.lower()) or (int(whole) if whole.isdecimal() else 0)
    return _rounded(SMALL[of.lower()], below or 1)


def _rounded(number: int, below: int) -> Decimal:
    return (Decimal(number) / Decimal(below)).quantize(Decimal("0.0001")).normalize()


def _value(words: str) -> int | None:
    """The number meant; None where the words do not make one ("nine eleven")."""
    total, current, last = 0, 0, 10**15
    for word in words.split():
        if word in {"a", "and"}:
            continue
        if word in SMALL or word in TENS:
            number = SMALL.get(word, TENS.get(word, 0))
            if last <= 19 or (last < 100 and number >= 10):
                return None
            current += number
            last = number
        elif word == "hundred":
            current = max(current, 1) * 100
            last = 100
        else:
            total += max(current, 1) * _BIG[word] if word in _BIG else 0
            current, last = 0, 1000
    return total + current
