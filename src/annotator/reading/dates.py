"""Dates as pages and files write them → ISO 8601."""

import re
from datetime import UTC, date, datetime

_ISO = re.compile(r"^\s*(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?(?!\d)")
_YEAR = re.compile(r"^\s*(\d{4})\s*$")
_COMPACT = re.compile(r"^\s*(\d{4})(\d{2})(\d{2})(?:T?\d{4,6}Z?)?\s*$")
_STAMP = re.compile(r"^\s*(\d{10})(?:\d{3})?\s*$")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_DAY_FIRST = re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)?[\s-]+{_MONTH},?[\s-]+(\d{{4}})\b", re.I)
_MONTH_FIRST = re.compile(rf"\b{_MONTH}\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}})\b", re.I)
_MONTH_ONLY = re.compile(rf"^\s*{_MONTH},?\s+(\d{{4}})\s*$", re.I)


def iso_date(said: object) -> str:
    """The date in ISO form, as exact as it was given (year, month or day); "" if it is none.

    A time of day is left out. ``3/4/2024`` is not guessed at.
    """
    if isinstance(said, date):
        return said.isoformat()[:10]
    if isinstance(said, int):
        said = str(said)
    if not isinstance(said, str):
        return ""
    said = said[:200]
    if match := _YEAR.match(said):
        return match[1]
    if match := _ISO.match(said) or _COMPACT.match(said):
        return _checked(*match.groups())
    if match := _STAMP.match(said):
        return datetime.fromtimestamp(int(match[1]), UTC).date().isoformat()
    if match := _DAY_FIRST.search(said):
        return _checked(match[3], _month(match[2]), match[1])
    if match := _MONTH_FIRST.search(said):
        return _checked(match[3], _month(match[1]), match[2])
    if match := _MONTH_ONLY.match(said):
        return _checked(match[2], _month(match[1]), None)
    return ""


def _month(name: str) -> str:
    return str(_MONTHS.index(name[:3].lower()) + 1)


def _checked(year: str, month: str, day: str | None) -> str:
    try:
        whole = date(int(year), int(month), int(day or 1))
    except ValueError:
        return ""
    return whole.isoformat() if day else whole.isoformat()[:7]
