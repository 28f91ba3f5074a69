"""The alphabet of the canonical text: which signs an article's text is made of, for good.

No C0 controls but line break and tab, no line or paragraph separators, no surrogates, no
noncharacters. Soft hyphens and zero-width marks that carry no meaning are dropped; ZWJ and ZWNJ are
kept (Persian, emoji). A change to these rules is a new ``NORMALISER`` of the readers.
"""

import re

DROPPED = frozenset(
    [0xAD, 0x200B, 0x2060, 0xFEFF, *range(0x09), 0x0B, *range(0x0E, 0x20), 0x7F,
     *range(0xD800, 0xE000), *range(0xFDD0, 0xFDF0),
     *(plane * 0x10000 + last for plane in range(17) for last in (0xFFFE, 0xFFFF))]
)  # fmt: skip
"""Code points that leave the text."""

_BREAKS = {0x2028: "\n", 0x2029: "\n", 0x0C: "\n", 0x85: "\n"}
_ALPHABET = str.maketrans({**dict.fromkeys(DROPPED), **_BREAKS})
_ODD = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f\x85\xad\u200b\u2028\u2029\u2060\ufeff\ud800-\udfff\ufdd0-\ufdef"
    "\ufffe\uffff\U0001fffe-\U0001ffff\U0002fffe-\U0010ffff]"
)


def is_odd(text: str) -> bool:
    """Whether the text may be another one in the alphabet."""
    return _ODD.search(text) is not None


def normalise(text: str) -> str:
    """The text in the alphabet; line ends become ``\\n``. Spaces are left alone."""
    if not is_odd(text):
        return text
    return text.replace("\r\n", "\n").replace("\r", "\n").translate(_ALPHABET)
