"""The checklist of a library or of one article: every line leads to a place."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from annotator.i18n import _
from annotator.library import minimum
from annotator.library.edits import today
from annotator.library.minimum import Minimum
from annotator.library.review import articles, claims
from annotator.library.review.claims import Standing
from annotator.library.review.line import RULES, Line
from annotator.store import claims as stored
from annotator.store import scales, standing
from annotator.store.standing import Place

if TYPE_CHECKING:
    from annotator.library.library import Library

AT_ONCE = 100
"""Claims that are looked at in one piece."""


class Review:
    """What is still open before something is handed in."""

    def __init__(self, library: "Library") -> None:
        self._library = library

    @property
    def minimum(self) -> Minimum:
        """What the library asks of every claim."""
        return minimum.read(self._library.store)

    def ask_for(self, wanted: Minimum) -> None:
        """Let the library ask for this. Raises ``InvalidValue``."""
        with self._library.store.write(_("rules")) as batch:
            minimum.write(batch, wanted)

    def lines(self, article: str | None = None) -> list[Line]:
        """What is open in an article (its id), or in the whole library (None), by rule."""
        return in_order(line for step in self.steps(article) for line in step)

    def steps(self, article: str | None = None) -> Iterator[list[Line]]:
        """The same a piece at a time, for those who must not keep anybody waiting: some claims of
        an article, the article itself, the next one, at last the library. Not in order; see
        ``in_order``."""
        at = _At(self._library, self.minimum)
        for id in at.articles if article is None else [article]:
            yield from self._in_pieces(at, id)
            yield list(self._of_article(id, at))
        if article is None:
            yield from self._in_pieces(at, None)
            yield list(self._tags(at.asked))

    def _in_pieces(self, at: "_At", article: str | None) -> Iterator[list[Line]]:
        ids = at.take(article)
        for first in range(0, len(ids), AT_ONCE):
            yield list(self._of_claims(at, ids[first : first + AT_ONCE], article))

    def _of_claims(self, at: "_At", ids: list[str], article: str | None) -> Iterator[Line]:
        for claim in stored.load(self._library.store.connection, ids):
            stands = at.places.get(claim.id, [])
            first = next((place for place in stands if article in (None, place.article)), None)
            here = Standing(claim, first.article, first.annotation) if first else Standing(claim)
            yield from claims.open_lines(here, at.asked, at.scale, at.day)
            yield from self._quotes(here)
            yield from _private(here, stands, at.hidden)

    def _quotes(self, at: Standing) -> Iterator[Line]:
        """Quotations that do not stand so in their source."""
        for entry in at.claim.evidence:
            checked = self._library.ledger.check(entry.id) if entry.quote else None
            if checked is not None and checked.state != "exact":
                said = (
                    _("the words quoted from “{source}” are not in it.")
                    if checked.state == "missing"
                    else _("the words quoted from “{source}” differ from what stands there.")
                )
                yield at.line("quote-differs", said.format(source=entry.source.label), entry.id)

    def _of_article(self, id: str, at: "_At") -> Iterator[Line]:
        library = self._library
        was_open = library.is_open(id)
        yield from articles.open_lines(library.session(id), at.asked, at.day, id in at.sources)
        if not was_open:
            library.release(id)

    def _tags(self, asked: Minimum) -> Iterator[Line]:
        if not asked.tags:
            return
        used = {
            path
            for row in self._library.articles()
            for path, _n in self._library.tag_counts(row.id)
        }
        for path in asked.tags:
            if not any(one == path or one.startswith(f"{path}/") for one in used):
                said = _("No mark has the tag “{tag}”, which is asked for.")
                yield Line("tag-unused", said.format(tag=path))


class _At:
    """What holds while a library is gone through, and which claims were not yet."""

    def __init__(self, library: "Library", asked: Minimum) -> None:
        connection = library.store.connection
        self.asked, self.scale, self.day = asked, scales.in_use(connection), today()
        self.articles = [row.id for row in library.articles()]
        self.places = standing.places(connection)
        self.hidden = standing.private_passages(connection)
        self._standing: dict[str, list[str]] = {}
        for claim, stands in self.places.items():
            for id in {place.article for place in stands}:
                self._standing.setdefault(id, []).append(claim)
        self._nowhere = standing.nowhere(connection, self.places)
        self._taken: set[str] = set()
        self.sources = library.ledger.articles_brought() if asked.claims else frozenset()
        """Articles that serve as sources."""

    def take(self, article: str | None) -> list[str]:
        """The ids of the claims that stand in an article and were not taken before; those that
        stand nowhere for None."""
        standing = self._nowhere if article is None else self._standing.get(article, ())
        found = [id for id in standing if id not in self._taken]
        self._taken.update(found)
        return found


def in_order(lines: Iterable[Line]) -> list[Line]:
    """Lines by rule; those of a rule stay in the order they come in."""
    order = {rule: at for at, rule in enumerate(RULES)}
    return sorted(lines, key=lambda line: order[line.rule])


def _private(at: Standing, stands: Sequence[Place], hidden: set[str]) -> Iterator[Line]:
    """What somebody kept to themselves and would go out all the same."""
    kept = {place.private for place in stands}
    if kept == {True, False}:
        said = _("it goes out, though one of its passages is a private mark.")
        yield at.line("private", said)
    for entry in at.claim.evidence:
        if entry.id in hidden:
            said = _("the words it quotes from “{source}” are a private mark, and would go out.")
            yield at.line("private", said.format(source=entry.source.label), entry.id)
