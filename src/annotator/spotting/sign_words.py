"""What words and phrases are signs of (English): patterns of one word, and phrases word by word."""

import re

PATTERNS = {
    "figure": r"""
        hundreds|thousands|millions|billions|dozens|hundred|thousand|million|billion|trillion|dozen|
        percent|half|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]+teen|twenty|
        thirty|forty|fifty|sixty|seventy|eighty|ninety|one-(?:third|quarter)|two-thirds""",
    "vague": r"""
        several|various|numerous|countless""",
    "comparison": r"""
        than|compared|twice|doubled?|doubles|tripled?|highest|lowest|largest|biggest|greatest|fewest|
        fastest|worst|best|oldest|longest|richest|poorest|youngest|smallest|strongest|deadliest|
        fewer|majority|unprecedented""",
    "trend": r"""
        increas\w+|decreas\w+|declin\w+|grows?|grown|growing|growth|grew|rises|risen|rising|rose|
        falls|fallen|fell|dropped|dropping|surg\w+|soar\w+|plung\w+|shrank|shrunk|shrinking|
        worsen\w*|spate""",
    "cause": r"""
        because|caused?|causes|causing|prompt(?:s|ed|ing)|incit\w+|trigger\w*|erod(?:e|es|ed|ing)|
        undermin\w+|amid|reflect(?:s|ing|ed)|facilitat\w+""",
    "law": r"""
        laws?|legal(?:ly|ity)?|illegal\w*|lawful|unlawful|lawsuits?|sued?|suing|courts?|judges?|
        judicial|ruled|ruling|warrants?|constitution\w*|unconstitutional\w*|statutes?|amendments?|
        liable|convicted|indicted|sentenced|treaty|legislation|sanctions?|embargo|banned|requires?|
        required|rights""",
    "attribution": r"""
        says?|said|stat(?:ed|ing)|told|claim(?:s|ed|ing)|warn(?:s|ed|ing)|argu(?:es|ed|ing)|
        alleg(?:e|es|ed|edly|ing)|announced|reported|reportedly|citing|cite[sd]|admit(?:s|ted)|noted|
        denie[sd]|accus(?:e|es|ed|ing)|critici[sz](?:e|es|ed|ing)|articulat(?:e|es|ed|ing)|testified|
        wrote|writes|insist(?:s|ed|ing)|tweeted|acknowledged|confirmed|complain\w*|voic(?:e|es|ed|ing)|
        studies|polls?|survey|researchers|analysts""",
    "date": r"""
        january|february|april|june|july|august|september|october|november|december|yesterday|
        (?:mon|tues|wednes|thurs|fri|satur|sun)day""",
}

PHRASES = {
    "vague": """
        some *|many *|most *|growing number of|large number of|small number of|majority of
        a few""",
    "comparison": """
        as many as|as much as|as high as|as low as|as large as|as long as|first time|first ever
        record high|record low|record number|only country|only one|only state|only city
        only president|the most *|the least *|one of the""",
    "trend": """
        no longer|for years|for decades|since YEAR|since DECADE|go up|goes up|gone up|went up
        go down|goes down|gone down|went down|on the rise|on the decline|ramps up|ramped up""",
    "cause": """
        due to|led to|leads to|lead to|leading to|resulted in|results in|resulting in|resulted from
        stems from|stemmed from|stem from|as a result|in retaliation|responsible for|blamed for
        blame for|liable for|contributed to|contributes to|contributing to|forced to|evidenced by
        driven by|thanks to""",
    "attribution": """
        according to|as reported by|found that|research shows|study found|shows that""",
    "date": """
        last year|last month|last week|last night|this year|this month|this week|in may|in march
        years ago|months ago|weeks ago|days ago|decades ago|year ago|years later|months later
        weeks later|years earlier|earlier this|may NUM|march NUM""",
}

NO_SIGN = frozenset(("law enforcement", "most of", "some of", "many of", "half of us", "two of us"))
"""Beginnings of phrases in which a word or a phrase is no sign."""

WORD_RULES = {
    name: re.compile("|".join("".join(pattern.split()).split("|")))
    for name, pattern in PATTERNS.items()
}


def _by_first_word() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for name, phrases in PHRASES.items():
        for phrase in phrases.replace("\n", "|").split("|"):
            first, *rest = phrase.split() or [""]
            if first:
                found.setdefault(first, []).append((tuple(rest), name))
    return found


PHRASE_RULES = _by_first_word()
"""First word → the words that follow (``*`` any), and what the phrase is a sign of."""
