"""Dates in a text: days, months, years, weekdays, and relative ones, which only say so.

The rules are English; years and dates in digits are found in any language.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

MONTHS = {
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7,
    "august": 8, "september": 9, "october": 10, "november": 11, "december": 12,
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9,
    "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_YEAR = r"(?:1[5-9]\d\d|20\d\d)"
_LEAD = rf"(?:(?P<weekday>{_WEEKDAY}),?\s)?"
_NO_DIGIT_AFTER = r"(?![\d.,]?\d)(?!\w)"

_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        # Friday, 13 March 2020; the 13th of March
        rf"\b{_LEAD}(?:the\s)?(?P<day>{_DAY})(?:st|nd|rd|th)?\s(?:of\s)?(?P<month>{_MONTH})"
        rf"(?!\w)(?:,?\s(?P<year>{_YEAR})\b(?!,\d))?",
        # Friday, March 13, 2020
        rf"\b{_LEAD}(?P<month>{_MONTH})\s(?P<day>{_DAY})(?:st|nd|rd|th)?(?![\d:%])(?!\w)"
        rf"(?:,?\s(?P<year>{_YEAR})\b(?!,\d))?",
        # March 2020
        rf"\b(?P<month>{_MONTH})(?:\sof)?,?\s(?P<year>{_YEAR})\b(?!,\d)",
        # 2020-03-13
        rf"(?<![\d-])(?P<year>{_YEAR})-(?P<monthnumber>0[1-9]|1[0-2])-(?P<day>{_DAY})(?!\d)",
        # 13.3.2020, 3/13/2020
        rf"(?<![\w./-])(?P<first>{_DAY})(?P<mark>[./])(?P<second>{_DAY})(?P=mark)(?P<year>{_YEAR})"
        r"(?![\w/-])",
        # in March; May and March are words, too
        rf"(?:(?<=\bin\s)|(?<=\bsince\s)|(?<=\buntil\s)|(?<=\bby\s)|(?<=\blast\s)|(?<=\bnext\s)"
        rf"|(?<=\bof\s)|(?<=\bthis\s)|(?<=\blate\s)|(?<=\bearly\s)|(?<=\bmid-))"
        rf"(?P<month>{_MONTH})(?!\w)(?!\s[A-Z])",
        # 1990s
        r"(?<![\w$€£.,/-])(?P<decade>1[5-9]\d0|20\d0)['’]?s\b",
        # 2020
        rf"(?<![\w$€£¥%/#&=:@+])(?<!\d[.,-])(?<!\w[/:_-])(?P<year>{_YEAR})(?![\w%°])(?![.,/:]\d)",
        rf"\b(?P<weekday>{_WEEKDAY})\b(?!s)",
        r"\b(?i:(?P<relative>(?:last|next|this|earlier\sthis|later\sthis)\s"
        r"(?:year|month|week|weekend|spring|summer|autumn|fall|winter|decade|century)"
        r"|(?:the\s)?day\s(?:before\syesterday|after\stomorrow)|yesterday|tomorrow|today|tonight"
        r"|(?:\d{1,3}|an?|two|three|four|five|six|seven|eight|nine|ten|several|a\sfew)\s"
        r"(?:day|week|month|year|decade)s?\s(?:ago|earlier|later)))\b",
    )
)
_DIGIT = re.compile(r"\d")
_WITHOUT_DIGITS = tuple(
    pattern
    for pattern in _PATTERNS
    if not {"day", "year", "decade", "first"} & set(pattern.groupindex)
)
_NOT_A_YEAR = re.compile(
    r"(?:\b(?:more than|at least|up to|over|fewer than|less than|nearly|almost|as many as|"
    r"roughly|some|another|under|no\.|page|section|route)\s)$",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"[\s-](?:percent|per cent|million|billion|thousand|dollars|euros|pounds|people|miles|"
    r"kilomet|met(?:re|er)s|feet|tons|tonnes|years|days|times|words|acres)\b",
    re.IGNORECASE,
)
_NOUN_FOLLOWS = re.compile(r"\s(?!(?:in|and|or|to|the|when|it|he|she|they|was|were)\b)[a-z]")
_LOOK_BACK = 16


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date as far as it is said. Offsets are code points, half-open.

    ``weekday`` is 0 for Monday. ``relative`` are the words, in small letters, of a date that
    depends on when it was written ("last year"); of such a date nothing else is known. ``decade``
    says that ``year`` is the first of ten.
    """

    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    relative: str = ""
    decade: bool = False

    @property
    def iso(self) -> str:
        """ISO 8601 as far as known (``2020-03``); "" without a year."""
        if self.year is None or self.decade:
            return ""
        parts = [f"{self.year:04}"]
        if self.month:
            parts.append(f"{self.month:02}")
            if self.day:
                parts.append(f"{self.day:02}")
        return "-".join(parts)

    @property
    def impossible(self) -> bool:
        """Whether no calendar has it: 31 June, or a weekday that the day is not."""
        if not self.month or not self.day:
            return False
        if self.day > monthrange(self.year or 2000, self.month)[1]:  # 2000: 29 February may be
            return True
        if self.year is None or self.weekday is None:
            return False
        return date(self.year, self.month, self.day).weekday() != self.weekday


def dates(text: str) -> list[DateMention]:
    """The dates of a text in order, the fullest reading of each; they do not overlap."""
    taken = bytearray(len(text))
    found: list[DateMention] = []
    digits = _DIGIT.search(text) is not None
    for pattern in _PATTERNS if digits else _WITHOUT_DIGITS:
        for match in pattern.finditer(text):
            start, end = match.span()
            if not any(taken[start:end]) and _is_date(text, match):
                taken[start:end] = b"\x01" * (end - start)
                found.append(_mention(match))
    return sorted(found, key=lambda mention: mention.start)


def _is_date(text: str, match: re.Match[str]) -> bool:
    """A year alone may be a count: "more than 2000", "2000 people"."""
    groups = match.groupdict()
    if {name for name, value in groups.items() if value} != {"year"}:
        return True
    before = text[max(0, match.start() - _LOOK_BACK) : match.start()]
    if _COUNTED.match(text, match.end()):
        return False
    counts = bool(_NOT_A_YEAR.search(before)) and _NOUN_FOLLOWS.match(text, match.end())
    return not counts


def _mention(match: re.Match[str]) -> DateMention:
    groups = {name: value for name, value in match.groupdict().items() if value}
    groups |= _in_numbers(groups)
    year = groups.get("year") or groups.get("decade")
    month = groups.get("monthnumber") or ""
    weekday = groups.get("weekday", "").lower()
    named = groups.get("month", "").rstrip(".").lower()
    return DateMention(
        match.start(),
        match.end(),
        year=int(year) if year else None,
        month=MONTHS[named] if named else (int(month) if month else None),
        day=int(groups["day"]) if "day" in groups else None,
        weekday=WEEKDAYS.index(weekday) if weekday else None,
        relative=" ".join(groups.get("relative", "").lower().split()),
        decade="decade" in groups,
    )


def _in_numbers(groups: dict[str, str]) -> dict[str, str]:
    """Day and month of "13.3.2020"; of "3/4/2020" only the year is known, for the world is at odds
    about it."""
    if "mark" not in groups:
        return {}
    day, month = groups["first"], groups["second"]
    if groups["mark"] == "/" and int(month) > 12:
        day, month = month, day
    certain = groups["mark"] == "." or int(day) > 12 or int(day) == int(month)
    return {"day": day, "monthnumber": month} if certain and int(month) <= 12 else {}
