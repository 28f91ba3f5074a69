"""Which kind of claim a passage looks like: what the form of a new claim begins with."""

from annotator.model import Article
from annotator.model.locators import CAPTION, HEADLINE, part_at

_OF_PARTS = ((HEADLINE, "headline"), (CAPTION, "picture"))
_OF_SIGNS = (
    ("figure", "number"), ("attribution", "attribution"), ("cause", "cause"), ("trend", "trend"),
    ("law", "legal"),
)  # fmt: skip
"""What ``spotting`` sees in a sentence, and the kind that goes with it, the plainest first."""
_SAID_OR_COUNTED = (["number"], ["attribution"])
"""Words of judgement make no opinion of these: a count can be checked, so can that it was said."""


def kind_of(article: Article, start: int, end: int) -> str:
    """A kind out of ``CLAIM_KINDS`` for the passage ``[start, end)``. By its place and its surface
    alone, an offer for a form that somebody reads over."""
    from annotator.spotting.judging import judgements
    from annotator.spotting.reasons import signs
    from annotator.spotting.words import words as spotted

    part = part_at(article, start)
    for name, kind in _OF_PARTS:
        if part == name:
            return kind
    words = article.text[start:end]
    if _quoted(words) * 3 > len(words.strip()):
        return "quote"
    found = spotted(words)
    there = signs(words, found)
    kinds = [kind for sign, kind in _OF_SIGNS if sign in there]
    if judgements(found) > (1 if kinds else 0) and kinds[:1] not in _SAID_OR_COUNTED:
        return "opinion"
    return kinds[0] if kinds else "fact"


def _quoted(words: str) -> int:
    """How many code points of it stand in quotation marks."""
    from annotator.prose.quotations import quotations

    return sum(one.end - one.start for one in quotations(words) if one.depth == 0)
