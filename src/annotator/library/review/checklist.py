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
        ids = [row.id for row in self._library.articles()] if article is None else [article]
        found = [*self._of_claims(article), *self._of_articles(ids)]
        found += self._tags() if article is None else ()
        place = {id: at for at, id in enumerate(ids)}
        order = {rule: at for at, rule in enumerate(RULES)}
        return sorted(
            found, key=lambda line: (order[line.rule], place.get(line.article, len(place)))
        )

    def _of_claims(self, article: str | None) -> Iterator[Line]:
        connection = self._library.store.connection
        places = standing.places(connection)
        wanted = [id for id, stands in places.items() if _is_in(stands, article)]
        asked, scale, day = self.minimum, scales.in_use(connection), today()
        hidden = standing.private_passages(connection)
        for claim in stored.load(connection, None if article is None else wanted):
            stands = places.get(claim.id, [])
            first = next((at for at in stands if article in (None, at.article)), None)
            at = Standing(claim, first.article, first.annotation) if first else Standing(claim)
            yield from claims.open_lines(at, asked, scale, day)
            yield from self._quotes(at)
            yield from _private(at, stands, hidden)

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

    def _of_articles(self, ids: Iterable[str]) -> Iterator[Line]:
        library, asked = self._library, self.minimum
        for id in ids:
            was_open = library.is_open(id)
            yield from articles.open_lines(library.session(id), asked)
            if not was_open:
                library.release(id)

    def _tags(self) -> Iterator[Line]:
        wanted = self.minimum.tags
        if not wanted:
            return
        used = {
            path
            for row in self._library.articles()
            for path, _n in self._library.tag_counts(row.id)
        }
        for path in wanted:
            if path not in used:
                said = _("No mark has the tag “{tag}”, which is asked for.")
                yield Line("tag-unused", said.format(tag=path))


def _is_in(stands: Sequence[Place], article: str | None) -> bool:
    return article is None or any(at.article == article for at in stands)


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
