"""What a paper says about its own text, which is not what the text says: corrections and notes of
its editors, credits, rights (English)."""

import re

_ITSELF = r"(?:article|story|piece|post|page|column|interview|headline|caption|graphic|obituary)"
_VERSION = (
    r"\b(?:earlier|previous|prior|original|first)\sversions?\sof\s(?:this|the|our)\s(?:photo\s)?"
    rf"(?:{_ITSELF}|report|text)\b"
)
_CHANGED = (
    rf"\bthis\s(?:{_ITSELF}\s(?:(?:was|has\sbeen)\s(?:[a-z]+ly\s|first\s|since\s)*(?:published|"
    r"republished|translated|produced|updated|amended|corrected|edited|revised|clarified)"
    r"|(?:originally|previously|incorrectly|initially|mistakenly|erroneously)\s[a-z]+"
    r"|misstated|misspelled|misidentified)"
    r"|report\s(?:was|has\sbeen)\s(?:updated|amended|corrected))\b"
)
_REGRET = r"\bwe\s(?:regret|apologi[sz]e\sfor)\s(?:the|this|any|our)\s(?:error|mistake)"
_ABOUT_ITSELF = re.compile("|".join((_VERSION, _CHANGED, _REGRET)), re.IGNORECASE)
_NOTE = re.compile(
    r"[(\[*\s]*(?:(?:editor(?:[’']s|s[’']|ial)?\snotes?|corrections?(?:\sand\sclarifications?)?"
    r"|clarifications?|corrigend(?:um|a)|errat(?:um|a)|disclaimer|disclosure)"
    r"\s*(?:[:—–(]|-\s|\.\s|,?\s\d|,\s[A-Z])|updated\s(?:on|at|\d))",
    re.IGNORECASE,
)
_CREDIT = re.compile(
    r"[(\[*\s]*(?:(?i:(?:additional|further|with)\s)?(?i:reporting|writing|editing|edited|compiled"
    r"|translated|photography|graphics?)\s(?:and\s\w+\s)?by\s[A-Z]"
    r"|(?i:photos?|photographs?|pictures?|images?|illustrations?|graphics?|credits?|sources?)"
    r"(?:\s(?i:by|credits?|courtesy))?\s?[:/©]"
    r"|©|\([cC]\)\s\d{4}|(?i:copyright)\s(?:©|\d{4}|[A-Z])|(?i:all\srights\sreserved)"
    r"|(?:AP|AFP|EPA|PA|Reuters|Getty|dpa)\s(?:Photos?|Images)\b)"
)
_LONGEST_CREDIT = 25
"""Words."""


def is_about_itself(text: str) -> bool:
    """Whether a sentence, or a paragraph that begins so, is about the text that it stands in: "An
    earlier version of this article said…"."""
    return bool(_NOTE.match(text) or _ABOUT_ITSELF.search(text))


def is_note(text: str) -> bool:
    """Whether a paragraph is a note on the text that it stands in: it is called so, or its first
    sentence is about that."""
    first = text[: text.find(". ") + 1] or text
    return is_about_itself(first)


def is_credit(text: str) -> bool:
    """Whether a paragraph says whose work it is: "Photo: …/Reuters", "© 2026"."""
    return len(text.split()) <= _LONGEST_CREDIT and _CREDIT.match(text) is not None
