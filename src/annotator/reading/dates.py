"""Dates as pages and files write them, in several languages → ISO 8601."""

import re
import unicodedata
from collections.abc import Iterator
from datetime import UTC, date, datetime
from functools import cache

_NUMBERS = re.compile(
    r"^\s*(\d{4})\s?[-/.年년]\s?(\d{1,2})(?:\s?[-/.月월]\s?(\d{1,2}))?(?!\d)"
)  # fmt: skip
_YEAR = re.compile(r"^\s*(\d{4})\s*$")
_COMPACT = re.compile(r"^\s*(\d{4})(\d{2})(\d{2})(?:T?\d{4,6}Z?)?\s*$")
_STAMP = re.compile(r"^\s*(\d{10})(?:\d{3})?\s*$")
_DOTTED = re.compile(r"(?<![\d.])(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})(?!\d)")

# A line a month; English, German, French, Spanish, Italian, Portuguese, Dutch and the Scandinavian
# languages, Polish, Russian. They may be cut short, to no less than three letters.
_MONTHS = """
january januar jänner janvier enero gennaio janeiro januari stycznia января
february februar feber février febrero febbraio fevereiro februari lutego февраля
march märz mars marzo março maart mrt marca марта
april avril abril aprile kwietnia апреля
may mai mayo maggio maio mei maj maja мая
june juni juin junio giugno junho czerwca июня
july juli juillet julio luglio julho lipca июля
august août agosto augustus augusti sierpnia августа
september septembre septiembre setiembre settembre setembro września сентября
october oktober octobre octubre ottobre outubro października октября
november novembre noviembre novembro listopada ноября
december dezember décembre diciembre dicembre dezembro desember grudnia декабря
"""
_SHORTEST = 3
_MONTH = r"(?P<month>[^\W\d_]{3,12})\.?"
_ORDER = r"(?:st|nd|rd|th|er|[.º°ª])?"
_OF = r"(?:(?:de|del|di|of)\s+)?"
_DAY_FIRST = re.compile(
    rf"\b(?P<day>\d{{1,2}}){_ORDER}[\s-]+{_OF}{_MONTH},?[\s-]+{_OF}(?P<year>\d{{4}})\b", re.I
)
_MONTH_FIRST = re.compile(rf"\b{_MONTH}\s+(?P<day>\d{{1,2}}){_ORDER},?\s+(?P<year>\d{{4}})\b", re.I)
_MONTH_ONLY = re.compile(rf"^\s*{_MONTH},?\s+{_OF}(?P<year>\d{{4}})\s*$", re.I)


def iso_date(said: object) -> str:
    """The date in ISO form, as exact as it was given (year, month or day); "" if it is none.

    A time of day is left out. ``3/4/2024`` is not guessed at; ``3.4.2024`` is the third of April.
    """
    if isinstance(said, date):
        return said.isoformat()[:10]
    if isinstance(said, int):
        said = str(said)
    if not isinstance(said, str):
        return ""
    said = said[:200]
    return _in_numbers(said) or next(_in_words(said), "")


def _in_numbers(said: str) -> str:
    if match := _YEAR.match(said):
        return match[1]
    if match := _NUMBERS.match(said) or _COMPACT.match(said):
        return _checked(*match.groups())
    if match := _STAMP.match(said):
        return datetime.fromtimestamp(int(match[1]), UTC).date().isoformat()
    if match := _DOTTED.search(said):
        return _checked(match[3], match[2], match[1])
    return ""


def _in_words(said: str) -> Iterator[str]:
    for pattern in (_DAY_FIRST, _MONTH_FIRST, _MONTH_ONLY):
        for match in pattern.finditer(said):
            named = match.groupdict()
            if month := _months().get(_bare(named["month"])):
                yield _checked(named["year"], month, named.get("day"))


@cache
def _months() -> dict[str, str]:
    """Month names, whole and cut short, without accents → "1" … "12"; none that may be two."""
    found: dict[str, set[str]] = {}
    for number, line in enumerate(_MONTHS.strip().split("\n"), 1):
        for name in map(_bare, line.split()):
            for length in range(_SHORTEST, len(name) + 1):
                found.setdefault(name[:length], set()).add(str(number))
    return {name: numbers.pop() for name, numbers in found.items() if len(numbers) == 1}


def _bare(word: str) -> str:
    """Lower-cased, without accents."""
    parts = unicodedata.normalize("NFKD", word.casefold())
    return "".join(char for char in parts if not unicodedata.combining(char))


def _checked(year: str, month: str, day: str | None) -> str:
    try:
        whole = date(int(year), int(month), int(day or 1))
    except ValueError:
        return ""
    return whole.isoformat() if day else whole.isoformat()[:7]
