"""Characters that print as boxes, for no typeface here has them."""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from PySide6.QtGui import QFontMetricsF

from annotator.exporting.document import ExportArticle
from annotator.exporting.pdf.type import Type
from annotator.exporting.shown import shown_blocks
from annotator.i18n import _, ngettext

_EXAMPLES = 5
_UNSEEN = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Zs", "Zl", "Zp"})
_VARIATION = (range(0xFE00, 0xFE10), range(0xE0100, 0xE01F0))
_EAST_ASIAN = (
    "CJK", "HIRAGANA", "KATAKANA", "HANGUL", "BOPOMOFO", "IDEOGRAPHIC", "KANGXI", "FULLWIDTH",
    "HALFWIDTH", "KATAKANA-HIRAGANA",
)  # fmt: skip

_NOTO = (
    "ARABIC", "ARMENIAN", "BENGALI", "CHEROKEE", "DEVANAGARI", "ETHIOPIC", "GEORGIAN", "GUJARATI",
    "GURMUKHI", "HEBREW", "KANNADA", "KHMER", "LAO", "MALAYALAM", "MONGOLIAN", "MYANMAR", "ORIYA",
    "SINHALA", "SYRIAC", "TAMIL", "TELUGU", "THAANA", "THAI",
)  # fmt: skip
"""Scripts whose typeface is called like them."""


def shown_text(articles: Iterable[ExportArticle]) -> Iterator[str]:
    """The texts of the blocks that go out."""
    for one in articles:
        for at in shown_blocks(one):
            block = one.article.blocks[at]
            yield one.article.text[block.start : block.end]


def without_typeface(characters: Iterable[str], metrics: QFontMetricsF) -> list[str]:
    """Those of the characters that neither the font nor any other here has, in order."""
    return [c for c in sorted(set(characters)) if _is_seen(c) and not metrics.inFontUcs4(ord(c))]


def in_words(type: Type) -> list[str]:
    """Those of the characters that were set in notes."""
    return without_typeface(type.words, type.metrics(type.font(11)))


def _is_seen(character: str) -> bool:
    if character.isascii() or unicodedata.category(character) in _UNSEEN:
        return False
    return not any(ord(character) in some for some in _VARIATION)


def sentence(characters: Sequence[str]) -> str:
    """What to say of them."""
    shown = " ".join(characters[:_EXAMPLES])
    return ngettext(
        "{n} character ({examples}) has no typeface on this computer and prints as a box; install "
        "{fonts} and export again.",
        "{n} different characters ({examples}) have no typeface on this computer and print as "
        "boxes; install {fonts} and export again.",
        len(characters),
    ).format(
        n=len(characters),
        examples=f"{shown} …" if len(characters) > _EXAMPLES else shown,
        fonts=_(" and ").join(dict.fromkeys(map(_font, characters))),
    )


def _font(character: str) -> str:
    """A typeface that has the character."""
    script = unicodedata.name(character, "").split(" ")[0]
    if script in _EAST_ASIAN:
        return "Noto Sans CJK"
    if script in _NOTO:
        return f"Noto Sans {script.title()}"
    if unicodedata.category(character) == "So" and ord(character) >= 0x1F000:
        return "Noto Emoji"
    return _("a typeface that has it, such as one of the Noto family")
