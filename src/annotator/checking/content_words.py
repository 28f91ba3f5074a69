"""The words that say what a passage is about, in a form in which two passages share them."""

import re

from annotator.prose.word_lists import words

_WORD = re.compile(r"[^\W\d_]{3,}(?:[’'-][^\W\d_]+)*")
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
    "both either neither another him she these those"
)


def content_words(text: str, start: int = 0, end: int | None = None) -> frozenset[str]:
    """The words that carry the meaning of a passage, small letters, plural taken for singular."""
    stop = len(text) if end is None else end
    found = (plain(match[0]) for match in _WORD.finditer(text, max(0, start), stop))
    return frozenset(word for word in found if word and word not in _EMPTY)


def plain(word: str) -> str:
    """A word in the form in which it is compared."""
    small = re.sub(r"[’']s?$", "", word.lower()).replace("’", "'")
    if small in _EMPTY:
        return ""
    if small.endswith("ies") and len(small) > 4:
        return small[:-3] + "y"
    if small.endswith("s") and not small.endswith(("ss", "us", "is")) and len(small) > 3:
        return small[:-1]
    return small
