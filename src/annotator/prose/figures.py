"""Numbers in a text, with what they count: "up to $92.5 million", "38 percent", "two thirds".

Dates, times of day, ordinals and numbers that only name something ("Section 230") are no figures.
In other languages than English digits, signs of currency and "%" are understood.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal

from annotator.prose.dates import dates
from annotator.prose.figure_words import (
    CURRENCIES,
    LABELS,
    QUALIFIERS,
    QUALIFIERS_AFTER,
    SCALES,
    UNITS,
)
from annotator.prose.number_words import number_words


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as it is meant. Offsets are code points, half-open, the words that bound it in.

    ``value`` has its scale in it (``92500000``); ``upper`` is the upper end of a range.
    ``unit`` is a sign of currency, ``%``, ``percentage points``, a measure, ``share`` (of a whole,
    ``two thirds``) or "" for a plain count. ``qualifier`` are the words before or after that bound
    it and ``bound`` what they say: ``most`` | ``least`` | ``over`` | ``under`` | ``near`` |
    ``about`` | ``exact`` | "". ``number_start`` is where the number itself begins.
    """

    start: int
    end: int
    value: Decimal
    unit: str = ""
    scale: str = ""
    qualifier: str = ""
    bound: str = ""
    upper: Decimal | None = None
    number_start: int = -1
    vague: bool = False  # "thousands of": the value is one of them


_CURRENCY = "|".join(
    sorted((re.escape(sign) for sign in CURRENCIES if not sign.islower()), key=len, reverse=True)
)
_WORDS_AFTER = "|".join(
    re.escape(word).replace(r"\ ", r"\s")
    for word in sorted(UNITS.keys() | {w for w in CURRENCIES if w.isalpha()}, key=len, reverse=True)
)
_SCALE = "|".join(sorted(SCALES, key=len, reverse=True))
_NUMBER = re.compile(
    rf"(?:(?P<currency>(?<!\w)(?:{_CURRENCY}))\s?)?"
    r"(?<![\w/:#&=@\[])(?<!\w[.,_’'])(?<![^\W\d][–‑-])(?<!\d{4}[–-])"
    r"(?P<sign>(?<![\w)])[-−](?=\d))?"
    r"(?P<digits>\d{1,3}(?:,\d{3})+(?:\.\d{1,18}+)?|"
    r"\d{1,3}(?:[\u00a0\u202f]\d{3})+(?![\u00a0\u202f]?\d)|"
    r"\d{1,18}+(?:[.,]\d{1,18}+)?)(?![\d/:])(?![.,]\d)"
    rf"(?:(?:\s|-)?(?P<scale>{_SCALE})(?![\w’']))?"
    rf"(?:(?P<gap>\s|-|)(?P<unit>{_WORDS_AFTER}|[%€£¥°])(?!\w))?",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"\s(?:[a-z]+s\b|people\b|without\b|more\b|in\b)")
_ORDINAL = re.compile(r"(?:st|nd|rd|th|s)\b")
_TIME = re.compile(r"\s?(?:[ap]\.?m\b|o['’]clock|GMT\b|hrs\b)", re.IGNORECASE)
_LONGEST_FIRST = sorted(map(re.escape, QUALIFIERS), key=len, reverse=True)
_QUALIFIER = re.compile(
    rf"(?<!\w)(?P<words>{'|'.join(_LONGEST_FIRST)})\s+(?:an?\s|the\s)?$",
    re.IGNORECASE,
)
_AFTER = re.compile(rf"\s(?P<words>{'|'.join(map(re.escape, QUALIFIERS_AFTER))})\b", re.IGNORECASE)
_LABEL = re.compile(r"(?<!\w)([A-Za-z]+)\.?\s$")
_RANGE = re.compile(r"\s?[-–—]\s?|\sto\s")
_LOOK_BACK = 24


def figures(text: str) -> list[Figure]:
    """The figures of a text in order; they do not overlap."""
    dated = bytearray(len(text) + 1)
    for mention in dates(text):
        dated[mention.start : mention.end] = b"\x01" * (mention.end - mention.start)
    plain = [figure for figure in _in_digits(text) if not any(dated[figure.start : figure.end])]
    taken = bytearray(dated)
    for figure in plain:
        taken[figure.start : figure.end] = b"\x01" * (figure.end - figure.start)
    found = plain + [f for f in _in_words(text) if not any(taken[f.start : f.end])]
    found.sort(key=lambda figure: figure.start)
    joined = _ranges(text, [_qualified(text, figure) for figure in found])
    return _apart(joined)


def _in_digits(text: str) -> Iterable[Figure]:
    for match in _NUMBER.finditer(text):
        if not _only_names(text, match):
            yield _figure(match)


