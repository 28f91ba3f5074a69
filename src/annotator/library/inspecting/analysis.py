"""What was found out about an article by reading it alone. It takes some seconds for a book, so it
is done once for each state of the text, and may be done beside the thread the library is used in.
"""

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, cast

from annotator.model import Article

if TYPE_CHECKING:
    from annotator.checking.rows import Row
    from annotator.checking.voice import VoicedSentence
    from annotator.spotting import Suggestion

SPOTTING, VOICE, INSIDE = "spotting", "voice", "inside"
Others = Sequence[tuple[str, Article]]
"""What to call each stored source, and its text."""


class Analysis:
    """Of one state of an article. ``find`` does the work unless it was done; it reads nothing but
    the article and may be called from any thread."""

    def __init__(self, article: Article, others: Others) -> None:
        self.article, self.others = article, others
        self._found: dict[str, Any] = {}

    def is_of(self, article: Article) -> bool:
        """Whether it is of this state: what was said about the article elsewhere is no other."""
        mine = self.article
        return mine is article or (
            (mine.version, mine.title, mine.blocks)
            == (article.version, article.title, article.blocks)
        )

    @cached_property
    def language(self) -> str:
        """What its words tell of the article's language; see ``prose.language``."""
        from annotator.prose.language import article_language

        return article_language(self.article)

    def has(self, what: str) -> bool:
        """Whether that was found out already."""
        return what in self._found

    def find(self, what: str) -> None:
        """Find out one of ``SPOTTING``, ``VOICE``, ``INSIDE``."""
        if what not in self._found:
            self._found[what] = _WAYS[what](self)

    def beside(self, others: Others) -> "Analysis":
        """The same beside other sources: only the inside check looks at them. Another object, for
        this one may be at work in its thread."""
        same = Analysis(self.article, others)
        same._found = {what: found for what, found in self._found.items() if what != INSIDE}
        return same

    @property
    def suggestions(self) -> "list[Suggestion]":
        """Every sentence of the article's own with its score."""
        return cast("list[Suggestion]", self._get(SPOTTING))

    @property
    def voices(self) -> "list[VoicedSentence]":
        """The sentences of its running text, each with its voice."""
        return cast("list[VoicedSentence]", self._get(VOICE))

    @property
    def rows(self) -> "list[Row]":
        """What its parts and sources say of the same things."""
        return cast("list[Row]", self._get(INSIDE))

    def _get(self, what: str) -> Any:
        self.find(what)
        return self._found[what]


def _spot(analysis: Analysis) -> "list[Suggestion]":
    from annotator.spotting import spot

    return spot(analysis.article)


def _hear(analysis: Analysis) -> "list[VoicedSentence]":
    from annotator.checking.voice import voices

    return voices(analysis.article)


def _line_up(analysis: Analysis) -> "list[Row]":
    from annotator.checking.inside import inside_check

    return inside_check(analysis.article, analysis.others)


_WAYS: dict[str, Callable[[Analysis], Any]] = {SPOTTING: _spot, VOICE: _hear, INSIDE: _line_up}
