"""A line's units → words in the canonical alphabet, and which unit each code point came from."""

import re
import unicodedata
from collections.abc import Sequence

from annotator.model.alphabet import DROPPED

_ODD = re.compile(
    "[^ -~\u00a1-\u00ac\u00ae-\u1fff\u2010-\u2027\u2030-\u205e\u2070-\u2fff\u3001-\ud7ff"
    "\ue000-\ufaff\ufdfe-\ufe6f\uff01-\uffef]|  "
)
"""What does not stay in a line as it is: controls, odd blanks, ligatures, halves of pairs."""
_DROPPED = DROPPED | {0x200E, 0x200F, *range(0x80, 0xA0)}
"""With marks of direction, which the order of the letters says, and codes of fonts without a
meaning."""
_LIGATURES = ((0xFB00, 0xFDCF), (0xFDF0, 0xFDFF), (0xFE70, 0xFEFC))


def clean(units: str, start: int, order: Sequence[int] | None = None) -> tuple[str, Sequence[int]]:
    """(words, unit of each code point) of a line's units, the first of which is number ``start``.
    ``order`` are the units in the order in which they are read, if that is another one."""
    if order is None and not _ODD.search(units):
        return units, range(start, start + len(units))
    letters: list[str] = []
    sources: list[int] = []
    places = order if order is not None else range(start, start + len(units))
    high = ""
    for place in places:
        sign = units[place - start]
        if "\ud800" <= sign < "\udc00":
            high = sign
            continue
        for each in _signs(high, sign):
            blank = each.isspace()
            if not blank or (letters and (each != " " or letters[-1] != " ")):
                letters.append(each)
                sources.append(place)
        high = ""
    while letters and letters[-1].isspace():
        letters.pop()
        sources.pop()
    return "".join(letters), sources


def _signs(high: str, sign: str) -> str:
    """What a unit stands for: its letters, where it is a ligature; "" where it means nothing."""
    if "\udc00" <= sign < "\ue000":
        if not high:
            return ""
        sign = (high + sign).encode("utf-16-le", "surrogatepass").decode("utf-16-le")
    code = ord(sign[0])
    if any(low <= code <= top for low, top in _LIGATURES):
        return unicodedata.normalize("NFKC", sign)
    if sign.isspace() and sign != "\u3000":
        return " "
    return "" if code in _DROPPED else sign
