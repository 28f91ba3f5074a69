"""``claim``: one claim with all that hangs on it, and changes of it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from annotator.cli import forms, quoting
from annotator.cli.opening import open_library
from annotator.cli.options import json_option, library_argument
from annotator.errors import InvalidValue
from annotator.i18n import _
from annotator.library import Library
from annotator.model import Claim, TrailEntry, pair_words, trail_words
from annotator.model.evidence_words import meter

_FIELDS: tuple[tuple[str, dict[str, Any]], ...] = (
    ("--statement", {"help": "What is claimed."}),
    ("--kind", {"help": "number, quote, attribution, fact, cause, trend, legal, headline, picture,"
                        " opinion, other."}),
    ("--claimant", {"metavar": "NAME", "help": "Who says so; “the article” for the article."}),
    ("--claimed", {"metavar": "DATE", "help": "When it was said: 2026-05-12, 2026-05…"}),
    ("--verdict", {"help": "A verdict of the scale in use, or Opinion, Not checkable, Not checked;"
                           " empty takes it back."}),
    ("--why", {"metavar": "LINE", "help": "Why: goes into the trail, and becomes the reasoning"
                                          " while nobody wrote one."}),
    ("--reasoning", {"metavar": "MD", "help": "How it was checked, in Markdown."}),
    ("--status", {"help": "to check, in progress, to review, sent back, checked or set aside."}),
    ("--assignee", {"metavar": "NAME", "help": "Who checks it; empty for nobody."}),
    ("--reviewer", {"metavar": "NAME", "help": "Who looks the check over; empty for nobody."}),
    ("--as-of", {"metavar": "DATE", "help": "The day the verdict holds for; today unless given."}),
    ("--check-again", {"metavar": "DATE", "help": "When to look at it again."}),
)  # fmt: skip
_EXPLAINED = frozenset({"verdict", "status", "assignee", "reviewer"})
"""What is put into the trail, so that it can be said why."""


def _fields(command: Any) -> Any:
    for name, settings in reversed(_FIELDS):
        command = click.option(name, **settings)(command)
    return command


@click.command("claim")
@library_argument
@click.argument("claim")
@_fields
@json_option
def claim(library: Path, claim: str, why: str | None, as_json: bool, **options: Any) -> None:
    """Change CLAIM, or show it when nothing is to be changed.

    CLAIM is its number (C14), its id, or an unambiguous beginning of that. Another verdict than the
    one it has needs --why.
    """
    given = {name: value for name, value in options.items() if value is not None}
    if why is not None and not given.keys() & _EXPLAINED:
        raise click.UsageError("--why goes with --verdict, --status, --assignee or --reviewer.")
    with open_library(library) as opened:
        id = opened.claims.find(claim)
        if str(given.get("status", "")).strip().casefold() == "sent back" and not why:
            raise InvalidValue(_("Say what is missing with --why: it goes into the thread."))
        if given:
            opened.claims.update(id, why or "", **given)
        found = opened.claims.get(id)
        if as_json:
            forms.print_json(forms.claim(found, opened))
        elif not given:
            for line in _lines(opened, found):
                click.echo(line)


def _lines(library: Library, claim: Claim) -> Iterator[str]:
    said = claim.verdict.name if claim.verdict else _("no verdict")
    as_of = _("as of {date}").format(date=claim.as_of) if claim.as_of else ""
    yield " · ".join(filter(None, (claim.label, said, as_of, claim.status)))
    yield claim.statement
    yield " · ".join(filter(None, (claim.kind, *_people(claim))))
    if claim.pair:
        yield pair_words.sentence(claim.pair)
    for passage in library.claims.passages(claim.id):
        quote = " ".join(passage.quote.split())
        yield f"    {' · '.join(filter(None, (passage.title, passage.locator)))}: “{quote}”"
    if claim.evidence:
        yield meter(len(claim.evidence), claim.origins)
    for entry in claim.evidence:
        yield from (f"    {line}" for line in quoting.lines(library, entry))
    if claim.reasoning:
        yield claim.reasoning
    for step in library.claims.trail(claim.id):
        yield f"    {_step(step, claim.label)}"


def _people(claim: Claim) -> Iterator[str]:
    if claim.claimant:
        yield _("said by {name}").format(name=claim.claimant)
    if claim.assignee:
        yield _("checked by {name}").format(name=claim.assignee.name)
    if claim.reviewer:
        yield _("looked over by {name}").format(name=claim.reviewer.name)


def _step(step: TrailEntry, label: str) -> str:
    changed = " → ".join((step.before or "—", step.after or "—"))
    said = trail_words.joined(step, label) or f"{step.action}, {changed}"
    line = f"{step.when[:10]}  {step.who or _('somebody')}: {said}"
    return f"{line} ({step.why})" if step.why else line
