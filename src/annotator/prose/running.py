"""Whether a paragraph's words are running text, or what stands about on a page: bylines, dates,
the letters and figures at a chart's axis."""

import re

from annotator.prose.asides import is_credit

FEWEST = 4
"""Words of a line that may be a sentence without ending as one."""
_LONGEST = 20
"""Words of a byline or date line."""
_CLOSED = re.compile(r"[.!?…:;。！？．｡؟۔।](?:[\"'”’»›)\]]|\s|\[\d+\])*$")
_PARTED = re.compile(r"\s[·•|]\s|\s/\s")
_DATE_LINE = 10
"""Words of a line that ends with a day alone and is about nothing else."""
_YEAR = re.compile(r"\d{4}|\d[:.]\d\d")
_NAMED = r":?\s+[A-Z][\w.'’-]+"
_AUTHOR = re.compile(
    rf"(?:(?:(?:Posted|Written|Reported|Story|Words|Reporting)\s)?(?:[Bb]y|BY)|Von|Par|Por|Text){_NAMED}"
)
_PHOTO = re.compile(rf"(?:Photo|Photos){_NAMED}")
_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sep(?:t(?:ember)?)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_DATED = re.compile(
    rf"(?:\d{{1,2}}\s+{_MONTH}(?:\s+\d{{4}})?|{_MONTH}\s+\d{{1,2}}(?:,?\s+\d{{4}})?|\d{{4}}-\d\d-\d\d)"
    r"(?:,?\s+(?:at\s+)?\d{1,2}[:.]\d\d(?:\s?[ap]\.?m\.?)?)?(?:\s+[A-Z]{2,4})?$"
)
_BIT = re.compile(r"[^\W\d_]|[\W\d_]*\d[\W\d_]*%?|\W+")


def is_running(text: str) -> bool:
    """Whether a block's text is prose: neither letters and figures one by one nor a credit, nor a
    line of a few words, a byline or a date that does not end as a sentence does."""
    line = " ".join(text.split())
    words = line.split(" ")
    if not line or _is_of_bits(words) or is_credit(line):
        return False
    if _CLOSED.search(line) or len(words) > _LONGEST:
        return True
    if _PARTED.search(line) or _AUTHOR.match(line) or _PHOTO.match(line) or _is_date(line, words):
        return False
    return len(words) >= FEWEST or not line.isascii()  # not all scripts part their words


def is_byline(text: str) -> bool:
    """Whether a line says who wrote the text, or when, and nothing else."""
    line = " ".join(text.split())
    words = line.split(" ")
    if _CLOSED.search(line) or len(words) > _LONGEST:
        return False
    return bool(_AUTHOR.match(line)) or _is_date(line, words)


def _is_date(line: str, words: list[str]) -> bool:
    dated = _DATED.search(line)
    return dated is not None and (len(words) <= _DATE_LINE or bool(_YEAR.search(dated[0])))


def _is_of_bits(words: list[str]) -> bool:
    """Single letters and bare figures: ``J F M A M``, ``0 10 20 30``."""
    bits = sum(bool(_BIT.fullmatch(word)) for word in words)
    return len(words) > 1 and bits >= 0.8 * len(words)
