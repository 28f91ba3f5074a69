"""``evidence``: a source brought to a claim."""

from pathlib import Path
from typing import Any

import click

from annotator.cli import forms, quoting
from annotator.cli.opening import open_library
from annotator.cli.options import json_option, library_argument
from annotator.library import Library
from annotator.model import Evidence
from annotator.model.evidence_words import meter

_SOURCE = (
    ("--url", {"help": "A web address, or an arXiv id."}),
    ("--doi", {"help": "A DOI."}),
    ("--file", {"type": click.Path(path_type=Path), "metavar": "PATH",
                "help": "A local file; its hash is kept."}),
    ("--from", {"metavar": "ARTICLE", "help": "An article of LIBRARY that --quote stands in."}),
    ("--title", {"help": "The source's title; whom was asked."}),
    ("--author", {"help": "Its author."}),
    ("--publisher", {"help": "Its publisher."}),
    ("--published", {"metavar": "DATE", "help": "When it was published: 2026-05-12, 2026-05…"}),
    ("--accessed", {"metavar": "DATE", "help": "When it was looked up; today for web addresses."}),
    ("--archive", {"metavar": "URL", "help": "A copy of it in an archive."}),
)  # fmt: skip
_ENTRY = (
    ("--quote", {"help": "The words it rests on."}),
    ("--stance", {"help": "supports, refutes or context (default)."}),
    ("--type", {"help": "primary, secondary, data, expert, eyewitness, interview, email, request"
                        " (for comment) or search."}),
    ("--locator", {"help": "Where in the source: “p. 31”."}),
    ("--note", {"metavar": "MD", "help": "A note in Markdown."}),
    ("--private", {"is_flag": True, "default": None, "help": "Never handed in unless asked for."}),
    ("--origin", {"metavar": "NAME", "help": "The report it rests on: one origin, counted once."}),
    ("--asked", {"metavar": "DATE", "help": "When it was asked, or searched."}),
    ("--deadline", {"metavar": "DATE", "help": "Until when an answer was asked for."}),
    ("--answered", {"metavar": "DATE", "help": "When the answer came."}),
    ("--outcome", {"help": "answered or no answer; of a search: nothing found."}),
    ("--where", {"metavar": "PLACE", "help": "Where was searched."}),
    ("--query", {"help": "What was searched for."}),
)  # fmt: skip
_NAMES = {"archive": "archive_url", "where": "place"}
"""What options are called in the ledger, where they are called something else."""


def _options(command: Any) -> Any:
    for name, settings in reversed((*_SOURCE, *_ENTRY)):
        command = click.option(name, **settings)(command)
    return command


@click.command("evidence")
@library_argument
@click.argument("claim")
@_options
@click.option("--store", is_flag=True, help="Keep the --file itself in LIBRARY, up to 100 MB.")
@json_option
def evidence(library: Path, claim: str, store: bool, as_json: bool, **options: Any) -> None:
    """Bring evidence to CLAIM: a link, a file, a passage of another article, somebody asked."""
    given = {name: value for name, value in options.items() if value is not None}
    _check_usage(given, store)
    with open_library(library) as opened:
        made = _bring(opened, opened.claims.find(claim), given, store)
        if as_json:
            forms.print_json(forms.source(made, opened))
        else:
            _show(opened, made, opened.claims.find(claim))


def _check_usage(given: dict[str, Any], store: bool) -> None:
    if len(given.keys() & {"url", "doi", "from"}) > 1 or {"file", "from"} <= given.keys():
        raise click.UsageError("Give one of --url, --doi, --file and --from.")
    if "from" in given and not given.get("quote", "").strip():
        raise click.UsageError("--from needs the words that stand in the article: --quote.")
    if store and "file" not in given:
        raise click.UsageError("--store goes with --file.")


def _bring(library: Library, claim: str, given: dict[str, Any], store: bool) -> Evidence:
    said = {_NAMES.get(name, name): value for name, value in given.items()}
    if "from" in said:
        article = library.find_article(said.pop("from"))
        return library.ledger.add_from_article(claim, article, **said)
    if "file" in said:
        return library.ledger.add(claim, store_file=store, **said)
    return library.ledger.add(claim, **said)


def _show(library: Library, made: Evidence, claim: str) -> None:
    found = library.claims.get(claim)
    for line in quoting.lines(library, made):
        click.echo(line)
    click.echo(f"{found.label}: {meter(len(found.evidence), found.origins)}")
