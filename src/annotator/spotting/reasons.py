"""Why a sentence is worth a look, in words.

Light rules that look at the surface (English): what exactly a figure or a date says is
``annotator.prose``'s to find, and takes ten times as long.
"""

from collections.abc import Sequence
from functools import lru_cache

from annotator.i18n import _
from annotator.prose.quotations import quotations
from annotator.spotting.sign_words import NO_SIGN, PHRASE_RULES, WORD_RULES
from annotator.spotting.words import DECADE, MONEY, NAME, NUMBER, PERCENT, YEAR, Word, words

ORDER = (
    "figure", "comparison", "trend", "cause", "law", "quotation", "attribution", "vague", "date",
    "name",
)  # fmt: skip
"""The signs, those first that say most."""

_KINDS = {
    MONEY: "figure", PERCENT: "figure", NUMBER: "figure", YEAR: "date", DECADE: "date",
    NAME: "name",
}  # fmt: skip


def signs(sentence: str, found: Sequence[Word] | None = None) -> tuple[str, ...]:
    """What makes a sentence worth a look, names out of ``ORDER`` and in that order."""
    found = words(sentence) if found is None else found
    texts = [word.text for word in found]
    there = {_KINDS[word.kind] for word in found if word.kind in _KINDS}
    for place, text in enumerate(texts):
        if " ".join(texts[place : place + 2]) in NO_SIGN:
            continue
        there.update(_of_word(text))
        for rest, name in PHRASE_RULES.get(text, ()):
            if _follows(rest, texts[place + 1 : place + 1 + len(rest)]):
                there.add(name)
    if quotations(sentence):
        there.add("quotation")
    return tuple(name for name in ORDER if name in there)


@lru_cache(maxsize=16384)
def _of_word(text: str) -> tuple[str, ...]:
    bare = text.removesuffix("'s")
    return tuple(name for name, rule in WORD_RULES.items() if rule.fullmatch(bare))


def _follows(rest: tuple[str, ...], texts: list[str]) -> bool:
    return len(rest) == len(texts) and all(
        wanted == text or (wanted == "*" and text.isalpha())
        for wanted, text in zip(rest, texts, strict=True)
    )


def in_words(sign: str) -> str:
    """A sign as the user reads it."""
    return {
        "figure": _("figure"),
        "comparison": _("comparison"),
        "trend": _("trend"),
        "cause": _("cause"),
        "law": _("law"),
        "quotation": _("quotation"),
        "attribution": _("attribution"),
        "vague": _("vague number"),
        "date": _("date"),
        "name": _("name"),
        "statement": _("statement of fact"),
    }[sign]


def reasons(sentence: str) -> tuple[str, ...]:
    """Why a sentence may be worth a look, in the user's language; never empty."""
    return tuple(in_words(sign) for sign in signs(sentence) or ("statement",))
