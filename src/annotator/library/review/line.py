"""A line of the checklist."""

from dataclasses import dataclass

RULES = (
    "no-source", "one-origin", "too-few-sources", "no-verdict", "other-scale", "no-reasoning",
    "unfinished", "check-again", "no-answer", "quote-differs", "no-accessed", "lost", "ambiguous",
    "details", "private", "too-few-claims", "tag-unused", "question",
)  # fmt: skip
"""What may be open, in the order in which it is shown."""


@dataclass(frozen=True, slots=True)
class Line:
    """Something open, and where: ids of an article, an annotation, a claim, an entry of evidence,
    each "" where it is about none. ``message`` is a sentence, ``subject`` the claim's statement or
    "" where it is about no claim; ``start`` the code point of the article that it is about, where
    no mark is there to lead to."""

    rule: str
    message: str
    article: str = ""
    annotation: str = ""
    claim: str = ""
    evidence: str = ""
    subject: str = ""
    start: int | None = None