def _only_names(text: str, match: re.Match[str]) -> bool:
    """Whether it is an ordinal, a time, a number in a name, of a list."""
    start, end = match.span()
    if end < len(text) and (text[end].isalnum() or text[end] == "_"):
        return not text[end].isalpha() or text[end].isascii()  # "5th"; "5人" is a count
    if _ORDINAL.match(text, end) or _TIME.match(text, end):
        return True
    if match["currency"] or match["unit"] or match["scale"]:
        return False
    before = _LABEL.search(text[max(0, start - _LOOK_BACK) : start])
    if before and before[1].lower() in LABELS:
        return True
    numbered = text[end : end + 1] in {".", ")"} and (start == 0 or text[start - 1] in "\n(")
    return numbered and text[end + 1 : end + 2].isspace()


def _figure(match: re.Match[str]) -> Figure:
    scale = (match["scale"] or "").lower()
    unit = (match["unit"] or "").lower()
    if scale == "m" and not (
        match["currency"] or unit or _COUNTED.match(match.string, match.end())
    ):
        scale, unit = "", "m"  # metres, where nothing is counted by the million
    value = _value(match["digits"]) * SCALES.get(scale, 1)
    sign = match["currency"] or ""
    currency = CURRENCIES.get(sign.upper(), sign)
    known = currency or UNITS.get(unit) or _currency(unit)
    value = -value if match["sign"] else value
    start = match.start("currency") if sign else match.start("sign" if match["sign"] else "digits")
    return Figure(start, match.end(), value, known, scale, number_start=start)


def _currency(unit: str) -> str:
    return CURRENCIES.get(unit) or CURRENCIES.get(unit.upper()) or UNITS.get(unit.upper(), unit)


def _value(digits: str) -> Decimal:
    plain = digits.replace("\u00a0", "").replace("\u202f", "")
    if re.fullmatch(r"\d+,\d+", plain) and not re.fullmatch(r"\d{1,3},\d{3}", plain):
        return Decimal(plain.replace(",", "."))  # a decimal comma
    return Decimal(plain.replace(",", ""))


def _in_words(text: str) -> Iterable[Figure]:
    after = re.compile(rf"[\s-](?P<unit>{_WORDS_AFTER})(?!\w)", re.IGNORECASE)
    for words in number_words(text):
        unit = None if words.unit or words.vague else after.match(text, words.end)
        name = unit["unit"].lower() if unit else ""
        yield Figure(
            words.start,
            unit.end() if unit else words.end,
            words.value,
            words.unit or UNITS.get(name) or _currency(name),
            qualifier=text[words.start : words.end].lower() if words.vague else "",
            bound="least" if words.vague else "",
            number_start=words.start,
            vague=words.vague,
        )


def _qualified(text: str, figure: Figure) -> Figure:
    low = max(0, figure.start - _LOOK_BACK)
    before = _QUALIFIER.search(text[low : figure.start])
    if before:
        words = before["words"].lower()
        bound = QUALIFIERS[words] or figure.bound
        return replace(figure, start=low + before.start(), qualifier=words, bound=bound)
    after = _AFTER.match(text, figure.end)
    if after:
        words = after["words"].lower()
        return replace(figure, end=after.end(), qualifier=words, bound=QUALIFIERS_AFTER[words])
    return figure


def _ranges(text: str, found: list[Figure]) -> list[Figure]:
    """Two figures that are the ends of one made one: "10 to 15 percent", "between 3 and 5"."""
    joined: list[Figure] = []
    for figure in found:
        last = joined[-1] if joined else None
        if last and last.upper is None and _is_range(text, last, figure):
            joined[-1] = _range(last, figure)
        else:
            joined.append(figure)
    return joined


def _is_range(text: str, low: Figure, high: Figure) -> bool:
    if low.vague or high.vague or high.qualifier or high.start - low.end > 5:
        return False
    if low.unit and low.unit != high.unit:
        return False
    gap = text[low.end : high.start]
    before = text[max(0, low.start - 9) : low.start].lower()
    if _RANGE.fullmatch(gap):
        rises = before.endswith("from ")  # "from 10 to 15" is a change, not a range
        return not rises and low.value * _factor(low, high) <= high.value
    return gap == " and " and before.endswith("between ")


def _factor(low: Figure, high: Figure) -> int:
    """What "5" is times in "5 to 10 million"."""
    return 1 if low.scale else SCALES.get(high.scale, 1)


def _range(low: Figure, high: Figure) -> Figure:
    return replace(
        low,
        end=high.end,
        value=low.value * _factor(low, high),
        upper=high.value,
        unit=low.unit or high.unit,
        scale=high.scale,
    )


def _apart(found: list[Figure]) -> list[Figure]:
    kept: list[Figure] = []
    for figure in found:
        if not kept or figure.start >= kept[-1].end:
            kept.append(figure)
    return kept
