"""Full stops that end no sentence although sentencex takes them for it: abbreviations, ordinals,
initials."""

import re

_WITH_NUMBER = re.compile(
    r"\b(?:approx|vol|vols|est|ca|sec|secs|art|ch|chap|eq|op|ver|para|paras|cl|ed)\.$",
    re.IGNORECASE,
)
_HOUR = re.compile(r"\b[ap]\.\s?m\.$", re.IGNORECASE)
_AFTER_HOUR = re.compile(
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|[ECMP][SD]?T|GMT|UTC|BST|CEST|Eastern|Central"
    r"|Pacific|Mountain|(?:Jan|Febr)uary|March|April|May|June|July|August"
    r"|(?:Septem|Octo|Novem|Decem)ber)\b"
)
_CALLED_OUT = re.compile(r"[!?…][\"”’»]$")
_SPEAKER_FOLLOWS = re.compile(
    r"(?:[\w.’'-]+\s){1,4}?(?:said|says|asks|asked|told|wrote|writes|adds|added|shouted|cried|replied"
    r"|answered|wondered|insisted|exclaimed|tweeted)\b"
)
_DAY = re.compile(r"\b\d{1,2}\.$")
_GERMAN_MONTH = re.compile(r"(?:Jan|Jän|Feb|März|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez)[a-z]*\b")
_TITLE = re.compile(r"\b(?:Sra|Srta|Dra|Mme|Mlle|Mio|Mrd)\.$")
_STREET = re.compile(r"[a-zäöü]str\.$")
_INITIAL = re.compile(r"(?<![^\W\d_])[А-ЯЁІЇЄ]\.$")
_SURNAME = re.compile(
    r"(?!(?:Он|Она|Оно|Они|Это|Этот|Эта|Эти|Но|Мы|Вы|Если|Когда|Так|Там|Тогда|Также|При|Для|По|На|За|До|От"
    r"|Из|Как|Что)\b)[А-ЯЁІЇЄ](?:\.|[а-яёіїє]+)"
)
_SHORT = re.compile(r"(?<![^\W\d_])[^\W\d_]{1,5}\.$")
"""A word that may be an abbreviation."""
_CYRILLIC = re.compile(r"(?<![^\W\d_])[а-яёіїє]{1,4}\.$")
_CYRILLIC_LOWER = re.compile(r"[«„(]?[а-яёіїє]")
_HYPHENED = re.compile(r"-[A-Z]\.")
_ANYWHERE = (
    (_WITH_NUMBER, re.compile(r"\d")),
    (_HOUR, _AFTER_HOUR),
    (_CALLED_OUT, _SPEAKER_FOLLOWS),
    (_DAY, _GERMAN_MONTH),
    (_TITLE, re.compile(r"[^\W_]")),
    (_STREET, re.compile(r"\d{1,4}[a-z]?\b")),
    (_INITIAL, _SURNAME),
    (_CYRILLIC, _CYRILLIC_LOWER),
    (re.compile(r"\b[A-Z]\.$"), _HYPHENED),
)
"""What a piece ends with, and what then follows in the same sentence."""
_ORDINAL = re.compile(
    r"\b(?:der|die|das|den|dem|des|im|am|vom|zum|zur|beim|jede[rnms]?|diese[rnms]?|ihre[rnms]?|seine[rnms]?"
    r"|eine[rnms]?|und|bis)\s\d{1,3}\.$",
    re.IGNORECASE,
)
_NOUN = re.compile(
    r"(?!(?:Dann|Danach|Er|Sie|Es|Der|Die|Das|Den|Dem|Wir|Ich|Und|Aber|Doch|In|Im|Am|An|Auf|Bei|Mit|Nach"
    r"|Von|Vor|Zu|Zum|Zur|Ein|Eine|Dies|Diese|Dieser|Dieses|Auch|So|Da|Damit|Wenn|Als|Für|Laut|Was|Wer"
    r"|Wie|Hier|Dort|Heute|Nun|Noch|Nur|Seit|Später|Dabei|Dazu)\b)[A-ZÄÖÜ][a-zäöüß]"
)
_BY_LANGUAGE = {"de": ((_ORDINAL, _NOUN),)}
_TAIL = 24
"""Code points at a piece's end that are looked at."""


def goes_on(left: str, right: str, language: str) -> bool:
    """Whether a sentence goes on from one piece to the next. ``language``: its code."""
    tail = left[-_TAIL:]
    if any(end.search(tail) and begin.match(right) for end, begin in _ANYWHERE):
        return True
    if language != "en" and right[0].islower() and _SHORT.search(tail):
        return True
    return any(
        end.search(tail) and begin.match(right) for end, begin in _BY_LANGUAGE.get(language, ())
    )
