"""What is open about claims."""

from collections.abc import Iterator
from dataclasses import dataclass

from annotator.i18n import _, ngettext
from annotator.library.minimum import Minimum
from annotator.library.review.line import Line
from annotator.model import Claim, Evidence
from annotator.model.claims import origins


@dataclass(frozen=True, slots=True)
class Standing:
    """A claim and where it stands first: ids, "" where it stands nowhere."""

    claim: Claim
    article: str = ""
    annotation: str = ""

    def line(self, rule: str, message: str, evidence: str = "") -> Line:
        """Something open about the claim; its number stands before the sentence."""
        said = f"{self.claim.label}: {message}"
        return Line(
            rule, said, self.article, self.annotation, self.claim.id, evidence,
            " ".join(self.claim.statement.split()),
        )  # fmt: skip


def open_lines(standing: Standing, minimum: Minimum, scale: str, today: str) -> Iterator[Line]:
    """What is open about a claim. ``scale`` is the id of the scale in use, ``today`` an ISO
    date."""
    yield from _sources(standing, minimum)
    yield from _verdict(standing, scale)
    yield from _standing(standing, minimum.other_person, today)
    yield from _answers(standing, today)
    yield from _accessed(standing)


def _sources(standing: Standing, minimum: Minimum) -> Iterator[Line]:
    """What its sources lack; counted are those that go out."""
    claim = standing.claim
    if claim.verdict is not None and claim.verdict.is_outcome:
        return
    going = [entry for entry in claim.evidence if not entry.private]
    kept = len(claim.evidence) - len(going)
    if not going:
        yield standing.line("no-source", _with_kept(_("it has no source."), kept))
        return
    count, least = origins(going), max(2, minimum.origins)
    if count < least:
        yield standing.line("one-origin", _with_kept(_origins(count, least), kept))
    count = len({entry.source.root for entry in going if entry.has_origin})
    if count < minimum.sources:
        said = ngettext(
            "{count} source where {least} are asked for.",
            "{count} sources where {least} are asked for.",
            count,
        ).format(count=count, least=minimum.sources)
        yield standing.line("too-few-sources", _with_kept(said, kept))


def _with_kept(said: str, kept: int) -> str:
    """A sentence, and behind it how much evidence was not counted since it is private."""
    if not kept:
        return said
    private = ngettext(
        "{count} private entry does not go out.",
        "{count} private entries do not go out.",
        kept,
    ).format(count=kept)
    return f"{said} {private}"


def _origins(count: int, least: int) -> str:
    if count == 0:
        return _("nothing it rests on has an origin: nobody answered, nothing was found.")
    if count == 1 and least == 2:
        return _("all it rests on has one origin only.")
    return ngettext(
        "{count} origin where {least} are asked for.",
        "{count} origins where {least} are asked for.",
        count,
    ).format(count=count, least=least)


def _verdict(standing: Standing, scale: str) -> Iterator[Line]:
    verdict = standing.claim.verdict
    if verdict is None:
        yield standing.line("no-verdict", _("it has no verdict yet."))
        return
    if not verdict.is_outcome and verdict.scale != scale:
        said = _("its verdict, {verdict}, is of another scale than the one in use.")
        yield standing.line("other-scale", said.format(verdict=verdict.name))
    if not standing.claim.reasoning.strip():
        said = _("its verdict, {verdict}, stands without a reason.")
        yield standing.line("no-reasoning", said.format(verdict=verdict.name))


def _standing(standing: Standing, other_person: bool, today: str) -> Iterator[Line]:
    claim = standing.claim
    rated = claim.verdict is not None and not claim.verdict.is_outcome
    if other_person and rated and claim.status not in ("to review", "sent back", "checked"):
        said = _("somebody else is to look over its verdict; ask for a review.")
        yield standing.line("unfinished", said)
    if claim.status == "to review":
        who = claim.reviewer.name if claim.reviewer else ""
        said = _("it waits for a review by {name}.").format(name=who)
        yield standing.line("unfinished", said if who else _("it waits for a review."))
    if claim.status == "sent back":
        yield standing.line("unfinished", _("it was sent back by its reviewer."))
    if claim.check_again and claim.check_again <= today[: len(claim.check_again)]:
        said = _("it was to be checked again on {date}.")
        yield standing.line("check-again", said.format(date=claim.check_again))


def _answers(standing: Standing, today: str) -> Iterator[Line]:
    for entry in standing.claim.evidence:
        if is_overdue(entry, today):
            yield standing.line("no-answer", overdue(entry), entry.id)


def is_overdue(entry: Evidence, today: str) -> bool:
    """Whether the day is over on which an answer was due, and nothing is said of one."""
    deadline = entry.deadline
    open_ = not (entry.answered or entry.outcome)
    return open_ and bool(deadline) and deadline < today[: len(deadline)]


def overdue(entry: Evidence) -> str:
    """That an answer is due, in a sentence."""
    return _("“{source}” was to answer by {date}; note the answer, or that there was none.").format(
        source=entry.source.label, date=entry.deadline
    )


def _accessed(standing: Standing) -> Iterator[Line]:
    for entry in standing.claim.evidence:
        if needs_date(entry):
            yield standing.line("no-accessed", without_date(entry), entry.id)


def needs_date(entry: Evidence) -> bool:
    """Whether it rests on a web page of which nobody knows when it was looked up."""
    source = entry.source
    return bool(source.url) and not source.accessed and not source.url.startswith("mailto:")


def without_date(entry: Evidence) -> str:
    """That nobody knows when a source was looked up, in a sentence."""
    return _("the source “{source}” has no date on which it was looked up.").format(
        source=entry.source.label
    )
