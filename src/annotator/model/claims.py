"""Claims, what is said for and against them, verdicts (schema.org ClaimReview's words)."""

from dataclasses import dataclass

from annotator.model.comments import Comment

CLAIM_KINDS = (
    "number", "quote", "attribution", "fact", "cause", "trend",
    "legal", "headline", "picture", "opinion", "other",
)  # fmt: skip
STATUSES = ("to check", "in progress", "to review", "sent back", "checked", "set aside")
STANCES = ("supports", "refutes", "context")
SOURCE_TYPES = (
    "", "primary", "secondary", "data", "expert", "eyewitness",
    "interview", "email", "request", "search",
)  # fmt: skip
THE_ARTICLE = "the article"
"""The claimant when it is the article itself that says so."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """One rating of a scale. ``tone`` is ``good`` | ``middling`` | ``bad`` | ``none``: the colour
    and sign it is shown with. ``rating`` is its place, 5 best, 1 worst."""

    id: str
    scale: str
    name: str
    rating: int
    tone: str
    definition: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """Something one can look up: a web page, a paper, a file. Dates as in ``Details``."""

    id: str
    url: str = ""
    title: str = ""
    author: str = ""
    publisher: str = ""
    published: str = ""
    accessed: str = ""
    archive_url: str = ""

    @property
    def label(self) -> str:
        """What to call it in one line."""
        return self.title or self.url


@dataclass(frozen=True, slots=True)
class Evidence:
    """A source brought to a claim or an annotation, and how it stands to it."""

    id: str
    source: Source
    stance: str = "context"
    quote: str = ""
    type: str = ""
    created: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """A statement someone made, and what was found out about it.

    ``number`` is the claim's own in the library for good (``C14``). ``verdict`` is None until one
    is given; ``as_of`` the date it was given for.
    """

    id: str
    number: int
    statement: str
    kind: str = "fact"
    claimant: str = ""
    claimed: str = ""  # date it was said, possibly partial
    verdict: Verdict | None = None
    as_of: str = ""
    reasoning: str = ""
    status: str = "to check"
    evidence: tuple[Evidence, ...] = ()
    comments: tuple[Comment, ...] = ()

    @property
    def label(self) -> str:
        """The claim's number as it is written: ``C14``."""
        return f"C{self.number}"
