"""``claims``: every claim of a library as a table."""

from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any

import click

from annotator.cli import forms
from annotator.cli.opening import open_library
from annotator.cli.options import json_option, library_argument
from annotator.cli.table import table
from annotator.i18n import _
from annotator.library import Library, values
from annotator.library.claims.filtering import ClaimFilter
from annotator.model import pair_words
from annotator.store.board import ClaimRow

_FILTERS = (
    ("--verdict", {"help": "Those with this verdict; “none”: those without."}),
    ("--status", {"help": "to check, in progress, to review, sent back, checked or set aside."}),
    ("--kind", {"help": "number, quote, attribution, fact…"}),
    ("--tag", {"help": "Those whose mark has this tag, or one below it."}),
    ("--claimant", {"metavar": "NAME", "help": "Who says so."}),
    ("--article", {"help": "Those that stand in this article."}),
    ("--assignee", {"metavar": "NAME", "help": "Who checks it."}),
    ("--reviewer", {"metavar": "NAME", "help": "Who looks the check over."}),
    ("--no-source", {"is_flag": True, "help": "Those nothing was brought to."}),
    ("--one-origin", {"is_flag": True, "help": "Those that rest on a single origin."}),
    ("--check-again-by", {"metavar": "DATE", "help": "Those to be looked at again by then."}),
    ("--text", {"metavar": "WORDS", "help": "Words in the statement, or who says so."}),
)  # fmt: skip
_WITHOUT = "none"
_LONGEST = 240
"""Code points of a statement in the table."""


def _filters(command: Any) -> Any:
    for name, settings in reversed(_FILTERS):
        command = click.option(name, **settings)(command)
    return command


@click.command("claims")
@library_argument
@_filters
@click.option("--order", default="number", help="number (default), verdict, status, modified…")
@click.option("--descending", is_flag=True, help="The other way round.")
@json_option
def claims(library: Path, order: str, descending: bool, as_json: bool, **options: Any) -> None:
    """List the claims of LIBRARY, or those of them that all filters fit."""
    given = {name: value for name, value in options.items() if value is not None}
    with open_library(library) as opened:
        rows = opened.claims.rows(_where(opened, given), order, descending)
        if as_json:
            forms.print_json(_whole(opened, rows))
        else:
            _show(rows)


def _where(library: Library, given: dict[str, Any]) -> ClaimFilter:
    for name, check in (
        ("status", values.status), ("kind", values.kind), ("check_again_by", values.date),
        ("assignee", library.claims.person), ("reviewer", library.claims.person),
        ("article", library.find_article), ("tag", values.tag_path),
    ):  # fmt: skip
        if name in given:
            given[name] = check(given[name])
    if "verdict" in given:
        names = [verdict.name for verdict in library.verdicts()]
        names += [name for name in library.claims.counts().by_verdict if name]  # of other scales
        known = tuple(dict.fromkeys([*names, _WITHOUT]))
        name = values.one_of(_("verdict"), given["verdict"], known)
        given["verdict"] = "" if name == _WITHOUT else name
    assert given.keys() <= {field.name for field in fields(ClaimFilter)}
    return ClaimFilter(**given)


def _whole(library: Library, rows: list[ClaimRow]) -> list[dict[str, Any]]:
    by_id = {claim.id: claim for claim in library.claims.load(row.id for row in rows)}
    shown = forms.ClaimForms(library, by_id.values())
    return [shown.claim(by_id[row.id]) for row in rows]


def _show(rows: list[ClaimRow]) -> None:
    if not rows:
        click.echo(_("There are no such claims."), err=True)
        return
    headers, widest, columns = zip(*_columns(rows), strict=True)
    cells = list(zip(*columns, strict=True))
    click.echo(table(headers, cells, widest, right=len(headers) - 1))


def _columns(rows: list[ClaimRow]) -> Iterator[tuple[str, int, list[str]]]:
    """Columns with their headers and greatest widths (0: any)."""
    yield "#", 0, [row.label for row in rows]
    yield _("claim"), 48, [_shortened(row.statement) for row in rows]
    yield _("kind"), 0, [row.kind for row in rows]
    if any(row.pair for row in rows):
        yield _("linked"), 24, [pair_words.hint(row.pair) for row in rows]
    yield _("said by"), 20, [row.claimant for row in rows]
    yield _("verdict"), 20, [row.verdict.name if row.verdict else "" for row in rows]
    yield _("who"), 16, [row.assignee for row in rows]
    yield _("status"), 0, [row.status for row in rows]
    yield _("sources"), 0, [_sources(row) for row in rows]


def _shortened(text: str) -> str:
    """A text that leaves room for the other claims; ``claim`` shows it whole."""
    words = " ".join(text.split())
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1].rstrip()}…"


def _sources(row: ClaimRow) -> str:
    return f"{row.sources} · {row.origins}" if row.sources else "0"
