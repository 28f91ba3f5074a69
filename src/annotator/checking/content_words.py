"""The words that say what a passage is about, in a form in which two passages share them."""

import re

from annotator.prose.word_lists import words

WORD = re.compile(r"[^\W\d_]{3,}(?:[’'-][^\W\d_]+)*")
_POSSESSIVE = re.compile(r"[’']s?$")
_ENDINGS = (("ing", 6), ("ed", 5), ("es", 6), ("s", 4))
"""What grammar adds, and how long a word is that may have it."""
_EMPTY = words(
    "the and for that with this from are was were has have had not but its his her their they "
    "them who whom which what when where while will would could should may might can about "
    "into over under after before than then there here more most many much some any all each "
    "other others such only also just even very been being does did done said says say told "
    "according like because since until between during against among amid through within "
    "without upon per you your our ours out off too how why one two three four five six seven "
    "eight nine ten hundred thousand million billion trillion percent cent dollars dollar "
    "year years month months day days week weeks hour hours time times first last new nearly "
    "almost least up least around people make made get got take took put let per still yet "
    "both either neither another him she these those due"
)


_IRREGULAR = {
    "rose": "rise", "risen": "rise", "fell": "fall", "fallen": "fall", "grew": "grow",
    "grown": "grow", "paid": "pay", "lost": "lose", "won": "win", "sold": "sell", "bought": "buy",
    "built": "build", "began": "begin", "begun": "begin", "shrank": "shrink", "shrunk": "shrink",
    "spent": "spend", "held": "hold", "left": "leave", "found": "find", "struck": "strike",
    "injury": "hurt", "injuries": "hurt", "injured": "hurt", "wounded": "hurt", "injure": "hurt",
    "injures": "hurt", "dead": "kill", "died": "kill", "dies": "kill", "death": "kill",
    "deaths": "kill", "killing": "kill", "fled": "flee",
}  # fmt: skip
"""Forms that endings do not tell, and words in which casualties are counted."""


def content_words(text: str, start: int = 0, end: int | None = None) -> frozenset[str]:
    """The forms of the words that carry the meaning of a passage."""
    stop = len(text) if end is None else end
    found = (plain(match[0]) for match in WORD.finditer(text, max(0, start), stop))
    return frozenset(word for word in found if word and word not in _EMPTY)


def plain(word: str) -> str:
    """A word in the form in which it is compared: without what grammar adds to it; "" where it says
    nothing. No word that anybody should see."""
    small = _POSSESSIVE.sub("", word.lower()).replace("’", "'")
    if small in _EMPTY:
        return ""
    small = _IRREGULAR.get(small, small)
    if small.endswith(("ies", "ied")) and len(small) > 4:
        return small[:-3] + "y"
    for ending, shortest in _ENDINGS:
        if small.endswith(ending) and len(small) >= shortest:
            return _stem(small[: -len(ending)])
    return _stem(small)


def _stem(word: str) -> str:
    """ "planned" is "plan", "closed" and "closing" are "close"."""
    if len(word) > 3 and word[-1] == word[-2] and word[-1] in "bdgmnprt":
        return word[:-1]
    return word[:-1] if len(word) > 3 and word.endswith("e") else word
