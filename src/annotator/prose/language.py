"""Which language a text is in, told by its script and its commonest words, where that is plain."""

import re

from annotator.model import Article, BlockKind
from annotator.prose.word_lists import words

READ = 6_000
"""Code points of a text that are read for it."""
_NO_WORDS = (BlockKind.CODE, BlockKind.IMAGE, BlockKind.RULE)
_FEWEST = 5
"""Function words of a language that a text has to have."""
_SHARE = 0.12
"""Of a text's words that are such."""
_SCRIPTS = (
    ("ja", re.compile(r"[\u3040-\u30ff]")),
    ("zh", re.compile(r"[\u4e00-\u9fff]")),
    ("ko", re.compile(r"[\uac00-\ud7af]")),
    ("uk", re.compile(r"[іїєґІЇЄҐ]")),
    ("ru", re.compile(r"[\u0400-\u04ff]")),
    ("ar", re.compile(r"[\u0600-\u06ff]")),
    ("hi", re.compile(r"[\u0900-\u097f]")),
    ("el", re.compile(r"[\u0370-\u03ff]")),
    ("he", re.compile(r"[\u0590-\u05ff]")),
)
"""Signs of a script and the language it is taken for; one that others share stands behind them."""
_FEW = 0.03
"""Of a text's signs that are enough to tell Japanese from Chinese, Ukrainian from Russian."""
_WORD = re.compile(r"[^\W\d_]+")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
_COMMON = {
    "en": words("the of and to that is was for it with as his by at from this be have has not are "
                "they were which but been their said would who will more about had its"),
    "de": words("der die und den das von zu mit sich des auf ist im dem nicht ein eine als auch es "
                "werden aus er hat dass sie nach wird bei einer um einem noch wie zum war zur "
                "laut am"),
    "fr": words("le les des est et du une dans qui par pour au sur pas plus ce avec sont il elle "
                "aux cette ont mais ses été nous vous leur était"),
    "es": words("el los las del que en una por con para su es al lo como más pero sus ha este "
                "fue son según desde también entre era"),
    "it": words("il che di della per non una sono del con dei nel alla delle gli è anche più si da "
                "ha dal questo come nella"),
    "pt": words("os em uma para não do da dos das com que se mais na no foi ao pelo pela são seu "
                "sua também é"),
    "nl": words("het een van en dat zijn niet voor met op te aan er maar om hij ook bij als dan "
                "naar uit heeft wordt werd"),
    "sv": words("och att det som en är av för på med den till inte har ett om han men var sig "
                "från"),
    "pl": words("i w na z się do nie że jest to o po przez jak dla od oraz był przy"),
}  # fmt: skip


def text_language(text: str) -> str:
    """The tag of the language that a text begins in, "" where it does not tell plainly.

    A script that several languages are written in gives one of them: that it is not English is
    sure, which one it is, is not.
    """
    beginning = text[:READ]
    latin = len(_LATIN.findall(beginning))
    other = [(len(signs.findall(beginning)), tag) for tag, signs in _SCRIPTS]
    if sum(count for count, _tag in other) > latin:
        return _by_script(other)
    found = [word.lower() for word in _WORD.findall(beginning)]
    counts = sorted(
        ((sum(word in common for word in found), tag) for tag, common in _COMMON.items()),
        reverse=True,
    )
    (most, tag), (second, _other) = counts[:2]
    plain = most >= _FEWEST and most >= _SHARE * len(found) and most >= 1.5 * second
    return tag if plain else ""


def article_language(article: Article) -> str:
    """The same of an article's own text, whatever it says of itself."""
    parts, length = [], 0
    for block in article.blocks:
        if block.main and block.kind not in _NO_WORDS and length < READ:
            parts.append(article.text[block.start : min(block.end, block.start + READ)])
            length += block.end - block.start
    return text_language(" ".join(parts))


def _by_script(counts: list[tuple[int, str]]) -> str:
    total = sum(count for count, _tag in counts)
    return next(tag for count, tag in counts if count > _FEW * total)
