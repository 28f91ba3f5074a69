"""Claims, what is said for and against them, verdicts (schema.org ClaimReview's words)."""

from collections.abc import Iterable
from dataclasses import dataclass

from annotator.model.comments import Comment
from annotator.model.links import comparable
from annotator.model.pairs import Pair
from annotator.model.words import Person

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
PEOPLE_ASKED = frozenset({"interview", "email", "request"})
"""Types of evidence that are what somebody said when asked: the source's title says who."""
REQUEST_OUTCOMES = ("", "answered", "no answer")
"""What became of a request for comment; empty while it is open."""
NOTHING_FOUND = "nothing found"
"""What became of a search that found nothing."""
FIVE_POINT, NO_SCALE, OUTCOMES = "five-point", "no scale", "outcomes"
"""The names of built-in scales that the program itself knows."""
OUTCOME_SCALE = "64e5f8cb-2262-5bb0-8dcd-cfaa705d30b2"
"""The id, as it follows from its name, of the scale whose verdicts say why there is no rating."""
CONCLUSIONS = "c0c4cf0a-0b2b-5c86-aba2-22e23f3f1905"
"""The same of the scale without verdicts, where a conclusion is written."""
THE_ARTICLE = "the article"
"""The claimant when it is the article itself that says so."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """One rating of a scale. ``tone`` is ``good`` | ``middling`` | ``bad`` | ``none``: the colour
    and sign it is shown with. ``rating`` is its place, 1 the worst; 0 where it has none.
    ``position`` orders a scale, from 0, the best first. A conclusion in words (a library without
    scale) is a verdict without ``id`` whose name is that conclusion. ``scale`` is a scale's id.
    """

    id: str
    scale: str
    name: str
    rating: int
    tone: str
    definition: str = ""
    position: int = 0

    @property
    def is_outcome(self) -> bool:
        """Whether it says why there is no rating: opinion, not checkable, not checked."""
        return self.scale == OUTCOME_SCALE


@dataclass(frozen=True, slots=True)
class Scale:
    """Verdicts one can choose from, the best first."""

    id: str
    name: str
    description: str = ""
    verdicts: tuple[Verdict, ...] = ()
    built_in: bool = False

    @property
    def bounds(self) -> tuple[int, int] | None:
        """(worst, best) rating; None where the scale has no two ratings to tell apart."""
        ratings = [verdict.rating for verdict in self.verdicts if verdict.rating > 0]
        if not ratings or min(ratings) == max(ratings):
            return None
        return min(ratings), max(ratings)


@dataclass(frozen=True, slots=True)
class Source:
    """Something one can look up: a web page, a paper, a file kept by its hash, a passage of an
    article in the library. Dates as in ``Details``.

    ``file_sha256`` is the hex hash of a local file, ``file_name`` its name. ``annotation`` is the
    mark on the passage of another article, ``article`` that article's id.
    """

    id: str
    url: str = ""
    title: str = ""
    author: str = ""
    publisher: str = ""
    published: str = ""
    accessed: str = ""
    archive_url: str = ""
    file_sha256: str = ""
    file_name: str = ""
    annotation: str = ""
    article: str = ""

    @property
    def label(self) -> str:
        """What to call it in one line."""
        return self.title or self.url or self.file_name

    @property
    def root(self) -> str:
        """What it is at bottom: passages of one article, and that article's address however it is
        written, are one."""
        return comparable(self.url) or self.article or self.id


@dataclass(frozen=True, slots=True)
class Evidence:
    """A source brought to a claim or an annotation, and how it stands to it.

    ``locator`` says where in the source (``p. 31``). ``origin`` names the group of those that rest
    on one and the same report. For a request, an e-mail or an interview the source's title says
    whom; ``asked``, ``deadline`` and ``answered`` are dates, ``outcome`` is one of
    ``REQUEST_OUTCOMES``. For a search, ``place`` says where, ``query`` what for, ``asked`` when,
    and ``outcome`` may be ``NOTHING_FOUND``. Private evidence goes out only when asked for.
    """

    id: str
    source: Source
    stance: str = "context"
    quote: str = ""
    type: str = ""
    created: str = ""
    locator: str = ""
    note: str = ""
    private: bool = False
    origin: str = ""
    asked: str = ""
    deadline: str = ""
    answered: str = ""
    outcome: str = ""
    place: str = ""
    query: str = ""

    @property
    def has_origin(self) -> bool:
        """Whether it counts as somebody's word: a search does not, nor does a question nobody
        answered."""
        if self.type == "search":
            return False
        return self.type != "request" or bool(self.answered) or self.outcome == "answered"

    @property
    def root(self) -> str:
        """What tells its origin from others: the group it is in, else the page or
        the person it rests on; "" where it counts as nobody's word."""
        return (self.origin.casefold() or self.work) if self.has_origin else ""

    @property
    def work(self) -> str:
        """What tells the page or the person it rests on from others."""
        person = self.source.title if self.type in PEOPLE_ASKED else ""
        return whom(person, self.source.url) or self.source.root


def whom(title: str, url: str) -> str:
    """Who was asked, as told from others: what is said twice, or once more by mail, is one
    person's word. "" where it stands somewhere on the web."""
    is_page = url.startswith(("http://", "https://"))
    return "" if is_page else " ".join(title.split()).casefold()


def origins(evidence: Iterable[Evidence]) -> int:
    """How many independent origins evidence has: entries of one group count once, and so do
    entries of one source, of several passages of one article, or of one person asked."""
    return len({root for e in evidence if (root := e.root)})


@dataclass(frozen=True, slots=True)
class Claim:
    """A statement someone made, and what was found out about it.

    ``number`` is the claim's own in the library for good (``C14``). ``verdict`` is None until one
    is given; ``as_of`` the date it was given for, ``check_again`` when to look again. ``priority``
    is 0 for the usual one. ``attribution`` is the id of the claim *that somebody said so*, where
    this one is *whether it is so*; ``pair`` is what either of the two asks.
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
    check_again: str = ""
    assignee: Person | None = None
    reviewer: Person | None = None
    priority: int = 0
    attribution: str = ""
    created: str = ""
    modified: str = ""
    pair: Pair | None = None

    @property
    def label(self) -> str:
        """The claim's number as it is written: ``C14``."""
        return f"C{self.number}"

    @property
    def origins(self) -> int:
        """How many independent origins its evidence has."""
        return origins(self.evidence)


@dataclass(frozen=True, slots=True)
class TrailEntry:
    """One step on the way to a verdict. ``action`` is ``verdict`` | ``status`` | ``assignee`` |
    ``reviewer`` | ``asked`` (for review) | ``sent back`` | ``approved`` | ``merged`` | ``split``;
    ``before`` and ``after`` are names as they are shown, ``when`` is UTC."""

    id: str
    action: str
    before: str
    after: str
    why: str
    who: str
    when: str
