"""Matching whole lines against long lists of patterns, which are compiled when first used."""

import re
from functools import cache

_LONGEST = 90
_AROUND = " •·|»›>→←«‹[]()–—-▼▾+:*"
_WORDS = 6
_STOP = re.compile(r"[^.…]\.[\"'”’»)\]]*$")


def matches(pattern: str, line: str, *, longest: int = _LONGEST, sentences: bool = True) -> bool:
    """Whether the whole line, arrows and bullets around it aside, is of the pattern.

    ``sentences``: also where it is a sentence of some length that ends with a full stop.
    """
    line = " ".join(line.split())
    bare = line.strip(_AROUND)
    if not 0 < len(bare) <= longest or not (sentences or not is_sentence(line)):
        return False
    return bool(compiled(pattern).fullmatch(bare))


def is_sentence(line: str) -> bool:
    """Whether a line is a sentence rather than a headline, a label or a button."""
    line = line.rstrip()
    return line.endswith("。") or (len(line.split()) >= _WORDS and bool(_STOP.search(line)))


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """The pattern, which may stand on several lines, without regard to case."""
    return re.compile(pattern.replace("\n", ""), re.IGNORECASE)
