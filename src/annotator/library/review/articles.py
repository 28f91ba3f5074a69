"""What is open about an article: its details, and whether its marks stand where they were made."""

from collections.abc import Iterator

from annotator.i18n import _, ngettext
from annotator.library.minimum import Minimum
from annotator.library.review.claims import is_overdue, needs_date, overdue, without_date
from annotator.library.review.line import Line
from annotator.library.session import ArticleSession
from annotator.model import AnchorState, Annotation


def open_lines(
    session: ArticleSession, minimum: Minimum, today: str, brought: bool = False
) -> Iterator[Line]:
    """What is open about an article and its marks; claims are looked at elsewhere. ``today`` is an
    ISO date; ``brought``: the article serves as a source for claims, and need hold none itself."""
    yield from _details(session)
    if not (brought and session.counts().claims == 0):
        yield from _claims(session, minimum)
    yield from _quotations(session)
    for annotation in session.annotations():
        yield from _anchor(session, annotation)
        yield from _answers(session, annotation, today)
        yield from _accessed(session, annotation)
        yield from _question(session, annotation)


def _details(session: ArticleSession) -> Iterator[Line]:
    details = session.article.details
    known = {
        _("the author"): details.authors, _("the site or paper"): details.site,
        _("the address or DOI"): details.url or details.doi,
        _("the date it was published"): details.published,
    }  # fmt: skip
    missing = [name for name, value in known.items() if not value]
    if missing:
        said = _("Details of “{title}” are missing: {names}.")
        yield Line(
            "details", said.format(title=details.title, names=", ".join(missing)), session.id
        )


def _claims(session: ArticleSession, minimum: Minimum) -> Iterator[Line]:
    found = session.counts().claims
    if found < minimum.claims:
        said = ngettext(
            "“{title}” has {count} claim where {least} are asked for.",
            "“{title}” has {count} claims where {least} are asked for.",
            found,
        )
        title = session.article.details.title
        yield Line(
            "too-few-claims", said.format(title=title, count=found, least=minimum.claims),
            session.id,
        )  # fmt: skip


def _quotations(session: ArticleSession) -> Iterator[Line]:
    """Words that the article puts into a source's mouth, and that are not so in it."""
    for quoted in session.library.ledger.quotations(session.id):
        if quoted.check.state == "exact":
            continue
        said = _("“{quote}” does not stand so in its source, {source}.").format(
            quote=shortened(session.article.text[quoted.passage.start : quoted.passage.end]),
            source=quoted.label,
        )
        marks = session.marks_between(quoted.passage.start, quoted.passage.end)
        mark = marks[0].id if marks else ""
        yield Line("quote-differs", said, session.id, mark, start=quoted.passage.start)


def _anchor(session: ArticleSession, annotation: Annotation) -> Iterator[Line]:
    state = session.anchor(annotation.id).state
    quote = shortened(annotation.quote)
    if state is AnchorState.LOST:
        said = _("The passage “{quote}” is lost; attach its mark again or delete it.")
        yield Line("lost", said.format(quote=quote), session.id, annotation.id)
    if state is AnchorState.AMBIGUOUS:
        said = _("The passage “{quote}” stands in several places; say which is meant.")
        yield Line("ambiguous", said.format(quote=quote), session.id, annotation.id)


def _answers(session: ArticleSession, annotation: Annotation, today: str) -> Iterator[Line]:
    for entry in annotation.sources:
        if is_overdue(entry, today):
            yield Line("no-answer", overdue(entry), session.id, annotation.id, "", entry.id)


def _accessed(session: ArticleSession, annotation: Annotation) -> Iterator[Line]:
    for entry in annotation.sources:
        if needs_date(entry):
            said = without_date(entry)
            yield Line(
                "no-accessed", said[0].upper() + said[1:], session.id, annotation.id, "", entry.id
            )


def _question(session: ArticleSession, annotation: Annotation) -> Iterator[Line]:
    if annotation.origin == "pack" and not any(
        comment.author != annotation.author for comment in annotation.comments
    ):
        said = _("Not answered yet: “{question}”")
        yield Line(
            "question", said.format(question=shortened(annotation.note)), session.id, annotation.id
        )


def shortened(text: str, most: int = 60) -> str:
    """The beginning of a text in one line."""
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"
