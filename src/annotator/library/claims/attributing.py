"""Who is said to have said what: a statement without the words that lay it to somebody.

English, by the words of attribution that ``prose`` knows and a few patterns; what fits none of
them stays as it is.
"""

import re
from dataclasses import dataclass

from annotator.prose.attribution import Attribution, attributions

_OPENING, _CLOSING = "“\"«„‘'", "”\"»“’'"
_VERBS = (
    r"(?:said|says|say|claim(?:ed|s)?|stated|states|told|reports|reported|wrote|writes|"
    r"announced|announces|argued|argues|insisted|insists|added|adds|warned|warns)"
)
_WHEN = (
    r"(?:on|last|this)\s+(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|morning|afternoon|evening|"
    r"week|weekend|month|year|spring|summer|autumn|winter|january|february|march|april|may|june|"
    r"july|august|september|october|november|december)"
)
_SAID = re.compile(rf"\s+{_VERBS}\b.*$", re.DOTALL)
_STATING = re.compile(
    r"^(?P<before>.+?),\s+(?:stating|saying|claiming|arguing|insisting|warning|adding)\b"
    r"(?:,|\s+that\b)?\s+(?P<what>.+)$", re.DOTALL,
)  # fmt: skip
_COLON = re.compile(
    rf"^(?P<who>[^:{_OPENING}]{{1,60}}):\s*[{_OPENING}](?P<what>.+?)[{_CLOSING}]\W*$", re.DOTALL
)
_BEFORE = re.compile(
    rf"^(?P<who>[^,;:{_OPENING}]{{1,80}}?)\s+{_VERBS}\b(?:\s+(?i:{_WHEN}))?"
    rf"(?:\s+that\b|\s*[,:]|(?=\s+[{_OPENING}])"
    r"|(?=\s+(?:it|he|she|they|there|the|a|an|its|his|her|their)\b))\s*(?P<what>.+)$", re.DOTALL,
)  # fmt: skip
_AFTER = re.compile(
    rf"^(?P<what>.+?),[{_CLOSING}]?\s+(?P<who>[^,;:{_OPENING}]{{1,80}}?)\s+{_VERBS}\b[^,;]*$",
    re.DOTALL,
)
_LEADING = re.compile(
    r"^(?:\s*,)?(?:\s+(?:to\s+)?(?:reporters|journalists|lawmakers|the\s+\w+(?=\s+that\b)))?"
    rf"(?:\s+(?i:{_WHEN}))?(?:\s+that\b|\s*[,:])?\s*"
)
_FEW = 2
"""A statement has more words than this; what is left of fewer was cut wrongly."""


@dataclass(frozen=True, slots=True)
class Parts:
    """A statement, and whom it is laid to; "" where it says nothing of that."""

    statement: str
    source: str = ""


def parts(statement: str) -> Parts:
    """What is said, and by whom. A statement that is laid to nobody is given back whole."""
    text = " ".join(statement.split())
    ways = (_by_pattern(_COLON, text), _by_stating(text), _by_words(text),
            _by_pattern(_BEFORE, text), _by_pattern(_AFTER, text))  # fmt: skip
    for found in ways:
        if found and len(found.statement.split()) > _FEW:
            return found
    return Parts(text)


def _by_pattern(pattern: re.Pattern[str], text: str) -> Parts | None:
    match = pattern.match(text)
    if match is None:
        return None
    who = _SAID.sub("", match["who"]).strip()
    return Parts(_sentence(match["what"], text), who)


def _by_stating(text: str) -> Parts | None:
    """By what stands behind *stating that*; whom it is laid to stands before."""
    match = _STATING.match(text)
    if match is None:
        return None
    named = (found.source for found in attributions(text) if found.source and not found.pronoun)
    return Parts(_sentence(match["what"], text), next(named, ""))


def _by_words(text: str) -> Parts | None:
    """By the first attribution whose source is named beside it."""
    for found in attributions(text):
        if found.source_start is None or found.source_end is None or found.pronoun:
            continue
        start, end = min(found.start, found.source_start), max(found.end, found.source_end)
        before, after = text[:start].strip(), text[end:]
        said = _said(found, before, after)
        return Parts(_sentence(said, text), found.source) if said else None
    return None


def _said(found: Attribution, before: str, after: str) -> str:
    if not before.strip(_OPENING):
        return _LEADING.sub("", after, count=1)
    if before[-1] not in ",;" + _CLOSING:
        return ""  # in the middle of a clause: no words would be left over
    before = before.rstrip(",; ")
    rest = re.match(r"\s*,\s*(?P<more>.+\w.*)$", after, re.DOTALL)
    if found.kind == "says" and rest is None:
        return before  # what follows says when and to whom
    return f"{before} {rest['more']}" if rest else before


def _sentence(said: str, whole: str) -> str:
    """The words as a sentence of their own."""
    said = said.strip().rstrip(",; ")
    if said[:1] in _OPENING and said.rstrip(".")[-1:] in _CLOSING:
        said = said.rstrip(".")[1:-1].strip().rstrip(",")
    if whole.endswith(".") and said and said[-1] not in ".!?…":
        said += "."
    return said[:1].upper() + said[1:]
