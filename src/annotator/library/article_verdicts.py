"""The verdict on an article as a whole."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotator.errors import InvalidValue, NotFound
from annotator.i18n import _
from annotator.library import values
from annotator.library.claims import writing
from annotator.library.edits import today
from annotator.model import TrailEntry, Verdict
from annotator.store import claims, given, scales, trail

if TYPE_CHECKING:
    from annotator.library.library import Library


@dataclass(frozen=True, slots=True)
class ArticleVerdict:
    """What was found about an article as a whole. ``summary`` is Markdown, ``as_of`` a date;
    ``trail`` is the way to it, the oldest step first."""

    verdict: Verdict | None = None
    summary: str = ""
    as_of: str = ""
    trail: tuple[TrailEntry, ...] = ()


class ArticleVerdicts:
    """Verdicts on articles. Raises ``NotFound`` and ``InvalidValue``; then nothing is written."""

    def __init__(self, library: "Library") -> None:
        self._library = library
        self._store = library.store

    def of(self, article_id: str) -> ArticleVerdict:
        """What was found about an article."""
        connection = self._store.connection
        found = given.of_article(connection, article_id)
        if found is None:
            raise NotFound(_("This article is not in the library any more."))
        id, conclusion, summary, as_of = found
        verdict = scales.verdict(connection, id) or claims.verdict_of((None,), conclusion)
        steps = tuple(trail.of_article(connection, article_id))
        return ArticleVerdict(verdict, summary, as_of, steps)

    def give(
        self, article_id: str, verdict: str | None = None, summary: str | None = None,
        as_of: str | None = None, why: str = "",
    ) -> ArticleVerdict:  # fmt: skip
        """Say what was found about an article. None leaves what is there, an empty ``verdict``
        takes it back; another verdict than the one there is asks for a line ``why``."""
        before = self.of(article_id)
        fields: writing.Fields = {}
        if verdict is not None:
            fields |= values.verdict_fields(verdict, self._library.verdicts())
        if summary is not None:
            fields["summary"] = summary.strip()
        name, had = writing.verdict_name(self._store, fields), _name(before.verdict)
        changed = verdict is not None and name != had
        if changed and had and not why.strip():
            raise InvalidValue(
                _("The article was “{verdict}”; say in one line why that changes.").format(
                    verdict=had
                )
            )
        if changed:
            fields["as_of"] = today() if name else ""
        if as_of is not None:
            fields["as_of"] = values.past_date(as_of)
        with self._store.write(_("verdict on an article")) as batch:
            batch.update("articles", article_id, **fields)
            if changed:
                trail.write(batch, {"article": article_id}, "verdict", had, name, why)
        return self.of(article_id)


def _name(verdict: Verdict | None) -> str:
    return verdict.name if verdict else ""
